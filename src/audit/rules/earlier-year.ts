import type { PerformanceForm } from '../../schema/index.ts';
import { datedYears } from '../dates.ts';
import { pointers } from '../pointers.ts';
import { isApplicable, moreRows } from '../rows.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

/** Dates of an earlier year, left from the form that this one was copied from. */
export const earlierYear: Rule = {
  meta: {
    id: 'earlier-year',
    severity: 'warning',
    title: {
      zh: '指标值、完成值不应只写以前年度的日期',
      en: 'Target and actual do not give only dates of an earlier year',
    },
    basis: {
      zh: '年度绩效目标按年度设定；只有上年日期的多是沿用了上年的表',
      en: 'Annual targets are of their year; dates of the year before are mostly left from its form',
    },
    docs: 'docs/rules/earlier-year.md',
  },
  check(form) {
    const { year } = form;
    if (year === null) return [];
    const dated = cellsOf(form).filter(({ years }) => years.length > 0);
    const early = dated.filter(({ years }) => years.every((one) => one < year));
    const [first] = early;
    if (first === undefined) return dated.length === 0 ? [] : [exactly];
    const rows = new Set(early.map(({ index }) => index));
    const more = moreRows(rows.size - 1);
    const { index, column, text, name } = first;
    const [zh, en] = column === 'target' ? ['指标值', 'target'] : ['完成值', 'actual'];
    return [
      mismatch(
        pointers.indicator(index, column),
        {
          zh: `${name.zh}的${zh} ${text} 早于本表年度 ${year}${more.zh}`,
          en: `The ${en} ${text} of ${name.en} lies before ${year}, the year of the form${more.en}`,
        },
        { printed: text },
      ),
    ];
  },
};

function cellsOf({ indicators }: PerformanceForm) {
  return indicators.flatMap((indicator, index) => {
    if (!isApplicable(indicator)) return [];
    const name = indicatorWords(indicator, index);
    const target = { column: 'target' as const, text: indicator.target.text };
    const cells =
      'actual' in indicator
        ? [target, { column: 'actual' as const, text: indicator.actual.text }]
        : [target];
    return cells.map((cell) => ({ ...cell, index, name, years: datedYears(cell.text) }));
  });
}
