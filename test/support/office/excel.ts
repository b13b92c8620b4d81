import { contentTypes, relationships } from './package.ts';
import { zipOf } from './zip.ts';

const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

export interface SheetSpec {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** The inside of the worksheet part. */
  readonly xml: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  /** Format codes; the cell style `s` of a cell is the index + 1. A number names a built-in format. */
  readonly formats?: readonly (string | number)[];
  readonly strings?: readonly string[];
  readonly date1904?: boolean;
}

/** A .xlsx of the given worksheets. */
export function xlsxOf(spec: WorkbookSpec): Buffer {
  return zipOf(xlsxEntries(spec));
}

/** A .xlsx of one worksheet. */
export function oneSheet(xml: string, spec: Omit<WorkbookSpec, 'sheets'> = {}): Buffer {
  return xlsxOf({ ...spec, sheets: [{ xml }] });
}

/** The entries of a .xlsx, for tests that spoil one. */
export function xlsxEntries({
  sheets,
  formats = [],
  strings = [],
  date1904 = false,
}: WorkbookSpec): Record<string, string> {
  const parts = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const tabs = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name ?? `表${index + 1}`}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  );
  return {
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': `${sheetMl}.sheet.main+xml`,
      'xl/styles.xml': `${sheetMl}.styles+xml`,
      'xl/sharedStrings.xml': `${sheetMl}.sharedStrings+xml`,
      ...Object.fromEntries(parts.map((part) => [`xl/${part}`, `${sheetMl}.worksheet+xml`])),
    }),
    '_rels/.rels': relationships({ 'xl/workbook.xml': 'officeDocument' }),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      ...Object.fromEntries(parts.map((part) => [part, 'worksheet'])),
      'styles.xml': 'styles',
      'sharedStrings.xml': 'sharedStrings',
    }),
    'xl/styles.xml': stylesOf(formats),
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map((text) => (text.startsWith('<') ? `<si>${text}</si>` : `<si><t>${text}</t></si>`)).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, index) => [
        `xl/${parts[index] ?? ''}`,
        `<worksheet ${main}>${xml}</worksheet>`,
      ]),
    ),
  };
}

function stylesOf(formats: readonly (string | number)[]): string {
  const ids = formats.map((format, index) => (typeof format === 'number' ? format : 164 + index));
  const own = formats.flatMap((format, index) =>
    typeof format === 'number'
      ? []
      : [
          `<numFmt numFmtId="${164 + index}" formatCode="${format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`,
        ],
  );
  const styles = [0, ...ids].map(
    (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`,
  );
  return `<styleSheet ${main}><numFmts count="${own.length}">${own.join('')}</numFmts><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`;
}

/** A cell with inline text. */
export function textCell(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** A cell with a number, in the workbook's style. */
export function numberCell(at: string, value: number | string, style = 0): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
}

/** Rows of cells, which know their own addresses. */
export function sheetData(...rows: readonly string[]): string {
  return `<sheetData>${rows.join('')}</sheetData>`;
}

export function sheetRow(number: number, cells: string, attributes = ''): string {
  return `<row r="${number}"${attributes}>${cells}</row>`;
}

export function merged(...ranges: readonly string[]): string {
  return `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
}
