import type { Language } from '../messages/index.ts';

/** What a command needs to add itself to the program. */
export interface Context {
  readonly language: Language;
  /** Sets the exit code where a command ends with another than 0. */
  readonly exit: (code: number) => void;
  readonly version: string;
}
