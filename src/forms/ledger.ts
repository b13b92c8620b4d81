import { provesLabel, saysValue } from '../lexicon/index.ts';
import {
  countUp,
  labelKey,
  leaves,
  type Piece,
  type SourceRef,
  type Unit,
} from '../model/index.ts';
import { printedFigure } from '../number/index.ts';
import type { PerformanceForm } from '../schema/index.ts';
import { Echoes } from './echoes.ts';
import { Shown } from './shown.ts';
import { textAt } from './values.ts';

/** Text inside a form that no field took. */
export interface Unplaced {
  readonly text: string;
  readonly refs: readonly SourceRef[];
}

export interface Accounting {
  readonly placed: number;
  readonly labels: number;
  readonly outside: number;
  readonly unplaced: number;
}

/**
 * Keeps account of what became of every unit of a form. What the stages say of a unit are claims; the books are closed on
 * the finished JSON: a unit is `placed` where it stands in the value that it was taken for, a label where its words are proved.
 */
export class Ledger {
  private readonly taken: { readonly path: string; readonly units: readonly Unit[] }[] = [];
  private readonly claimed = new Set<Unit>();
  private readonly words: Piece[] = [];
  private readonly outside = new Set<Unit>();

  /** Claims that units stand in the value at a JSON Pointer. */
  place(path: string, units: readonly Unit[]): void {
    this.taken.push({ path, units });
  }

  /** Claims that units are words of the form itself. */
  label(units: readonly Unit[]): void {
    for (const unit of leaves(units)) this.claimed.add(unit);
  }

  /** Claims that the units of a piece make one label together. */
  word(piece: Piece): void {
    this.label(piece.units);
    this.words.push(piece);
  }

  /** Claims that units are no part of the form. */
  aside(units: readonly Unit[]): void {
    for (const unit of leaves(units)) this.outside.add(unit);
  }

  /** Sums up the units of a form by what of them the JSON holds; what no value shows and no word proves is unplaced. */
  close(
    units: readonly Unit[],
    form: PerformanceForm,
  ): { accounting: Accounting; unplaced: Unplaced[] } {
    const accounting = { placed: 0, labels: 0, outside: 0, unplaced: 0 };
    const unplaced: Unplaced[] = [];
    const shown = this.shown(form);
    const proved = this.proved(form, shown);
    for (const unit of new Set(leaves(units))) {
      const lost = shown.lost(unit);
      if (lost === null && proved.has(unit)) accounting.labels += unit.size;
      else if (lost === null && this.outside.has(unit)) accounting.outside += unit.size;
      else {
        const { text, size } = lost ?? { text: unit.raw.trim(), size: unit.size };
        const left = Math.min(size, unit.size);
        accounting.placed += unit.size - left;
        // 二、项目资金（单位：万元） is a label whose unit is a value.
        if (lost !== null && this.claimed.has(unit) && provesLabel(unit.raw)) {
          accounting.labels += left;
          continue;
        }
        accounting.unplaced += left;
        if (left > 0) unplaced.push({ text, refs: unit.origins });
      }
    }
    return { accounting, unplaced };
  }

  private shown(form: PerformanceForm): Shown {
    const shown = new Shown();
    for (const { path, units } of this.taken) {
      const parts = leaves(units);
      const value = textAt(form, path);
      shown.add(parts, value, path);
      // A dash and 无 say that there is no value: they are the form's own words.
      if (value === null)
        for (const unit of parts)
          if (printedFigure(unit.raw.trim()).kind === 'nothing') this.claimed.add(unit);
    }
    return shown;
  }

  /** The units claimed as labels, and in no value, whose words are known, echoed by the JSON, or known once put together. */
  private proved(form: PerformanceForm, shown: Shown): ReadonlySet<Unit> {
    const echoes = new Echoes(form);
    const proves = (text: string): boolean =>
      provesLabel(text) || echoes.has(text) || printedFigure(text.trim()).kind === 'nothing';
    const claimed = [...this.claimed];
    const proved = new Set([...serials(claimed), ...counters(claimed)]);
    // No piece of 资金性质：一般公共预算 is a label by itself.
    const values = new Set<Unit>();
    for (const { text, units } of this.words)
      if (proves(text)) for (const unit of leaves(units)) proved.add(unit);
      else if (saysValue(text)) for (const unit of leaves(units)) values.add(unit);
    const open = (unit: Unit): boolean =>
      !proved.has(unit) && !shown.has(unit) && !values.has(unit);
    for (const unit of claimed) if (open(unit) && proves(unit.raw)) proved.add(unit);
    for (const unit of rejoined(claimed, open, proves)) proved.add(unit);
    return proved;
  }
}

/** Whole numbers below 序号 count rows, and say nothing else. */
function serials(units: readonly Unit[]): Unit[] {
  const columns = new Set(
    units.filter(({ raw }) => labelKey(raw) === '序号').map(({ origins }) => origins[0]?.column),
  );
  return columns.size === 0
    ? []
    : units.filter(
        ({ raw, origins }) => columns.has(origins[0]?.column) && /^\s*\d{1,3}\s*$/.test(raw),
      );
}

/** 1 | 2 | 3 … in a row of a heading count its columns, and say nothing else. */
function counters(units: readonly Unit[]): Unit[] {
  const rows = new Map<string, Unit[]>();
  for (const unit of units) {
    const { table, row } = unit.origins[0] ?? {};
    const key = `${String(table)} ${String(row)}`;
    rows.set(key, [...(rows.get(key) ?? []), unit]);
  }
  return [...rows.values()].filter((row) => countUp(row.map(({ raw }) => raw.trim()))).flat();
}

/** A label is cut into no more pieces than this. */
const mostPieces = 6;

/** Units that make a label with those beside them, as they were claimed or below each other: 年度总 | 体目标. */
function rejoined(
  claimed: readonly Unit[],
  open: (unit: Unit) => boolean,
  proves: (text: string) => boolean,
): Unit[] {
  if (!claimed.some(open)) return [];
  const below = [...claimed].sort((a, b) => compareColumns(a.origins[0], b.origins[0]));
  return [claimed, below].flatMap((units) =>
    units.filter((unit, at) => open(unit) && windowsAround(units, at).some(proves)),
  );
}

/** The texts of all runs of units that hold the one at an index and others. */
function windowsAround(units: readonly Unit[], at: number): string[] {
  const texts: string[] = [];
  for (let from = Math.max(0, at - mostPieces + 1); from <= at; from += 1) {
    const last = Math.min(units.length, from + mostPieces);
    for (let to = Math.max(at + 1, from + 2); to <= last; to += 1)
      texts.push(
        units
          .slice(from, to)
          .map(({ raw }) => raw)
          .join(''),
      );
  }
  return texts;
}

/** Down one column, then the next. */
function compareColumns(a: SourceRef | undefined, b: SourceRef | undefined): number {
  const order = (['column', 'table', 'row', 'line'] as const).map(
    (key) => (a?.[key] ?? 0) - (b?.[key] ?? 0),
  );
  return order.find((difference) => difference !== 0) ?? 0;
}
