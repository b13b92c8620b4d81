import { withoutArtefact } from '../../number/index.ts';
import type { PerformanceForm } from '../../schema/index.ts';
import { amountColumns } from '../funds.ts';
import { pointers } from '../pointers.ts';
import type { Rule, Verdict } from '../types.ts';
import { mismatch, slips } from '../verdict.ts';

interface Printed {
  readonly path: string;
  readonly digits: string;
}

/** 98.21000000000001: a figure that shows the exporter's binary arithmetic. It is read as the short figure. */
export const floatArtefact: Rule = {
  meta: {
    id: 'float-artefact',
    severity: 'info',
    title: { zh: '数字不应带浮点误差的尾巴', en: 'A figure shows no floating-point artefact' },
    basis: {
      zh: '导出程序用二进制浮点数相加的痕迹（嘉定2022年总分 98.21000000000001）；复核时按 98.21 计算',
      en: "A trace of an exporter's binary arithmetic (Jiading 2022 prints a total of 98.21000000000001); it is read as 98.21",
    },
    docs: 'docs/rules/float-artefact.md',
  },
  check: (form) => slips(figures(form).flatMap(artefact)),
};

function artefact({ path, digits }: Printed): Verdict[] {
  const short = withoutArtefact(digits);
  if (short === null) return [];
  return [
    mismatch(
      path,
      {
        zh: `印为 ${digits}，应为 ${short}，复核时按后者计算`,
        en: `Printed as ${digits}, which stands for ${short}; the audit reads it so`,
      },
      { printed: digits, expected: short, range: [short, short] },
    ),
  ];
}

function figures(form: PerformanceForm): Printed[] {
  const all = form.kind === 'target' ? ofTarget(form) : ofEvaluation(form);
  return all.flatMap(([path, digits]) => (digits === null ? [] : [{ path, digits }]));
}

type Cells = (readonly [path: string, digits: string | null])[];

function ofEvaluation({
  funds,
  indicators,
  total,
}: PerformanceForm & { kind: 'self-evaluation' }): Cells {
  const fundColumns = [...amountColumns, 'weight', 'executionRate', 'score'] as const;
  const cells: Cells = funds.rows.flatMap((row, index) =>
    fundColumns.map((column) => [pointers.fund(index, column), row[column]] as const),
  );
  for (const [index, { weight, score, target, actual }] of indicators.entries()) {
    cells.push(
      [pointers.indicator(index, 'weight'), weight],
      [pointers.indicator(index, 'score'), score],
    );
    cells.push(
      [pointers.indicator(index, 'target'), target.number],
      [pointers.indicator(index, 'actual'), actual.number],
    );
  }
  cells.push([pointers.total('weight'), total.weight], [pointers.total('score'), total.score]);
  return cells;
}

function ofTarget({
  funds,
  disbursementPlan,
  indicators,
}: PerformanceForm & { kind: 'target' }): Cells {
  return [
    ...(['budget', 'fiscal', 'other'] as const).map(
      (column) => [`/funds/${column}`, funds[column]] as const,
    ),
    ...disbursementPlan.map(({ percent }, index) => [pointers.plan(index), percent] as const),
    ...indicators.map(
      ({ target }, index) => [pointers.indicator(index, 'target'), target.number] as const,
    ),
  ];
}
