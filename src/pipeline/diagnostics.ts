import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import type { Note } from '../model/index.ts';
import type { Diagnostic } from '../schema/index.ts';
import { publicRef } from './refs.ts';

/** A note with its words. */
export function toDiagnostic(
  { code, severity, stage, data, refs }: Note,
  language: Language,
): Diagnostic {
  return {
    code,
    severity,
    stage,
    message: message(code, data, language),
    refs: refs.map(publicRef),
  };
}
