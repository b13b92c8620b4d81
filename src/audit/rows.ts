import { foldWidth } from '../model/index.ts';
import { type Exact, zero } from '../number/index.ts';
import type { Indicator, SelfEvaluationForm, TargetIndicator } from '../schema/index.ts';
import { read } from './funds.ts';
import {
  isAssessed,
  isBesideScale,
  isCost,
  isExecutionGroup,
  isExecutionRate,
} from './indicators.ts';
import { mergedCells } from './merged.ts';
import type { Spanned, Words } from './types.ts';

type Row = Indicator | TargetIndicator;

/** A row that its form calls not applicable asks for nothing. */
const notApplicable = /^(?:不适用|不涉及|无此项|不考核)$/;

/** Whether a row is an indicator that this project is assessed by. */
export function isApplicable(row: Row): boolean {
  return (
    isAssessed(row) &&
    !notApplicable.test(row.level3.trim()) &&
    !notApplicable.test(row.target.text.trim())
  );
}

/** A row that has a weight and a score of its own. */
export interface ScoredRow {
  readonly indicator: Indicator;
  readonly index: number;
  readonly weight: Exact;
  readonly score: Exact;
  readonly isFull: boolean;
}

/** The assessed rows with a weight above zero and a score, where the weight is theirs alone. */
export function scoredRows(form: SelfEvaluationForm, spanned: Spanned): ScoredRow[] {
  const merged = mergedCells(form, spanned);
  return form.indicators.flatMap((indicator, index) => {
    const weight = read(indicator.weight)?.value ?? zero;
    const score = read(indicator.score)?.value;
    const counts = isApplicable(indicator) && !isBesideScale(indicator) && weight.gt(zero);
    if (!counts || score === undefined || merged.sharesWeight(index)) return [];
    return [{ indicator, index, weight, score, isFull: score.gte(weight) }];
  });
}

/** What a cell says, whatever its white space, width and punctuation. */
export function bareWords(text: string): string {
  return foldWidth(text).replace(/[^\p{L}\p{N}%≥≤<>=+*/.-]/gu, '');
}

/** A name without numbering and brackets: `1.驻村工作合格率（≥95%）` is 驻村工作合格率. */
export function plainName(name: string): string {
  return foldWidth(name)
    .replace(/\([^()]*\)/g, '')
    .replace(/^\s*(?:指标\s*)?\d+\s*[.、:：]+/, '')
    .replace(/[^\p{L}\p{N}%]/gu, '');
}

const groupOf = ({ level1, level2 }: Row): string => `${level1 ?? ''} ${level2 ?? ''}`;

/** A row of the project's own performance: how its budget is run, decided and managed goes by other measures. */
export function isPerformance(row: Row): boolean {
  return /产出|效益|效果|满意|成本|数量|质量|时效/.test(groupOf(row)) && !/执行/.test(row.level3);
}

/** A row of what was done: how much, how well, when. Its costs and the execution of the budget are others. */
export function isOutput(row: Indicator): boolean {
  if (isCost(row) || isExecutionRate(row) || isExecutionGroup(row)) return false;
  return /产出|数量|质量|时效/.test(groupOf(row));
}

/** A row of what came of it. */
export function isBenefit(row: Indicator): boolean {
  return !isCost(row) && !isOutput(row) && /效益|效果|影响/.test(groupOf(row));
}

/** Whether a row stands in a group of satisfaction. */
export function standsInSatisfaction(row: Row): boolean {
  return groupOf(row).includes('满意');
}

/** Whether a row is of satisfaction, wherever it stands. */
export function isSatisfaction(row: Row): boolean {
  return standsInSatisfaction(row) || /满意|认可|好评/.test(row.level3);
}

/** `（另有 3 行相同情况）` behind the first of several findings that are alike; nothing behind the only one. */
export function andMore(count: number, what: Words): Words {
  if (count < 1) return { zh: '', en: '' };
  return { zh: `（另有 ${count} ${what.zh}）`, en: ` (and ${count} more ${what.en})` };
}

/** Rows behind the first of several like findings. */
export function moreRows(count: number): Words {
  return andMore(count, { zh: '行相同情况', en: 'such rows' });
}

/** Whether a cell is blank or only a dash or stroke: 无 says something. */
export function isBlankMark(text: string): boolean {
  return /^[-‐-―－—–─/／\\]*$/u.test(text.replace(/\s/g, ''));
}
