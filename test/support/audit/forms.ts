import { parseMeasure } from '../../../src/number/index.ts';
import { performanceFormSchema } from '../../../src/schema/index.ts';
import type {
  FundRow,
  Indicator,
  PerformanceForm,
  SelfEvaluationForm,
  TargetForm,
  TargetIndicator,
} from '../../../src/schema/index.ts';

/** What a sketch may leave out or write short: a target as `≥95%`. */
export interface FormSketch {
  readonly kind?: PerformanceForm['kind'];
  readonly year?: number;
  readonly funds?: { readonly rows?: readonly Partial<FundRow>[] } & Partial<TargetForm['funds']>;
  readonly goal?: Partial<SelfEvaluationForm['goal']>;
  readonly indicators?: readonly IndicatorSketch[];
  readonly groupWeights?: SelfEvaluationForm['groupWeights'];
  readonly total?: Partial<SelfEvaluationForm['total']>;
  readonly rating?: string | null;
  /** Percentages by the end of March, June …, or by what `steps` say. */
  readonly disbursementPlan?: readonly (string | null)[];
  readonly steps?: readonly string[];
  readonly extras?: PerformanceForm['extras'];
}

export type IndicatorSketch = Partial<Omit<Indicator, 'target' | 'actual'>> & {
  readonly target?: string;
  readonly actual?: string;
  readonly description?: string | null;
  readonly basis?: string | null;
};

const head = {
  title: null,
  year: null,
  project: { name: '示例项目', code: null },
  department: null,
  departmentCode: null,
  implementingUnit: null,
};

/** A fund row, a total row unless told otherwise. */
function fundRow(sketch: Partial<FundRow> = {}): FundRow {
  return {
    source: 'total',
    label: '年度资金总额',
    initialBudget: null,
    annualBudget: null,
    executed: null,
    weight: null,
    executionRate: null,
    score: null,
    ...sketch,
  };
}

/** An indicator of a self-evaluation form, from values as a form prints them. */
function indicator({
  target = '完成',
  actual = '完成',
  ...sketch
}: IndicatorSketch = {}): Indicator {
  return {
    level1: '产出指标',
    level2: '数量指标',
    level3: '培训班次',
    target: parseMeasure(target),
    actual: parseMeasure(actual),
    weight: null,
    score: null,
    deviation: null,
    ...sketch,
  };
}

function targetIndicator({ target = '完成', ...sketch }: IndicatorSketch): TargetIndicator {
  const {
    level1 = '产出指标',
    level2 = '数量指标',
    level3 = '培训班次',
    description = null,
    basis = null,
  } = sketch;
  return {
    level1,
    level2,
    level3,
    description,
    target: { ...parseMeasure(target), description: null },
    basis,
  };
}

/** A form from as little as a test needs to say, checked against the schema. */
export function form(sketch: FormSketch): PerformanceForm {
  return performanceFormSchema.parse(
    sketch.kind === 'target' ? targetForm(sketch) : evaluation(sketch),
  );
}

function evaluation({
  year,
  funds,
  goal,
  indicators = [],
  groupWeights = [],
  total,
  rating = null,
  extras = [],
}: FormSketch): SelfEvaluationForm {
  return {
    kind: 'self-evaluation',
    ...head,
    year: year ?? null,
    funds: { unit: '万元', rows: (funds?.rows ?? []).map(fundRow) },
    goal: { expected: null, actual: null, ...goal },
    indicators: indicators.map(indicator),
    groupWeights: [...groupWeights],
    total: { weight: null, score: null, ...total },
    rating,
    extras: [...extras],
  };
}

function targetForm({
  year,
  funds,
  indicators = [],
  disbursementPlan = [],
  steps = [],
  extras = [],
}: FormSketch): TargetForm {
  const { budget = null, fiscal = null, other = null } = funds ?? {};
  return {
    kind: 'target',
    ...head,
    year: year ?? null,
    funds: { unit: '万元', budget, fiscal, other, purpose: null },
    disbursementPlan: disbursementPlan.map((percent, index) => ({
      by: steps[index] ?? `${(index + 1) * 3}月底`,
      percent,
    })),
    goal: { expected: null },
    indicators: indicators.map(targetIndicator),
    extras: [...extras],
  };
}
