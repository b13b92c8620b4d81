import { findLabel, levelKey, type Term } from '../lexicon/index.ts';
import type { Piece } from '../model/index.ts';
import { printedDecimal } from '../number/index.ts';
import type { Extra, FundRow, FundSource } from '../schema/index.ts';
import type { FundsRow, Role } from '../stitch/index.ts';
import type { Reader } from './reader.ts';

const sources: readonly (readonly [Term, FundSource])[] = [
  ['fundTotal', 'total'], ['fundFiscal', 'fiscal'], ['fundCarryover', 'carryover'], ['fundOther', 'other'],
];

export function fundSource(label: string): FundSource {
  const terms = findLabel(label)?.terms ?? [];
  return sources.find(([term]) => terms.includes(term))?.[1] ?? 'unknown';
}

function fundLabel(label: string, source: FundSource): string {
  const bare = label.replace(/[:：]+$/, '');
  return source === 'total' ? levelKey(bare).printed : bare;
}

const figureRoles = ['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'] as const satisfies readonly Role[];

function readRow(reader: Reader, row: FundsRow, index: number): FundRow {
  const path = `/funds/rows/${index}`;
  const label = reader.text(`${path}/label`, row.label) ?? '';
  const source = fundSource(label);
  const figures = Object.fromEntries(figureRoles.map((role) => [role, reader.figure(`${path}/${role}`, row.pieces.get(role))])) as Record<(typeof figureRoles)[number], string | null>;
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

/** A form that prints its funds as labels and values in one row (预算数 | 100 | 执行数 | 98) has one row, the total. */
function readPairedFunds(reader: Reader): FundsRow[] {
  const pieces = new Map<Role, Piece>();
  for (const role of figureRoles) {
    const value = reader.pair(role)?.value;
    if (value !== null && value !== undefined) pieces.set(role, value);
  }
  if (!pieces.has('executed') && !pieces.has('annualBudget')) return [];
  // 实施期资金总额 | 年度资金总额 side by side (Shaanxi): the year's stand last.
  const annual = pieces.has('annualBudget') ? null : reader.lastPair('fundTotal', (text) => printedDecimal(text) !== null);
  if (annual !== null) {
    pieces.set('annualBudget', annual);
    return [{ label: null, pieces, others: [] }, ...readAnnualParts(reader)];
  }
  return [{ label: null, pieces, others: [] }, ...(pieces.has('executed') && pieces.has('annualBudget') ? readPairedParts(reader) : [])];
}

function readAnnualParts(reader: Reader): FundsRow[] {
  return reader.repeated('fundFiscal', 'fundCarryover', 'fundOther').flatMap((pairs) => {
    const last = pairs.at(-1);
    if (last?.value == null) return [];
    reader.take(last);
    return [{ label: last.label, pieces: new Map<Role, Piece>([['annualBudget', last.value]]), others: [] }];
  });
}

/** 其中：财政资金 | 320 | 其中：财政资金 | 304 side by side: of a label printed again and again, the first is budgeted, the last executed. */
function readPairedParts(reader: Reader): FundsRow[] {
  return reader.repeated('fundFiscal', 'fundCarryover', 'fundOther').flatMap((pairs) => {
    const [budget, executed] = [pairs[0], pairs.at(-1)];
    if (budget?.value == null || executed?.value == null) return [];
    reader.take(budget, executed);
    return [{ label: budget.label, pieces: new Map<Role, Piece>([['annualBudget', budget.value], ['executed', executed.value]]), others: [] }];
  });
}

/** What stands in columns of the funds table that the contract has no field for: 原因（总额）. */
export function readOtherFundColumns(reader: Reader, first: number): Extra[] {
  const extras: Extra[] = [];
  for (const { label: source, others } of reader.form.funds) {
    for (const { label, value } of others) {
      if (value !== null) reader.extra(extras, first, `${label.text}（${(source?.text ?? '').replace(/[:：]+$/, '')}）`, value);
    }
  }
  return extras;
}

/** Reads the funds table's rows in printed order. */
export function readFundRows(reader: Reader): FundRow[] {
  const printed = reader.form.funds;
  const rows = printed.length > 0 ? printed : readPairedFunds(reader);
  return rows.map((row, index) => {
    const read = readRow(reader, row, index);
    return row.label === null && (rows.length === 1 || printed.length === 0) ? { ...read, source: 'total', label: '' } : read;
  });
}
