import {
  findLabel,
  findLevel1,
  findLevel2,
  isProjectName,
  lengths,
  names,
  headTerms,
} from '../../lexicon/index.ts';
import { countUp } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { isHeadLabel, shownSlots } from '../blocks/label-values.ts';
import { roleOf } from './roles.ts';
import type { Heading } from './readings.ts';
import type { Item, TableKind } from '../types.ts';

/** Whether a row shows a figure of its own. */
export function hasFigures(item: Item): boolean {
  return item.slots.some(
    (slot) =>
      slot.piece !== null && !slot.covered && printedFigure(slot.piece.text).kind === 'number',
  );
}

/** Digits outside brackets: a heading's words have none, a row's values do. */
function hasDigits(item: Item | undefined): boolean {
  return (item?.slots ?? []).some(
    (slot) =>
      slot.piece !== null &&
      !slot.covered &&
      /\d/.test(slot.piece.text.replace(/[（(][^（）()]*[)）]|^20\d\d年度?/g, '')),
  );
}

export function hasShortWords(item: Item | undefined): item is Item {
  return (
    item !== undefined &&
    !hasFigures(item) &&
    item.slots.every(
      (slot) =>
        slot.piece === null ||
        slot.covered ||
        (slot.piece.text.length <= lengths.label && !/[。；;]/.test(slot.piece.text)),
    )
  );
}

/** Words that at least one cell of a heading row holds, whole or cut: a quick test before the rows are read as one. */
export function looksLikeHeading(item: Item | undefined): item is Item {
  return (
    hasShortWords(item) &&
    item.slots.filter((slot) => slot.piece !== null && !slot.covered).length >= 2
  );
}

function namesWho(text: string): boolean {
  return names(text, ...headTerms) || isProjectName(text);
}

/** A row of a form's head, its labels with a value each (主管部门 | 民政局): no part of the heading below. */
export function givesHead(item: Item): boolean {
  const shown = shownSlots(item);
  // Nobody filled it in.
  if (
    shown.every(({ piece }) =>
      names(piece.text, 'projectName', 'attribute', 'person', ...headTerms),
    )
  )
    return true;
  const labels = shown.filter((_, index) => index % 2 === 0);
  const values = shown.filter((_, index) => index % 2 === 1);
  return (
    labels.length === values.length &&
    labels.some(({ piece }) => namesWho(piece.text)) &&
    labels.every(({ piece }) => namesWho(piece.text) || isHeadLabel(piece.text)) &&
    values.every(({ piece }) => findLabel(piece.text) === null)
  );
}

export function goesOn(item: Item | undefined): boolean {
  return item?.kind === 'row' && hasShortWords(item) && !hasDigits(item) && !isGroupRow(item);
}

/** 一、产出指标 alone in a row is the title of the rows below it. */
function isGroupRow(item: Item): boolean {
  const [first, ...more] = shownSlots(item);
  return first !== undefined && more.length === 0 && findLevel1(first.piece.text) !== null;
}

/** （A）, （B/A）: a letter by which a heading's figures are reckoned with; 2023年: the year of a value. */
export function isMark(text: string): boolean {
  return /^20\d\d年度?$|^(?:优秀?|良好?|中等?|差)$|^[(（][A-Za-z\d/÷×*+\-=%％]{1,9}[)）]$/u.test(
    text.replace(/\s/g, ''),
  );
}

/** 1 | 2 | 3 … below a heading: the numbers of its columns. */
export function countsColumns(item: Item | undefined): boolean {
  const texts = item?.kind === 'row' ? shownSlots(item).map(({ piece }) => piece.text.trim()) : [];
  // Right below a heading two numbers count two columns.
  return countUp(texts) || (texts.length > 1 && texts.every((text, at) => text === String(at + 1)));
}

/** A row of a heading that holds nothing but such letters or years: none of the table's body. */
export function holdsMarks(item: Item | undefined): boolean {
  const shown = item === undefined ? [] : shownSlots(item);
  return shown.length > 0 && shown.every(({ piece }) => isMark(piece.text));
}

/** Whether a row holds a word that heads a column of an indicator or funds table: two short goals hold none. */
export function namesColumn(item: Item): boolean {
  return shownSlots(item).some(({ piece }) =>
    (['indicators', 'funds'] as const).some((kind) => {
      const role = roleOf(piece.text, kind);
      return role !== null && role !== 'block';
    }),
  );
}

/** Whether the row below names parts of columns (指标性质 under 年度指标值), so that the heading goes on. */
export function isWrapped(items: readonly Item[], index: number, heading: Heading): boolean {
  const below = items[index + 1];
  if (heading.kind !== 'indicators' || !looksLikeHeading(below)) return false;
  const shown = below.slots.filter((slot) => slot.piece !== null && !slot.covered);
  return shown.every(
    (slot) =>
      slot.piece !== null &&
      roleOf(slot.piece.text, 'indicators') !== null &&
      roleOf(slot.piece.text, 'indicators') !== 'block',
  );
}

/** A row that holds level labels or fund labels is a table's body, not its heading. */
export function bodyBelow(item: Item | undefined, kind: TableKind): boolean {
  return (item?.slots ?? []).some(({ piece, covered }) => {
    if (piece === null || covered) return false;
    if (kind === 'indicators') return (findLevel1(piece.text) ?? findLevel2(piece.text)) !== null;
    return (
      findLabel(piece.text)?.terms.some(
        (term) => term.startsWith('fund') && term !== 'fundsBlock',
      ) ?? false
    );
  });
}
