import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditForms } from '../../src/audit/index.ts';
import { parseDocument } from '../../src/pipeline/index.ts';
import type { Finding, PerformanceForm, SelfEvaluationForm } from '../../src/schema/index.ts';
import { hasShared, shared } from '../support/real.ts';

const documents = [
  'beidaihe-targets-cells.txt',
  'jiading-2022-ocr.txt',
  'jiading-2024-ocr.txt',
  'organisation-2024-cells.txt',
  'yinchuan-2023-ocr.md',
];

async function read(name: string): Promise<PerformanceForm[]> {
  const { forms } = await parseDocument(readFileSync(join(shared, 'inputs', name)), { name });
  return forms;
}

/** Infos of what many forms have in common; how often each is told stands in a test of its own. */
const habits: readonly string[] = [
  'actual-repeats-target',
  'budget-change',
  'copied-goal',
  'heavy-row',
  'low-execution',
  'misplaced-satisfaction',
  'missing-satisfaction',
  'repeated-name',
  'uniform-results',
];

/** Form number (from 1), rule and path of every finding but those of habits. */
async function audited(name: string): Promise<Record<Finding['severity'], string[]>> {
  const forms = await read(name);
  const lines: Record<Finding['severity'], string[]> = { error: [], warning: [], info: [] };
  for (const [index, { audit }] of forms.entries()) {
    for (const { severity, rule, path, printed, expected } of audit?.findings ?? []) {
      if (!habits.includes(rule))
        lines[severity].push(`${index + 1} ${rule} ${path} ${printed ?? '-'} → ${expected ?? '-'}`);
    }
  }
  return lines;
}

const group = (form: number, index: number, printed: number, expected: number): string =>
  `${form} group-weight /groupWeights/${index}/weight ${printed} → ${expected}`;
const satisfaction = (form: number, expected: string): string =>
  `${form} full-score-below-target /indicators/8/score 10 → ${expected}`;

const unspent = (form: number, executed: string): string =>
  `${form} unspent-full-score /funds/rows/0/executed ${executed} → -`;
const explained = (form: number): string =>
  `${form} reason-with-full-score /indicators/3/score 10 → -`;

/** Worked out by hand with exact arithmetic: the contradictions that are true, and no other. */
describe.skipIf(!hasShared)('the audit of real documents', () => {
  it('finds no error in Jiading 2024, whose rates are truncated', async () => {
    expect(await audited('jiading-2024-ocr.txt')).toEqual({ error: [], warning: [], info: [] });
  });

  it('finds no error in Jiading 2022, whose rates are rounded up', async () => {
    expect(await audited('jiading-2022-ocr.txt')).toEqual({
      error: [],
      // >99 % beside 1,248,337.38 ÷ 1,298,900.00 = 96.107 %; the amount executed in the place of what was achieved.
      warning: [
        // 34 % executed, and all eight outputs and benefits in full.
        '1 unspent-full-score /funds/rows/0/executed 136250.54 → -',
        '5 execution-indicator /indicators/0/actual 99 → 96.11',
        '6 number-in-text /goal/actual 870036.5 → -',
      ],
      info: ['11 float-artefact /total/score 98.21000000000001 → 98.21'],
    });
  });

  it('finds the weights of 110 and the rate of 100 % in organisation 2024', async () => {
    expect(await audited('organisation-2024-cells.txt')).toEqual({
      error: [
        // 10 + 60 + 35 + 5 = 110.
        '1 weight-sum /total/weight 100 → 110',
        // 4.56 ÷ 4.68 = 97.436 %, at most 4.565 ÷ 4.675 = 97.647 %.
        '4 execution-rate /funds/rows/0/executionRate 100 → 97.44',
        '4 execution-rate /funds/rows/1/executionRate 100 → 97.44',
      ],
      warning: [
        group(1, 0, 50, 60),
        group(1, 1, 30, 35),
        group(1, 2, 10, 5),
        '1 missing-value /funds/rows/0/score - → -',
        // A form of 2024 whose deadline is the end of 2023.
        '1 earlier-year /indicators/7/target 2023年12月31日前完成 → -',
        group(2, 0, 50, 60),
        group(2, 1, 30, 20),
        group(3, 1, 30, 35),
        group(3, 2, 10, 5),
        group(4, 0, 50, 40),
        group(4, 1, 30, 40),
        '4 full-score-below-target /indicators/0/score 10 → 9.50',
        group(5, 0, 50, 60),
        group(5, 1, 30, 25),
        group(5, 2, 10, 5),
        group(6, 0, 50, 65),
        group(6, 1, 30, 20),
        group(6, 2, 10, 5),
        group(7, 1, 30, 35),
        group(7, 2, 10, 5),
        '7 earlier-year /indicators/3/target 2023年1月1日-12月31日 → -',
      ],
      info: [
        '1 execution-score /funds/rows/0/score - → -',
        '3 template-text /indicators/2/level3 1.驻村队员驻村工作合格率（≥**%） → -',
      ],
    });
  });

  it('finds three rates and two sums in Yinchuan 2023', async () => {
    expect(await audited('yinchuan-2023-ocr.md')).toEqual({
      error: [
        // 0.22792 ÷ 3 = 7.59733 %; a bare 3 is exact.
        '1 execution-rate /funds/rows/0/executionRate 7.599 → 7.597',
        '8 execution-rate /funds/rows/1/executionRate 0 → 100.00',
        '11 execution-rate /funds/rows/1/executionRate 0 → 64.23',
        // 7 + 90 = 97; 0 + 90 = 90.
        '12 score-sum /total/score 94 → 97',
        '16 score-sum /total/score 80 → 90',
      ],
      warning: [
        unspent(1, '0.22792'),
        satisfaction(1, '9.80'),
        explained(1),
        satisfaction(2, '9.50'),
        satisfaction(3, '9.00'),
        unspent(4, '0.4916'),
        '4 over-achievement /indicators/0/actual 664 → 200',
        satisfaction(5, '9.50'),
        satisfaction(6, '9.00'),
        unspent(7, '0'),
        '7 missing-value /funds/rows/0/weight - → -',
        // 5 万 of 3.2115 spent, 1 万 of 0.6784.
        '11 cost-above-executed /indicators/3/actual 5万 → -',
        explained(12),
        '12 cost-above-executed /indicators/3/actual 1万 → -',
        unspent(13, '0'),
        explained(14),
        '15 unit-conflict /indicators/3/actual 100% → -',
        unspent(16, '0'),
        satisfaction(16, '9.00'),
        explained(16),
      ],
      info: ['7 execution-score /funds/rows/0/score - → -', '7 weight-sum /total/weight - → -'],
    });
  });

  it('finds a row that stands three times in the targets of Beidaihe', async () => {
    expect(await audited('beidaihe-targets-cells.txt')).toEqual({
      error: [],
      info: [],
      warning: [
        '1 duplicate-indicator /indicators/9 群众满意度 → -',
        '1 duplicate-indicator /indicators/10 群众满意度 → -',
      ],
    });
  });
});

