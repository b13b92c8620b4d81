import { append } from '../model/index.ts';
import { printedDecimal } from '../number/index.ts';
import type { TargetForm } from '../schema/index.ts';
import { fundSource, readOtherFundColumns } from './funds.ts';
import { readHead } from './head.ts';
import { readOtherColumns, readTargetIndicators } from './indicators.ts';
import type { Reader } from './reader.ts';
import { takeUnitLine } from './self-evaluation.ts';

function readPlan(reader: Reader): TargetForm['disbursementPlan'] {
  return reader.form.plan.map(({ by, percent }, index) => {
    const path = `/disbursementPlan/${index}`;
    const text = reader.text(`${path}/by`, by) ?? '';
    return { by: text, percent: percent === null ? null : reader.figure(`${path}/percent`, percent) };
  });
}

/** The annual budget, as pairs (预算数 | 5.60) or as the rows of a funds table. */
function readFunds(reader: Reader): TargetForm['funds'] {
  const unit = reader.form.fundUnit;
  if (unit !== null) reader.label(unit.units);
  const rows = reader.form.funds;
  const row = (source: string): (typeof rows)[number] | undefined => rows.find(({ label }) => label !== null && fundSource(label.text) === source);
  const amount = (source: string): (typeof rows)[number]['label'] | undefined => {
    const found = row(source);
    if (found === undefined) return undefined;
    reader.label(found.label?.units ?? []);
    return found.pieces.get('annualBudget') ?? found.pieces.get('initialBudget');
  };
  return {
    unit: unit?.value ?? null,
    budget: reader.figure('/funds/budget', amount('total') ?? lastFigure(reader, 'budget')),
    fiscal: reader.figure('/funds/fiscal', amount('fiscal') ?? lastFigure(reader, 'fundFiscal')),
    other: reader.figure('/funds/other', amount('other') ?? lastFigure(reader, 'fundOther')),
    purpose: reader.optional('/funds/purpose', reader.pair('fundPurpose')?.value),
  };
}

/** Where 中期资金总额 and 年度资金总额 stand side by side, the year's is the last; what stands before it goes to `extras`. */
function lastFigure(reader: Reader, term: 'budget' | 'fundFiscal' | 'fundOther'): ReturnType<Reader['lastPair']> {
  return reader.lastPair(term, (text) => printedDecimal(text) !== null);
}

function readGoal(reader: Reader): TargetForm['goal'] {
  const { goals } = reader.form;
  const expected = goals.get('goalExpected') ?? reader.pair('goalExpected')?.value ?? reader.all('goalBlock');
  return { expected: reader.text('/goal/expected', expected) };
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
  return { kind: 'target', ...head, funds, disbursementPlan, goal, indicators, extras };
}
