import { findLabel, guessSource } from '../lexicon/index.ts';
import { append } from '../model/index.ts';
import { printedDecimal } from '../number/index.ts';
import type { Extra, TargetForm } from '../schema/index.ts';
import type { Pair, WholeForm } from '../stitch/index.ts';
import { isOfYears, readOtherFundColumns } from './funds.ts';
import { readHead } from './head.ts';
import { readOtherColumns, readTargetIndicators } from './indicators.ts';
import type { Reader } from './reader.ts';
import { takeUnitLine, wholeGoal } from './self-evaluation.ts';

function readPlan(reader: Reader): TargetForm['disbursementPlan'] {
  return reader.form.plan.map(({ by, percent }, index) => {
    const path = `/disbursementPlan/${index}`;
    const text = reader.text(`${path}/by`, by) ?? '';
    return {
      by: text,
      percent: percent === null ? null : reader.figure(`${path}/percent`, percent),
    };
  });
}

/** What a row of the funds table names; in unknown words, the kind of money that these hint at. */
function termsOf(label: string): Pair['terms'] {
  const terms = findLabel(label)?.terms ?? [];
  const guessed = terms.length > 0 ? null : guessSource(label);
  return guessed === null ? terms : [guessed];
}

/** A target form with the rows of its funds table as labels with their amounts, as most forms print them. */
export function withFundPairs(form: WholeForm): WholeForm {
  const pairs = form.funds
    .filter((row) => !isOfYears(row))
    .flatMap(({ label, pieces }): Pair[] => {
      if (label === null) return [];
      const budget = pieces.get('annualBudget') ?? pieces.get('initialBudget') ?? null;
      const rest = [...pieces]
        .filter(([, value]) => value !== budget)
        .map(([role, value]): Pair => {
          const heading =
            form.fundColumns.find((column) => column.role === role)?.heading?.text ?? '';
          return { label: { text: `${heading}（${label.text}）`, units: [] }, terms: [], value };
        });
      return [{ label, terms: termsOf(label.text), value: budget }, ...rest];
    });
  return pairs.length === 0 ? form : { ...form, pairs: [...pairs, ...form.pairs] };
}

/**
 * The year's budget. Of several amounts, one that its label calls the year's; else what is called the budget, the total, or
 * stands beside the block's own heading: 项目资金（万元） | 56.00.
 */
function budgetOf(reader: Reader): ReturnType<Reader['lastPair']> {
  const annual = (label: string): boolean => /^(?:当年|本年|年度)/u.test(label);
  return (
    lastFigure(reader, 'budget', annual) ??
    lastFigure(reader, 'fundTotal', annual) ??
    lastFigure(reader, 'annualBudget', annual) ??
    lastFigure(reader, 'budget') ??
    lastFigure(reader, 'fundTotal') ??
    lastFigure(reader, 'fundsBlock') ??
    lastFigure(reader, 'budgetBlock') ??
    lastFigure(reader, 'annualBudget')
  );
}

/** The annual budget and what it is made of. */
function readFunds(reader: Reader): TargetForm['funds'] {
  const unit = reader.form.fundUnit;
  if (unit !== null) reader.label(unit.units);
  return {
    unit: unit?.value ?? null,
    budget: reader.figure('/funds/budget', budgetOf(reader)),
    fiscal: reader.figure('/funds/fiscal', amountOf(reader, 'fundFiscal')),
    other: reader.figure('/funds/other', amountOf(reader, 'fundOther')),
    purpose: reader.optional('/funds/purpose', reader.pair('fundPurpose')?.value),
  };
}

function isNumber(text: string): boolean {
  return printedDecimal(text) !== null;
}

function isAmount(text: string): boolean {
  return Number(printedDecimal(text) ?? 0) !== 0;
}

/** Where 中期资金总额 and 年度资金总额 stand side by side, the year's is the last; what stands before it goes to `extras`. */
function lastFigure(
  reader: Reader,
  term: Pair['terms'][number],
  passes: (label: string) => boolean = () => true,
): ReturnType<Reader['lastPair']> {
  return reader.lastPair(term, (text, label) => isNumber(text) && passes(label));
}

const wholeSource = { fundFiscal: /^财政(?:拨款|资金|性资金)/u, fundOther: /^其[他它]/u } as const;

/** Of several kinds of fiscal funds (中央, 省级, 市级) none is all of them, unless one says so: 财政拨款小计. */
function amountOf(reader: Reader, term: keyof typeof wholeSource): ReturnType<Reader['lastPair']> {
  const bare = (label: string): string =>
    label.replace(/^(?:其中)?[:：、-]?(?:当年|本年|年度)?|[:：]$/gu, '');
  const kinds = new Set(reader.labelsOf(term, isNumber).map(bare));
  // 一般公共预算 | 65.00 | 政府性基金 | 0.00: the one that gives anything gives all.
  const giving = new Set(reader.labelsOf(term, isAmount).map(bare));
  if (kinds.size > 1 && giving.size === 1 && term === 'fundFiscal')
    return lastFigure(reader, term, (label) => giving.has(bare(label)));
  return lastFigure(reader, term, (label) => kinds.size < 2 || wholeSource[term].test(bare(label)));
}

function readGoal(reader: Reader): TargetForm['goal'] {
  const { goals } = reader.form;
  const expected =
    goals.get('goalExpected') ??
    reader.pair('goalExpected')?.value ??
    reader.all('goalBlock') ??
    wholeGoal(reader);
  return { expected: reader.text('/goal/expected', expected) };
}

/** 合计 | 90 below the weights: a target form has no total of its own. */
function readTotalRow(reader: Reader, first: number): Extra[] {
  const { total, indicatorColumns } = reader.form;
  const extras: Extra[] = [];
  for (const role of ['weight', 'score'] as const) {
    const figure = total?.[role];
    if (total === null || figure == null) continue;
    const heading = indicatorColumns.find((column) => column.role === role)?.heading?.text;
    const name = total.label.text;
    reader.extra(extras, first, heading === undefined ? name : `${heading}（${name}）`, figure);
  }
  return extras;
}

/** Reads a 绩效目标表 or 绩效目标申报表. */
export function readTargetForm(reader: Reader): TargetForm {
  const head = readHead(reader);
  const funds = readFunds(reader);
  const disbursementPlan = readPlan(reader);
  const goal = readGoal(reader);
  const indicators = readTargetIndicators(reader);
  takeUnitLine(reader);
  const extras = reader.extras();
  append(extras, readOtherFundColumns(reader, extras.length));
  append(extras, readOtherColumns(reader, extras.length, 'weight', 'score', 'actual', 'deviation'));
  append(extras, readTotalRow(reader, extras.length));
  return {
    kind: 'target',
    title: head.title,
    year: head.year,
    project: head.project,
    department: head.department,
    departmentCode: head.departmentCode,
    implementingUnit: head.implementingUnit,
    funds,
    disbursementPlan,
    goal,
    indicators,
    extras,
  };
}
