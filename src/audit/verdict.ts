import type { Hint, Mismatch, Pass, Unverifiable, Verdict, Words } from './types.ts';

export const exactly: Pass = { kind: 'exact' };
export const withinRounding: Pass = { kind: 'within-rounding' };

/** A mismatch; what is left out is null. */
export function mismatch(
  path: string,
  message: Words,
  figures: Partial<Omit<Mismatch, 'kind' | 'path' | 'message'>> = {},
): Mismatch {
  return {
    kind: 'mismatch',
    path,
    message,
    printed: null,
    expected: null,
    range: null,
    hint: null,
    ...figures,
  };
}

/** What a rule that only looks for slips has to say of a form: the slips that it found, or that there are none. */
export function slips(found: readonly Verdict[]): readonly Verdict[] {
  return found.length === 0 ? [exactly] : found;
}

/** A check that cannot run, and why. */
export function unverifiable(path: string, missing: Words, hint: Hint | null = null): Unverifiable {
  return { kind: 'unverifiable', path, missing, hint };
}
