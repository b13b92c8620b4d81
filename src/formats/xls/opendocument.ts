import { InputError, isBlank, limits } from '../../model/index.ts';
import type { Note } from '../../model/index.ts';
import { longestFormula } from '../shared/sheet/formulas.ts';
import { mostColumns, mostRows } from '../shared/sheet/source.ts';
import type { Range, Sheet, SheetCell, SheetText } from '../shared/sheet/source.ts';
import { readXml } from '../shared/xml.ts';
import type { XmlAttributes } from '../shared/xml.ts';
import { openZip } from '../shared/zip.ts';

const schema = 'urn:oasis:names:tc:opendocument:xmlns:';
const namespaces = Object.fromEntries(
  ['office', 'table', 'text', 'style'].map((name) => [`${schema}${name}:1.0`, name]),
) as Readonly<Record<string, string>>;
const drawing = { [`${schema}drawing:1.0`]: 'draw' };

interface OpenCell {
  text: string;
  readonly attributes: XmlAttributes;
  readonly repeated: number;
}

interface OpenSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly cells: SheetCell[];
  readonly merges: Range[];
  readonly texts: SheetText[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
}

/** Hidden rows that one element stands for: where there are more, the rest is what follows the sheet's last cell. */
const mostHidden = 10_000;

interface Walk {
  readonly sheets: OpenSheet[];
  readonly hiddenStyles: Set<string>;
  style: string;
  sheet: OpenSheet | null;
  row: number;
  rowsRepeated: number;
  column: number;
  headColumn: number;
  cell: OpenCell | null;
  /** Paragraphs that are open, one in another where a shape holds one. */
  paragraphs: number;
  /** Shapes that are open, and what they say. */
  shapes: number;
  shapeText: string;
}

/** What is seen nowhere on the sheet. */
const unseen = new Set([
  'office:annotation',
  'table:tracked-changes',
  'text:ruby-text',
  'office:forms',
  'table:desc',
  'table:title',
]);

/**
 * An OpenDocument sheet (`.ods`): its cells hold what they show, so that no number format is needed.
 *
 * @throws InputError `office-part-missing`, and as `openZip` does
 */
export async function readOpenDocument(
  bytes: Uint8Array,
): Promise<{ readonly sheets: readonly Sheet[]; readonly damaged: readonly Note[] }> {
  const part = await (await openZip(bytes)).read('content.xml');
  if (part === null) throw new InputError('office-part-missing', { part: 'content.xml' });
  const walk: Walk = {
    sheets: [],
    hiddenStyles: new Set(),
    style: '',
    sheet: null,
    row: 0,
    rowsRepeated: 1,
    column: 0,
    headColumn: 0,
    cell: null,
    paragraphs: 0,
    shapes: 0,
    shapeText: '',
  };
  const stopped = readXml(
    part.bytes,
    { ...namespaces, ...drawing },
    {
      open: (name, attributes) => {
        if (unseen.has(name)) return false;
        if (name.startsWith('draw:')) walk.shapes += 1;
        opening[name]?.(walk, attributes);
        return true;
      },
      text: (text) => {
        if (walk.paragraphs > 0) take(walk, text.replace(/\s+/g, ' '));
      },
      close: (name) => {
        if (name.startsWith('draw:')) endShape(walk);
        closing[name]?.(walk);
      },
    },
  );
  const cause = stopped ?? (part.intact ? null : 'checksum');
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
              data: { part: 'content.xml', cause },
              refs: [],
            },
          ],
  };
}

/** From an element's name to what it says. */
const opening: Readonly<Record<string, (walk: Walk, attributes: XmlAttributes) => void>> = {
  'style:style': (walk, attributes) => (walk.style = attributes['style:name'] ?? ''),
  'style:table-properties': (walk, attributes) => {
    if (attributes['table:display'] === 'false') walk.hiddenStyles.add(walk.style);
  },
  'table:table': (walk, attributes) => {
    if (walk.sheets.length >= limits.sheets)
      throw new InputError('too-many-items', { limit: limits.sheets });
    const hidden = walk.hiddenStyles.has(attributes['table:style-name'] ?? '');
    walk.sheet = {
      name: attributes['table:name'] ?? '',
      hidden,
      cells: [],
      merges: [],
      texts: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
    };
    walk.sheets.push(walk.sheet);
    walk.row = 0;
    walk.headColumn = 0;
  },
  'table:table-column': (walk, attributes) => {
    const next = walk.headColumn + times(attributes, 'columns');
    if (isHidden(attributes))
      for (let column = walk.headColumn; column < Math.min(next, mostColumns); column += 1)
        walk.sheet?.hiddenColumns.add(column);
    walk.headColumn = next;
  },
  'table:table-row': (walk, attributes) => {
    walk.rowsRepeated = times(attributes, 'rows');
    walk.column = 0;
    if (isHidden(attributes))
      for (let row = 0; row < Math.min(walk.rowsRepeated, mostHidden); row += 1)
        walk.sheet?.hiddenRows.add(walk.row + row);
  },
  'table:table-cell': openCell,
  'table:covered-table-cell': openCell,
  'text:p': (walk) => {
    if (walk.paragraphs === 0 || walk.shapes > 0) breakLine(walk);
    walk.paragraphs += 1;
  },
  'text:s': (walk, attributes) =>
    take(walk, ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, limits.columns))),
  'text:tab': (walk) => take(walk, '\t'),
  'text:line-break': (walk) => take(walk, '\n'),
};

