import type { LayoutForm } from '../../../export/layout.ts';
import type { OpenForm } from './unpack.ts';
import { t } from './words.ts';
import type { PageWord } from './words.ts';

/** How a figure comes about: in words, and with the printed numbers put in. Nothing is computed here. */
export interface Formula {
  readonly words: string;
  readonly numbers: string;
}

type SelfEvaluation = Extract<LayoutForm, { kind: 'self-evaluation' }>;
type Target = Extract<LayoutForm, { kind: 'target' }>;

const missing = '?';
const shown = (value: string | null | undefined): string => value ?? missing;
const sum = (values: readonly (string | null)[]): string => values.map(shown).join(' + ');

/** The formula of a value, null where it stands on no other. */
export function formulaOf({ form, numbers }: OpenForm, path: string): Formula | null {
  return form.kind === 'target'
    ? ofTarget(form, path)
    : (ofFunds(form, path) ?? ofTotal(form, path) ?? ofIndicator(form, path, numbers));
}

function ofTarget({ funds, disbursementPlan }: Target, path: string): Formula | null {
  if (path === '/funds/budget' && (funds.fiscal !== null || funds.other !== null))
    return {
      words: t('sum-of-parts'),
      numbers: sum([funds.fiscal, funds.other].filter((value) => value !== null)),
    };
  if (!path.startsWith('/disbursementPlan/')) return null;
  return {
    words: '↗ 100%',
    numbers: disbursementPlan.map(({ percent }) => `${shown(percent)}%`).join(' → '),
  };
}

const amounts: Readonly<Record<string, PageWord>> = {
  initialBudget: 'initial-budget',
  annualBudget: 'annual-budget',
  executed: 'executed',
};

function ofFunds({ funds }: SelfEvaluation, path: string): Formula | null {
  const [, index, field = ''] = /^\/funds\/rows\/(\d+)\/(\w+)$/u.exec(path) ?? [];
  const row = funds.rows[Number(index ?? -1)];
  if (row === undefined) return null;
  if (field === 'executionRate')
    return {
      words: `${t('executed')} ÷ ${t('annual-budget')}`,
      numbers: `${shown(row.executed)} ÷ ${shown(row.annualBudget)}`,
    };
  if (row.source !== 'total') return null;
  if (field === 'score')
    return {
      words: `${t('weight')} × ${t('execution-rate')}`,
      numbers: `${shown(row.weight)} × ${shown(row.executionRate)}%`,
    };
  if (!(field in amounts)) return null;
  const parts = funds.rows
    .filter(({ source }) => source !== 'total')
    .map((part) => part[field as 'executed'])
    .filter((value) => value !== null);
  return parts.length === 0 ? null : { words: t('sum-of-parts'), numbers: sum(parts) };
}

function ofTotal(
  { funds, indicators, groupWeights, total }: SelfEvaluation,
  path: string,
): Formula | null {
  const field = path === '/total/weight' ? 'weight' : path === '/total/score' ? 'score' : null;
  if (field !== null) {
    const execution = funds.rows.find(({ source }) => source === 'total')?.[field] ?? null;
    const addends = [execution, ...indicators.map((indicator) => indicator[field])].filter(
      (value) => value !== null,
    );
    return addends.length === 0 ? null : { words: t('sum-of-rows'), numbers: sum(addends) };
  }
  if (path === '/rating')
    return total.score === null ? null : { words: t('total'), numbers: total.score };
  const [, at] = /^\/groupWeights\/(\d+)/u.exec(path) ?? [];
  const group = groupWeights[Number(at ?? -1)];
  if (group === undefined) return null;
  return {
    words: t('weight'),
    numbers: sum(
      indicators.filter(({ level1 }) => level1 === group.level1).map(({ weight }) => weight),
    ),
  };
}

function ofIndicator(
  { indicators }: SelfEvaluation,
  path: string,
  numbers: OpenForm['numbers'],
): Formula | null {
  const [, at] = /^\/indicators\/(\d+)\/score$/u.exec(path) ?? [];
  const indicator = indicators[Number(at ?? -1)];
  const target = numbers.get(`/indicators/${at}/target`);
  const actual = numbers.get(`/indicators/${at}/actual`);
  if (indicator === undefined || target === undefined || actual === undefined) return null;
  // A target without a sign has no direction that could be assumed.
  if (!/^[≥>]|^>=|^不[少低]于/u.test(indicator.target.text)) return null;
  return {
    words: `${t('weight')} × ${t('actual')} ÷ ${t('target')} (≤ ${t('weight')})`,
    numbers: `${shown(indicator.weight)} × ${actual} ÷ ${target}`,
  };
}
