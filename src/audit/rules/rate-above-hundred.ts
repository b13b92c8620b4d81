import { figure, hundred } from '../../number/index.ts';
import type { Indicator, Measure, TargetIndicator } from '../../schema/index.ts';
import { pointers } from '../pointers.ts';
import { isApplicable, plainName } from '../rows.ts';
import type { Rule, Verdict, Words } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** Shares of a whole. 完成率, 执行率, 参与率, 入学率 may well be above it. */
const shareOfWhole =
  /(?:满意度|满意率|满意程度|合格率|优良率|优秀率|达标率|覆盖率|覆盖面|及时率|准时率|准确率|知晓率|知晓度|完好率|到位率|通过率|成活率|公开率)$/;
const change = /增长|增幅|提升|提高|同比|下降|降低|变动|变化/;

/** A share of a whole above 100 %. */
export const rateAboveHundred: Rule = {
  meta: {
    id: 'rate-above-hundred',
    severity: 'warning',
    title: {
      zh: '满意度、合格率、覆盖率等不应超过 100%',
      en: 'A share of a whole (satisfaction, pass rate, coverage) is not above 100 %',
    },
    basis: {
      zh: '满意度、合格率、覆盖率、及时率是部分占总体的比例，最高为 100%',
      en: 'Satisfaction, pass rates, coverage and timeliness are parts of a whole, at most 100 %',
    },
    docs: 'docs/rules/rate-above-hundred.md',
  },
  *check({ indicators }) {
    for (const [index, indicator] of indicators.entries()) {
      if (isApplicable(indicator) && isShare(indicator)) yield* ofRow(indicator, index);
    }
  },
};

function isShare({ level3 }: Indicator | TargetIndicator): boolean {
  return shareOfWhole.test(plainName(level3)) && !change.test(level3);
}

const columns = {
  target: { zh: '指标值', en: 'target' },
  actual: { zh: '完成值', en: 'actual' },
} as const satisfies Record<string, Words>;

function* ofRow(indicator: Indicator | TargetIndicator, index: number): Iterable<Verdict> {
  const measures: Partial<Record<keyof typeof columns, Measure>> =
    'actual' in indicator
      ? { target: indicator.target, actual: indicator.actual }
      : { target: indicator.target };
  for (const column of ['target', 'actual'] as const) {
    const measure = measures[column];
    if (measure?.number == null || !/[%％]/.test(measure.unit ?? '')) continue;
    const { value, printed } = figure(measure.number);
    if (value.lte(hundred)) {
      yield exactly;
      continue;
    }
    const name = indicatorWords(indicator, index);
    yield mismatch(
      pointers.indicator(index, column),
      {
        zh: `${name.zh}的${columns[column].zh} ${measure.text} 超过 100%`,
        en: `The ${columns[column].en} ${measure.text} of ${name.en} is above 100%`,
      },
      { printed },
    );
  }
}
