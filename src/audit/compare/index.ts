import type { PerformanceForm } from '../../schema/index.ts';
import { bareName, likeness, paired } from './likeness.ts';
import { amountChanges, goalChanges } from './money.ts';
import { indicatorChanges } from './indicators.ts';
import type { Change, Comparison, FormPair, Numbered } from '../../schema/index.ts';

/** Names that share less than this are those of two projects. */
const alike = 0.6;

/**
 * Compares two documents form by form: targets with the self-evaluation of the same year, a draft with the final form, last year's with this year's. Forms are
 * paired by their project's code, else by its name, beside the same unit where names repeat.
 */
export function compareForms(
  before: readonly PerformanceForm[],
  after: readonly PerformanceForm[],
): Comparison {
  const [ones, others] = [numbered(before), numbered(after)];
  // Whoever compares two files of one form each means these two.
  const least = ones.length === 1 && others.length === 1 ? 0 : alike;
  const pairs = paired(ones, others, nearness, least).map(
    ({ one, other, likeness: near }): FormPair => ({
      before: one,
      after: other,
      by: near < alike ? 'only' : byOf(one.form, other.form),
      changes: changesBetween(one.form, other.form),
    }),
  );
  const left = new Set(pairs.map((pair) => pair.before));
  const right = new Set(pairs.map((pair) => pair.after));
  return {
    pairs: pairs.sort((a, b) => a.after.number - b.after.number),
    dropped: ones.filter((one) => !left.has(one)),
    added: others.filter((one) => !right.has(one)),
  };
}

function numbered(forms: readonly PerformanceForm[]): Numbered[] {
  return forms.map((form, index) => ({ number: index + 1, form }));
}

function byOf(one: PerformanceForm, other: PerformanceForm): FormPair['by'] {
  if (sameCode(one, other)) return 'code';
  return bareName(one.project.name) === bareName(other.project.name) ? 'name' : 'likeness';
}

function sameCode(one: PerformanceForm, other: PerformanceForm): boolean {
  return one.project.code !== null && one.project.code === other.project.code;
}

/** A code decides; else the names do, and of several of one name the unit. */
function nearness({ form: one }: Numbered, { form: other }: Numbered): number {
  if (sameCode(one, other)) return 2;
  const name = likeness(one.project.name, other.project.name);
  return name < alike ? 0 : name + likeness(unitOf(one), unitOf(other)) / 10;
}

function unitOf({ implementingUnit, department }: PerformanceForm): string | null {
  return implementingUnit ?? department;
}

function changesBetween(before: PerformanceForm, after: PerformanceForm): Change[] {
  return [
    ...indicatorChanges(before, after),
    ...amountChanges(before, after),
    ...goalChanges(before, after),
  ];
}
