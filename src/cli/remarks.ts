import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import type { Diagnostic } from '../schema/index.ts';
import { tell } from './console.ts';
import { line } from './problems.ts';

const shown = 10;

/** Warnings and errors, a line each; what is only informative stays in the JSON. */
export function tellDiagnostics(
  file: string,
  diagnostics: readonly Diagnostic[],
  language: Language,
): void {
  const serious = diagnostics.filter(({ severity }) => severity !== 'info');
  for (const { message: words, refs } of serious.slice(0, shown))
    tell(line(`${file}${place(refs[0])}`, words));
  const count = serious.length - shown;
  if (count > 0) tell(line(file, message('more-diagnostics', { count }, language)));
}

/** The line where the format has lines, as editors and terminals link it. */
function place(ref: Diagnostic['refs'][number] | undefined): string {
  if (ref?.line !== undefined) return `:${ref.line}`;
  if (ref?.page !== undefined) return `#page=${ref.page}`;
  return ref?.part === undefined ? '' : `#${ref.part}`;
}
