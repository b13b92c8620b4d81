import { findLabel, lengths, names } from '../../lexicon/index.ts';
import { printedFigure } from '../../number/index.ts';
import { opensWithLabel, rowIn } from '../cover/asked.ts';
import { memoOf } from '../cover/memo.ts';
import { shownSlots } from './label-values.ts';
import { splitAmounts } from './own-amounts.ts';
import { isFundWord } from '../rows/moves.ts';
import { rowSettings } from '../rows/settings.ts';
import type { Column, Item } from '../types.ts';

/** An indicator row below 总分, where some exporters print the sum first. */
export function isLateIndicator(item: Item, columns: readonly Column[]): boolean {
  if (shownSlots(item).length < 4 || opensWithLabel(item)) return false;
  const { row, cost } = rowIn(item, columns);
  const at = columns.findIndex(({ role }) => role === 'weight');
  return cost < rowSettings.degree.wrong && row.pieces[at] !== null && row.pieces[at] !== undefined;
}

/** Whether a row below the funds is none of theirs: it names a goal, or holds a label with words beside it and no figure. */
export const leavesFunds = memoOf((item: Item): boolean => {
  const shown = shownSlots(item);
  const terms = shown[0] === undefined ? [] : (findLabel(shown[0].piece.text)?.terms ?? []);
  if (terms.some((term) => term.startsWith('goal') || term === 'midTermGoal')) return true;
  if (shown.length === 1 && terms.includes('indicatorBlock')) return true;
  return (
    shown.length > 1 &&
    shown.every(({ piece }) => printedFigure(piece.text).kind === 'text' && !isFundWord(piece.text))
  );
});

/** A further label in the block's column, below the goals: 2.项目实施内容及过程概述 | 全年巡检4轮 (Sichuan). */
export function leavesGoal(item: Item, columns: readonly Column[], goals: number): boolean {
  const [first, ...rest] = shownSlots(item);
  // 资金情况 alone: the title of the next part.
  if (rest.length === 0 && names(first?.piece.text ?? '', 'fundsBlock', 'indicatorBlock'))
    return goals === 0 || !/^[绩效指标]{1,4}$/u.test(first?.piece.text ?? '');
  // 项目资金 | 合计：763.61 begins the funds below.
  if (goals > 0 && first !== undefined && names(first.piece.text, 'fundsBlock') && rest.length > 0)
    return rest.some(({ piece }) => isFundWord(piece.text) || splitAmounts(piece) !== null);
  const start =
    columns.find(({ role }) => role === 'goalExpected' || role === 'goalActual')?.from ?? 0;
  if (goals === 0 || first === undefined || rest.length !== 1) return false;
  // Where the block's column covers neither heading, its number tells it.
  if (/^\d[.、．]\S{2,16}(?:概述|概况|内容|过程)$/u.test(first.piece.text)) return true;
  if (
    first.column >= start ||
    first.piece.text.length > lengths.label ||
    /^[年度总体绩效目标完成情况]{1,6}$/u.test(first.piece.text)
  )
    return false;
  return (
    item.geometry === 'spans' || /(?:情况|概述|内容|概况|说明|措施|问题)$/u.test(first.piece.text)
  );
}
