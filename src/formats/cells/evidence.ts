import {
  findLabel,
  findLevel1,
  findLevel2,
  findTitle,
  findYearLine,
  isAttachmentMark,
  names,
  headTerms,
  sourceTerms,
} from '../../lexicon/index.ts';
import type { Term } from '../../lexicon/index.ts';
import { isBlank } from '../../model/index.ts';
import type { CellDraft, Paragraph } from './segments.ts';

/** What stands around forms: attachments, notes under the table, who filled it in. */
const outside =
  /^(?:附件|附表|备注[:：]|注[:：]|说明[:：]|填[表报](?!单位$|单位[（(])|制表|联系人|联系电话|单位负责人|金额单位|单位[:：]|第[一二三四五六七八九十]+部分)/;
/** Those of them that also stand in a table, as a row of one cell. */
const aloneInTable = /^(?:备注|注|说明|填[表报]说明)[:：]/;

/** A number before a paragraph: `2.`, `（3）`, `4、` */
const numbering = /^\s*[（(]?(\d{1,2})[.、．)）]/;

/** How many paragraphs back the number before is looked for. */
const paragraphsBack = 20;

/** What the first cell of some cells says about whether a row begins with it. */
export type Start = 'blank' | 'opening' | 'level' | 'neutral' | 'heading' | 'number' | 'text';

const figure =
  /^(?:[≥≤=<>＝≧≦＜＞]*[-+]?[\d０-９][\d０-９,，.．]*(?:[%％]|\(%\)|（%）|\D{0,3})|[-—－/／]+|无)$/;

/** `执行率分值（10）` brings its value along. */
const figureInBrackets = /[（(]\d+分?[)）]$/;

/** Parts of a form whose label opens a row. */
const openingTerms: readonly Term[] = [
  'projectName',
  ...headTerms,
  'fundsBlock',
  'goalBlock',
  'indicatorBlock',
  'level1',
  'budgetBlock',
  'planBlock',
  'total',
  'rating',
  'person',
  'attribute',
  'midTermGoal',
];
/** Labels that open a row as well as they go on with one: 备注 names a row or the last column. */
const neutralTerms: readonly Term[] = [...sourceTerms, 'formUnit', 'note'];

/** Labels that name a column, or open a row that holds nothing but their text. */
const pairTerms: readonly Term[] = ['note', 'goalActual'];

/** Parts that close a form: what follows them is no longer of the table. */
const closingTerms: readonly Term[] = ['total', 'rating', 'person'];

/** Labels that have their value to the right: no row ends with one. */
export const valueTerms: readonly Term[] = [
  'projectName',
  ...headTerms,
  'total',
  'rating',
  'person',
  'attribute',
  ...sourceTerms,
];

/** A text without white space, as far as it is looked at. */
function compact(text: string): string {
  return text.slice(0, 200).replace(/\s+/g, '');
}

/** Whether a line stands outside tables by what it says. */
export function looksOutside(text: string): boolean {
  if (text.includes('[bookmark: _Toc')) return true;
  const words = compact(text);
  return (
    outside.test(words) ||
    isAttachmentMark(words) ||
    findYearLine(words) !== null ||
    findTitle(words) !== null
  );
}

/** Whether cells close their form (`总分`). */
export function closesForm(cells: readonly CellDraft[]): boolean {
  const first = cells.find((cell) => !isBlankCell(cell));
  return first !== undefined && names(compactCell(first), ...closingTerms);
}

/** Whether cells can only be the beginning of a form. */
export function opensForm(cells: readonly CellDraft[]): boolean {
  const [first] = cells;
  return first !== undefined && names(compactCell(first), 'projectName', 'projectCode');
}

/** What the first of some cells says. */
export function startOf(cells: readonly CellDraft[]): Start {
  const [words = '', nextWords = ''] = cells.slice(0, 2).map(compactCell);
  if (words === '') return names(nextWords, 'level1') ? 'opening' : 'blank';
  if (figure.test(words)) return 'number';
  const label = findLabel(words);
  if (label === null) return isLevel(words) ? 'level' : 'text';
  // Labels that go side by side are not alike: this is the indicator and its group.
  if (label.terms.includes('executionRate') && nextWords === words) return 'opening';
  return startOfLabel(label, nextWords, isPair(cells));
}

type Label = NonNullable<ReturnType<typeof findLabel>>;

function startOfLabel(label: Label, nextWords: string, hasValue: boolean): Start {
  const isOneOf = (terms: readonly Term[]): boolean =>
    label.terms.some((term) => terms.includes(term));
  // 年度预算数 names a column, 年度预算数(万元) the whole block.
  if (isOneOf(['annualBudget']) && label.unit === null) return 'heading';
  const opens =
    isOneOf(openingTerms) ||
    (label.unit !== null && names(nextWords, ...sourceTerms)) ||
    (isOneOf(pairTerms) && hasValue);
  if (opens) return 'opening';
  return isOneOf(neutralTerms) ? 'neutral' : 'heading';
}

function isPair([, text, ...more]: readonly CellDraft[]): boolean {
  return text !== undefined && more.length === 0 && !isLabel(text);
}

/** Whether there is one cell only, with what stands around forms: a title or a note within the table. */
export function standsAlone(cells: readonly CellDraft[]): boolean {
  const [first, second] = cells;
  if (first === undefined || second !== undefined) return false;
  const words = compactCell(first);
  return (
    aloneInTable.test(words) ||
    isAttachmentMark(words) ||
    findYearLine(words) !== null ||
    findTitle(words) !== null
  );
}

/** Whether the last of some cells is a label whose value is missing; a heading has its values below. */
export function endsInLabel(cells: readonly CellDraft[]): boolean {
  const last = cells.at(-1);
  if (
    last === undefined ||
    !names(compactCell(last), ...valueTerms) ||
    figureInBrackets.test(compactCell(last))
  )
    return false;
  return cells.length < 3 || !cells.every(isLabel);
}

/** Whether a text carries the number that follows one of the paragraphs before it, as the goals of a form do. */
export function continuesNumbering(paragraphs: readonly Paragraph[], text: string): boolean {
  const number = Number(numbering.exec(text)?.[1] ?? 0);
  if (number < 2) return false;
  const before = new RegExp(`(?:^|[^\\d.])${String(number - 1)}[.、．)）]`);
  return paragraphs
    .slice(-paragraphsBack)
    .some((paragraph) => before.test(paragraph.text.slice(0, 4000)));
}

/** Whether the last of some cells names a level, and the indicator is missing. */
export function endsInLevel(cells: readonly CellDraft[]): boolean {
  const last = cells.at(-1);
  return last !== undefined && isLevel(compactCell(last));
}

function isLevel(words: string): boolean {
  return words.includes('指标') && (findLevel1(words) !== null || findLevel2(words) !== null);
}

/** Whether a cell is a label that a form prints. */
export function isLabel(cell: CellDraft): boolean {
  return findLabel(compactCell(cell)) !== null;
}

export function isFigureOrBlank(cell: CellDraft): boolean {
  const words = compactCell(cell);
  return words === '' || figure.test(words);
}

export function isBlankCell(cell: CellDraft): boolean {
  return cell.paragraphs.every(({ text }) => isBlank(text));
}

/** What a cell says, without white space. */
export function compactCell(cell: CellDraft): string {
  const [first, second] = cell.paragraphs;
  if (first === undefined || second === undefined) return compact(first?.text ?? '');
  // Labels in narrow columns are printed a character a line.
  return compact(
    cell.paragraphs
      .slice(0, 60)
      .map(({ text }) => text.slice(0, 60))
      .join(''),
  );
}
