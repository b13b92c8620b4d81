import { auditForms } from '../../src/audit/index.ts';
import type {
  Measure,
  PerformanceForm,
  SelfEvaluationForm,
  TargetForm,
} from '../../src/schema/index.ts';

/** Texts that try to become markup, a script, a formula or a link; in each field of a form stands one. */
export const hostileTexts = [
  '<script>window.hacked=1</script>',
  '</script><script>window.hacked=1</script>',
  '</style><img src=x onerror=window.hacked=1>',
  '<!--<script>',
  '=HYPERLINK("http://example.invalid","点这里")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+1+2',
  '-2+3',
  '＝1+1',
  'javascript:window.hacked=1',
  '[点](javascript:alert(1))|`*_~#',
  '&lt;b&gt;&amp;',
  '"\'><svg onload=window.hacked=1>',
] as const;

function taker(): () => string {
  let next = 0;
  return () => hostileTexts[next++ % hostileTexts.length] ?? '';
}

/** A form whose every text is hostile; its figures are honest, and one of them is wrong. */
export function hostileForm(kind: PerformanceForm['kind']): PerformanceForm {
  const form = kind === 'target' ? targetForm(taker()) : selfEvaluation(taker());
  const [audit] = auditForms([form]);
  return { ...form, ...(audit && { audit }) };
}

const measure = (text: string): Measure => ({ text, comparator: null, number: null, unit: null });

function selfEvaluation(text: () => string): SelfEvaluationForm {
  const indicator = (): SelfEvaluationForm['indicators'][number] => ({
    level1: text(),
    level2: text(),
    level3: text(),
    target: measure(text()),
    actual: measure(text()),
    weight: '45',
    score: '40',
    deviation: text(),
  });
  return {
    kind: 'self-evaluation',
    title: text(),
    year: 2024,
    project: { name: text(), code: text() },
    department: text(),
    departmentCode: text(),
    implementingUnit: text(),
    funds: {
      unit: '万元',
      rows: [
        {
          source: 'total',
          label: text(),
          initialBudget: '10.00',
          annualBudget: '10.00',
          executed: '5.00',
          weight: '10',
          executionRate: '70.00',
          score: '5.00',
        },
      ],
    },
    goal: { expected: text(), actual: text() },
    indicators: [indicator(), indicator()],
    groupWeights: [{ level1: text(), weight: '50' }],
    total: { weight: '100', score: '85' },
    rating: text(),
    extras: [...hostileTexts].map((value) => ({ label: text(), value })),
  };
}

function targetForm(text: () => string): TargetForm {
  const indicator = (): TargetForm['indicators'][number] => ({
    level1: text(),
    level2: text(),
    level3: text(),
    description: text(),
    target: { ...measure(text()), description: text() },
    basis: text(),
  });
  return {
    kind: 'target',
    title: text(),
    year: null,
    project: { name: text(), code: text() },
    department: text(),
    departmentCode: text(),
    implementingUnit: text(),
    funds: { unit: '元', budget: '10', fiscal: '3', other: '2', purpose: text() },
    disbursementPlan: [
      { by: text(), percent: '50' },
      { by: text(), percent: '40' },
    ],
    goal: { expected: text() },
    indicators: [indicator(), indicator()],
    extras: [...hostileTexts].map((value) => ({ label: text(), value })),
  };
}
