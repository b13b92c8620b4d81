import { type Exact, exact, hundred } from '../../number/index.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { bareWords, type ScoredRow, scoredRows } from '../rows.ts';
import type { Rule, RuleContext, Verdict } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

const what = '(?:年度|预期|绩效|指标|目标|任务|工作|值)*';
const done = '(?:开展|完成|达成|达到|达标|实施|启动|执行|实现|开工|动工|举办|进行|落实|建成|验收)';
const notYet =
  '(?:目前|暂时)?(?:尚|暂|仍|还)?(?:未|没|没有|无法|不能)(?:能|按期|按时|如期|全部|正式)*';

/** 未开展, 尚未完成, 未达成指标且效果较差: nothing else in the cell, no figure among it. */
const undone = new RegExp(`^${notYet}${done}${what}(?:[并且]*效果较差)?$`, 'u');
/** 部分达成指标并具有一定效果 */
const inPart = new RegExp(`^(?:已|只|仅)?部分${done}${what}(?:[并且]*具有一定效果)?$`, 'u');

/** What the words of the actual allow: a row that says itself that nothing was done earns no full score. */
export const undoneFullScore: Rule = {
  meta: {
    id: 'undone-full-score',
    severity: 'warning',
    title: {
      zh: '完成值写明未完成、部分完成的不应得满分',
      en: 'What is said not to be done, or done in part, does not earn the full score',
    },
    basis: {
      zh: '财预〔2020〕10号：定性指标分达成、部分达成、未达成三档，分别按分值的 100%—80%、80%—50%、50%—0% 记分',
      en: 'Cai Yu [2020] No. 10: a qualitative indicator is met, met in part or not met, for 100–80 %, 80–50 % or 50–0 % of its weight',
    },
    docs: 'docs/rules/undone-full-score.md',
  },
  check: selfEvaluation(function* (form, { settings, spanned }) {
    for (const row of scoredRows(form, spanned)) {
      const { target, actual } = row.indicator;
      const words = bareWords(actual.text);
      if (words === bareWords(target.text)) continue;
      if (undone.test(words)) yield ofUndone(row, settings);
      else if (inPart.test(words)) yield within(row, settings.partlyAchieved);
    }
  }),
};

function ofUndone(row: ScoredRow, { notAchieved }: RuleContext['settings']): Verdict {
  if (!row.isFull) {
    // A figure may have been reached in part, whatever its words say.
    return row.indicator.target.number === null ? within(row, notAchieved) : exactly;
  }
  const { indicator, index } = row;
  const name = indicatorWords(indicator, index);
  const { text } = indicator.actual;
  return mismatch(
    pointers.indicator(index, 'score'),
    {
      zh: `${name.zh}的完成值写“${text}”，却得满分 ${indicator.score}`,
      en: `The actual of ${name.en} says "${text}", yet the score is the full ${indicator.score}`,
    },
    { printed: indicator.score },
  );
}

/** So many percent in as many digits as tell it from the limit. */
function percentOf(part: Exact, whole: Exact): string {
  return part.div(whole).times(hundred).toDecimalPlaces(2).toFixed();
}

function within({ indicator, index, weight, score }: ScoredRow, percent: string): Verdict {
  const limit = weight.times(exact(percent)).div(hundred);
  if (score.lte(limit)) return exactly;
  const name = indicatorWords(indicator, index);
  const { text } = indicator.actual;
  const share = percentOf(score, weight);
  return mismatch(
    pointers.indicator(index, 'score'),
    {
      zh: `${name.zh}的完成值写“${text}”，得分 ${indicator.score} 为分值 ${indicator.weight} 的 ${share}%，高于 ${percent}%`,
      en: `The actual of ${name.en} says "${text}", and its score ${indicator.score} is ${share}% of the weight ${indicator.weight}, above ${percent}%`,
    },
    { printed: indicator.score, range: ['0', limit.toFixed()] },
  );
}
