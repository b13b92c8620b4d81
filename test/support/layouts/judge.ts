import type { ParsedDocument, PerformanceForm } from '../../../src/schema/index.ts';
import { compareForm } from '../forms/compare.ts';
import type { Difference } from '../forms/compare.ts';
import type { LayoutDocument } from './generate.ts';
import type { ExpectedExtra, LayoutSample } from './types.ts';

/** How one form came out. */
export interface Verdict {
  readonly fields: number;
  readonly differences: readonly Difference[];
}

export interface DocumentVerdict {
  readonly forms: readonly Verdict[];
  /** The program said that something is not sure, or not read. */
  readonly doubted: boolean;
  readonly crash: string | null;
}

/** White space, widths of brackets and colons, and thousands separators aside. */
const bare = (text: string): string =>
  text
    .replace(/\s/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/：/g, ':')
    .replace(/(?<=\d),(?=\d{3})/g, '');

/** Nothing is nothing, whether null or blank; white space is no difference. */
function same(one: unknown, two: unknown): boolean {
  const text = (value: unknown): string =>
    value === null || value === undefined ? '' : String(value).replace(/\s/g, '');
  return text(one) === text(two);
}

/** An extra is there if one of the form's holds its value under its label, whatever the label says besides. */
function holds(form: PerformanceForm, { label, value }: ExpectedExtra): boolean {
  const name = bare(label).replace(/:$/, '');
  return form.extras.some(
    (extra) =>
      bare(extra.value).includes(bare(value)) &&
      (bare(extra.label).includes(name) || name.includes(bare(extra.label))),
  );
}

/** Leaf by leaf, the extras after the fields; a form that is missing is wrong in all of them. */
function judgeForm(sample: LayoutSample, form: PerformanceForm | undefined): Verdict {
  const { fields, differences } = compareForm(sample.expected, form, sample.accept);
  const real = differences.filter(
    ({ path, expected, got }) =>
      (form === undefined || !same(expected, got)) &&
      !sample.open.some((one) => path === one || path.startsWith(`${one}/`)),
  );
  const lost = sample.extras
    .filter((extra) => form === undefined || !holds(form, extra))
    .map(({ label, value }) => ({ path: `extras/${label}`, expected: value, got: undefined }));
  return { fields: fields + sample.extras.length, differences: [...real, ...lost] };
}

/**
 * Each form beside the one that it became. Where one is missing or too much, the others keep their order, and stand
 * beside those with which they differ least.
 */
function aligned(
  samples: readonly LayoutSample[],
  forms: readonly PerformanceForm[],
): readonly Verdict[] {
  if (samples.length === forms.length || forms.length > 8)
    return samples.map((sample, index) => judgeForm(sample, forms[index]));
  const best = (from: number, at: number): readonly Verdict[] => {
    const sample = samples[from];
    if (sample === undefined) return [];
    const without = [judgeForm(sample, undefined), ...best(from + 1, at)];
    const choices = forms
      .slice(at)
      .map((form, index) => [judgeForm(sample, form), ...best(from + 1, at + index + 1)]);
    return choices.reduce((one, two) => (wrongIn(two) < wrongIn(one) ? two : one), without);
  };
  return best(0, 0);
}

const wrongIn = (verdicts: readonly Verdict[]): number =>
  verdicts.reduce((sum, { fields, differences }) => sum + Math.min(fields, differences.length), 0);

/** What the program made of a document, held against what stands in it. */
export function judge(
  document: LayoutDocument,
  samples: readonly LayoutSample[],
  parsed: ParsedDocument | Error,
): DocumentVerdict {
  if (parsed instanceof Error)
    return {
      forms: samples.map((sample) => judgeForm(sample, undefined)),
      doubted: true,
      crash: parsed.message,
    };
  const forms = aligned(samples, parsed.forms);
  const extra = parsed.forms.length - samples.length;
  const [last] = forms.slice(-1);
  const counted =
    extra > 0 && last !== undefined
      ? forms.with(-1, {
          fields: last.fields + 1,
          differences: [
            ...last.differences,
            { path: 'forms', expected: samples.length, got: parsed.forms.length },
          ],
        })
      : forms;
  // A form of a kind that is not read is to be named: that is no doubt of ours.
  const named = document.structure.traits.beside !== 'none';
  const warned = parsed.diagnostics.some(({ severity }) => severity !== 'info');
  const doubted = parsed.status !== 'ok' || (warned && !named);
  return { forms: counted, doubted, crash: null };
}
