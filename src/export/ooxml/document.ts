import type { Layout, LayoutCell } from '../layout.ts';
import { declaration, xml } from './xml.ts';
import { zipParts } from './zip.ts';
import type { Part } from './zip.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Twentieths of a point: A4 with margins of 2 cm. */
const page = { width: 11_906, height: 16_838, margin: 1_134 };
const room = page.width - 2 * page.margin;

/** A Word document (OOXML) with a form a page. */
export function wordDocument(layouts: readonly Layout[]): Generator<Uint8Array> {
  const types =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>';
  const relation = (type: string, target: string): string =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const parts: Part[] = [
    [
      '[Content_Types].xml',
      [
        `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>`,
      ],
    ],
    ['_rels/.rels', [relation('officeDocument', 'word/document.xml')]],
    ['word/_rels/document.xml.rels', [relation('styles', 'styles.xml')]],
    ['word/styles.xml', [styles]],
    ['word/document.xml', body(layouts)],
  ];
  return zipParts(parts);
}

const fonts =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>';
const styles = `${declaration}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;

function* body(layouts: readonly Layout[]): Generator<string> {
  yield `${declaration}<w:document xmlns:w="${main}"><w:body>`;
  for (const [at, layout] of layouts.entries()) {
    const fresh = at > 0;
    if (layout.title !== null) yield heading(layout.title, { size: 32, bold: true, fresh });
    if (layout.year !== null)
      yield heading(`（${layout.year}年度）`, {
        size: 24,
        bold: false,
        fresh: fresh && layout.title === null,
      });
    // Two tables that touch are one to Word: something stands before each.
    if (layout.title === null && layout.year === null)
      yield heading('', { size: 18, bold: false, fresh });
    yield table(layout);
  }
  yield `<w:p/><w:sectPr><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="${page.margin}" w:left="${page.margin}" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function heading(
  text: string,
  { size, bold, fresh }: { size: number; bold: boolean; fresh: boolean },
): string {
  return `<w:p><w:pPr>${fresh ? '<w:pageBreakBefore/>' : ''}<w:spacing w:after="120"/><w:jc w:val="center"/></w:pPr>${text === '' ? '' : run(text, `${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`)}</w:p>`;
}

function run(text: string, properties: string): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;
}

function table(layout: Layout): string {
  const all = layout.widths.reduce((sum, width) => sum + width, 0);
  const widths = layout.widths.map((width) => Math.floor((width / all) * room));
  const line = (side: string): string =>
    `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  const margins =
    '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>';
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const rows = Array.from(
    { length: layout.rows },
    (_, row) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${rowCells(layout, row)
        .map((cell) => cellXml(cell, row, widths))
        .join('')}</w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="${room}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** The cells that a row shows: its own, and those that reach into it from above. */
function rowCells({ cells }: Layout, row: number): LayoutCell[] {
  return cells
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .sort((one, other) => one.column - other.column);
}

function cellXml(cell: LayoutCell, row: number, widths: readonly number[]): string {
  const { column, columnSpan, rowSpan, kind, text } = cell;
  const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
  const first = cell.row === row;
  const merge = rowSpan === 1 ? '' : `<w:vMerge${first ? ' w:val="restart"' : ''}/>`;
  const span = columnSpan === 1 ? '' : `<w:gridSpan w:val="${columnSpan}"/>`;
  const centred = kind !== 'text' || text.length <= 12;
  const words = first && text !== '' ? run(text, kind === 'label' ? '<w:b/>' : '') : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr><w:p>${centred ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : ''}${words}</w:p></w:tc>`;
}
