import type { PerformanceForm } from '../../schema/index.ts';
import { pointers } from '../pointers.ts';
import { andMore, isApplicable } from '../rows.ts';
import type { Rule, Words } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';

/** What a template prints for a figure to come, left standing. */
export const templateText: Rule = {
  meta: {
    id: 'template-text',
    severity: 'warning',
    title: {
      zh: '模板里的占位符应填写或删去',
      en: 'What a template holds a place with is filled in or taken out',
    },
    basis: {
      zh: '“**%”“XX”“指标1：”是模板的占位符，留着说明没有填完',
      en: '**%, XX and 指标1： hold places in a template: left standing, the form was not filled in',
    },
    docs: 'docs/rules/template-text.md',
  },
  check(form) {
    const cells = cellsOf(form);
    const left = cells.filter(({ text }) => placeholder.test(text) || bareNumber.test(text));
    const first = left.find(({ isName }) => !isName) ?? left[0];
    if (first === undefined) return cells.length === 0 ? [] : [exactly];
    const more = andMore(left.length - 1, { zh: '处', en: 'such cells' });
    return [
      mismatch(
        first.path,
        {
          zh: `${first.name.zh}里留着模板的占位符：${first.text}${more.zh}`,
          en: `The ${first.name.en} still holds what its template printed: ${first.text}${more.en}`,
        },
        // In a name it is untidy; for a figure it says that there is none.
        { printed: first.text, ...(first.isName ? { severity: 'info' } : {}) },
      ),
    ];
  },
};

/** `≥**%`, `XX%`, `××人次`. XX村 hides a name: no figure is due there. */
const placeholder =
  /[*＊]{2,}|[≥≤>=＝]\s*[XxＸ×_]{1,}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:[XＸ×]{2,}|_{2,})\s*(?:[%％]|万?元|万?人次?|[个次名场期项家户件天])(?!\p{L})/u;
const bareNumber = /^\s*指标\s*\d+\s*[:：]?\s*$/;

interface Cell {
  readonly path: string;
  readonly name: Words;
  readonly text: string;
  readonly isName: boolean;
}

const columns = {
  level3: { zh: '三级指标', en: 'name' },
  target: { zh: '指标值', en: 'target' },
  actual: { zh: '完成值', en: 'actual' },
} as const satisfies Record<string, Words>;

function cellsOf(form: PerformanceForm): Cell[] {
  return form.indicators.flatMap((indicator, index) => {
    if (!isApplicable(indicator)) return [];
    const row: Words = { zh: `第${index + 1}行`, en: `of indicator ${index + 1}` };
    const texts = {
      level3: indicator.level3,
      target: indicator.target.text,
      ...('actual' in indicator ? { actual: indicator.actual.text } : {}),
    };
    return Object.entries(texts).map(([column, text]) => {
      const { zh, en } = columns[column as keyof typeof columns];
      return {
        path: pointers.indicator(index, column),
        name: { zh: `${row.zh}的${zh}`, en: `${en} ${row.en}` },
        text,
        isName: column === 'level3' && !bareNumber.test(text),
      };
    });
  });
}
