import { append, type ExplainedBlock, type Note, type Unit } from '../model/index.ts';
import { clearPages } from './pages/furniture.ts';
import { recognisers } from './blocks/index.ts';
import { FormBuilder } from './cover/build.ts';
import { doubts } from './cover/doubt.ts';
import { explainPath } from './cover/explain.ts';
import { shortestPath, type Step } from './cover/path.ts';
import { start } from './cover/state.ts';
import type { Segment } from './segments/segment.ts';
import type { Item } from './types.ts';
import { type FinishedForm, finishForm } from './tables/whole.ts';

/** Covers a segment's items with the blocks of a form at least cost, and puts the form together from them. */
export class FormAssembler {
  private readonly items: readonly Item[];
  private readonly segment: Segment;
  private readonly repeated: ReadonlySet<string>;
  private readonly aside: readonly Unit[];
  private readonly notes: readonly Note[];

  constructor(items: readonly Item[], segment: Segment, repeated: ReadonlySet<string>) {
    const cleared = clearPages(items, segment, repeated);
    this.items = cleared.items;
    this.segment = cleared.segment;
    this.repeated = repeated;
    this.aside = cleared.outside;
    this.notes = cleared.notes;
  }

  path(): Step[] {
    const { title, to } = this.segment;
    return shortestPath(
      { items: this.items, title, end: to, repeated: this.repeated },
      recognisers,
      start,
    );
  }

  /** How its items are read, block by block. */
  explain(): ExplainedBlock[] {
    return explainPath(this.path(), this.items);
  }

  run(): FinishedForm {
    const form = new FormBuilder();
    append(form.outside, this.aside);
    append(form.notes, this.notes);
    const path = this.path();
    for (const { claim } of path) claim.apply(form);
    append(form.notes, doubts(path, this.items));
    return finishForm(this.items, this.segment, { ...gathered(form), aside: this.aside });
  }
}

function gathered(form: FormBuilder): Omit<Parameters<typeof finishForm>[2], 'aside'> {
  const { tables, otherTerm, taskFunds, pairs, plan, sideRows, total, year } = form;
  const { labels, outside, notes } = form;
  return {
    tables,
    otherTerm,
    taskFunds,
    pairs,
    plan,
    sideRows,
    total,
    year,
    labels,
    outside,
    notes,
  };
}
