import type { Indicator } from '../../../src/schema/index.ts';
import { label, number, prose, value } from '../forms/table.ts';
import type { DraftCell, DraftRow } from '../forms/table.ts';
import type { Level1, Row } from './groups.ts';
import { bodyRows, headingRows, spread } from './rows.ts';
import type { BodyCell, Heading } from './rows.ts';
import type { Context, ExpectedExtra } from './types.ts';

export type ColumnKey =
  | 'number'
  | 'level1'
  | 'level1Weight'
  | 'level2'
  | 'level2Weight'
  | 'level3'
  | 'foreign'
  | 'later'
  | 'sign'
  | 'target'
  | 'unit'
  | 'actual'
  | 'weight'
  | 'score'
  | 'deviation'
  | 'basis';

/** The columns of an indicator table in their order, with the words above them. */
export interface Columns {
  readonly keys: readonly ColumnKey[];
  readonly words: Readonly<Record<ColumnKey, string>>;
  /** What is printed over levels, over the parts of the target, and over what was reached. */
  readonly groups: { readonly levels: string; readonly target: string; readonly results: string };
}

const levelKeys: ReadonlySet<ColumnKey> = new Set(['level1', 'level2', 'level3']);
const targetKeys: ReadonlySet<ColumnKey> = new Set(['sign', 'target', 'unit']);
const resultKeys: ReadonlySet<ColumnKey> = new Set(['actual', 'weight', 'score']);

/** Puts neighbouring columns under one heading, if there are two or more of them. */
function under(
  columns: readonly { key: ColumnKey; heading: Heading }[],
  keys: ReadonlySet<ColumnKey>,
  text: string,
): { key: ColumnKey; heading: Heading }[] {
  const from = columns.findIndex(({ key }) => keys.has(key));
  if (from === -1) return [...columns];
  const rest = columns.slice(from);
  const end = rest.findIndex(({ key }) => !keys.has(key));
  const inside = end === -1 ? rest : rest.slice(0, end);
  if (inside.length < 2) return [...columns];
  const [first] = inside;
  if (first === undefined) return [...columns];
  const heading = { text, below: inside.map((one) => one.heading) };
  return [...columns.slice(0, from), { key: first.key, heading }, ...rest.slice(inside.length)];
}

/** The heading as a structure prints it: in one row, grouped, or with （A） and （B）. */
export function headingsOf(context: Context, columns: Columns): Heading[] {
  const { style, structure } = context;
  const { heading } = structure.traits;
  const bracket = (letter: string): string =>
    style.brackets === 'wide' ? `（${letter}）` : `(${letter})`;
  const lettered: Partial<Record<ColumnKey, string>> = { target: 'A', actual: 'B' };
  const plain = columns.keys.map((key) => {
    const text = columns.words[key];
    const letter = lettered[key];
    if (letter === undefined || !['below', 'behind'].includes(heading))
      return { key, heading: { text } };
    return {
      key,
      heading:
        heading === 'behind'
          ? { text: text + bracket(letter) }
          : { text, below: [{ text: bracket(letter) }] },
    };
  });
  if (heading === 'counted')
    return plain.map((one, index) => ({ ...one.heading, below: [{ text: String(index + 1) }] }));
  const { levels, target, results } = columns.groups;
  let list: { key: ColumnKey; heading: Heading }[] = plain;
  if (['value', 'both', 'three'].includes(heading)) list = under(list, targetKeys, target);
  if (['levels', 'both', 'three'].includes(heading)) list = under(list, levelKeys, levels);
  if (heading === 'three') list = under(list, new Set([...targetKeys, ...resultKeys]), results);
  return list.map((one) => one.heading);
}

export const points = (hundredths: number | null, whole: boolean): string => {
  if (hundredths === null) return '';
  const text = (hundredths / 100).toFixed(2);
  return whole ? text.replace(/\.?0+$/, '') : text;
};

/** Weights and scores as the form prints them: `20`, `19.5` or `20.00`. */
export const pointsOf = (context: Context, hundredths: number | null): string =>
  points(hundredths, context.style.rateDecimals < 2);

/** What the form prints behind its weights and scores. */
export function pointSign({ structure }: Context, key: 'weight' | 'score'): string {
  if (structure.kind !== 'self-evaluation') return '';
  const { points: style } = structure.traits;
  if (style === 'fen') return '分';
  return style === 'percent' && key === 'weight' ? '%' : '';
}

