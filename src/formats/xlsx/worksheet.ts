import { InputError, limits } from '../../model/index.ts';
import { displayed, displayedMoment } from '../shared/sheet/format.ts';
import { longestFormula, movedFormula } from '../shared/sheet/formulas.ts';
import { mostColumns, mostRows, parseAddress, parseRange } from '../shared/sheet/source.ts';
import type { Range, SheetCell } from '../shared/sheet/source.ts';
import { readXml } from '../shared/xml.ts';
import type { XmlAttributes } from '../shared/xml.ts';
import { isTrue, namespaces, unescaped } from './names.ts';

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

export interface Worksheet {
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Range[];
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
  readonly head: string;
  /** The relationship of its drawing. */
  readonly drawing: string | null;
  /** Why reading stopped before the end, or null. */
  readonly stopped: string | null;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string;
  hasFormula: boolean;
}

interface Walk {
  readonly context: CellContext;
  readonly cells: SheetCell[];
  readonly merges: Range[];
  readonly rows: Map<number, boolean>;
  /** By column, 1 where it is hidden. */
  readonly hiddenColumns: Uint8Array;
  columnRuns: number;
  readonly sharedFormulas: Map<
    string,
    { readonly formula: string; readonly row: number; readonly column: number }
  >;
  rowsHidden: boolean;
  zerosHidden: boolean;
  row: number;
  column: number;
  cell: OpenCell | null;
  /** The element whose text is taken: v, f or t. */
  taking: string;
  /** Characters that the cells show. */
  characters: number;
  shared: string;
  head: string;
  drawing: string | null;
}

/** Reads a worksheet part; cells that show nothing and hold no formula are passed over. */
export function readWorksheet(bytes: Uint8Array, context: CellContext): Worksheet {
  const walk: Walk = {
    context,
    cells: [],
    merges: [],
    rows: new Map(),
    hiddenColumns: new Uint8Array(mostColumns),
    columnRuns: 0,
    sharedFormulas: new Map(),
    rowsHidden: false,
    zerosHidden: false,
    row: -1,
    column: -1,
    cell: null,
    taking: '',
    shared: '',
    characters: 0,
    head: '',
    drawing: null,
  };
  const stopped = readXml(bytes, namespaces, {
    open: (name, attributes) => {
      walk.taking = name;
      opening[name]?.(walk, attributes);
      return name !== 'rPh' && name !== 'extLst';
    },
    text: (text) => {
      take(walk, text);
    },
    close: (name) => {
      walk.taking = '';
      if (name === 'c') endCell(walk);
    },
  });
  return {
    cells: walk.cells,
    merges: walk.merges,
    head: walk.head,
    drawing: walk.drawing,
    isRowHidden: (row) => walk.rows.get(row) ?? walk.rowsHidden,
    isColumnHidden: (column) => walk.hiddenColumns[column] === 1,
    stopped,
  };
}

/** From an element's name to what it says. */
const opening: Readonly<Record<string, (walk: Walk, attributes: XmlAttributes) => void>> = {
  sheetView: (walk, attributes) => (walk.zerosHidden = !isTrue(attributes, 'showZeros', true)),
  sheetFormatPr: (walk, attributes) => (walk.rowsHidden = isTrue(attributes, 'zeroHeight')),
  col: (walk, attributes) => {
    walk.columnRuns += 1;
    if (
      walk.columnRuns > mostColumns ||
      (!isTrue(attributes, 'hidden') && Number(attributes['width'] ?? 1) !== 0)
    )
      return;
    walk.hiddenColumns.fill(1, Number(attributes['min']) - 1, Number(attributes['max']));
  },
  row: (walk, attributes) => {
    const given = attributes['r'];
    walk.row = given === undefined ? walk.row + 1 : Number(given) - 1;
    walk.column = -1;
    if (walk.row < mostRows)
      walk.rows.set(walk.row, isTrue(attributes, 'hidden') || Number(attributes['ht'] ?? 1) === 0);
  },
  c: (walk, attributes) => {
    const given = parseAddress(attributes['r'] ?? '');
    walk.column = given?.column ?? walk.column + 1;
    walk.cell = {
      row: given?.row ?? walk.row,
      column: walk.column,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      value: '',
      formula: '',
      hasFormula: false,
    };
  },
  f: (walk, attributes) => {
    if (walk.cell === null) return;
    walk.cell.hasFormula = true;
    walk.shared = attributes['t'] === 'shared' ? (attributes['si'] ?? '') : '';
  },
  drawing: (walk, attributes) => (walk.drawing = attributes['r:id'] ?? null),
  mergeCell: (walk, attributes) => {
    const range = parseRange(attributes['ref'] ?? '');
    if (range !== null) walk.merges.push(range);
    if (walk.merges.length > limits.officeItems)
      throw new InputError('too-many-items', { limit: limits.officeItems });
  },
};

function take(walk: Walk, text: string): void {
  if (walk.taking === 'oddHeader') walk.head += text;
  if (walk.cell === null) return;
  if (walk.taking === 'v' || walk.taking === 't') walk.cell.value += text;
  if (walk.taking === 'f') walk.cell.formula += text;
}

function endCell(walk: Walk): void {
  const { cell } = walk;
  walk.cell = null;
  if (cell === null || (cell.value === '' && !cell.hasFormula)) return;
  if (walk.cells.length >= limits.officeItems)
    throw new InputError('too-many-items', { limit: limits.officeItems });
  const { row, column } = cell;
  const shown = show(walk, cell);
  walk.characters += shown.text.length;
  if (walk.characters > limits.textCharacters)
    throw new InputError('text-too-large', { limit: limits.textCharacters });
  const formula = cell.hasFormula
    ? {
        formula: formulaOf(walk, cell, shown),
        calculated: cell.value !== '' || cell.type === 'str',
      }
    : {};
  walk.cells.push({ row, column, ...shown, ...formula });
}

/** What a cell's formula says matters only where it shows 0. */
function formulaOf(
  { sharedFormulas, shared }: Walk,
  { formula, row, column }: OpenCell,
  { number }: Shown,
): string {
  if (shared === '') return formula;
  if (formula !== '')
    sharedFormulas.set(shared, { formula: formula.slice(0, longestFormula), row, column });
  const master = sharedFormulas.get(shared);
  return master === undefined || number !== 0
    ? ''
    : movedFormula(master.formula, row - master.row, column - master.column);
}

type Shown = Pick<SheetCell, 'text' | 'number'>;

/** 18.18.11: what a cell's value means by its type. */
function show(walk: Walk, cell: OpenCell): Shown {
  const { context } = walk;
  const { type, value } = cell;
  if (value === '') return { text: '' };
  if (type === 's') return { text: context.strings[Number(value)] ?? '' };
  if (type === 'str' || type === 'inlineStr') return { text: unescaped(value) };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' };
  const format = context.formats[cell.style] ?? 'General';
  if (type === 'd') return { text: displayedMoment(value, format, context.date1904) };
  return type === 'n' ? showNumber(walk, value, format) : { text: value };
}

function showNumber({ context, zerosHidden }: Walk, value: string, format: string): Shown {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value };
  if (number === 0 && zerosHidden) return { text: '', number };
  return { text: displayed(number, format, context.date1904), number };
}
