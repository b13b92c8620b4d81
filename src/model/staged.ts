import type { SourceRef } from './source.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Stage = 'format' | 'stitch' | 'forms' | 'pipeline';

/** Data that a message is worded with. */
export type MessageData = Readonly<Record<string, string | number>>;

/** Something noticed on the way. The words come from `src/messages` by `code`, in the language that is asked for. */
export interface Note {
  readonly code: string;
  readonly severity: Severity;
  readonly stage: Stage;
  readonly data: MessageData;
  readonly refs: readonly SourceRef[];
}

/** A stage's value with what was noticed while it was made: never an exception for bad input. */
export interface Staged<T> {
  readonly value: T;
  readonly notes: readonly Note[];
}

/**
 * A file that cannot be read at all, or wrong usage: the one exception that a user's input may cause.
 * The words come from `src/messages` by `code`; the CLI prints them as one line and exits with 2.
 */
export class InputError extends Error {
  readonly code: string;
  readonly data: MessageData;

  constructor(code: string, data: MessageData = {}) {
    super(code);
    this.name = 'InputError';
    this.code = code;
    this.data = data;
  }
}
