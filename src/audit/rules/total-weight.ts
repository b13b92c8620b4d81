import { closes, exact, figure } from '../../number/index.ts';
import type { SelfEvaluationForm } from '../../schema/index.ts';
import { slipped } from '../hints.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import { weightSums } from '../total-sum.ts';
import type { Rule, RuleContext, Verdict } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { columnWords, cutOff, lacking, of } from '../words.ts';

/** 总分's weight is 100. */
export const totalWeight: Rule = {
  meta: {
    id: 'total-weight',
    severity: 'warning',
    title: { zh: '总分的分值应为 100', en: 'The total weight is 100' },
    basis: {
      zh: '财预〔2020〕10号：总分一般设置为100分',
      en: 'Cai Yu [2020] No. 10: the total is generally set at 100',
    },
    docs: 'docs/rules/total-weight.md',
  },
  check: selfEvaluation((form, context) => {
    const {
      total: { weight },
    } = form;
    const { settings } = context;
    const path = pointers.total('weight');
    if (weight === null) return [checkUnprinted(form, path, context)];
    const printed = figure(weight).value;
    const expected = exact(settings.totalWeight);
    if (printed.eq(expected)) return [exactly];
    return [
      mismatch(
        path,
        {
          zh: `总分的分值印为 ${weight}，应为 ${settings.totalWeight}`,
          en: `The weight of the total is printed as ${weight}, it should be ${settings.totalWeight}`,
        },
        {
          printed: weight,
          expected: settings.totalWeight,
          range: [settings.totalWeight, settings.totalWeight],
          hint: slipped(printed, expected),
        },
      ),
    ];
  }),
};

/** Where 总分 prints no weight, what all weights add up to is it. */
function checkUnprinted(
  form: SelfEvaluationForm,
  path: string,
  { complete, settings, spanned }: RuleContext,
): Verdict {
  const sums = weightSums(form, spanned);
  const [first] = sums ?? [];
  if (sums?.some((value) => closes(value, exact(settings.totalWeight))) === true) return exactly;
  if (!complete || first === undefined)
    return unverifiable(
      path,
      complete ? lacking([of({ zh: '总分', en: 'total' }, columnWords.weight)]) : cutOff,
    );
  const expected = settings.totalWeight;
  return mismatch(
    path,
    {
      zh: `总分的分值未印出，各项分值之和为 ${first.toFixed()}，应为 ${expected}`,
      en: `The weight of the total is not printed; all weights add up to ${first.toFixed()}, it should be ${expected}`,
    },
    { expected, range: [expected, expected] },
  );
}
