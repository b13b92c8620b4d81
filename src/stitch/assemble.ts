import { findTitle, findUnit, findYearLine, isLevelFragment } from '../lexicon/index.ts';
import { append, type Note, type Piece, type Unit } from '../model/index.ts';
import { alignRow } from './align.ts';
import { readAmounts } from './amounts.ts';
import { clearPages } from './aside.ts';
import { beginsOtherTable, goesOnBelow, namesOtherTable } from './end.ts';
import { partGlued } from './glued.ts';
import { findHeading, type Heading } from './headings.ts';
import { isLateIndicator, leavesFunds, leavesGoal } from './leaving.ts';
import { note } from './notes.ts';
import { readPlan } from './plan.ts';
import {
  beginsWithLabel,
  continuesValues,
  isNumberedTitle,
  isPartTitle,
  isSectionTitle,
  isSentence,
  type PlacedPair,
  readPairs,
  secondValues,
  shownSlots,
} from './pairs.ts';
import { continuation, mendBreak, recast, strayRow, unitsOf, widened } from './rows.ts';
import { isFurniture, onlyText, type Segment } from './segment.ts';
import type { OpenTable } from './tables.ts';
import { isLoneFigure, isTotalRow, readTotal, readTotalHeading, type TotalRow } from './total.ts';
import { pairUnder, readPairsHead, readSideTable, type SideTable } from './side.ts';
import type { Column, IndicatorRow, Item, PlanStep, TableKind, WholeForm } from './types.ts';
import { isLongTerm, setTermAside } from './two-terms.ts';
import { type FinishedForm, finishForm } from './whole.ts';

type State = 'pairs' | TableKind;

/** Walks through a segment's items once and gathers what each says. */
export class FormAssembler {
  private readonly items: readonly Item[];
  private readonly segment: Segment;
  private readonly repeated: ReadonlySet<string>;
  private state: State = 'pairs';
  private readonly tables = new Map<TableKind, OpenTable>();
  /** The columns under which the current table's rows stand; a heading repeated on a later page may differ from the first. */
  private columns: readonly Column[] = [];
  private pairs: PlacedPair[] = [];
  private lastPairs: readonly PlacedPair[] = [];
  private plan: PlanStep[] = [];
  private total: TotalRow | null = null;
  private year: WholeForm['year'] = null;
  private readonly labels: Unit[] = [];
  private readonly outside: Unit[];
  private readonly aside: readonly Unit[];
  private readonly notes: Note[];
  private lastPieces: Piece | null = null;
  /** The goals' last row, which a line break inside a cell may have cut. */
  private lastGoal: Item | null = null;
  /** A heading was just printed again: a page ends between the rows on both sides of it. */
  private pageBreak = false;
  /** People or notes, which close a form, were read below its indicators. */
  private closed = false;
  private otherTerm: OpenTable | null = null;
  private readonly sideRows: IndicatorRow[] = [];
  /** Words above the pairs that are being read. */
  private pairsHead: ReturnType<typeof readPairsHead> = [];

  constructor(items: readonly Item[], segment: Segment, repeated: ReadonlySet<string>) {
    const cleared = clearPages(items, segment, repeated);
    this.items = cleared.items;
    this.segment = cleared.segment;
    this.repeated = repeated;
    this.aside = cleared.outside;
    this.outside = [...cleared.outside];
    this.notes = [...cleared.notes];
  }

  run(): FinishedForm {
    const title = this.segment.title;
    let index = this.segment.from;
    while (index < this.segment.to) {
      if (title !== null && index >= title.from && index < title.to) index += 1;
      else if (this.isOver(index)) break;
      else index += this.take(index);
    }
    append(this.outside, this.items.slice(index, this.segment.to).flatMap(unitsOf));
    return finishForm(this.items, this.segment, {
      tables: this.tables,
      otherTerm: this.otherTerm,
      pairs: this.pairs,
      plan: this.plan,
      sideRows: this.sideRows,
      total: this.total,
      year: this.year,
      labels: this.labels,
      outside: this.outside,
      aside: this.aside,
      notes: this.notes,
    });
  }

  /** Whether the form ended above an item: behind its indicators another table of the report begins. */
  private isOver(index: number): boolean {
    const item = this.items[index];
    const table = this.tables.get('indicators');
    if (item === undefined || table === undefined || table.rows.length === 0) return false;
    const text = onlyText(item) ?? '';
    const closed = this.total !== null || this.closed;
    if (closed || !table.columns.some(({ role }) => role === 'score')) {
      if (
        !this.goesOn(index + 1, table) &&
        namesOtherTable(item) &&
        !isFurniture(text, this.segment.title) &&
        !this.repeated.has(text) &&
        findTitle(text) === null
      )
        return true;
    }
    if (!closed || !item.gap || this.goesOn(index, table)) return false;
    return (
      (beginsOtherTable(item, this.items[index + 1]) && !isLateIndicator(item, table)) ||
      (this.tables.has('funds') && findHeading(this.items, index)?.kind === 'funds')
    );
  }

