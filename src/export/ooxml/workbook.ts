import { Styles } from './styles.ts';
import type { Look } from './styles.ts';
import { declaration, xml } from './xml.ts';
import { zipParts } from './zip.ts';
import type { Part } from './zip.ts';

export interface SheetCell {
  /** A text, or a number's digits as printed. */
  readonly value: string;
  readonly kind: 'text' | 'number';
  readonly look: Look;
  /** A place in this workbook, such as `'表单'!A7`. */
  readonly link?: string;
}

export interface Sheet {
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight; the last of them is the heading that is filtered by. */
  readonly frozen?: number;
  readonly filter?: boolean;
  /** Gone through once; null is a cell that is not there. */
  readonly rows: Iterable<readonly (SheetCell | null)[]>;
  /** Row and column from 0, and how many of each. */
  readonly merges?: readonly (readonly [
    row: number,
    column: number,
    rows: number,
    columns: number,
  ])[];
  readonly portrait?: boolean;
}

/** Excel's own limits. */
const longestText = 32_767;
const mostLinks = 65_000;
const mostDigits = 15;

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** An Excel workbook (OOXML), piece by piece. */
export function workbook(sheets: readonly Sheet[]): Generator<Uint8Array> {
  return zipParts(parts(sheets));
}

function* parts(sheets: readonly Sheet[]): Generator<Part> {
  const styles = new Styles();
  const counts: number[] = [];
  yield ['[Content_Types].xml', [contentTypes(sheets.length)]];
  yield ['_rels/.rels', [relations([['rId1', 'officeDocument', 'xl/workbook.xml']])]];
  for (const [at, sheet] of sheets.entries())
    yield [
      `xl/worksheets/sheet${at + 1}.xml`,
      sheetXml(sheet, styles, at === 0, (rows) => (counts[at] = rows)),
    ];
  yield ['xl/workbook.xml', [workbookXml(sheets, counts)]];
  yield [
    'xl/_rels/workbook.xml.rels',
    [
      relations([
        ...sheets.map(
          (_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const,
        ),
        ['rIdStyles', 'styles', 'styles.xml'],
      ]),
    ],
  ];
  // Last: the sheets say which styles there are.
  yield ['xl/styles.xml', [styles.text()]];
}

function contentTypes(count: number): string {
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = Array.from(
    { length: count },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${sheet}.worksheet+xml"/>`,
  );
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheet}.styles+xml"/>${overrides.join('')}</Types>`;
}

function relations(items: readonly (readonly [string, string, string])[]): string {
  return `${declaration}<Relationships xmlns="${packageRelations}">${items.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[], counts: readonly number[]): string {
  const names = sheets.flatMap(({ name, frozen = 0, filter, widths }, at) => {
    const sheet = `'${xml(name)}'`;
    const last = `$${columnName(widths.length - 1)}$${Math.max(counts[at] ?? 0, frozen)}`;
    return [
      ...(filter === true
        ? [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}!$A$${frozen}:${last}</definedName>`,
          ]
        : []),
      ...(frozen > 0
        ? [
            `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!$1:$${frozen}</definedName>`,
          ]
        : []),
    ];
  });
  const list = sheets
    .map(({ name }, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  return `${declaration}<workbook ${namespaces}><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list}</sheets>${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`;
}

function* sheetXml(
  sheet: Sheet,
  styles: Styles,
  selected: boolean,
  count: (rows: number) => void,
): Generator<string> {
  const { widths, frozen = 0, filter, rows, merges = [], portrait } = sheet;
  const pane =
    frozen === 0
      ? ''
      : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${frozen + 1}" sqref="A${frozen + 1}"/>`;
  const columns = widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  yield `${declaration}<worksheet ${namespaces}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`;
  const links: string[] = [];
  let at = 0;
  for (const row of rows) {
    at += 1;
    const height = heightOf(row, sheet, at - 1);
    const cells = row.map((cell, column) =>
      cell === null ? '' : cellXml(cell, `${columnName(column)}${at}`, styles, links),
    );
    yield `<row r="${at}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`;
  }
  count(at);
  yield '</sheetData>';
  if (filter === true)
    yield `<autoFilter ref="A${frozen}:${columnName(widths.length - 1)}${Math.max(at, frozen)}"/>`;
  if (merges.length > 0)
    yield `<mergeCells count="${merges.length}">${merges.map(mergeXml).join('')}</mergeCells>`;
  if (links.length > 0) yield `<hyperlinks>${links.join('')}</hyperlinks>`;
  yield `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${portrait === true ? 'portrait' : 'landscape'}" fitToHeight="0"/></worksheet>`;
}

const lineHeight = 15;
const tallest = 400;
/** What a spreadsheet draws twice as wide. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

/** As high as the lines of its fullest cell, since not every program fits wrapped rows by itself; nothing where one line does. */
function heightOf(
  row: readonly (SheetCell | null)[],
  { widths, merges = [] }: Sheet,
  at: number,
): number | undefined {
  let most = 1;
  for (const [column, cell] of row.entries()) {
    if (cell === null || cell.look.wrap !== true || cell.value === '') continue;
    const merge = merges.find(([top, left]) => top === at && left === column);
    const room =
      widths.slice(column, column + (merge?.[3] ?? 1)).reduce((sum, width) => sum + width, 0) - 1;
    const lines = cell.value
      .split('\n')
      .reduce(
        (sum, line) =>
          sum + Math.max(1, Math.ceil((line.length + (line.match(wide)?.length ?? 0)) / room)),
        0,
      );
    most = Math.max(most, lines / (merge?.[2] ?? 1));
  }
  return most === 1 ? undefined : Math.min(tallest, Math.ceil(most) * lineHeight);
}

function mergeXml([row, column, rows, columns]: readonly [number, number, number, number]): string {
  return `<mergeCell ref="${columnName(column)}${row + 1}:${columnName(column + columns - 1)}${row + rows}"/>`;
}

/** A number is written with the digits that were printed, a text as a text, whatever it begins with. */
function cellXml(
  { value, kind, look, link }: SheetCell,
  ref: string,
  styles: Styles,
  links: string[],
): string {
  if (link !== undefined && links.length < mostLinks)
    links.push(`<hyperlink ref="${ref}" location="${xml(link)}"/>`);
  if (value === '') return `<c r="${ref}" s="${styles.of(look)}"/>`;
  // A spreadsheet keeps fifteen digits: a longer number stays whole as a text.
  if (kind === 'number' && value.replace(/\D/gu, '').replace(/^0+/u, '').length <= mostDigits) {
    const decimals = value.split('.')[1]?.length ?? 0;
    return `<c r="${ref}" s="${styles.of({ ...look, decimals })}"><v>${value}</v></c>`;
  }
  const guarded = /^\s*[=+\-@＝＋－＠]/u.test(value);
  const words = value.slice(0, longestText).replaceAll(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_');
  return `<c r="${ref}" s="${styles.of(guarded ? { ...look, guarded } : look)}" t="inlineStr"><is><t xml:space="preserve">${xml(words)}</t></is></c>`;
}

/** 0 → A, 26 → AA. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
