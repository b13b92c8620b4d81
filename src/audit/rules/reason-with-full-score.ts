import type { Indicator } from '../../schema/index.ts';
import {
  isExecutionGroup,
  isExecutionRate,
  missesNone,
  missesTarget,
  quantities,
} from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { type ScoredRow, scoredRows } from '../rows.ts';
import type { Rule, Verdict } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** A row that explains why something was not reached, and loses no point. */
export const reasonWithFullScore: Rule = {
  meta: {
    id: 'reason-with-full-score',
    severity: 'warning',
    title: {
      zh: '写明未达标原因的不应得满分',
      en: 'A row that gives a reason for falling short does not earn the full score',
    },
    basis: {
      zh: '“偏差原因分析”只在有偏差时填写；写了未达标的原因又记满分，二者必有一误',
      en: 'The column of deviations is filled where there is one: a reason for falling short and a full score contradict each other',
    },
    docs: 'docs/rules/reason-with-full-score.md',
  },
  check: selfEvaluation(function* (form, { spanned }) {
    for (const row of scoredRows(form, spanned)) {
      if (row.indicator.deviation === null) continue;
      yield row.isFull && fallsShort(row.indicator) ? contradiction(row) : exactly;
    }
  }),
};

const shortfall =
  /未(?:能|支付|完成|达|开展|实现|执行|落实|发放|到位|拨付|实施|参加|按|全部|及时|使用|结算|验收|安排|招|举办|组织)|没有?(?:完成|支付|达到|开展|按)|不足|不够|不到位|不及时|不要|不符|较少|偏低|偏少|时间少|低于|少于|滞后|延迟|延期|推迟|推后|拖延|取消|暂停|停止|减少|缩减|去世|困难|错过|受.{1,12}影响/u;
const beyond =
  /超额|超过|超出|高于|多于|提前|无偏差|没有偏差|未(?:出现|发生|产生|发现|存在)?偏差|不存在|全部完成|均已完成|已全部|按时完成|圆满/;

/** Whether the reason is one for reaching less. What the figures themselves show is the business of full-score-below-target. */
function fallsShort(indicator: Indicator): boolean {
  const text = indicator.deviation ?? '';
  if (!shortfall.test(text) || beyond.test(text)) return false;
  // The execution's reason is told where its score is not full.
  if (isExecutionRate(indicator) || isExecutionGroup(indicator) || missesNone(indicator))
    return false;
  const both = quantities(indicator);
  if (both === null) return true;
  const exceeds = both.actual.value.gt(both.target.value);
  return !exceeds && !missesTarget(indicator, both);
}

const longestReason = 20;

function contradiction({ indicator, index }: ScoredRow): Verdict {
  const name = indicatorWords(indicator, index);
  const characters = [...(indicator.deviation ?? '')];
  const reason =
    characters.length > longestReason
      ? `${characters.slice(0, longestReason).join('')}…`
      : characters.join('');
  return mismatch(
    pointers.indicator(index, 'score'),
    {
      zh: `${name.zh}写了未达标的原因“${reason}”，却得满分 ${indicator.score}`,
      en: `The ${name.en} gives a reason for falling short, "${reason}", yet its score is the full ${indicator.score}`,
    },
    { printed: indicator.score },
  );
}
