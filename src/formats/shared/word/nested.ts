import { findLabel } from '../../../lexicon/index.ts';
import { isBlank } from '../../../model/index.ts';
import type { TextLine } from '../../../model/index.ts';
import type { WordCell, WordRow, WordTable } from './layout.ts';

/** A table with so many labels of a form is no part of a value. */
const leastLabels = 4;

/** Tables that stay tables, by the row that holds them. */
type Held = ReadonlyMap<WordRow, readonly HeldTable[]>;
type HeldTable = WordTable & { readonly holder: NonNullable<WordTable['holder']> };

/**
 * A small table inside a value is part of that value: it becomes lines of its cell, columns parted by tabs. A table in a cell
 * that stands alone in its row, or beside blank cells, is held by a frame and stays a table of its own; so does one that is a form or a part of one: it stands
 * between the rows of the table that holds it, and what its cell says before and behind it stands there as lines.
 *
 * @returns the tables that are left, in the order in which they are read
 */
export function unfoldNested(tables: readonly WordTable[], part: string): WordTable[] {
  const held = heldTables(tables);
  const unfolded: WordTable[] = [];
  for (const table of tables) if (table.holder === undefined) unfold(table, held, part, unfolded);
  return unfolded;
}

/** Absorbs what is part of a value. Inner tables come after the ones that hold them, so that the innermost is absorbed first. */
function heldTables(tables: readonly WordTable[]): Held {
  const held = new Map<WordRow, HeldTable[]>();
  for (const table of tables.toReversed()) {
    const { holder, rows } = table;
    if (holder === undefined) continue;
    const own = held.get(holder.row) ?? [];
    const alone = !holder.row.cells.some((cell) => cell !== holder.cell && hasText(cell));
    if (alone || isForm(table) || rows.some((row) => held.has(row)))
      held.set(holder.row, [{ ...table, holder }, ...own]);
    else {
      holder.cell.paragraphs.splice(holder.at, 0, ...rows.map(lineOf));
      for (const later of own)
        if (later.holder.cell === holder.cell) later.holder.at += rows.length;
    }
  }
  return held;
}

function unfold(
  { after = [], ...table }: WordTable,
  held: Held,
  part: string,
  into: WordTable[],
): void {
  let rows: WordRow[] = [];
  let before = table.before;
  const waiting: WordTable[] = [];
  for (const row of table.rows) {
    rows.push(row);
    const inner = held.get(row) ?? [];
    if (!inner.some((one) => holdsForm(one, held))) waiting.push(...inner);
    else {
      takeTexts(inner, part);
      if (rows.some(({ cells }) => cells.some(hasText))) {
        into.push({ ...table, rows, before });
        before = [];
      }
      for (const one of [...waiting.splice(0), ...inner]) {
        one.before = [...before, ...one.before];
        before = [];
        unfold(one, held, part, into);
      }
      rows = [];
    }
  }
  if (rows.length > 0 || table.rows.length === 0) into.push({ ...table, rows, before });
  for (const one of waiting) unfold(one, held, part, into);
  const last = into.at(-1);
  if (last !== undefined) last.after = [...(last.after ?? []), ...after];
}

/** What the cells say around their tables becomes lines before and behind these. */
function takeTexts(tables: readonly HeldTable[], part: string): void {
  const lines = (paragraphs: readonly string[]): TextLine[] =>
    paragraphs
      .flatMap((text) => text.split('\n'))
      .filter((text) => !isBlank(text))
      .map((text) => ({ text, origin: { part } }));
  for (const [index, table] of tables.entries()) {
    const { cell, at } = table.holder;
    const from =
      tables.slice(0, index).findLast(({ holder }) => holder.cell === cell)?.holder.at ?? 0;
    table.before = [...lines(cell.paragraphs.slice(from, at)), ...table.before];
  }
  for (const cell of new Set(tables.map(({ holder }) => holder.cell))) {
    const last = tables.findLast(({ holder }) => holder.cell === cell);
    if (last !== undefined) last.after = lines(cell.paragraphs.slice(last.holder.at));
    cell.paragraphs.length = 0;
  }
}

function holdsForm(table: WordTable, held: Held): boolean {
  return (
    isForm(table) ||
    table.rows.some((row) => held.get(row)?.some((inner) => holdsForm(inner, held)) ?? false)
  );
}

function isForm({ rows }: WordTable): boolean {
  const labels = rows
    .flatMap(({ cells }) => cells)
    .filter(({ paragraphs }) => findLabel(paragraphs.join('')) !== null);
  return labels.length >= leastLabels;
}

function hasText({ paragraphs }: WordCell): boolean {
  return paragraphs.some((paragraph) => !isBlank(paragraph));
}

function lineOf({ cells }: WordRow): string {
  return cells.map(({ paragraphs }) => paragraphs.join('\n')).join('\t');
}
