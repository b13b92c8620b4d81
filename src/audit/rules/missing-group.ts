import type { PerformanceForm } from '../../schema/index.ts';
import { pointers } from '../pointers.ts';
import { isApplicable } from '../rows.ts';
import type { Rule, Words } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';

/** Fewer rows are a part of a form. */
const fewest = 3;

/** A form without outputs, or without benefits. */
export const missingGroup: Rule = {
  meta: {
    id: 'missing-group',
    severity: 'warning',
    title: {
      zh: '产出指标和效益指标都应设置',
      en: 'A form has indicators of outputs and of benefits',
    },
    basis: {
      zh: '财预〔2020〕10号：一级指标为产出、效益、满意度和预算执行率，产出指标 50%、效益指标 30%',
      en: 'Cai Yu [2020] No. 10: outputs weigh 50 %, benefits 30 %, satisfaction and execution 10 % each',
    },
    docs: 'docs/rules/missing-group.md',
  },
  check(form, { complete }) {
    const groups = groupsOf(form);
    // A table of other groups (management, decisions) or without any goes by rules of its own.
    if (!complete || groups === null) return [];
    const lack = (['output', 'benefit'] as const).filter(
      (one) => !groups.some((group) => patterns[one].test(group)),
    );
    if (lack.length === 2) return [];
    return lack.length === 0
      ? [exactly]
      : lack.map((one) =>
          mismatch(pointers.indicators, {
            zh: `没有${names[one].zh}`,
            en: `The form has no indicators of ${names[one].en}`,
          }),
        );
  },
};

const patterns = { output: /产出|数量|质量|时效/, benefit: /效益|效果|成效|影响|效率|贡献/ };
const names = {
  output: { zh: '产出指标', en: 'outputs' },
  benefit: { zh: '效益指标', en: 'benefits' },
} as const satisfies Record<string, Words>;

const standard = /产出|效益|效果|满意|成本|执行/;

/** The groups that the rows stand in; null where one stands in a group of another kind of table, or there are too few. */
function groupsOf({ indicators }: PerformanceForm): string[] | null {
  const rows = indicators.filter((one) => isApplicable(one));
  if (rows.length < fewest || rows.some(({ level1 }) => !standard.test(level1 ?? ''))) return null;
  return indicators.map(({ level1, level2 }) => `${level1 ?? ''} ${level2 ?? ''}`);
}
