import { append, type Note, type Piece, type Unit } from '../../model/index.ts';
import { rowIn } from './asked.ts';
import { note } from '../notes.ts';
import type { PlacedPair } from '../blocks/label-values.ts';
import { continuation, recast, strayRow, unitsOf, widened } from '../rows/moves.ts';
import type { SideTable } from '../blocks/side-table.ts';
import type { OpenTable } from '../tables/tables.ts';
import type { TotalRow } from '../blocks/total-row.ts';
import { isLongTerm, setTermAside } from '../columns/two-terms.ts';
import type { Column, IndicatorRow, Item, Pair, PlanStep, TableKind, WholeForm } from '../types.ts';

/** Gathers what the claims of a form's path give, from top to bottom. */
export class FormBuilder {
  readonly tables = new Map<TableKind, OpenTable>();
  readonly pairs: Pair[] = [];
  readonly plan: PlanStep[] = [];
  readonly sideRows: IndicatorRow[] = [];
  readonly labels: Unit[] = [];
  readonly outside: Unit[] = [];
  readonly notes: Note[] = [];
  /** Indicators of another term than the year (长期绩效指标), or the year's, where those stand last. */
  otherTerm: OpenTable | null = null;
  /** The money of a form's tasks, summed up. */
  taskFunds: OpenTable | null = null;
  total: TotalRow | null = null;
  year: WholeForm['year'] = null;
  /** The columns under which the current table's rows stand; a heading repeated on a later page may differ from the first. */
  private columns: readonly Column[] = [];
  private kind: TableKind | null = null;

  addYear(value: number, units: readonly Unit[]): void {
    if (this.year === null) this.year = { value, units };
    else append(this.labels, units);
  }

  addLabels(units: readonly Unit[]): void {
    append(this.labels, units);
  }

  leaveOut(units: readonly Unit[]): void {
    append(this.outside, units);
  }

  addPairs(pairs: readonly Pair[]): void {
    append(this.pairs, pairs);
  }

  /** Values that go on in the row below their pairs. */
  replacePairs(before: readonly PlacedPair[], now: readonly PlacedPair[]): void {
    this.pairs.splice(-before.length, before.length, ...now);
  }

  addPlan(steps: readonly PlanStep[], labels: readonly Unit[]): void {
    append(this.labels, labels);
    append(this.plan, steps);
  }

  addSide({ labels, pairs, indicators, funds }: Omit<SideTable, 'length'>): void {
    this.taskFunds ??= funds ?? null;
    append(this.labels, labels);
    append(this.pairs, pairs);
    append(this.sideRows, indicators);
  }

  /** Funds that no heading opens. */
  addFunds(table: OpenTable, labels: readonly Unit[]): void {
    append(this.labels, labels);
    this.tables.set('funds', table);
  }

  note(
    code: string,
    data: Note['data'],
    units: readonly Unit[],
    severity?: Note['severity'],
  ): void {
    this.notes.push(note(code, data, units, severity));
  }

  /** A heading opens its table, or is the same one printed again. */
  open(
    kind: TableKind,
    columns: readonly Column[],
    words: readonly Unit[],
    stranded: readonly Piece[],
  ): void {
    const strays = new Set(stranded.flatMap((piece) => piece.units));
    append(
      this.labels,
      words.filter((unit) => !strays.has(unit)),
    );
    const table = this.tables.get(kind);
    this.kind = kind;
    this.columns = columns;
    if (table === undefined || this.beginsOtherTerm(kind, columns, table)) {
      this.tables.set(kind, { columns, rows: [], stranded: [...stranded] });
      return;
    }
    this.columns = setTermAside(columns, table.columns);
    table.columns = widened(setTermAside(table.columns, columns), this.columns);
    table.breaks = [...(table.breaks ?? []), table.rows.length];
    this.note('heading-repeated', {}, words);
    for (const stray of stranded) table.rows.push(strayRow(table.columns, stray));
  }

  /** 长期绩效指标 above 年度绩效指标 (Hunan), or below: a table of its own, of which the year's is the form's. */
  private beginsOtherTerm(kind: TableKind, columns: readonly Column[], table: OpenTable): boolean {
    if (kind !== 'indicators' || table.rows.length === 0 || this.otherTerm !== null) return false;
    if (isLongTerm(columns) === isLongTerm(table.columns)) return false;
    if (columns.find(({ role }) => role === 'block')?.heading == null) return false;
    this.otherTerm = table;
    return true;
  }

  /** Lays a row into a table's columns. `instead`: it takes the place of the row above, of which it is the whole. */
  addRow(item: Item, kind: TableKind, instead: boolean): void {
    const table = this.tables.get(kind);
    if (table === undefined) return;
    const columns = this.kind === kind ? this.columns : table.columns;
    if (instead) table.rows.pop();
    const { row, shifted } = rowIn(item, columns);
    table.rows.push(columns === table.columns ? row : recast(row, columns, table.columns));
    if (shifted) this.note('row-shifted', {}, unitsOf(item));
  }

  /** A text that goes on where the last one of the table's last row stopped. */
  continueRow(kind: TableKind, last: Piece, piece: Piece | null): void {
    const table = this.tables.get(kind);
    if (table !== undefined) table.rows.push(continuation(table, last, piece));
  }

  endTotal(total: TotalRow): void {
    this.total = total;
    for (const { units } of total.words) append(this.labels, units);
    for (const { heading, value } of total.others)
      this.pairs.push({
        label: { text: `${heading.text}（${total.label.text}）`, units: [] },
        terms: [],
        value,
      });
    if (total.rating !== null) this.pairs.push({ ...total.rating, terms: ['rating'] });
  }
}
