import {
  append,
  type ExplainedForm,
  leaves,
  type Note,
  type Staged,
  type TableDocument,
  type Unit,
} from '../model/index.ts';
import { findForms } from './segments/again.ts';
import { FormAssembler } from './assemble.ts';
import { breakOff, endOf } from './broken.ts';
import { Feed } from './read/feed.ts';
import { allAtOnce, type DocumentRows, rowsOf } from './read/rows.ts';
import { isScoreSheet, kindsIn, otherKind } from './segments/other-kinds.ts';
import type { Segment } from './segments/segment.ts';
import type { Item, StitchedDocument, WholeForm } from './types.ts';

/** How many signs of a form (project name, title, a table of its kind; an indicator table with values counts twice) make one. */
const enoughEvidence = 2;

function unitsOf(items: readonly Item[]): Unit[] {
  return items.flatMap((item) =>
    item.slots.filter((slot) => !slot.covered).flatMap((slot) => slot.piece?.units ?? []),
  );
}

/** Says which forms break off. A form without its indicators does, and so may one without an end. */
function markBroken(forms: readonly WholeForm[]): WholeForm[] {
  const broken = breakOff(forms.map(endOf));
  return forms.map((form, index) => (broken[index] === true ? { ...form, complete: false } : form));
}

/** What a document's forms are, and how each was read. */
interface Explained {
  readonly whole: StitchedDocument;
  readonly forms: readonly ExplainedForm[];
}

/** Stitches a document and says how: each row of each form with its claim, its cost and the runner-up. */
export function explain(document: TableDocument): Staged<Explained> {
  const forms: ExplainedForm[] = [];
  const { value: whole, notes } = assemble(documentRows(document), (assembler, { title }) => {
    const blocks = assembler.explain();
    const cost = blocks.reduce((sum, block) => sum + block.cost, 0);
    forms.push({ title: title?.text ?? null, cost, blocks });
  });
  return { value: { whole, forms }, notes };
}

/** Is told of each form, before its assembler is let go. */
type Found = (assembler: FormAssembler, form: WholeForm) => void;

function isOtherKind({ code }: Note): boolean {
  return code === 'other-kind';
}

/** The form of a segment, or the name of the table of another kind that stands there. */
function readSegment(
  items: readonly Item[],
  segment: Segment,
  repeated: ReadonlySet<string>,
  found: Found,
): { readonly form: WholeForm | null; readonly notes: readonly Note[] } {
  const kind = segment.title?.title.kind;
  const told = (): Note[] => [otherKind(items, segment)].filter((one) => one !== null);
  if (kind === 'other') return { form: null, notes: told() };
  const assembler = new FormAssembler(items, segment, repeated);
  const read = assembler.run();
  const ours = kind === 'self-evaluation' || kind === 'target';
  if (!ours && isScoreSheet(read.form, kind === 'scores')) return { form: null, notes: told() };
  if (read.evidence < enoughEvidence) return { form: null, notes: kind === 'scores' ? told() : [] };
  found(assembler, read.form);
  return { form: read.form, notes: read.notes };
}

/**
 * Makes a document's tables whole: finds its forms, puts labels and rows that were cut together again and cells back into
 * their columns. Every unit of the source stands in one form or in `outside`.
 */
export function stitch(document: TableDocument): Staged<StitchedDocument> {
  return assemble(documentRows(document), () => undefined);
}

function documentRows(document: TableDocument): DocumentRows {
  return rowsOf(document.format, () => allAtOnce(document));
}

/** A form, and what was noticed down to its end. */
export interface ToldForm {
  readonly form: WholeForm;
  readonly notes: readonly Note[];
}

/** What is left once all forms of a document were told. */
export interface Rest {
  /** Units that belong to no form. */
  readonly outside: readonly Unit[];
  /** What was noticed of the rows, before any form. */
  readonly before: readonly Note[];
  /** What was noticed behind the last form. */
  readonly notes: readonly Note[];
}

/** A head that is printed again at the top of a page is the longest of what is looked for below a row. */
const rowsBelow = 40;

/** What stands at a page's end is told by so many rows above it. */
const stillAsked = 8;

/** The whole forms of a document's rows, one at a time: the rows of each are let go once the next is asked for. */
export function* stitchForms(
  { rows, repeated, beside }: DocumentRows,
  found: Found = () => undefined,
): Generator<ToldForm, Rest> {
  const feed = new Feed(rows, rowsBelow);
  const { items } = feed;
  let notes: Note[] = [];
  const outside: Unit[] = [];
  let end = 0;
  let alone = true;
  for (const segment of findForms(feed)) {
    append(outside, unitsOf(items.slice(end, segment.from)));
    end = segment.to;
    const read = readSegment(items, segment, repeated, found);
    append(notes, read.notes);
    if (read.form === null) append(outside, unitsOf(items.slice(segment.from, segment.to)));
    else {
      yield { form: read.form, notes };
      notes = [];
    }
    alone &&= read.form === null;
    if (!alone) feed.release(segment.to - stillAsked);
  }
  append(outside, unitsOf(items.slice(end)));
  if (alone && !notes.some(isOtherKind)) append(notes, kindsIn(items));
  const { outside: apart, notes: before } = beside();
  const told = (all: readonly Note[]): Note[] =>
    all.map((one) => (alone && isOtherKind(one) ? { ...one, severity: 'warning' } : one));
  return {
    outside: leaves([...unitsOf(apart), ...outside]),
    before: told(before),
    notes: told(notes),
  };
}

function assemble(rows: DocumentRows, found: Found): Staged<StitchedDocument> {
  const forms: WholeForm[] = [];
  const notes: Note[] = [];
  const told = stitchForms(rows, found);
  let next = told.next();
  for (; next.done !== true; next = told.next()) {
    forms.push(next.value.form);
    append(notes, next.value.notes);
  }
  const { outside, before, notes: behind } = next.value;
  return {
    value: { forms: markBroken(forms), outside },
    notes: [...before, ...notes, ...behind],
  };
}

export type {
  Column,
  FundsRow,
  IndicatorRow,
  LevelLabel,
  Pair,
  Role,
  StitchedDocument,
  WholeForm,
} from './types.ts';
export { breakOff, endOf } from './broken.ts';
export { type DocumentRows, rowsOf } from './read/rows.ts';
export { wholeGrids } from './tables/render.ts';
