import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import type { Diagnostic } from '../schema/index.ts';
import { tell } from './console.ts';
import { line } from './problems.ts';

/** So many warnings and errors are told, of others only the number. */
export const mostTold = 10;

/**
 * Warnings and errors, a line each; what is only informative stays in the JSON.
 *
 * @param all how many there are, where only the first are given
 */
export function tellDiagnostics(
  file: string,
  diagnostics: readonly Diagnostic[],
  language: Language,
  all?: number,
): void {
  const serious = diagnostics.filter(({ severity }) => severity !== 'info');
  for (const { message: words, refs } of serious.slice(0, mostTold))
    tell(line(`${file}${place(refs[0])}`, words));
  const count = (all ?? serious.length) - mostTold;
  if (count > 0) tell(line(file, message('more-diagnostics', { count }, language)));
}

/** The line where the format has lines, as editors and terminals link it. */
function place(ref: Diagnostic['refs'][number] | undefined): string {
  if (ref?.line !== undefined) return `:${ref.line}`;
  if (ref?.page !== undefined) return `#page=${ref.page}`;
  return ref?.part === undefined ? '' : `#${ref.part}`;
}
