import type { Block, LayoutCell, Table } from '../forms/types.ts';
import { addressOf } from '../../../src/formats/shared/sheet/source.ts';
import { merged, numberCell, sheetData, sheetRow, xlsxEntries } from '../office/excel.ts';
import { zipOf } from '../office/zip.ts';

/** Number formats by what a figure looks like; a cell's style is the index + 1. */
const formats = ['@', '0', '0.00', '#,##0', '#,##0.00', '0%', '0.00%'];
const textStyle = 1;

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A figure as Excel holds it: its value, and the style that shows it as it is printed. Null where it is no figure. */
function figureOf(text: string): { value: string; style: number } | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d\d)?(%)?$/.exec(text);
  if (match === null) return null;
  const [, whole = '', decimals = '', percent = ''] = match;
  const format =
    percent === ''
      ? (whole.includes(',') ? '#,##0' : '0') + (decimals === '' ? '' : '.00')
      : `0${decimals === '' ? '' : '.00'}%`;
  const digits = Number(whole.replaceAll(',', '') + decimals);
  return {
    value: percent === '' ? String(digits) : String(Number((digits / 100).toFixed(6))),
    style: formats.indexOf(format) + 1,
  };
}

function cellXml(at: string, { text, role }: Pick<LayoutCell, 'text' | 'role'>): string {
  const figure = role === 'number' ? figureOf(text) : null;
  if (figure !== null) return numberCell(at, figure.value, figure.style);
  return textCell(at, text);
}

function textCell(at: string, text: string): string {
  const content = text === '' ? '' : `<is><t>${escapeXml(text)}</t></is>`;
  return `<c r="${at}" s="${String(textStyle)}"${text === '' ? '' : ' t="inlineStr"'}>${content}</c>`;
}

interface Sheet {
  readonly rows: string[];
  readonly merges: string[];
}

function addLine({ rows, merges }: Sheet, text: string, columns: number): void {
  const row = rows.length;
  rows.push(sheetRow(row + 1, textCell(addressOf(row, 0), text)));
  merges.push(`${addressOf(row, 0)}:${addressOf(row, columns - 1)}`);
}

/** Points that a row needs for its longest cell; LibreOffice does not measure merged ones. */
function heightOf(cells: readonly LayoutCell[]): number {
  const lines = cells
    .filter(({ rowSpan }) => rowSpan === 1)
    .map(({ text, columnSpan }) =>
      text
        .split('\n')
        .reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / (columnSpan * 6))), 0),
    );
  return 10 + 16 * Math.max(1, ...lines);
}

function addTable(sheet: Sheet, table: Table): void {
  const top = sheet.rows.length;
  table.rows.forEach((_, index) => {
    const row = top + index;
    const own = table.cells
      .filter((cell) => cell.row <= index && index < cell.row + cell.rowSpan)
      .sort((a, b) => a.column - b.column);
    const places = own.flatMap((cell) =>
      Array.from({ length: cell.columnSpan }, (_unused, offset) =>
        cellXml(
          addressOf(row, cell.column + offset),
          cell.row === index && offset === 0 ? cell : { text: '', role: 'text' },
        ),
      ),
    );
    const first = own.filter((cell) => cell.row === index);
    sheet.rows.push(
      sheetRow(row + 1, places.join(''), ` ht="${String(heightOf(first))}" customHeight="1"`),
    );
    for (const { column, columnSpan, rowSpan } of first) {
      if (columnSpan + rowSpan > 2)
        sheet.merges.push(
          `${addressOf(row, column)}:${addressOf(row + rowSpan - 1, column + columnSpan - 1)}`,
        );
    }
  });
}

const sides = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`)
  .join('');

/** Borders and wrapped text for every style of the workbook. */
function bordered(styles: string): string {
  return styles
    .replace('<sz val="11"/>', '<sz val="9"/><name val="Noto Serif CJK SC"/>')
    .replace(/<borders.*<\/borders>/, `<borders count="1"><border>${sides}</border></borders>`)
    .replace(
      /(<cellXfs.*?>)(.*)(<\/cellXfs>)/,
      (_, open: string, list: string, close: string) =>
        open +
        list.replaceAll(
          '/>',
          ' applyBorder="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf>',
        ) +
        close,
    );
}

/** A form as a worksheet: figures as values in their number formats, merged cells, lines above and below as merged rows. */
export function renderExcel(
  blocks: readonly Block[],
  sharesOf: (table: Table) => readonly number[],
): Buffer {
  const sheet: Sheet = { rows: [], merges: [] };
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  const columns = Math.max(...tables.map((table) => table.columns));
  const widest = tables.find((table) => table.columns === columns);
  for (const block of blocks) {
    if (block.kind === 'table') addTable(sheet, block.table);
    if (block.kind === 'line') addLine(sheet, block.text, columns);
  }
  const shares = widest === undefined ? [] : sharesOf(widest);
  const cols = shares
    .map(
      (share, index) =>
        `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(share)}" customWidth="1"/>`,
    )
    .join('');
  const fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  const xml = `${fit}<cols>${cols}</cols>${sheetData(...sheet.rows)}${merged(...sheet.merges)}<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0"/>`;
  const entries = xlsxEntries({ sheets: [{ name: '自评表', xml }], formats });
  return zipOf({ ...entries, 'xl/styles.xml': bordered(entries['xl/styles.xml'] ?? '') });
}
