import type { Layout } from './layout.ts';
import { workbook } from './ooxml/workbook.ts';
import type { Sheet, SheetCell } from './ooxml/workbook.ts';
import type { Look } from './ooxml/styles.ts';

/** Forms as an Excel workbook, a sheet each, ready to print. */
export function formsWorkbook(layouts: readonly Layout[]): Generator<Uint8Array> {
  return workbook(
    layouts.map((layout, at) => sheetOf(layout, layouts.length === 1 ? '自评表' : `表${at + 1}`)),
  );
}

const heading: Look = { bold: true, size: 16, align: 'center', middle: true };

function sheetOf(layout: Layout, name: string): Sheet {
  const { title, year, columns, widths, cells } = layout;
  const lines = [
    ...(title === null ? [] : [[title, heading] as const]),
    ...(year === null ? [] : [[`（${year}年度）`, { align: 'center' }] as const]),
  ];
  const above = lines.length;
  const rows: (SheetCell | null)[][] = Array.from({ length: above + layout.rows }, () =>
    new Array<SheetCell | null>(columns).fill(null),
  );
  for (const [at, [value, look]] of lines.entries()) rows[at] = [{ value, kind: 'text', look }];
  for (const cell of cells) fill(rows, cell, above);
  const spans = cells.filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1);
  return {
    name,
    widths: widths.map((width) => width * 1.6),
    rows,
    merges: [
      ...lines.map((_, at) => [at, 0, 1, columns] as const),
      ...spans.map(
        ({ row, column, rowSpan, columnSpan }) =>
          [row + above, column, rowSpan, columnSpan] as const,
      ),
    ],
    portrait: true,
  };
}

/** A cell, and the blank ones that it covers, which carry its border. */
function fill(
  rows: (SheetCell | null)[][],
  { text, kind, row, column, rowSpan, columnSpan }: Layout['cells'][number],
  above: number,
): void {
  const isNumber = kind === 'number' && /^-?\d+(?:\.\d+)?%?$/u.test(text);
  const look = lookOf(kind, text);
  for (let down = 0; down < rowSpan; down += 1) {
    const line = rows[row + above + down];
    line?.fill({ value: '', kind: 'text', look }, column, column + columnSpan);
  }
  const value = text.replace(/%$/u, isNumber ? '' : '%');
  const first = rows[row + above];
  if (first !== undefined) first[column] = { value, kind: isNumber ? 'number' : 'text', look };
}

function lookOf(kind: Layout['cells'][number]['kind'], text: string): Look {
  return {
    border: true,
    wrap: true,
    middle: true,
    align: kind === 'text' && text.length > 12 ? 'left' : 'center',
    ...(kind === 'label' ? { bold: true, fill: 'F4F7FA' } : {}),
    ...(kind === 'number' && text.endsWith('%') ? { suffix: '%' } : {}),
  };
}
