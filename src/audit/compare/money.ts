import { type Exact, exact, hundred, unitOf } from '../../number/index.ts';
import type { PerformanceForm, SelfEvaluationForm } from '../../schema/index.ts';
import { read } from '../funds.ts';
import { likeness } from './likeness.ts';
import type { Change } from '../../schema/index.ts';
import { followsYear } from './years.ts';

/** An amount as printed, with its worth in 元 and how far that may be off by rounding. */
interface Amount {
  readonly path: string;
  readonly printed: string;
  readonly unit: string;
  readonly worth: Exact;
  readonly slack: Exact;
}

const tenThousand = exact('10000');
/** A budget that moved by so many percent is worth a warning (财预〔2020〕10号 asks for a reason). */
const much = exact('30');

function amountAt(
  { funds }: Pick<PerformanceForm, 'funds'>,
  path: string,
  value: string | null,
): Amount | null {
  const figure = read(value);
  if (figure === null || value === null) return null;
  const unit = funds.unit ?? '万元';
  const factor = unit === '元' ? exact('1') : tenThousand;
  const slack = figure.decimals === 0 ? exact('0') : unitOf(figure.decimals).times(factor);
  return { path, printed: value, unit, worth: figure.value.times(factor), slack };
}

function differ(one: Amount, other: Amount): boolean {
  return one.worth.minus(other.worth).abs().gt(one.slack.plus(other.slack));
}

/** The row of all funds, and its place. */
function totalRow({ funds }: SelfEvaluationForm) {
  const index = funds.rows.findIndex(({ source }) => source === 'total');
  const row = funds.rows[index];
  return row === undefined ? null : { row, path: `/funds/rows/${index}` };
}

/** The year's budget as it was first planned. */
function budgetOf(form: PerformanceForm): Amount | null {
  if (form.kind === 'target') return amountAt(form, '/funds/budget', form.funds.budget);
  const total = totalRow(form);
  if (total === null) return null;
  return (
    amountAt(form, `${total.path}/initialBudget`, total.row.initialBudget) ??
    amountAt(form, `${total.path}/annualBudget`, total.row.annualBudget)
  );
}

/** A budget that is another than before; a year later, what was carried over against what was left. */
export function amountChanges(before: PerformanceForm, after: PerformanceForm): Change[] {
  if (followsYear(before, after)) return carryoverChanges(before, after);
  const [one, other] = [budgetOf(before), budgetOf(after)];
  if (one === null || other === null || !differ(one, other)) return [];
  const share = one.worth.isZero()
    ? null
    : other.worth.minus(one.worth).div(one.worth).times(hundred);
  const grave = share === null || share.abs().gte(much);
  const percent = share === null ? '' : `${share.gt('0') ? '+' : ''}${share.toFixed(1)}%`;
  return [
    {
      kind: 'budget-changed',
      severity: grave ? 'warning' : 'info',
      message: {
        zh: `预算由 ${one.printed} ${one.unit}改为 ${other.printed} ${other.unit}${percent === '' ? '' : `（${percent}）`}`,
        en: `the budget went from ${one.printed} ${one.unit} to ${other.printed} ${other.unit}${percent === '' ? '' : ` (${percent})`}`,
      },
      paths: [one.path, other.path],
      before: one.printed,
      after: other.printed,
    },
  ];
}

function carryoverChanges(before: PerformanceForm, after: PerformanceForm): Change[] {
  if (before.kind === 'target' || after.kind === 'target') return [];
  const total = totalRow(before);
  const index = after.funds.rows.findIndex(({ source }) => source === 'carryover');
  const row = after.funds.rows[index];
  if (total === null || row === undefined) return [];
  const budget = amountAt(before, `${total.path}/annualBudget`, total.row.annualBudget);
  const executed = amountAt(before, `${total.path}/executed`, total.row.executed);
  const carried = amountAt(after, `/funds/rows/${index}/annualBudget`, row.annualBudget);
  if (budget === null || executed === null || carried === null) return [];
  const left = budget.worth.minus(executed.worth);
  const slack = budget.slack.plus(executed.slack).plus(carried.slack);
  // Nothing need be carried over: what is left may lapse.
  if (carried.worth.lte(left.plus(slack))) return [];
  const inUnit = before.funds.unit === '元' ? left : left.div(tenThousand);
  return [
    {
      kind: 'carryover-differs',
      severity: 'warning',
      message: {
        zh: `上年结转 ${carried.printed} ${carried.unit}，多于上年未用完的 ${budget.printed} - ${executed.printed} = ${inUnit.toString()} ${budget.unit}`,
        en: `${carried.printed} ${carried.unit} is carried over, more than last year left: ${budget.printed} - ${executed.printed} = ${inUnit.toString()} ${budget.unit}`,
      },
      paths: [`${total.path}/executed`, carried.path],
      before: inUnit.toString(),
      after: carried.printed,
    },
  ];
}

/** An expected goal in other words; over years it is another goal anyway. */
export function goalChanges(before: PerformanceForm, after: PerformanceForm): Change[] {
  const [one, other] = [before.goal.expected, after.goal.expected];
  if (one === null || other === null || followsYear(before, after)) return [];
  if (likeness(one, other) === 1) return [];
  return [
    {
      kind: 'goal-changed',
      severity: 'info',
      message: { zh: '预期目标的文字改了', en: 'the expected goal is worded otherwise' },
      paths: ['/goal/expected', '/goal/expected'],
      before: one,
      after: other,
    },
  ];
}
