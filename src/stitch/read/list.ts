import { atColumn, withPiece, withSlots } from '../rows/alike.ts';
import { findLevel1, findLevel2, findTitle, names } from '../../lexicon/index.ts';
import { append, joinPieces, type Note, type Piece, type Unit } from '../../model/index.ts';
import { namesOtherTable } from '../blocks/other-tables.ts';
import { note } from '../notes.ts';
import { beginsWithLabel, shownSlots } from '../blocks/label-values.ts';
import { onlyText } from '../segments/segment.ts';
import { listAt, type ListTable, lowestWord, mostAbove, namesAmount } from './list-table.ts';
import type { Feed } from './feed.ts';
import type { Column, Item, Slot } from '../types.ts';

function isLevel({ piece }: Slot): boolean {
  return piece !== null && (findLevel1(piece.text) ?? findLevel2(piece.text)) !== null;
}

/** A copy that says the same and counts for nothing: its original was counted. */
function copyPiece(piece: Piece): Piece {
  return {
    text: piece.text,
    units: piece.units.map((unit): Unit => ({ raw: unit.raw, size: 0, origins: unit.origins })),
  };
}

function copyItem(item: Item): Item {
  return withSlots(
    item,
    item.slots.map((slot) => withPiece(slot, slot.piece && copyPiece(slot.piece))),
  );
}

/** A title that is a row of its own, as text with tabs has it, would be one of the table of the project above. */
function asLine(item: Item): Item {
  return onlyText(item) === null ? item : { ...item, kind: 'line', gap: true };
}

function rowOf(like: Item, ...pieces: readonly (Piece | null)[]): Item {
  return {
    kind: 'row',
    slots: pieces.map((piece, column) => ({ piece, column, span: 1, covered: false })),
    geometry: 'ordinal',
    page: like.page,
    gap: false,
    cut: undefined,
  };
}

/** Divides a row at the first column of the indicators, or at the level label before it where the row lost cells. */
function divide(item: Item, from: number): { front: readonly Slot[]; back: Item } {
  const slid =
    item.geometry === 'ordinal'
      ? item.slots.find((slot) => slot.column < from && isLevel(slot))
      : undefined;
  const at = slid?.column ?? from;
  const back = item.slots
    .filter(({ column }) => column >= at)
    .map((slot) => atColumn(slot, slot.column - at));
  return { front: item.slots.filter(({ column }) => column < at), back: withSlots(item, back) };
}

function withoutTail(item: Item, [first]: readonly Column[]): Item {
  return first === undefined
    ? item
    : withSlots(
        item,
        item.slots.filter((slot) => slot.column < first.from),
      );
}

/** A row of the heading from the indicators on; what is printed over columns on both sides of that place stands there as well. */
function headingFrom(row: Item, from: number): Item {
  const { front, back } = divide(row, from);
  const over = front
    .filter(({ column, span }) => column + span > from)
    .map((slot) => ({ ...slot, column: 0, span: slot.column + slot.span - from }));
  return over.length === 0 ? back : { ...back, slots: [...over, ...back.slots] };
}

/** Walks through the rows of one list and gathers them by project. */
class ListSpreader {
  private readonly outside: Item[] = [];
  private readonly notes: Note[] = [];
  private readonly done: Item[] = [];
  private readonly table: ListTable;
  /** What the current project prints in each column in front of the indicators. */
  private values: (Piece | null)[];
  private rows: Item[] = [];
  /** A project was named of which nothing was given yet. */
  private named = false;
  private first = true;
  /** What the current project prints in the last columns. */
  private closing: (Piece | null)[] = [];

  constructor(table: ListTable) {
    this.table = table;
    this.values = table.head.map(() => null);
  }

  /** The first column of the indicators. */
  get from(): number {
    return this.table.from;
  }

  take(row: Item): void {
    const { tail } = this.table;
    this.lay(withoutTail(row, tail));
    tail.forEach(({ from, to }, index) => {
      const own = row.slots.find(
        ({ piece, covered, column }) =>
          piece !== null && !covered && column >= from && column <= to,
      );
      if (own?.piece == null) return;
      // What each row of a project says again is no news.
      if (this.closing[index]?.text === own.piece.text) this.outside.push(rowOf(row, own.piece));
      else this.closing[index] = joinPieces([this.closing[index] ?? null, own.piece]);
    });
  }

  private lay(item: Item): void {
    const { front, back } = divide(item, this.table.from);
    const printed = this.table.head.map(
      ({ from, to }) =>
        front.find((slot) => slot.piece !== null && slot.column >= from && slot.column <= to) ??
        null,
    );
    const name = printed[this.table.name] ?? null;
    const bare = !back.slots.some(({ piece, covered }) => piece !== null && !covered);
    if (bare && !this.saysGoal(printed)) {
      this.leaveOut(item, printed);
      return;
    }
    if (name !== null && !name.covered && name.piece?.text !== this.values[this.table.name]?.text) {
      this.flush();
      this.values = printed.map((slot, index) => this.valueOf(slot, index));
      this.named = true;
    } else {
      this.goOn(item, printed);
    }
    if (!bare) this.rows.push(back);
  }

  /** Without indicators, what a row says it wants to reach tells a project from a department's own row and from sums. */
  private saysGoal(printed: readonly (Slot | null)[]): boolean {
    const says = (slot: Slot | null, index: number): boolean => {
      const label = this.table.head[index]?.heading;
      return (
        slot !== null &&
        !slot.covered &&
        label != null &&
        names(label.text, 'goalBlock', 'goalExpected', 'midTermGoal')
      );
    };
    const own = printed[this.table.name];
    return own != null && !own.covered && printed.some(says);
  }

