import type { RoundingMode } from '../number/index.ts';
import type { AuditConfig, Finding, RatingBand } from '../schema/index.ts';

/** The configuration with every gap filled. */
export interface Settings {
  readonly rules: Readonly<Record<string, Finding['severity'] | 'off'>>;
  readonly ratingBands: readonly RatingBand[];
  readonly totalWeight: string;
  readonly groupWeights: Readonly<Record<string, string>>;
  readonly overAchievement: string;
  /** Percent of the budget from which what was executed beyond it is a warning. */
  readonly overspent: string;
  /** Percent of the budget below which full scores for what was done are doubted. */
  readonly lowExecution: string;
  /** Percent of the budget below which a reason is asked for. */
  readonly explainedExecution: string;
  /** Percent by which the budget may change without a word. */
  readonly budgetChange: string;
  /** Points from which a single row weighs much. */
  readonly heavyRow: string;
  /** Percent of its weight that a target met in part may earn. */
  readonly partlyAchieved: string;
  /** Percent of its weight that a qualitative target not met may earn. */
  readonly notAchieved: string;
}

/** The rounding modes that all forms of one document agree on; null where they do not show one. */
export interface DocumentRounding {
  readonly rate: RoundingMode | null;
  readonly score: RoundingMode | null;
}

type Preset = NonNullable<AuditConfig['preset']>;

/** 财预〔2020〕10号: a scale of 100, four grades. */
const national: Settings = {
  rules: {},
  ratingBands: [
    { names: ['优', '优秀'], from: '90' },
    { names: ['良', '良好'], from: '80' },
    { names: ['中', '中等'], from: '60' },
    { names: ['差', '较差'], from: '0' },
  ],
  totalWeight: '100',
  groupWeights: {},
  overAchievement: '130',
  overspent: '110',
  lowExecution: '50',
  explainedExecution: '90',
  budgetChange: '30',
  heavyRow: '30',
  partlyAchieved: '80',
  notAchieved: '50',
};

/** Provinces differ in their grades; what else a place has of its own stands in its own configuration. */
const presets: Readonly<Record<Preset, Settings>> = {
  national,
  'five-grades': {
    ...national,
    ratingBands: [
      { names: ['优', '优秀'], from: '90' },
      { names: ['良', '良好'], from: '80' },
      { names: ['中', '中等'], from: '70' },
      { names: ['及格', '合格'], from: '60' },
      { names: ['差', '较差', '不及格', '不合格'], from: '0' },
    ],
  },
};

/** Fills what a configuration leaves open from its preset. */
export function settle(config: AuditConfig = {}): Settings {
  const preset = presets[config.preset ?? 'national'];
  return {
    ...limitsOf(config, preset),
    rules: config.rules ?? preset.rules,
    ratingBands: config.ratingBands ?? preset.ratingBands,
    totalWeight: config.totalWeight ?? preset.totalWeight,
    groupWeights: config.groupWeights ?? preset.groupWeights,
  };
}

/** Settings that are one figure each. */
const limits = [
  'overAchievement',
  'overspent',
  'lowExecution',
  'explainedExecution',
  'budgetChange',
  'heavyRow',
  'partlyAchieved',
  'notAchieved',
] as const;
type Limits = Pick<Settings, (typeof limits)[number]>;

function limitsOf(config: AuditConfig, preset: Limits): Limits {
  return limits.reduce<Limits>(
    (settled, name) => ({ ...settled, [name]: config[name] ?? preset[name] }),
    preset,
  );
}
