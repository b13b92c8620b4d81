import { InputError, limits } from '../../model/index.ts';
import type { Note } from '../../model/index.ts';
import { decodeText } from '../shared/decode.ts';
import { displayed, displayedMoment } from '../shared/sheet/format.ts';
import { longestFormula } from '../shared/sheet/formulas.ts';
import { addressOf, mostColumns, mostRows } from '../shared/sheet/source.ts';
import type { Range, Sheet, SheetCell } from '../shared/sheet/source.ts';
import { readXml } from '../shared/xml.ts';
import type { XmlAttributes } from '../shared/xml.ts';

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly format: string;
  readonly formula: string | undefined;
  type: string;
  value: string | null;
}

interface OpenSheet {
  readonly name: string;
  hidden: boolean;
  head: string;
  readonly cells: SheetCell[];
  readonly merges: Range[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly columnStyles: Map<number, string>;
}

interface Walk {
  readonly sheets: OpenSheet[];
  /** Number formats by the name of a style. */
  readonly formats: Map<string, string>;
  style: string;
  sheet: OpenSheet | null;
  inTable: boolean;
  row: number;
  rowStyle: string;
  column: number;
  cell: OpenCell | null;
  /** What the text that comes belongs to. */
  taking: 'data' | 'visible' | null;
  items: number;
}

/** What Excel 2003 calls its customary formats, as a Chinese Excel shows them. */
const namedFormats: Readonly<Record<string, string>> = {
  'General Number': 'General',
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'yyyy/m/d',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm AM/PM',
  'Short Time': 'h:mm',
  Currency: '"¥"#,##0.00',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
};

/** A workbook in the XML of Excel 2003, which report programs still write and name `.xls`. */
export function readSpreadsheetMl(bytes: Uint8Array): {
  readonly sheets: readonly Sheet[];
  readonly damaged: readonly Note[];
} {
  const walk: Walk = {
    sheets: [],
    formats: new Map(),
    style: '',
    sheet: null,
    inTable: false,
    row: -1,
    rowStyle: '',
    column: -1,
    cell: null,
    taking: null,
    items: 0,
  };
  // Web programs write a blank line first, where XML allows none. Namespaces change within a sheet, and programs leave their prefixes out: only the own names tell.
  const cause = readXml(
    Buffer.from(decodeText(bytes).text.trimStart()),
    {},
    {
      open: (name, attributes) => opening[local(name)]?.(walk, own(attributes)) ?? true,
      text: (text) => {
        if (walk.taking === 'data' && walk.cell !== null)
          walk.cell.value = (walk.cell.value ?? '') + text;
        if (walk.taking === 'visible' && walk.sheet !== null)
          walk.sheet.hidden = text.trim() !== 'SheetVisible';
      },
      close: (name) => closing[local(name)]?.(walk),
    },
  );
  return {
    sheets: walk.sheets.map(sheetOf),
    damaged:
      cause === null
        ? []
        : [
            {
              code: 'part-damaged',
              severity: 'error',
              stage: 'format',
              data: { part: 'Workbook', cause },
              refs: [],
            },
          ],
  };
}

/** Whether an Excel file is written as XML. */
export function isSpreadsheetMl(bytes: Uint8Array): boolean {
  return bytes[0] !== 0x50 && bytes[0] !== 0xd0;
}

type Open = (walk: Walk, attributes: XmlAttributes) => boolean;

const skip: Open = () => false;

/** From an element's own name to what it says. */
const opening: Readonly<Record<string, Open>> = {
  Style: (walk, { ID = '', Parent = 'Default' }) => {
    walk.style = ID;
    walk.formats.set(ID, walk.formats.get(Parent) ?? 'General');
    return true;
  },
  NumberFormat: (walk, { Format = 'General' }) => {
    walk.formats.set(walk.style, namedFormats[Format] ?? Format);
    return true;
  },
  Worksheet: (walk, { Name = '' }) => {
    if (walk.sheets.length >= limits.sheets)
      throw new InputError('too-many-items', { limit: limits.sheets });
    walk.sheet = {
      name: Name,
      hidden: false,
      head: '',
      cells: [],
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      columnStyles: new Map(),
    };
    walk.sheets.push(walk.sheet);
    return true;
  },
  Table: (walk) => {
    walk.inTable = true;
    walk.row = -1;
    walk.column = -1;
    return true;
  },
  Column: openColumns,
  Row: openRows,
  Cell: openCell,
  Data: (walk, { Type = 'String' }) => {
    if (walk.cell === null) return true;
    walk.taking = 'data';
    walk.cell.type = Type;
    walk.cell.value ??= '';
    return true;
  },
  Visible: (walk) => {
    walk.taking = 'visible';
    return true;
  },
  Header: (walk, { Data = '' }) => {
    if (walk.sheet !== null) walk.sheet.head = Data;
    return true;
  },
  Comment: skip,
  PhoneticText: skip,
};

const closing: Readonly<Record<string, (walk: Walk) => void>> = {
  Table: (walk) => (walk.inTable = false),
  Cell: endCell,
  Data: (walk) => (walk.taking = null),
  Visible: (walk) => (walk.taking = null),
};

function openColumns(walk: Walk, attributes: XmlAttributes): boolean {
  const { sheet } = walk;
  if (!walk.inTable || sheet === null) return true;
  const [first, last] = reach(walk.column, attributes, mostColumns);
  walk.column = last;
  for (let column = first; column <= last; column += 1) {
    if (attributes['Hidden'] === '1' || Number(attributes['Width'] ?? 1) === 0)
      sheet.hiddenColumns.add(column);
    if (attributes['StyleID'] !== undefined) sheet.columnStyles.set(column, attributes['StyleID']);
  }
  return true;
}

function openRows(walk: Walk, attributes: XmlAttributes): boolean {
  const { sheet } = walk;
  if (!walk.inTable || sheet === null) return true;
  const [first, last] = reach(walk.row, attributes, mostRows);
  if (attributes['Hidden'] === '1' || Number(attributes['Height'] ?? 1) === 0)
    for (let row = first; row <= last; row += 1) sheet.hiddenRows.add(row);
  walk.row = last;
  walk.rowStyle = attributes['StyleID'] ?? '';
  walk.column = -1;
  return true;
}

/** The rows or columns that an element stands for: the next one, or from `Index` on, and `Span` more. */
function reach(
  before: number,
  { Index, Span }: XmlAttributes,
  most: number,
): [first: number, last: number] {
  const first = Math.min(Index === undefined ? before + 1 : Number(Index) - 1, most - 1);
  return [first, Math.min(first + count(Span), most - 1)];
}

function count(value: string | undefined): number {
  const number = Number(value ?? 0);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

function openCell(walk: Walk, attributes: XmlAttributes): boolean {
  const { sheet, row } = walk;
  if (!walk.inTable || sheet === null || row < 0) return true;
  walk.items += 1;
  if (walk.items > limits.officeItems)
    throw new InputError('too-many-items', { limit: limits.officeItems });
  const [column] = reach(walk.column, attributes, mostColumns);
  const range = {
    top: row,
    left: column,
    bottom: Math.min(row + count(attributes['MergeDown']), mostRows - 1),
    right: Math.min(column + count(attributes['MergeAcross']), mostColumns - 1),
  };
  walk.column = range.right;
  if (range.bottom > row || range.right > column) sheet.merges.push(range);
  const style =
    attributes['StyleID'] ?? (walk.rowStyle || (sheet.columnStyles.get(column) ?? 'Default'));
  walk.cell = {
    row,
    column,
    format: walk.formats.get(style) ?? 'General',
    formula: attributes['Formula'],
    type: 'String',
    value: null,
  };
  return true;
}

function endCell(walk: Walk): void {
  const { cell, sheet } = walk;
  walk.cell = null;
  if (cell === null || sheet === null || (cell.value === null && cell.formula === undefined))
    return;
  const { row, column, formula, value } = cell;
  const calculated =
    formula === undefined
      ? {}
      : { formula: inA1(formula, row, column), calculated: value !== null };
  sheet.cells.push({ row, column, ...shown(cell), ...calculated });
}

function shown({ type, value, format }: OpenCell): Pick<SheetCell, 'text' | 'number'> {
  if (value === null) return { text: '' };
  if (type === 'Boolean') return { text: value === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'DateTime') return { text: displayedMoment(value, format, false) };
  const number = Number(value);
  if (type !== 'Number' || value.trim() === '' || !Number.isFinite(number)) return { text: value };
  return { text: displayed(number, format, false), number };
}

/** `=R[-1]C*10` in the fifth row as `A4*10`. */
function inA1(formula: string, row: number, column: number): string {
  return formula
    .slice(0, longestFormula)
    .replace(/^=/, '')
    .replace(
      /\bR(?:\[(-?\d+)\]|(\d*))C(?:\[(-?\d+)\]|(\d*))(?!\w)/g,
      (_, down?: string, fixedRow?: string, right?: string, fixedColumn?: string) => {
        const at = (own: number, moved?: string, fixed?: string): number =>
          fixed ? Number(fixed) - 1 : own + Number(moved ?? 0);
        const [toRow, toColumn] = [at(row, down, fixedRow), at(column, right, fixedColumn)];
        return toRow < 0 || toColumn < 0 ? '#REF!' : addressOf(toRow, toColumn);
      },
    );
}

function sheetOf({
  name,
  hidden,
  head,
  cells,
  merges,
  hiddenRows,
  hiddenColumns,
}: OpenSheet): Sheet {
  return {
    name,
    hidden,
    head,
    cells,
    merges,
    isRowHidden: (row) => hiddenRows.has(row),
    isColumnHidden: (column) => hiddenColumns.has(column),
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function own(attributes: XmlAttributes): XmlAttributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [local(name), value]),
  );
}
