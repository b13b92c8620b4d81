import {
  findLabel,
  findMisread,
  guessSource,
  levelKey,
  type Term,
  partTerms,
} from '../lexicon/index.ts';
import type { Piece } from '../model/index.ts';
import { printedDecimal } from '../number/index.ts';
import type { Extra, FundRow, FundSource } from '../schema/index.ts';
import type { FundsRow, Pair, Role } from '../stitch/index.ts';
import { amountRoles, valueOf, withSigns } from './brackets.ts';
import { emptyColumns } from './indicators.ts';
import type { Reader } from './reader.ts';

const sources: readonly (readonly [Term, FundSource])[] = [
  ['fundTotal', 'total'],
  ['fundFiscal', 'fiscal'],
  ['fundCarryover', 'carryover'],
  ['fundOther', 'other'],
];

export function fundSource(label: string): FundSource {
  const known = findLabel(label)?.terms;
  // What a part calls itself is free; the total is not to be missed for a character.
  const named = sources.find(([term]) => known?.includes(term) === true)?.[1];
  if (named !== undefined) return named;
  if (findMisread(label)?.terms.includes('fundTotal') === true) return 'total';
  const guessed = guessSource(label);
  return sources.find(([term]) => term === guessed)?.[1] ?? 'unknown';
}

function fundLabel(label: string, source: FundSource): string {
  const bare = label.replace(/[:：]+$/, '');
  return source === 'total' ? levelKey(bare).printed : bare;
}

const figureRoles = [
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
  'weight',
  'score',
] as const satisfies readonly Role[];

function readRow(reader: Reader, row: FundsRow, index: number): FundRow {
  const path = `/funds/rows/${index}`;
  const label = reader.text(`${path}/label`, row.label) ?? '';
  const source = fundSource(label);
  const figures = Object.fromEntries(
    figureRoles.map((role) => [role, reader.figure(`${path}/${role}`, row.pieces.get(role))]),
  ) as Record<(typeof figureRoles)[number], string | null>;
  if (isBareRate(reader, row)) reader.bareRates.push(`${path}/executionRate`);
  return {
    source,
    label: fundLabel(label, source),
    initialBudget: figures.initialBudget,
    annualBudget: figures.annualBudget,
    executed: figures.executed,
    weight: figures.weight,
    executionRate: figures.executionRate,
    score: figures.score,
  };
}

const percentSign = /[%％﹪‰]|百分/u;

/** Whether neither a rate nor its heading says that it is a percentage. */
function isBareRate({ form }: Reader, { pieces }: FundsRow): boolean {
  const rate = pieces.get('executionRate');
  const heading = form.fundColumns.find(({ role }) => role === 'executionRate')?.heading;
  return rate !== undefined && ![rate, heading].some((one) => percentSign.test(one?.text ?? ''));
}

/** The figures of a form's funds that stand beside labels; what is scored stands with the amounts. */
function pairedFigures(reader: Reader, budget: Pair | null): Map<Role, Piece> {
  const pieces = new Map<Role, Piece>();
  const amounts = [budget];
  const take = (role: Role, pair: Pair | null): void => {
    if (pair?.value != null) pieces.set(role, pair.value);
  };
  take('annualBudget', budget);
  for (const role of ['initialBudget', 'executed', 'executionRate'] as const) {
    const pair = reader.pair(role);
    amounts.push(pair);
    take(role, pair);
  }
  for (const role of ['weight', 'score'] as const) take(role, reader.pairBehind(role, amounts));
  return pieces;
}

/** A form that prints its funds as labels and values in one row (预算数 | 100 | 执行数 | 98) has one row, the total. */
function readPairedFunds(reader: Reader): FundsRow[] {
  const budget = reader.pair('annualBudget');
  const pieces = pairedFigures(reader, budget);
  if (!pieces.has('executed') && !pieces.has('annualBudget')) return [];
  // 实施期资金总额 | 年度资金总额 side by side (Shaanxi): the year's stand last.
  const annual = pieces.has('annualBudget')
    ? null
    : reader.lastPair('fundTotal', (text) => printedDecimal(text) !== null);
  if (annual !== null) {
    pieces.set('annualBudget', annual);
    return [
      { label: null, pieces, others: [] },
      ...readParts(reader, null, { annualBudget: 'last' }),
    ];
  }
  return [
    { label: null, pieces, others: [] },
    ...(pieces.has('executed') && pieces.has('annualBudget')
      ? readParts(reader, budget, { annualBudget: 'first', executed: 'last' })
      : []),
  ];
}