/** Points with what stands behind them; nothing where there are none. */
export function printedPoints(
  context: Context,
  hundredths: number | null,
  key: 'weight' | 'score',
): string {
  const text = pointsOf(context, hundredths);
  return text === '' ? '' : text + pointSign(context, key);
}

interface Place {
  readonly group: Level1;
  readonly index: number;
  readonly path: string;
}

function ownCell(context: Context, key: ColumnKey, row: Row, { path, index }: Place): DraftCell {
  const { pair } = row;
  const split = context.structure.traits.value !== 'one';
  const cells: Partial<Record<ColumnKey, () => DraftCell>> = {
    number: () => value(String(index + 1)),
    level3: () => prose(row.name, `${path}/level3`),
    foreign: () => prose(row.foreign),
    later: () => value(laterText(row)),
    sign: () => value(pair.sign, `${path}/target`),
    target: () => value(split ? pair.number : pair.target.text, `${path}/target`),
    unit: () => value(pair.unit, `${path}/target`),
    actual: () => value(pair.actual.text, `${path}/actual`),
    weight: () => number(printedPoints(context, row.weight, 'weight'), `${path}/weight`),
    score: () => number(printedPoints(context, row.score, 'score'), `${path}/score`),
    deviation: () => prose(row.deviation, `${path}/deviation`),
    basis: () => prose(row.foreign, `${path}/basis`),
  };
  return cells[key]?.() ?? label('');
}

/** The longer term's value of a target: three times the figure; a share or words stay what they are. */
export function laterText({ pair }: Row): string {
  const { number: figure, unit, text } = pair.target;
  if (figure === null) return text;
  const times = unit === '%' || unit === '‰' ? 1 : 3;
  return `${String(Math.round(Number(figure) * times))}${unit ?? ''}`;
}

const level = (text: string, path: string): DraftCell => ({ text, role: 'level', path });

/** The label of a group with its weight behind it, where the structure prints one. */
function groupLabel(context: Context, group: Level1): string {
  const { structure, style } = context;
  if (structure.traits.weights !== 'label' || group.join !== 'none' || !group.text.endsWith('指标'))
    return group.text;
  const weight = points(group.weight, true);
  return group.text + (style.brackets === 'wide' ? `（${weight}分）` : `(${weight}分)`);
}

interface LevelRow {
  readonly group: Level1;
  readonly firstOfGroup: boolean;
  readonly groupSize: number;
  readonly level2: string;
  readonly firstOfLevel2: boolean;
  readonly level2Size: number;
  readonly level2Weight: number;
  readonly row: Row;
}

export function flatten(groups: readonly Level1[]): LevelRow[] {
  return groups.flatMap((group) =>
    group.level2s.flatMap((inner, second) =>
      inner.rows.map((row, third) => ({
        group,
        firstOfGroup: second + third === 0,
        groupSize: group.level2s.reduce((sum, one) => sum + one.rows.length, 0),
        level2: inner.text,
        firstOfLevel2: third === 0,
        level2Size: inner.rows.length,
        level2Weight: weightOf(inner.rows),
        row,
      })),
    ),
  );
}

/** A label over `size` rows: merged over them, above blanks, or in each; only the first of the rows is asked for more. */
function spanning(
  context: Context,
  cell: DraftCell,
  place: { readonly first: boolean; readonly size: number; readonly leaves?: number },
): BodyCell[] {
  const { levels } = context.structure.traits;
  const { first, size, leaves = 1 } = place;
  if (levels === 'merged') return first ? [{ cell, leaves, rows: size }] : [];
  return [{ cell: first || levels === 'repeated' ? cell : { ...cell, text: '' }, leaves }];
}

const weightOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + (row.weight ?? 0), 0);

const wholePoints = (context: Context, hundredths: number): string =>
  points(hundredths, true) + pointSign(context, 'weight');