describe.skipIf(!hasShared)('what many real forms have in common', () => {
  it('is told once a form', async () => {
    const told = new Map<string, number>();
    for (const name of documents) {
      for (const { audit } of await read(name)) {
        const rules = (audit?.findings ?? []).map(({ rule }) => rule);
        for (const rule of habits.filter((one) => one !== 'actual-repeats-target')) {
          const times = rules.filter((one) => one === rule).length;
          expect(times).toBeLessThanOrEqual(1);
          told.set(rule, (told.get(rule) ?? 0) + times);
        }
      }
    }
    // Of 41 self-evaluations and 13 target forms.
    expect(Object.fromEntries(told)).toEqual({
      'budget-change': 6,
      'copied-goal': 35,
      'heavy-row': 3,
      'low-execution': 7,
      'misplaced-satisfaction': 3,
      'missing-satisfaction': 3,
      'repeated-name': 32,
      'uniform-results': 36,
    });
  });
});

/** Slips of the pen that no rounding explains: the point moved, another first digit. */
const slips: readonly ((digits: string) => string)[] = [
  (digits) =>
    digits.includes('.') ? digits.replace(/\.(\d)/, '$1.').replace(/\.$/, '') : `${digits}0`,
  (digits) => digits.replace(/\d/, (digit) => String((Number(digit) + 3) % 10)),
];

/** Every figure of a form that must be found when it is spoilt, with the way to spoil it. */
function figures(form: SelfEvaluationForm): {
  readonly path: string;
  readonly digits: string;
  readonly set: (copy: SelfEvaluationForm, digits: string) => void;
}[] {
  const cells = [
    ...form.funds.rows.flatMap((row, index) => [
      {
        path: `/funds/rows/${index}/executionRate`,
        digits: row.executionRate,
        set: (copy: SelfEvaluationForm, digits: string) => {
          (copy.funds.rows[index] ?? row).executionRate = digits;
        },
      },
      ...(row.source === 'total' ? (['weight', 'score'] as const) : []).map((column) => ({
        path: `/funds/rows/${index}/${column}`,
        digits: row[column],
        set: (copy: SelfEvaluationForm, digits: string) => {
          (copy.funds.rows[index] ?? row)[column] = digits;
        },
      })),
    ]),
    ...form.indicators.flatMap((row, index) =>
      (['weight', 'score'] as const).map((column) => ({
        path: `/indicators/${index}/${column}`,
        digits: row[column],
        set: (copy: SelfEvaluationForm, digits: string) => {
          (copy.indicators[index] ?? row)[column] = digits;
        },
      })),
    ),
    ...(['weight', 'score'] as const).map((column) => ({
      path: `/total/${column}`,
      digits: form.total[column],
      set: (copy: SelfEvaluationForm, digits: string) => {
        copy.total[column] = digits;
      },
    })),
  ];
  return cells.flatMap(({ digits, ...cell }) =>
    digits === null || Number(digits) === 0 ? [] : [{ ...cell, digits }],
  );
}

/** Forms with a contradiction or a blank of their own: what they hide is no matter of spoiling. */
const isClean = ({ audit }: PerformanceForm): boolean =>
  audit?.findings.every(
    ({ severity, rule }) => severity !== 'error' && rule !== 'missing-value',
  ) === true;

describe.skipIf(!hasShared)('one figure of a real form spoilt', () => {
  it.each([
    'jiading-2024-ocr.txt',
    'jiading-2022-ocr.txt',
    'organisation-2024-cells.txt',
    'yinchuan-2023-ocr.md',
  ])('in %s is found, whichever it is', async (name) => {
    const missed: string[] = [];
    let spoilt = 0;
    for (const [index, form] of (await read(name)).entries()) {
      if (form.kind !== 'self-evaluation' || !isClean(form)) continue;
      for (const { path, digits, set } of figures(form)) {
        for (const wrong of slips
          .map((slip) => slip(digits))
          .filter((one) => Number(one) !== Number(digits))) {
          const copy = structuredClone(form);
          set(copy, wrong);
          spoilt += 1;
          if (auditForms([copy])[0]?.findings.some(({ severity }) => severity === 'error') !== true)
            missed.push(`${index + 1} ${path} ${digits} → ${wrong}`);
        }
      }
    }
    expect(missed).toEqual([]);
    expect(spoilt).toBeGreaterThan(100);
  });
});
