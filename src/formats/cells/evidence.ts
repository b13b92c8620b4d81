import { isBlank } from '../../model/index.ts';
import type { CellDraft, Paragraph } from './segments.ts';

/** What stands around forms: attachments, notes under the table, who filled it in, the year, the form's title. */
const outside =
  /^(?:附件|附表|备注|注[:：]|说明[:：]|填表|填报|制表|联系人|联系电话|单位负责人|金额单位|单位[:：]|第[一二三四五六七八九十]+部分)|^[（(]?\d{4}年度?[）)]?$/;
const title = /^(?:\S{0,40})?(?:绩效|自评|申报|评价)[^，。；,;]{0,40}表(?:[（(][^（）()]{0,20}[）)])?$/;

/** First cells of rows that close a form: what follows them is no longer of the table. */
const closing = /^(?:总分|总得分|合计|总计|自评总分|评分等级|自评等级|评价等级|自评结论|评价结论|填表人|填报人|联系人)/;

/** First cells that only a new row has. */
const opening =
  /^(?:项目|主管|实施|预算|资金|年度|其中|上年|其他资金|绩效目标|预期目标|一级指标|绩效指标|总分|合计|总计|评分|自评|备注|说明|填)/;

/** First cells that only a new form has. */
const firstOfForm = /^(?:预算)?(?:项目|专项)(?:支出|资金)?(?:名称|编码|代码)/;

/** A number before a paragraph: `2.`, `（3）`, `4、` */
const numbering = /^\s*[（(]?(\d{1,2})[.、．)）]/;

/** How many paragraphs back the number before is looked for. */
const paragraphsBack = 20;

function compact(text: string): string {
  return text.slice(0, 400).replace(/\s+/g, '');
}

/** Whether a line stands outside tables by what it says. */
export function looksOutside(text: string): boolean {
  if (text.includes('[bookmark: _Toc')) return true;
  const words = compact(text);
  return outside.test(words) || (words.length <= 60 && title.test(words));
}

/** Whether a row closes its form (`总分`). */
export function isClosingRow(cells: readonly CellDraft[]): boolean {
  const first = cells.find((cell) => !isBlankCell(cell));
  return first !== undefined && closing.test(compactCell(first));
}

/** Whether cells can only be the beginning of a row. */
export function opensRow(cells: readonly CellDraft[]): boolean {
  const [first] = cells;
  return first !== undefined && opening.test(compactCell(first));
}

/** Whether cells can only be the beginning of a form. */
export function opensForm(cells: readonly CellDraft[]): boolean {
  const [first] = cells;
  return first !== undefined && firstOfForm.test(compactCell(first));
}

/** Whether a text carries the number that follows one of the paragraphs before it, as the goals of a form do. */
export function continuesNumbering(paragraphs: readonly Paragraph[], text: string): boolean {
  const number = Number(numbering.exec(text)?.[1] ?? 0);
  if (number < 2) return false;
  const before = new RegExp(`(?:^|[^\\d.])${String(number - 1)}[.、．)）]`);
  return paragraphs.slice(-paragraphsBack).some((paragraph) => before.test(paragraph.text.slice(0, 4000)));
}

export function isBlankCell(cell: CellDraft): boolean {
  return cell.paragraphs.every(({ text }) => isBlank(text));
}

function compactCell(cell: CellDraft): string {
  return compact(cell.paragraphs.slice(0, 6).map(({ text }) => text).join(''));
}
