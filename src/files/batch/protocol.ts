import type { MessageData } from '../../model/index.ts';
import type { ParseOptions } from '../../pipeline/index.ts';
import type { FileOutcome } from '../../report/outcome.ts';
import type { Converted } from '../protocol.ts';

/** How every file of a batch is read. */
export type ReadingOptions = Omit<ParseOptions, 'convertDoc' | 'name'>;

/** What a process that reads is told once, when it starts. */
export interface Setup {
  readonly options: ReadingOptions;
  /** Folders of the results: for the JSON, and for what is being written. */
  readonly json: string;
  readonly temporary: string;
}

/** One file to read. */
export interface Task {
  readonly file: string;
  readonly output: string;
  /** MB that the process may grow by. */
  readonly memory: number;
  /** What is there already; the file is left alone where its content and its JSON are still these. */
  readonly known: { readonly sha256: string; readonly size: number } | null;
}

export type Order =
  | { readonly kind: 'setup'; readonly setup: Setup }
  | { readonly kind: 'read'; readonly task: Task }
  | Converted;

/** What a process that reads answers. */
export type Answer =
  | {
      readonly kind: 'read';
      readonly outcome: FileOutcome;
      readonly size: number;
      readonly resident: number;
    }
  | { readonly kind: 'unchanged' }
  /** The result could not be written: no matter of this file alone. */
  | { readonly kind: 'unwritable'; readonly code: string; readonly data: MessageData }
  /** A .doc needs converting, which the process that may be killed does not do itself. */
  | { readonly kind: 'convert'; readonly bytes: Uint8Array };
