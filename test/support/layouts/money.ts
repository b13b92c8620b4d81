import type { FundRow, FundUnit } from '../../../src/schema/index.ts';
import { pointSign } from './indicators.ts';
import { amountsOf, bareLabel, rateOf, scoreOf, sourcesOf, withUnit } from './sources.ts';
import type { Source } from './sources.ts';
import type { SelfTraits } from './structure.ts';
import type { Context } from './types.ts';
import { figure, money as amountFigure, nothing } from './values.ts';
import type { Figure } from './values.ts';

/** A figure of a fund row. */
export type Key =
  'initialBudget' | 'annualBudget' | 'executed' | 'weight' | 'executionRate' | 'score';

/** The execution's weight as the funds print it; null where they score nothing. */
export const executionWeight = (traits: SelfTraits): number | null =>
  traits.funds === 'none' || traits.funds === 'pairs' || traits.funds === 'side'
    ? null
    : ['rate', 'none'].includes(traits.fundScores)
      ? null
      : 10;

const scoreOrders: Readonly<Record<SelfTraits['fundScores'], readonly Key[]>> = {
  'weight-rate-score': ['weight', 'executionRate', 'score'],
  'rate-weight-score': ['executionRate', 'weight', 'score'],
  'score-rate': ['score', 'executionRate'],
  'weight-score-rate': ['weight', 'score', 'executionRate'],
  rate: ['executionRate'],
  none: [],
};

/** A source as it is printed. */
export interface FundLine {
  readonly source: FundRow['source'];
  readonly label: string;
  readonly figures: Readonly<Record<Key, Figure>>;
  /** What was not spent. */
  readonly left: Figure;
}

/** The funds of a form, whatever their layout. */
export interface Money {
  readonly keys: readonly Key[];
  readonly lines: readonly FundLine[];
  /** The words that name the figures, with their unit where the headings print it. */
  readonly names: Readonly<Record<Key, string>>;
  readonly unit: FundUnit | null;
  readonly block: string;
}

const withoutBrackets = (text: string): string => text.replace(/[(（](?:A|B|B\/A)[)）]$/, '');

function namesOf(context: Context, unit: FundUnit | null): Record<Key, string> {
  const { word, structure } = context;
  const inHeadings = structure.traits.money === 'headings' && unit !== null;
  const amount = (kind: 'initialBudget' | 'annualBudget' | 'executed'): string => {
    const name = withoutBrackets(word(kind));
    return inHeadings ? withUnit(name, unit, context.style) : name;
  };
  return {
    initialBudget: amount('initialBudget'),
    annualBudget: amount('annualBudget'),
    executed: amount('executed'),
    weight: word('weight'),
    executionRate: withoutBrackets(word('executionRate')),
    score: word('score'),
  };
}

/** 10分, 10%: what stands behind points is no part of them. */
const signed = (context: Context, one: Figure, key: 'weight' | 'score'): Figure => ({
  ...one,
  text: one.text + pointSign(context, key),
});

function lineOf(context: Context, source: Source, total: boolean, percent: boolean): FundLine {
  const { style, empty } = context;
  const { initial, annual, executed } = amountsOf(source, style);
  const { weight, score } = scoreOf(source, 10);
  const none = nothing(style);
  const blank = figure('');
  const figures = empty
    ? {
        initialBudget: blank,
        annualBudget: blank,
        executed: blank,
        executionRate: blank,
        score: blank,
      }
    : {
        initialBudget: initial,
        annualBudget: annual,
        executed,
        executionRate: rateOf(source, style, percent),
        score: total ? score : none,
      };
  return {
    source: source.source,
    label: source.label,
    figures: {
      ...figures,
      weight: total ? signed(context, weight, 'weight') : none,
      score: total && !empty ? signed(context, score, 'score') : figures.score,
    },
    left: empty ? blank : amountFigure(source.annual - source.executed, style),
  };
}

export function moneyOf(context: Context, unit: FundUnit | null, traits: SelfTraits): Money {
  const { word, structure, style } = context;
  const names = namesOf(context, unit);
  const amounts: Key[] =
    traits.initial === 'yes'
      ? ['initialBudget', 'annualBudget', 'executed']
      : ['annualBudget', 'executed'];
  const keys: Key[] = [...amounts, ...scoreOrders[traits.fundScores]];
  const percent = !names.executionRate.includes('%');
  const lines = sourcesOf(context).map((source, index) =>
    lineOf(context, source, index === 0, percent),
  );
  const block = word('block');
  return {
    keys,
    lines: traits.total === 'last' ? [...lines.slice(1), ...lines.slice(0, 1)] : lines,
    names,
    unit,
    block:
      structure.traits.money === 'block' && unit !== null ? withUnit(block, unit, style) : block,
  };
}

/** What a fund row must read; figures that the layout has no place for are null. */
export function truth(money: Money, line: FundLine, keys: readonly Key[] = money.keys): FundRow {
  const of = (key: Key): string | null => {
    const value = keys.includes(key) ? line.figures[key].value : null;
    return value === '' ? null : value;
  };
  return {
    source: line.source,
    label: bareLabel(line.label),
    initialBudget: of('initialBudget'),
    annualBudget: of('annualBudget'),
    executed: of('executed'),
    weight: of('weight'),
    executionRate: of('executionRate'),
    score: of('score'),
  };
}