  /** Before 总分, what interrupts the indicators does not end them. */
  private goesOn(index: number, table: OpenTable): boolean {
    return this.total === null && goesOnBelow(this.items, index, this.segment.to, table.columns);
  }

  /** 长期绩效指标 above 年度绩效指标 (Hunan), or below: a table of its own, of which the year's is the form's. */
  private beginsOtherTerm(heading: Heading, table: OpenTable): boolean {
    if (
      heading.kind !== 'indicators' ||
      table.rows.length === 0 ||
      this.otherTerm !== null ||
      isLongTerm(heading.columns) === isLongTerm(table.columns)
    )
      return false;
    if (heading.columns.find(({ role }) => role === 'block')?.heading == null) return false;
    this.otherTerm = table;
    return true;
  }

  /** Takes the item at an index and says how many items that used. */
  private take(index: number): number {
    const item = this.items[index];
    if (item === undefined) return 1;
    if (item.kind === 'line') return this.takeLine(index, item);
    const year = this.takeYear(item);
    if (year) return 1;
    // 三、目标完成情况 names the part, though the row below is the heading.
    if (isNumberedTitle(item) && findHeading(this.items, index + 1) !== null)
      return this.takeSectionTitle(index, item);
    const heading = findHeading(this.items, index);
    if (heading !== null && index + heading.length <= this.segment.to) {
      this.open(heading, index);
      return heading.length;
    }
    const plan = this.takePlan(index, item);
    if (plan > 0) return plan;
    const scores = this.inIndicators() ? readTotalHeading(item, this.items[index + 1]) : null;
    if (scores !== null) return this.takeTotalHeading(index, scores);
    if (this.inIndicators() && isTotalRow(item)) return this.takeTotal(index);
    if (
      this.state !== 'indicators' &&
      (isSectionTitle(item) || (isPartTitle(item) && this.beginsPart(index + 1)))
    )
      return this.takeSectionTitle(index, item);
    const side =
      this.state === 'indicators' ? null : readSideTable(this.items, index, this.segment.to);
    if (side !== null) return this.takeSide(side);
    const amounts =
      this.state === 'pairs'
        ? readAmounts(item, index + 1 < this.segment.to ? this.items[index + 1] : undefined)
        : null;
    if (amounts !== null) return this.takeSide({ ...amounts, indicators: [], length: 2 });
    if (this.state === 'pairs' && this.takePairsHead(item, index)) return 1;
    this.takeRow(item);
    return 1;
  }

  /** Whether what stands at an index has unknown words above it for a title: a table, or behind 总分 a text. */
  private beginsPart(index: number): boolean {
    if (this.total !== null && isSentence(this.items[index])) return true;
    // In a table of funds without a block's column, the words of a kind of money that nobody has stand there.
    return (
      (this.state === 'pairs' || (this.state === 'funds' && this.columns[0]?.role === 'block')) &&
      findHeading(this.items, index) !== null
    );
  }

  private inIndicators(): boolean {
    return (
      this.state === 'indicators' ||
      (this.state === 'pairs' && this.tables.has('indicators') && this.total === null)
    );
  }

  private takeYear(item: Item): boolean {
    const text = onlyText(item);
    const value = text === null ? null : findYearLine(text);
    // 2024年 in a column of a table is a piece of that column's text.
    if (value === null || (this.state !== 'pairs' && (shownSlots(item)[0]?.column ?? 0) > 0))
      return false;
    const units = unitsOf(item);
    if (this.year === null) this.year = { value, units };
    else this.labels.push(...units);
    return true;
  }

  private open(heading: Heading, index: number): void {
    this.state = heading.kind;
    this.columns = heading.columns;
    const table = this.tables.get(heading.kind);
    const words = this.items.slice(index, index + heading.length).flatMap(unitsOf);
    const strays = new Set(heading.stranded.flatMap((piece) => piece.units));
    append(
      this.labels,
      words.filter((unit) => !strays.has(unit)),
    );
    if (table === undefined || this.beginsOtherTerm(heading, table)) {
      this.tables.set(heading.kind, {
        columns: heading.columns,
        rows: [],
        stranded: [...heading.stranded],
      });
    } else {
      this.columns = setTermAside(heading.columns, table.columns);
      table.columns = widened(setTermAside(table.columns, heading.columns), this.columns);
      this.pageBreak = true;
      this.notes.push(note('heading-repeated', {}, words));
      for (const stray of heading.stranded) table.rows.push(strayRow(table.columns, stray));
    }
  }