/** Which of the pairs that one label names, in printed order, fills which column. */
type PartRoles = Readonly<Partial<Record<'annualBudget' | 'executed', 'first' | 'last'>>>;

/**
 * 其中：财政资金 | 320 | 其中：财政资金 | 304 side by side: the parts of a total, whose labels are printed again and again.
 * What stands in front of the total is no part of it.
 */
function readParts(reader: Reader, total: Pair | null, roles: PartRoles): FundsRow[] {
  const parts = reader.repeated(total, ...partTerms);
  return parts.flatMap((pairs) => {
    const pieces = new Map<Role, Piece>();
    const taken: Pair[] = [];
    for (const [role, place] of Object.entries(roles) as [keyof PartRoles, 'first' | 'last'][]) {
      const pair = pairs.at(place === 'first' ? 0 : -1);
      if (pair?.value == null) return [];
      pieces.set(role, pair.value);
      taken.push(pair);
    }
    const rate = reader.behind(pairs.at(-1), 'executionRate');
    if (rate?.value != null) {
      pieces.set('executionRate', rate.value);
      taken.push(rate);
    }
    reader.take(...taken);
    return [{ label: taken[0]?.label ?? null, pieces, others: [] }];
  });
}

/** 累计金额 | 实施期金额 beside 年度金额 (Guangdong): an amount of several years is no part of the year's. */
export function isOfYears(row: FundsRow): boolean {
  return row.label !== null && /^(?:累计|实施期|[中长]期)/.test(row.label.text);
}

/** A row's name as it stands behind a column's words, in brackets; a row without a label adds nothing to them. */
function nameOfRow({ label }: FundsRow): string {
  const name = (label?.text ?? '').replace(/[:：]+$/, '');
  return name === '' ? '' : `（${name}）`;
}

/** What stands in columns of the funds table that the contract has no field for, 原因（总额）, and in rows that are not of the year. */
export function readOtherFundColumns(reader: Reader, first: number): Extra[] {
  const extras: Extra[] = [];
  for (const row of reader.form.funds) {
    const named = nameOfRow(row);
    const figures = isOfYears(row)
      ? figureRoles.map((role) => ({
          label: reader.form.fundColumns.find((column) => column.role === role)?.heading,
          value: row.pieces.get(role),
        }))
      : [];
    if (figures.length > 0) reader.label(row.label?.units ?? []);
    for (const { label, value } of [...figures, ...row.others]) {
      if (value != null) reader.extra(extras, first, `${label?.text ?? ''}${named}`, value);
    }
  }
  return [...extras, ...emptyColumns(reader.form.fundColumns, extras)];
}

/** Reads the funds table's rows in printed order. */
export function readFundRows(reader: Reader): FundRow[] {
  const printed = reader.form.funds.filter((row) => !isOfYears(row));
  const rows = printed.length > 0 ? printed : readPairedFunds(reader);
  const read = withSigns(
    reader,
    rows,
    rows.map((row, index) => readRow(reader, row, index)),
  );
  if (read.some(({ source }) => source === 'total')) return read;
  // The amounts above those of the parts need no label to be the total.
  const unnamed = rows.flatMap(({ label }, index) => (label === null ? [index] : []));
  const total = unnamed.length === 1 ? unnamed[0] : read.findIndex(isSumOfOthers);
  return read.map((row, index) => (total === index ? { ...row, source: 'total' } : row));
}

/** Whether a row of an unknown kind gives in each column what the others give together. */
function isSumOfOthers(row: FundRow, index: number, rows: readonly FundRow[]): boolean {
  if (row.source !== 'unknown' || rows.length < 2) return false;
  const sums = amountRoles.flatMap((role) => {
    const whole = printedDecimal(row[role] ?? '');
    if (whole === null) return [];
    const parts = rows.flatMap((other, at) => (at === index ? [] : [other[role] ?? '0']));
    const sum = parts.reduce((total, part) => total + valueOf(part), 0);
    return [{ whole: Number(whole), sum }];
  });
  return (
    sums.some(({ whole }) => whole !== 0) &&
    sums.every(({ whole, sum }) => Math.abs(whole - sum) < 0.005)
  );
}
