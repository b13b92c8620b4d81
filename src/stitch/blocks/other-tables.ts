import {
  lengths,
  findLevel1,
  findLevel2,
  names,
  type Term,
  headTerms,
} from '../../lexicon/index.ts';
import { largest } from '../../model/index.ts';
import { shownSlots } from './label-values.ts';
import { onlyText } from '../segments/segment.ts';
import type { Column, Item } from '../types.ts';

/** Names of other tables and parts of a report: 收入支出决算总表, 公开01表, 第五部分 附件. */
const otherTable =
  /^第[一二三四五六七八九十]{1,3}部分|^公开\d{1,2}表$|[^\d]表(?:[(（][^()（）]{0,12}[)）])?$/u;

/** Whether a line names another table, so that the form above it is over. */
export function namesOtherTable(item: Item): boolean {
  const text = onlyText(item) ?? '';
  return (
    item.kind === 'line' &&
    text.length <= lengths.name &&
    !/[。；;，,：:]/.test(text) &&
    otherTable.test(text)
  );
}

/** So many items below a running head tell whether the table that it interrupts goes on. */
const lookAhead = 6;

/** Whether the indicators go on below a line: a row as wide as they are, or one with a label of a level. */
export function goesOnBelow(
  items: readonly Item[],
  from: number,
  end: number,
  columns: readonly Column[],
): boolean {
  const rows = items
    .slice(from, Math.min(end, from + lookAhead))
    .filter(({ kind }) => kind === 'row');
  const width =
    largest(
      columns.map(({ to }) => to),
      -1,
    ) + 1;
  const widthOf = (row: Item): number =>
    largest(
      row.slots.map(({ column, span }) => column + span),
      0,
    );
  if (rows[0] !== undefined && widthOf(rows[0]) === width) return true;
  return rows.some((row) =>
    shownSlots(row).some(
      ({ piece }) => (findLevel1(piece.text) ?? findLevel2(piece.text)) !== null,
    ),
  );
}

const closingTerms: readonly Term[] = [
  'projectName',
  ...headTerms,
  'attribute',
  'person',
  'note',
  'rating',
  'total',
  'goalBlock',
  'goalExpected',
  'goalActual',
  'budgetBlock',
  'planBlock',
  'fundPurpose',
];

function saysNothingOfForm(item: Item | undefined, cells: number): boolean {
  const shown = item?.kind === 'row' ? shownSlots(item) : [];
  return (
    shown.length >= cells &&
    !shown.some(({ piece }) => names(piece.text, ...closingTerms) || /[:：]/.test(piece.text))
  );
}

/** Whether a fresh table begins of whose first two rows no label is a form's: 收入 | 支出 above 项目 | 行次 | 决算数 …. */
export function beginsOtherTable(item: Item, below: Item | undefined): boolean {
  return (
    item.gap && below?.gap === false && saysNothingOfForm(item, 2) && saysNothingOfForm(below, 4)
  );
}
