import { exact } from '../../number/index.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { moreRows, scoredRows } from '../rows.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

const fewest = 3;

/** One row that decides over a third of the points. */
export const heavyRow: Rule = {
  meta: {
    id: 'heavy-row',
    severity: 'info',
    title: { zh: '单项指标的分值不宜过大', en: 'No single row weighs too much' },
    basis: {
      zh: '财预〔2020〕10号：指标应细化、全面反映产出和效益；一行占 30 分以上的，一项判断就左右总分。可配置',
      en: 'Cai Yu [2020] No. 10: indicators are to be detailed; a row of 30 points and more lets one judgement decide the total. Configurable',
    },
    docs: 'docs/rules/heavy-row.md',
  },
  check: selfEvaluation((form, { settings, spanned }) => {
    const rows = scoredRows(form, spanned);
    // Of two rows one is heavy whatever it weighs.
    if (rows.length < fewest) return [];
    const heavy = rows.filter(({ weight }) => weight.gte(exact(settings.heavyRow)));
    const [first] = heavy;
    if (first === undefined) return [exactly];
    const name = indicatorWords(first.indicator, first.index);
    const more = moreRows(heavy.length - 1);
    const { weight } = first.indicator;
    return [
      mismatch(
        pointers.indicator(first.index, 'weight'),
        {
          zh: `${name.zh}一行的分值 ${weight}，达到 ${settings.heavyRow} 分${more.zh}`,
          en: `The weight ${weight} of ${name.en} alone reaches ${settings.heavyRow} points${more.en}`,
        },
        { printed: weight },
      ),
    ];
  }),
};
