import type { ParsedDocument, PerformanceForm } from '../../src/schema/index.ts';
import { committedText } from './fixtures.ts';

/**
 * What of each document was read, counted and not quoted: how many forms or rows have a field filled and how many have
 * it null. A document is a block of lines, its name at the margin (so that git names it above each change), a part of
 * the form a line; a field that is won or lost changes one line.
 */
export type FieldTable = ReadonlyMap<string, readonly string[]>;

/** Filled and null. Text that is blank counts as null: a blank cell says no more. */
interface Tally {
  readonly filled: number;
  readonly empty: number;
}

/** The parts of a form that have a line each, and the paths of their fields. */
const parts: readonly (readonly [string, RegExp])[] = [
  ['head', /^(?:title|year|project\.|department(?:Code)?$|implementingUnit)/u],
  ['funds', /^funds\.(?!rows)/u],
  ['fund sources', /^funds\.rows\.source/u],
  ['fund rows', /^funds\.rows/u],
  ['plan', /^disbursementPlan\./u],
  ['goal', /^goal\./u],
  ['indicators', /^indicators\.(?!target|actual)/u],
  ['target', /^indicators\.target\./u],
  ['actual', /^indicators\.actual\./u],
  ['group weights', /^groupWeights\./u],
  ['end', /^(?:total|rating)/u],
  ['extras', /^extras\./u],
  ['other', /./u],
];

/** What of a field's path its line says already. */
const said = new RegExp(
  '^(?:funds\\.rows\\.(?:source=)?|funds\\.|disbursementPlan\\.|goal\\.' +
    '|indicators\\.(?:target\\.|actual\\.)?|groupWeights\\.|extras\\.)',
  'u',
);

/** The lines of one document. */
export function fieldLines(document: ParsedDocument): string[] {
  const tallies = [...tally(document.forms)];
  const lines = parts.map(([part]) => {
    const own = tallies.filter(([path]) => partOf(path) === part);
    return [
      part,
      ...own.map(([path, { filled, empty }]) => `${path.replace(said, '')} ${filled}/${empty}`),
    ];
  });
  return [['document', ...summary(document)], ...lines.filter((line) => line.length > 1)].map(
    ([part = '', ...fields]) => `  ${part.padEnd(13)}  ${fields.join('  ')}`,
  );
}

function partOf(path: string): string | undefined {
  return parts.find(([, pattern]) => pattern.test(path))?.[0];
}

function summary({ status, forms, accounting, diagnostics }: ParsedDocument): string[] {
  const kinds = countBy(forms, ({ kind }) => kind);
  const warnings = diagnostics.filter(({ severity }) => severity !== 'info');
  return [
    status,
    forms.length === 0 ? 'no form' : listed(kinds),
    `unplaced ${accounting.unplaced}`,
    warnings.length === 0 ? 'warnings 0' : listed(countBy(warnings, ({ code }) => code)),
  ];
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function listed(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}

/** Each field of the forms by its path without indices: a field that joins the schema joins the table. */
function tally(forms: readonly PerformanceForm[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const form of forms)
    for (const [path, filled] of fieldsOf(form)) {
      const { filled: had, empty } = tallies.get(path) ?? { filled: 0, empty: 0 };
      tallies.set(path, { filled: had + Number(filled), empty: empty + Number(!filled) });
    }
  return tallies;
}

/** Not read but worked out, or no field at all. */
const apart: ReadonlySet<string> = new Set(['kind', 'audit', 'refs']);

function* fieldsOf(form: PerformanceForm): Generator<[string, boolean]> {
  for (const [key, value] of Object.entries(form)) if (!apart.has(key)) yield* leaves(value, key);
}

/** A list is filled once for each of its rows; a form without a row counts as one that is empty. */
function* leaves(value: unknown, path: string): Generator<[string, boolean]> {
  if (Array.isArray(value)) {
    if (value.length === 0) yield [`${path}.rows`, false];
    for (const item of value) {
      yield [`${path}.rows`, true];
      yield* leaves(item, path);
    }
  } else if (value !== null && typeof value === 'object') {
    for (const [key, own] of Object.entries(value)) yield* leaves(own, `${path}.${key}`);
  } else if (path === 'funds.rows.source') yield [`${path}=${String(value)}`, true];
  else yield [path, value !== null && value !== ''];
}

const heading = `# What was read, as filled/null: forms for a field of a form, rows for a field of its rows.
# After «rows»: how many, and how many forms have none. «unplaced» counts characters. Written by UPDATE=1.
`;

/** The table as it stands in its file. */
function renderTable(table: FieldTable): string {
  const blocks = [...table].map(([name, lines]) => `${[name, ...lines].join('\n')}\n`);
  return [heading, ...blocks].join('\n');
}

/** The table of a file's text. */
function readTable(text: string): FieldTable {
  return new Map(
    text
      .split(/\n{2,}/u)
      .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
      .filter((lines) => lines.length > 0)
      .map(([name = '', ...lines]) => [name, lines]),
  );
}

/**
 * The lines that differ, with their document's name: `-` as committed, `+` as read now.
 * Lines are paired by the part that they name.
 */
export function differingLines(committed: FieldTable, found: FieldTable): string[] {
  return [...new Set([...committed.keys(), ...found.keys()])].flatMap((name) => {
    const [was, is] = [committed.get(name) ?? [], found.get(name) ?? []];
    const lines = [
      ...was.filter((line) => !is.includes(line)).map((line) => `- ${line.trim()}`),
      ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line.trim()}`),
    ].sort((left, right) => partIn(left) - partIn(right));
    return lines.length === 0 ? [] : [name, ...lines];
  });
}

/** Where the part of a differing line comes among the parts. */
function partIn(line: string): number {
  return parts.findIndex(([part]) => line.slice(2).startsWith(`${part} `));
}

/** Holds a table against its committed file, or rewrites the file under UPDATE=1. @returns the differing lines */
export function checkTable(file: string, found: FieldTable): string {
  return differingLines(readTable(committedText(file, renderTable(found))), found).join('\n');
}
