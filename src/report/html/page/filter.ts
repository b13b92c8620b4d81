import type { FormLine } from '../data.ts';
import { fileOf, index } from './store.ts';

export type Outcome = 'error' | 'warning' | 'info' | 'clean';
export type Column =
  'outcome' | 'project' | 'department' | 'unit' | 'year' | 'rate' | 'score' | 'rating' | 'file';

/** What the list of forms shows, kept while forms are opened and closed. */
export const view: {
  text: string;
  outcome: Outcome | '';
  rule: string;
  department: string | null;
  sort: Column;
  down: boolean;
  page: number;
  chosen: number;
} = {
  text: '',
  outcome: '',
  rule: '',
  department: null,
  sort: 'outcome',
  down: true,
  page: 0,
  chosen: -1,
};

export function outcomeOf({ counts: [errors, warnings, infos] }: FormLine): Outcome {
  if (errors > 0) return 'error';
  if (warnings > 0) return 'warning';
  return infos > 0 ? 'info' : 'clean';
}

const haystacks: string[] = [];

function haystack(at: number, line: FormLine): string {
  return (haystacks[at] ??= [
    line.name,
    line.department,
    line.unit,
    line.rating,
    line.year,
    fileOf(line).name,
  ]
    .join('\n')
    .toLowerCase());
}

const collator = new Intl.Collator('zh');
const number = (value: string | number | null): number => (value === null ? -1 : Number(value));

const keys: Readonly<Record<Column, (line: FormLine) => string | number>> = {
  outcome: ({ counts: [errors, warnings, infos] }) => errors * 1e6 + warnings * 1e3 + infos,
  project: ({ name }) => name ?? '',
  department: ({ department }) => department ?? '',
  unit: ({ unit }) => unit ?? '',
  year: ({ year }) => number(year),
  rate: ({ rate }) => number(rate),
  score: ({ score }) => number(score),
  rating: ({ rating }) => rating ?? '',
  file: (line) => fileOf(line).name,
};

/** The indexes of the forms that fit, in the order that is chosen; what is equal stays as it was read. */
export function chosenForms(): number[] {
  const words = view.text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found = index.forms.flatMap((line, at) =>
    fits(line, at, words) ? [{ at, key: keys[view.sort](line) }] : [],
  );
  const turn = view.down ? -1 : 1;
  found.sort((one, other) => turn * compare(one.key, other.key) || one.at - other.at);
  return found.map(({ at }) => at);
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other));
}

function fits(line: FormLine, at: number, words: readonly string[]): boolean {
  if (view.outcome !== '' && outcomeOf(line) !== view.outcome) return false;
  if (view.rule !== '' && !line.rules.some(([rule]) => rule === view.rule)) return false;
  if (view.department !== null && (line.department ?? '') !== view.department) return false;
  return words.every((word) => haystack(at, line).includes(word));
}
