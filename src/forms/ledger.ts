import { leaves, type SourceRef, type Unit } from '../model/index.ts';

export type Category = 'placed' | 'labels' | 'outside';

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

/** Keeps account of what became of every unit of the source. A unit is booked once; a value outranks a label. */
export class Ledger {
  private readonly booked = new Map<Unit, Category>();

  book(units: readonly Unit[], category: Category): void {
    for (const unit of leaves(units)) {
      if (category === 'placed' || !this.booked.has(unit)) this.booked.set(unit, category);
    }
  }

  /** Sums up the units of a form; those that nothing claimed are unplaced. */
  close(units: readonly Unit[]): { accounting: Accounting; unplaced: Unplaced[] } {
    const accounting = { placed: 0, labels: 0, outside: 0, unplaced: 0 };
    const unplaced: Unplaced[] = [];
    for (const unit of new Set(leaves(units))) {
      const category = this.booked.get(unit);
      accounting[category ?? 'unplaced'] += unit.size;
      if (category === undefined && unit.size > 0)
        unplaced.push({ text: unit.raw.trim(), refs: unit.origins });
    }
    return { accounting, unplaced };
  }
}