  private takePlan(index: number, item: Item): number {
    const plan = readPlan(item, index + 1 < this.segment.to ? this.items[index + 1] : undefined);
    if (plan === null) return 0;
    append(this.labels, plan.labels);
    this.plan = plan.steps;
    this.state = 'pairs';
    this.lastPairs = [];
    return plan.length;
  }

  private takeSide(side: SideTable): number {
    append(this.labels, side.labels);
    append(this.pairs, side.pairs);
    append(this.sideRows, side.indicators);
    this.state = 'pairs';
    this.lastPairs = [];
    return side.length;
  }

  private takePairsHead(item: Item, index: number): boolean {
    const head = readPairsHead(item, this.items[index + 1]);
    if (head.length === 0) return false;
    this.pairsHead = head;
    this.lastPairs = [];
    append(this.labels, unitsOf(item));
    const unit = head.find(({ piece }) => findUnit(piece.text) !== null)?.piece;
    if (unit !== undefined)
      this.pairs.push({
        label: { text: '', units: [] },
        terms: ['formUnit'],
        value: unit,
        column: -1,
      });
    return true;
  }

  private takeTotal(index: number): number {
    const row = this.items[index];
    if (row === undefined) return 1;
    const rows = [row];
    // Below a 总分 that stands alone, the next two numbers are its own; a lone number elsewhere is a page's.
    const alone = shownSlots(row).length === 1;
    for (let next = index + 1; alone && rows.length < 3 && next < this.segment.to; next += 1) {
      const item = this.items[next];
      if (item === undefined || !isLoneFigure(item)) break;
      rows.push(item);
    }
    const columns = this.tables.get('indicators')?.columns ?? [];
    const total = readTotal(rows, columns);
    if (rows.length > 1) this.notes.push(note('total-rejoined', {}, rows.flatMap(unitsOf)));
    if (total !== null) this.endTotal(total);
    return rows.length;
  }

  /** The title of a part; where only a text stands below it (五、存在问题 …), that is what it is the title of. */
  private takeSectionTitle(index: number, item: Item): number {
    const label = shownSlots(item)[0]?.piece;
    const below = this.items[index + 1];
    const text = below === undefined ? [] : shownSlots(below);
    this.state = 'pairs';
    this.lastPairs = [];
    if (
      label === undefined ||
      text.length !== 1 ||
      below?.kind !== 'row' ||
      index + 2 > this.segment.to ||
      isSectionTitle(below) ||
      onlyText(below) === null ||
      findTitle(onlyText(below) ?? '') !== null
    ) {
      append(this.labels, unitsOf(item));
      return 1;
    }
    this.pairs.push({ label, terms: [], value: text[0]?.piece ?? null, column: -1 });
    return 2;
  }

  /** 总分值 | 总得分 | 自评等级 as a heading of their own, the figures in the row below. */
  private takeTotalHeading(index: number, total: TotalRow): number {
    for (const item of this.items.slice(index, index + 2)) append(this.labels, unitsOf(item));
    this.endTotal(total);
    return 2;
  }

  private endTotal(total: TotalRow): void {
    this.total = total;
    append(this.labels, total.label.units);
    for (const { heading, value } of total.others)
      this.pairs.push({
        label: { text: `${heading.text}（${total.label.text}）`, units: [] },
        terms: [],
        value,
        column: -1,
      });
    if (total.rating !== null) this.pairs.push({ ...total.rating, terms: ['rating'], column: -1 });
    this.state = 'pairs';
    this.lastPairs = [];
  }

  private takeRow(item: Item): void {
    if (this.state === 'pairs' && !isLateIndicator(item, this.tables.get('indicators')))
      return this.takePairs(item, false);
    if (this.state !== 'pairs' && beginsWithLabel(item)) return this.takePairs(item, true);
    if (this.state === 'funds' && leavesFunds(item)) return this.takePairs(item, false);
    if (this.state === 'goal' && leavesGoal(item, this.tables.get('goal')))
      return this.takePairs(item, false);
    const glued = this.state === 'indicators' ? partGlued(item, this.columns) : null;
    if (glued !== null) this.notes.push(note('rows-glued', { rows: glued.length }, unitsOf(item)));
    for (const row of glued ?? [item])
      this.takeBody(row, this.state === 'pairs' ? 'indicators' : this.state);
  }