/** The cells of the levels, down to the name where one cell holds it and a label. */
function levelCells(
  context: Context,
  keys: readonly ColumnKey[],
  one: LevelRow,
  path: string,
): BodyCell[] {
  const { group, row, level2 } = one;
  const inGroup = { first: one.firstOfGroup, size: one.groupSize };
  const inLevel2 = { first: one.firstOfLevel2, size: one.level2Size };
  const name = (leaves: number): BodyCell => ({ cell: prose(row.name, `${path}/level3`), leaves });
  if (group.join === 'all') return [name(keys.filter((key) => levelKeys.has(key)).length)];
  if (group.join === 'levels-1-2')
    return spanning(context, level(level2, `${path}/level2`), { ...inLevel2, leaves: 2 });
  const cells: Partial<Record<ColumnKey, () => BodyCell[]>> = {
    level1: () => spanning(context, level(groupLabel(context, group), `${path}/level1`), inGroup),
    level1Weight: () => spanning(context, number(wholePoints(context, group.weight)), inGroup),
    level2: () => spanning(context, level(level2, `${path}/level2`), inLevel2),
    level2Weight: () => spanning(context, number(wholePoints(context, one.level2Weight)), inLevel2),
  };
  if (group.join === 'levels-2-3') return [...(cells.level1?.() ?? []), name(2)];
  return keys.flatMap((key) => cells[key]?.() ?? []);
}

const besideLevels: ReadonlySet<ColumnKey> = new Set([
  'number',
  'level1',
  'level1Weight',
  'level2',
  'level2Weight',
]);

/** The rows of the indicator table below its heading. */
export function indicatorBody(
  context: Context,
  columns: Columns,
  groups: readonly Level1[],
): BodyCell[][] {
  const { keys } = columns;
  const printed = groups.filter((group) => group.join !== 'below');
  return flatten(printed).map((one, index) => {
    const path = `indicators/${String(index)}`;
    const place: Place = { group: one.group, index, path };
    const named = one.group.join === 'levels-2-3' || one.group.join === 'all';
    const own = keys.filter((key) => !besideLevels.has(key) && !(named && key === 'level3'));
    const cell = (key: ColumnKey): BodyCell => ({ cell: ownCell(context, key, one.row, place) });
    return [
      ...(keys.includes('number') ? [cell('number')] : []),
      ...levelCells(context, keys, one, path),
      ...own.map(cell),
    ];
  });
}

const blank = new Set(['', '无', '-', '—', '/']);

/** What the indicators must read; fields that one cell over two levels leaves open are told as well. */
export function expectedIndicators(
  context: Context,
  columns: Columns,
  groups: readonly Level1[],
): { readonly indicators: Indicator[]; readonly open: string[]; readonly extras: ExpectedExtra[] } {
  const rows = flatten(groups);
  const open = rows.flatMap(({ group }, index) => {
    const path = `indicators/${String(index)}`;
    if (group.join === 'levels-2-3') return [`${path}/level2`];
    return group.join === 'all' || group.join === 'below'
      ? [`${path}/level1`, `${path}/level2`]
      : [];
  });
  const has = (key: ColumnKey): boolean => columns.keys.includes(key);
  const figure = (key: ColumnKey, hundredths: number | null): string | null =>
    has(key) && hundredths !== null ? pointsOf(context, hundredths) : null;
  const indicators = rows.map(({ group, level2, row }): Indicator => ({
    level1: has('level1') ? group.text : null,
    level2: has('level2') && group.join !== 'levels-2-3' ? level2 : null,
    level3: row.name,
    target: row.pair.target,
    actual: row.pair.actual,
    weight: figure('weight', row.weight),
    score: figure('score', row.score),
    deviation: has('deviation') && !blank.has(row.deviation) ? row.deviation : null,
  }));
  const said = (text: string): boolean => !blank.has(text);
  const extras = rows.flatMap(({ row, ...one }): ExpectedExtra[] => [
    ...(has('level2Weight') && one.firstOfLevel2
      ? [{ label: columns.words.level2Weight, value: points(one.level2Weight, true) }]
      : []),
    ...(has('foreign') && said(row.foreign)
      ? [{ label: columns.words.foreign, value: row.foreign }]
      : []),
    ...(has('later') && said(laterText(row))
      ? [{ label: columns.words.later, value: laterText(row) }]
      : []),
  ]);
  return { indicators, open, extras };
}

/** The heading's rows and the body's over one set of columns. */
export function indicatorRows(
  context: Context,
  columns: Columns,
  body: readonly (readonly BodyCell[])[],
  width: number,
): { readonly rows: DraftRow[]; readonly spans: readonly number[] } {
  const { keys } = columns;
  const wide = [keys.indexOf('level3'), keys.indexOf('deviation')].filter((index) => index >= 0);
  const spans = spread(keys.length, width, wide);
  return {
    spans,
    rows: [
      ...headingRows(headingsOf(context, columns), spans).map((cells): DraftRow => ({
        kind: 'indicator-header',
        cells,
      })),
      ...bodyRows(body, spans).map((cells): DraftRow => ({ kind: 'indicator', cells })),
    ],
  };
}
