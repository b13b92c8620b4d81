import type { Staged } from './staged.ts';
import type { FormatId, Grid, TableDocument } from './table.ts';

/** What an adapter may be told. */
export interface ReadOptions {
  /** The file's name as the user gave it, for messages and as the weakest hint when sniffing. */
  readonly name?: string;
  /** A WHATWG encoding label that overrules detection (text formats). */
  readonly encoding?: string;
  /** Opens an encrypted PDF. */
  readonly password?: string;
  /** Turns a .doc into the bytes of a .docx; injected by `files`, since it runs an outside program. */
  readonly convertDoc?: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** Tables one at a time, and then the document with those that were not told yet. */
export type GridStream = Iterator<Grid, Staged<TableDocument>>;

/** One format: how its bytes are recognised, and how they are read. */
export interface FormatAdapter {
  readonly id: FormatId;
  readonly extensions: readonly string[];
  /** How likely it is that a file is of this format, from its content: 0 (no) to 1 (certain). */
  sniff(head: Uint8Array, name: string): number;
  /**
   * Formats of text, whose files may hold thousands of forms, give a file's tables one at a time, and anew each time they are
   * asked for. What is left is told at the end.
   *
   * @throws InputError where the file cannot be read at all.
   */
  readonly stream?: (bytes: Uint8Array, options: ReadOptions) => () => GridStream;
  /** @throws InputError where the file cannot be read at all. */
  read(bytes: Uint8Array, options: ReadOptions): Promise<Staged<TableDocument>>;
}
