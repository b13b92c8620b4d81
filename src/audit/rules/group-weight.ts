import { closes, exact, figure, sum } from '../../number/index.ts';
import type { SelfEvaluationForm } from '../../schema/index.ts';
import { isAssessed } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, RuleContext, Verdict, Words } from '../types.ts';
import { exactly, mismatch, unverifiable } from '../verdict.ts';
import { columnWords, cutOff, indicatorWords, lacking, of } from '../words.ts';

type Group = SelfEvaluationForm['groupWeights'][number];

/** A level-1 label's printed weight, 产出指标(50分), against its indicators' weights. */
export const groupWeight: Rule = {
  meta: {
    id: 'group-weight',
    severity: 'warning',
    title: {
      zh: '一级指标标注的分值应等于其下各指标分值之和',
      en: "The weight that a level-1 label prints is the sum of its indicators' weights",
    },
    basis: {
      zh: '财预〔2020〕10号：产出50%、效益30%、服务对象满意度10%、预算执行率10%，可按项目调整',
      en: 'Cai Yu [2020] No. 10: outputs 50 %, benefits 30 %, satisfaction 10 %, execution 10 %, adjustable',
    },
    docs: 'docs/rules/group-weight.md',
  },
  check: selfEvaluation(function* (form, context) {
    for (const [index, group] of form.groupWeights.entries())
      yield checkGroup(form, group, pointers.group(index), context);
  }),
};

function checkGroup(
  form: SelfEvaluationForm,
  group: Group,
  path: string,
  { complete, settings }: RuleContext,
): Verdict {
  const printed = figure(group.weight);
  const set = settings.groupWeights[group.level1];
  if (set !== undefined && !printed.value.eq(exact(set)))
    return wrong(path, group, set, { zh: '按配置', en: 'the configuration says' });
  const members = form.indicators
    .map((indicator, index) => ({ indicator, index }))
    .filter(({ indicator }) => indicator.level1 === group.level1 && isAssessed(indicator));
  const weights = members.flatMap(({ indicator }) =>
    indicator.weight === null ? [] : [figure(indicator.weight).value],
  );
  const total = sum(weights);
  if (members.length > 0 && closes(total, printed.value)) return exactly;
  if (!complete) return unverifiable(path, cutOff);
  if (
    members.length === 0 ||
    form.indicators.some((indicator) => indicator.level1 === null && isAssessed(indicator))
  ) {
    return unverifiable(path, {
      zh: `看不出哪些指标属于“${group.level1}”`,
      en: `no telling which indicators belong to "${group.level1}"`,
    });
  }
  if (weights.length < members.length && total.lt(printed.value)) {
    const blank = members.filter(({ indicator }) => indicator.weight === null);
    return unverifiable(
      path,
      lacking(
        blank.map(({ indicator, index }) =>
          of(indicatorWords(indicator, index), columnWords.weight),
        ),
      ),
    );
  }
  return wrong(path, group, total.toFixed(), {
    zh: '其下各指标分值之和为',
    en: "its indicators' weights add up to",
  });
}

function wrong(path: string, { level1, weight }: Group, expected: string, why: Words): Verdict {
  return mismatch(
    path,
    {
      zh: `“${level1}”标注 ${weight} 分，${why.zh} ${expected}`,
      en: `"${level1}" is printed with a weight of ${weight}, but ${why.en} ${expected}`,
    },
    { printed: weight, expected, range: [expected, expected] },
  );
}
