import type { Block, LayoutCell, Table } from '../forms/types.ts';
import { across, docxOf, further, listed, paragraph, row, run, start } from '../office/word.ts';

/** Millimetres of the table, and how they are shared: text columns are wider than figures. */
const twips = 9_700;

const abstract = (id: number): string =>
  `<w:abstractNum w:abstractNumId="${String(id)}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>`;
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');
const small =
  '<w:rFonts w:ascii="Noto Serif CJK SC" w:hAnsi="Noto Serif CJK SC" w:eastAsia="Noto Serif CJK SC"/><w:sz w:val="18"/>';

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Numbers its lists as it meets them: paragraphs that begin with `1.` become an automatic list, as Word makes them. */
class Lists {
  count = 0;

  paragraphsOf(text: string): string {
    const parts = text.split('\n');
    if (!parts.every((part, index) => part.startsWith(`${String(index + 1)}.`)))
      return parts.map((part) => paragraph(run(escapeXml(part), small))).join('');
    this.count += 1;
    return parts
      .map((part) => listed(run(escapeXml(part.replace(/^\d+\./, '')), small), this.count))
      .join('');
  }

  get xml(): string {
    const ids = Array.from({ length: this.count }, (_, index) => index + 1);
    return (
      ids.map(abstract).join('') +
      ids
        .map(
          (id) => `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(id)}"/></w:num>`,
        )
        .join('')
    );
  }
}

function cellXml(
  cell: LayoutCell,
  widths: readonly number[],
  merge: string,
  content: string,
): string {
  const width = widths
    .slice(cell.column, cell.column + cell.columnSpan)
    .reduce((sum, one) => sum + one, 0);
  const span = cell.columnSpan > 1 ? across(cell.columnSpan) : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}

function tableXml(table: Table, shares: readonly number[], lists: Lists): string {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((share * twips) / all));
  const rows = table.rows.map((kind, index) => {
    const own = table.cells
      .filter((cell) => cell.row <= index && index < cell.row + cell.rowSpan)
      .sort((a, b) => a.column - b.column);
    const cells = own.map((cell) => {
      const merge = cell.rowSpan === 1 ? '' : cell.row === index ? start : further;
      return cellXml(
        cell,
        widths,
        merge,
        cell.row === index ? lists.paragraphsOf(cell.text) : paragraph(''),
      );
    });
    return row(cells, index === 0 && kind === 'indicator-header' ? '<w:tblHeader/>' : '');
  });
  const grid = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${String(twips)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A form as a Word document: merged cells, labels on several lines, automatic numbers before goals, A4 upright. */
export function renderWord(
  blocks: readonly Block[],
  sharesOf: (table: Table) => readonly number[],
): Buffer {
  const lists = new Lists();
  const parts = blocks.flatMap((block) => {
    if (block.kind === 'page') return [];
    return [
      block.kind === 'table'
        ? tableXml(block.table, sharesOf(block.table), lists) + paragraph('')
        : paragraph(run(escapeXml(block.text), small), '<w:jc w:val="center"/>'),
    ];
  });
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1100" w:right="1100" w:bottom="1100" w:left="1100" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>';
  return docxOf(parts.join('') + page, { numbering: lists.xml });
}