  private takeBody(item: Item, kind: TableKind): void {
    const table = this.tables.get(kind);
    if (table === undefined) return;
    const columns = this.state === kind ? this.columns : table.columns;
    const broken =
      kind === 'goal' && this.lastGoal !== null ? mendBreak(this.lastGoal, item, columns) : null;
    if (broken !== null) table.rows.pop();
    item = broken ?? item;
    this.lastGoal = kind === 'goal' ? item : null;
    const { row, shifted } = alignRow(this.pageBreak ? { ...item, gap: true } : item, columns);
    this.pageBreak = false;
    table.rows.push(columns === table.columns ? row : recast(row, columns, table.columns));
    if (shifted) this.notes.push(note('row-shifted', {}, unitsOf(item)));
    this.lastPieces = [...row.pieces].reverse().find((piece) => piece !== null) ?? null;
  }

  private takePairs(item: Item, strict: boolean): void {
    const read = readPairs(item, strict || item.kind === 'line');
    const under = read.strays.map(({ piece, column }) => pairUnder(this.pairsHead, piece, column));
    const strays = read.strays.filter((_, index) => under[index] === null);
    const pairs = [...read.pairs, ...under.filter((pair) => pair !== null)];
    const goesOn = pairs.length === 0 && !(item.kind === 'line' && item.gap);
    const continued = goesOn ? continuesValues(this.lastPairs, strays, item.gap) : null;
    if (continued !== null) {
      this.pairs.splice(-this.lastPairs.length, this.lastPairs.length, ...continued);
      this.lastPairs = continued;
      return;
    }
    const left = this.placeStrays(
      pairs,
      strays.map(({ piece }) => piece),
    );
    if (item.kind === 'line')
      append(
        this.outside,
        left.flatMap((piece) => piece.units),
      );
    append(this.pairs, pairs);
    this.closed ||=
      this.tables.has('indicators') &&
      pairs.some(({ terms }) => terms.includes('person') || terms.includes('note'));
    if (item.kind === 'row' && !strict) append(this.pairs, secondValues(pairs, left));
    this.lastPairs = pairs;
    if (pairs.length > 0) this.state = 'pairs';
  }

  /** Pieces without a label whose meaning their place tells: the purpose below the budget, a department with its code. */
  private placeStrays(pairs: readonly PlacedPair[], strays: readonly Piece[]): readonly Piece[] {
    const [stray] = strays;
    if (stray === undefined || strays.length > 1) return strays;
    // A block's heading stands beside both of its rows: above the amounts, below what they are for.
    const budget = this.lastPairs.find(({ terms }) => terms.includes('budgetBlock'));
    if (budget !== undefined && pairs.length === 0) {
      this.pairs.push({
        label: { text: budget.label.text, units: [] },
        terms: ['fundPurpose'],
        value: stray,
        column: -1,
      });
      return [];
    }
    const coded = /^\d{3,}\s*[-—]?\p{Script=Han}{2,}/u.test(stray.text);
    if (
      coded &&
      this.tables.size === 0 &&
      !this.pairs.some(({ terms }) => terms.includes('department'))
    ) {
      this.pairs.push({
        label: { text: '', units: [] },
        terms: ['department'],
        value: stray,
        column: -1,
      });
      return [];
    }
    return strays;
  }

  private takeLine(index: number, item: Item): number {
    if (this.takeYear(item)) return 1;
    const text = onlyText(item) ?? '';
    if (this.inIndicators() && isTotalRow(item)) return this.takeTotal(index);
    if (isNumberedTitle(item) && findHeading(this.items, index + 1) !== null)
      return this.takeSectionTitle(index, item);
    const apart = item.gap && (this.items[index + 1]?.gap ?? true);
    if (this.state === 'pairs' || beginsWithLabel(item)) {
      this.takePairs(item, true);
      return 1;
    }
    this.takeLooseLine(item, text, !apart);
    return 1;
  }

  /** A line without any tab inside a table: the end of a cell that holds a line break, or a row that lost its other cells. */
  private takeLooseLine(item: Item, text: string, adjoins: boolean): void {
    const table = this.tables.get(this.state as TableKind);
    if (!adjoins && !isLevelFragment(text)) {
      append(this.outside, unitsOf(item));
      this.notes.push(note('line-between-pages', { text: text.slice(0, 40) }, unitsOf(item)));
    } else if (
      table !== undefined &&
      ((this.state === 'goal' && item.gap) || this.lastIsDeviation(table)) &&
      this.lastPieces !== null
    ) {
      table.rows.push(continuation(table, this.lastPieces, shownSlots(item)[0]?.piece ?? null));
    } else {
      this.takeBody(item, this.state as TableKind);
    }
  }

  private lastIsDeviation(table: OpenTable): boolean {
    const at = table.columns.findIndex(({ role }) => role === 'deviation');
    return at >= 0 && table.rows.at(-1)?.pieces[at] === this.lastPieces;
  }
}
