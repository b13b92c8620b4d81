import type { FundRow, Indicator } from '../../../src/schema/index.ts';
import { departmentInTitle } from './layout-head.ts';
import type { PrintedFundRow, SelfEvaluationDraft } from './self-evaluation.ts';
import type { ExpectedSelfEvaluation } from './types.ts';

const bare = (text: string): string => text.replace(/[:：]$/, '');

function expectedFund(draft: SelfEvaluationDraft, row: PrintedFundRow): FundRow {
  return {
    source: row.source,
    label: bare(row.label),
    initialBudget: draft.funds.initialBudget === null ? null : row.initialBudget.number,
    annualBudget: row.annualBudget.number,
    executed: row.executed.number,
    weight: draft.funds.order === 'unscored' ? null : row.weight.number,
    executionRate: row.executionRate.number,
    score: draft.funds.order === 'unscored' ? null : row.score.number,
  };
}

function expectedIndicators(draft: SelfEvaluationDraft): Indicator[] {
  const nothing = new Set(['', '无', '-', '—', '——', '/', '　']);
  return draft.groups.flatMap(({ level1, level2s }) =>
    level2s.flatMap(({ level2, rows }) =>
      rows.map((row) => ({
        level1,
        level2,
        level3: row.level3,
        target: draft.split === null ? row.target : row.split.measure,
        actual: row.actual,
        weight: row.weight.number,
        score: row.score.number,
        deviation:
          draft.columns.deviation === null || nothing.has(row.deviation) ? null : row.deviation,
      })),
    ),
  );
}

/** What must be read from a self-evaluation form. */
export function expectedForm(draft: SelfEvaluationDraft): ExpectedSelfEvaluation {
  const { head, goal, total, rating } = draft;
  const text = (paragraphs: readonly string[]): string | null =>
    paragraphs.join('') === '' ? null : paragraphs.join('');
  return {
    kind: 'self-evaluation',
    title: departmentInTitle(head) + draft.title,
    year: head.year,
    project: { name: head.project, code: head.code },
    department: head.department,
    departmentCode: head.department === null ? null : head.departmentCode,
    implementingUnit: head.unit,
    funds: {
      unit: draft.unit.unit,
      rows: draft.funds.rows.filter((row) => row !== null).map((row) => expectedFund(draft, row)),
    },
    goal: {
      expected: goal === null ? null : text(goal.expected),
      actual: goal === null ? null : text(goal.actual),
    },
    indicators: expectedIndicators(draft),
    groupWeights:
      draft.groupWeights === ''
        ? []
        : draft.groups.map(({ level1, weight }) => ({ level1, weight })),
    total: { weight: total?.weight.number ?? null, score: total?.score.number ?? null },
    rating: rating?.[1] ?? null,
  };
}