  /** A department's own row, a sum over projects, or a project of which nothing but an amount is said. */
  private leaveOut(item: Item, printed: readonly (Slot | null)[]): void {
    const name = printed[this.table.name]?.piece;
    const more = printed.some(
      (slot, index) => index !== this.table.name && slot !== null && !slot.covered,
    );
    this.outside.push(item);
    if (name != null && more && !names(name.text, 'total'))
      this.notes.push(note('list-row-bare', { name: name.text.slice(0, 40) }, name.units));
  }

  pass(item: Item): void {
    this.rows.push(item);
  }

  /** A grade beside its label; 总分 as a row below the scores. */
  private closingRow(like: Item, label: Piece, value: Piece | null): Item {
    const { score, from } = this.table;
    const row = rowOf(like, label, value);
    if (!names(label.text, 'total', 'score')) return row;
    const slots = row.slots.map((slot, index) =>
      index === 0 || score === null ? slot : { ...slot, column: score.from - from },
    );
    return { ...row, slots, geometry: 'spans' };
  }

  /** The items of the projects that are whole. */
  taken(): Item[] {
    return this.done.splice(0);
  }

  close(beside: Beside): Item[] {
    this.flush();
    append(beside.outside, this.outside);
    append(beside.notes, this.notes);
    return this.taken();
  }

  /** A unit that is printed once stands for the projects below it; an amount or a goal does not, unless its cell spans them. */
  private valueOf(slot: Slot | null, index: number): Piece | null {
    if (slot !== null && !slot.covered) return slot.piece;
    const label = this.table.head[index]?.heading;
    const holds =
      slot !== null ||
      (label != null && names(label.text, 'reportingUnit', 'department', 'implementingUnit'));
    const value = slot?.piece ?? (holds ? this.values[index] : null);
    return value == null ? null : copyPiece(value);
  }

  /** A further row of a project: what it says again is no news; anything else goes on with what its column said. */
  private goOn(item: Item, printed: readonly (Slot | null)[]): void {
    printed.forEach((slot, index) => {
      if (slot?.piece == null || slot.covered) return;
      if (this.values[index]?.text === slot.piece.text) this.outside.push(rowOf(item, slot.piece));
      else this.values[index] = joinPieces([this.values[index] ?? null, slot.piece]);
    });
  }

  private flush(): void {
    const { head, heading, above, name, from, tail } = this.table;
    const [like] = heading;
    if ((this.rows.length === 0 && !this.named) || like === undefined) return;
    const own = <T>(value: T, copy: (value: T) => T): T => (this.first ? value : copy(value));
    if (!this.first) this.done.push(...above.map((item) => asLine(copyItem(item))));
    const pairs = head.map(({ heading: label }, index) =>
      rowOf(like, label && own(lowestWord(label), copyPiece), this.values[index] ?? null),
    );
    const named = pairs.splice(name, 1);
    const closing = tail.flatMap(({ heading: label }, index) =>
      label === null
        ? []
        : [this.closingRow(like, own(lowestWord(label), copyPiece), this.closing[index] ?? null)],
    );
    // Money behind the indicators is said in front of them; 总分 and the grade are said below.
    const isMoney = (row: Item): boolean => namesAmount(row.slots[0]?.piece?.text ?? '');
    this.done.push(
      ...named,
      ...pairs,
      ...closing.filter(isMoney),
      ...heading.map((row) => own(headingFrom(withoutTail(row, tail), from), copyItem)),
      ...this.rows,
    );
    this.done.push(...closing.filter((row) => !isMoney(row)));
    this.closing = [];
    this.rows = [];
    this.named = false;
    this.first = false;
  }
}

/** Whether an item ends a list: a title, another table, a form's own head. */
function endsList(item: Item, from: number): boolean {
  return (
    findTitle(onlyText(item) ?? '') !== null ||
    (item.kind === 'line' && namesOtherTable(item)) ||
    // 项目完成时间 where indicators have their names is one of these.
    (item.kind === 'row' && (shownSlots(item)[0]?.column ?? 0) < from && beginsWithLabel(item))
  );
}

function textsOf(rows: readonly Item[]): string {
  return rows.flatMap((row) => shownSlots(row).map(({ piece }) => piece.text)).join('|');
}

/** What stands in a list but belongs to none of its projects, and what was noticed: filled while its items are asked for. */
export interface Beside {
  /** Sums over projects, and headings printed again. */
  readonly outside: Item[];
  readonly notes: Note[];
}

/** Gives each project of a table that lists many a head, a heading and rows of its own, as if each had been printed alone. */
export function* spreadLists(rows: Feed, beside: Beside): Generator<Item> {
  const { items } = rows;
  let list: ListSpreader | null = null;
  let texts = '';
  for (let at = 0; rows.reach(at);) {
    rows.release(at - mostAbove - 1);
    const item = items[at] as Item;
    const table = listAt(items, at);
    at += table?.heading.length ?? 1;
    if (table !== null) {
      if (list !== null && textsOf(table.heading) === texts) append(beside.outside, table.heading);
      else {
        if (list !== null) yield* list.close(beside);
        list = new ListSpreader(table);
      }
      texts = textsOf(table.heading);
      continue;
    }
    if (list !== null && endsList(item, list.from)) {
      yield* list.close(beside);
      list = null;
    }
    if (list === null) yield item;
    else if (item.kind === 'row') list.take(item);
    else list.pass(item);
    if (list !== null) yield* list.taken();
  }
  if (list !== null) yield* list.close(beside);
}
