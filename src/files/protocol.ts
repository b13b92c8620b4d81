import { InputError } from '../model/index.ts';
import type { MessageData } from '../model/index.ts';
import type { DocumentInParts, ParseOptions, TableStage } from '../pipeline/index.ts';

/** What a worker is to do with one document. */
export interface Job {
  readonly task:
    | { readonly kind: 'parse' }
    /** What there is to say of the document, then its JSON piece by piece as it is asked for. */
    | { readonly kind: 'print'; readonly compact: boolean; readonly remarks: number }
    | { readonly kind: 'tables'; readonly stage: TableStage };
  readonly bytes: Uint8Array;
  /** Without its ports: functions do not cross threads. */
  readonly options: Omit<ParseOptions, 'convertDoc'>;
}

/** What a worker says: its result, why there is none, or that a .doc needs converting, which it may not do itself. */
export type Said =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: string; readonly data: MessageData }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'convert'; readonly bytes: Uint8Array };

type Document = DocumentInParts['parts'];

/** What is said of a document whose JSON is printed. */
export interface Told extends Pick<Document, 'status' | 'accounting'> {
  /** How many warnings and errors there are. */
  readonly serious: number;
  /** The first of them. */
  readonly diagnostics: ReturnType<DocumentInParts['firstSerious']>;
}

/** What a worker that prints says each time it is asked: some of the JSON, null behind the last of it. */
export type Printed = Uint8Array | null;

/** The answer to `convert`. */
export type Converted =
  | { readonly kind: 'converted'; readonly bytes: Uint8Array }
  | { readonly kind: 'not-converted'; readonly code: string; readonly data: MessageData };

/** @throws InputError why the conversion failed */
export function bytesOf(converted: Converted): Uint8Array {
  if (converted.kind === 'converted') return converted.bytes;
  throw new InputError(converted.code, converted.data);
}