const closing: Readonly<Record<string, (walk: Walk) => void>> = {
  'text:p': (walk) => (walk.paragraphs -= 1),
  'table:table-cell': endCell,
  'table:covered-table-cell': endCell,
  'table:table-row': (walk) => (walk.row += walk.rowsRepeated),
  'table:table': (walk) => (walk.sheet = null),
};

function times(attributes: XmlAttributes, kind: 'rows' | 'columns'): number {
  const number = Number(attributes[`table:number-${kind}-repeated`] ?? 1);
  return Number.isSafeInteger(number) && number > 0
    ? Math.min(number, kind === 'rows' ? mostRows : mostColumns)
    : 1;
}

function isHidden(attributes: XmlAttributes): boolean {
  return ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '');
}

function openCell(walk: Walk, attributes: XmlAttributes): void {
  if (walk.cell === null && walk.sheet !== null)
    walk.cell = { text: '', attributes, repeated: times(attributes, 'columns') };
}

function breakLine(walk: Walk): void {
  if (walk.shapes > 0) walk.shapeText += walk.shapeText === '' ? '' : '\n';
  else if (walk.cell !== null && walk.cell.text !== '') walk.cell.text += '\n';
}

function take(walk: Walk, text: string): void {
  if (walk.shapes > 0) walk.shapeText += text;
  else if (walk.cell !== null) walk.cell.text += text;
}

function endShape(walk: Walk): void {
  walk.shapes -= 1;
  if (walk.shapes > 0) return;
  if (!isBlank(walk.shapeText))
    walk.sheet?.texts.push({
      text: walk.shapeText,
      row: walk.cell === null ? 0 : walk.row,
      column: walk.column,
    });
  walk.shapeText = '';
}

function endCell(walk: Walk): void {
  const { cell, sheet, row, column } = walk;
  walk.cell = null;
  if (cell === null || sheet === null) return;
  const { attributes, text, repeated } = cell;
  walk.column += repeated;
  const down = spanOf(attributes['table:number-rows-spanned']);
  const across = spanOf(attributes['table:number-columns-spanned']);
  if (down * across > 1)
    sheet.merges.push({
      top: row,
      left: column,
      bottom: Math.min(row + down, mostRows) - 1,
      right: Math.min(column + across, mostColumns) - 1,
    });
  const formula = attributes['table:formula'];
  if (isBlank(text) && formula === undefined) return;
  const number = ['float', 'percentage', 'currency'].includes(attributes['office:value-type'] ?? '')
    ? { number: Number(attributes['office:value']) }
    : {};
  const calculated =
    formula === undefined
      ? {}
      : { formula: inA1(formula), calculated: attributes['office:value-type'] !== undefined };
  if (sheet.cells.length + repeated * walk.rowsRepeated > limits.officeItems)
    throw new InputError('too-many-items', { limit: limits.officeItems });
  for (let down = 0; down < walk.rowsRepeated; down += 1) {
    for (let right = 0; right < repeated; right += 1)
      sheet.cells.push({ row: row + down, column: column + right, text, ...number, ...calculated });
  }
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isSafeInteger(span) && span > 0 ? span : 1;
}

/** `of:=SUM([.B2:.B4])` as `SUM(B2:B4)`. */
function inA1(formula: string): string {
  return formula
    .slice(0, longestFormula)
    .replace(/^\w+:=|^=/, '')
    .replace(/\[([^\]]*)\]/g, (_, reference: string) => reference.replace(/\./g, ''));
}

function sheetOf({
  name,
  hidden,
  cells,
  merges,
  texts,
  hiddenRows,
  hiddenColumns,
}: OpenSheet): Sheet {
  return {
    name,
    hidden,
    cells,
    merges,
    texts,
    isRowHidden: (row) => hiddenRows.has(row),
    isColumnHidden: (column) => hiddenColumns.has(column),
  };
}
