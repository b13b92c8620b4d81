import {
  append,
  type ExplainedForm,
  leaves,
  type Note,
  type Piece,
  type Staged,
  type TableDocument,
  type Unit,
} from '../model/index.ts';
import { findForms } from './segments/again.ts';
import { FormAssembler } from './assemble.ts';
import { spreadLists } from './read/list.ts';
import { mendMisread } from './read/misread.ts';
import { isScoreSheet, kindsIn, otherKind } from './segments/other-kinds.ts';
import { onlyText, type Segment } from './segments/segment.ts';
import { type Readable, readingOrder } from './read/stream.ts';
import { printedDecimal } from '../number/index.ts';
import type { Item, Role, StitchedDocument, WholeForm } from './types.ts';
import { partYears } from './read/year-line.ts';

/** How many signs of a form (project name, title, a table of its kind; an indicator table with values counts twice) make one. */
const enoughEvidence = 2;

/** Lines, and texts in a row's first column without anything beside, that are printed more than once: running heads and the like. */
function repeatedLines(items: readonly Item[]): Set<string> {
  const seen = new Map<string, number>();
  for (const item of items) {
    const text = item.kind === 'line' || item.slots[0]?.piece != null ? onlyText(item) : null;
    if (text !== null) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, times]) => times > 1).map(([text]) => text));
}

function unitsOf(items: readonly Item[]): Unit[] {
  return items.flatMap((item) =>
    item.slots.filter((slot) => !slot.covered).flatMap((slot) => slot.piece?.units ?? []),
  );
}

function printsScores(form: WholeForm): boolean {
  return form.indicatorColumns.some(({ role }) => role === 'score');
}

/** Whether the weights of a form's rows, with that of its money or without, come to a hundred: no row is missing. */
function weighsWhole({ indicators, funds }: WholeForm): boolean {
  const sum = (rows: readonly { readonly pieces: ReadonlyMap<Role, Piece> }[]): number =>
    rows.reduce(
      (all, { pieces }) => all + Number(printedDecimal(pieces.get('weight')?.text ?? '') ?? 0),
      0,
    );
  const own = sum(indicators);
  return [own, own + sum(funds)].some((all) => Math.abs(all - 100) < 1e-6);
}

/**
 * Says which forms break off. A form without its indicators does; so does one that scores but has no 总分, where others print
 * theirs or it alone scores.
 */
function markBroken(forms: readonly WholeForm[]): WholeForm[] {
  const usual =
    forms.some(({ total }) => total !== null) || forms.filter(printsScores).length === 1;
  return forms.map((form) => {
    const ended = form.total !== null || form.pairs.some(({ terms }) => terms.includes('total'));
    const unended = printsScores(form) && !ended && usual && !weighsWhole(form);
    return unended ? { ...form, complete: false } : form;
  });
}

/** What a document's forms are, and how each was read. */
interface Explained {
  readonly whole: StitchedDocument;
  readonly forms: readonly ExplainedForm[];
}

/** Stitches a document and says how: each row of each form with its claim, its cost and the runner-up. */
export function explain(document: TableDocument): Staged<Explained> {
  const forms: ExplainedForm[] = [];
  const { value: whole, notes } = assemble(rowsOf(document), (assembler, { title }) => {
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
  return stitchRows(rowsOf(document));
}

/** The rows of a document in reading order, its labels mended; what stands outside of them, and what was noticed. */
export interface DocumentRows {
  readonly items: Item[];
  readonly outside: readonly Unit[];
  readonly notes: readonly Note[];
}

/** All that is read of a document's tables: from here on they may go. */
export function rowsOf(document: Readable): DocumentRows {
  const mended = mendMisread(partYears(readingOrder(document)));
  const { items, outside, notes } = spreadLists(mended.value);
  return {
    items: [...items],
    outside: unitsOf(outside),
    notes: [...mended.notes, ...notes],
  };
}

/** The same as `stitch` for the rows of a document, which it takes away: they can be read once. */
export function stitchRows(rows: DocumentRows): Staged<StitchedDocument> {
  return assemble(rows, () => undefined);
}

/** Stands for the rows of forms that were read: of a document of thousands of forms those of one are kept. */
const done: Item = {
  kind: 'line',
  slots: [],
  geometry: 'ordinal',
  page: null,
  gap: true,
  cut: undefined,
};

/** What stands at a page's end is told by so many rows above it. */
const stillAsked = 8;

function assemble(rows: DocumentRows, found: Found): Staged<StitchedDocument> {
  const { items } = rows;
  const repeated = repeatedLines(items);
  const notes: Note[] = [...rows.notes];
  const forms: WholeForm[] = [];
  const outside = [...rows.outside];
  let end = 0;
  for (const segment of findForms(items)) {
    append(outside, unitsOf(items.slice(end, segment.from)));
    end = segment.to;
    const read = readSegment(items, segment, repeated, found);
    append(notes, read.notes);
    if (read.form !== null) {
      forms.push(read.form);
      items.fill(done, segment.from, Math.max(segment.from, segment.to - stillAsked));
    } else append(outside, unitsOf(items.slice(segment.from, segment.to)));
  }
  append(outside, unitsOf(items.slice(end)));
  const alone = forms.length === 0;
  if (alone && !notes.some(isOtherKind)) append(notes, kindsIn(items));
  const told = notes.map((one): Note =>
    alone && isOtherKind(one) ? { ...one, severity: 'warning' } : one,
  );
  return { value: { forms: markBroken(forms), outside: leaves(outside) }, notes: told };
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
export { wholeGrids } from './tables/render.ts';
