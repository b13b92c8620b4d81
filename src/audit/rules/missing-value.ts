import type { SelfEvaluationForm } from '../../schema/index.ts';
import { executionFund, scoresExecutionElsewhere } from '../funds.ts';
import { isBesideScale, isAssessed } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { mergedCells } from '../merged.ts';
import { neededAmounts } from '../needed-amounts.ts';
import { pointers } from '../pointers.ts';
import type { Mismatch, PrintedColumns, Rule, RuleContext, Unverifiable, Words } from '../types.ts';
import { mismatch, slips, unverifiable } from '../verdict.ts';
import { columnWords, cutOff, fundRowWords, indicatorWords, of } from '../words.ts';

type Column = 'weight' | 'score';
const columns: readonly Column[] = ['weight', 'score'];

/** A weight, a score or an amount left blank where one is needed: the total fund row, every assessed indicator, 总分, the sources. */
export const missingValue: Rule = {
  meta: {
    id: 'missing-value',
    severity: 'warning',
    title: {
      zh: '应填的分值、得分和金额不应留空',
      en: 'A weight, score or amount that is needed is not left blank',
    },
    basis: {
      zh: '自评表格式：预算执行、各指标与总分均须填列分值和得分；标“无”的行除外',
      en: 'The form asks for a weight and a score for the execution, each indicator and the total; rows of 无 aside',
    },
    docs: 'docs/rules/missing-value.md',
  },
  check: selfEvaluation((form, { complete, columns, unreadable, spanned }) => {
    const printed = printedColumns(form, columns);
    const ofRows = printed.indicators.flatMap((column) =>
      inIndicators(form, column, columns !== null, { unreadable, spanned }),
    );
    const gaps = [
      ...inExecution(form, printed.funds, unreadable),
      ...ofRows,
      ...inTotal(form, printed.indicators, unreadable),
      ...inAmounts(form, unreadable, columns?.funds ?? []),
    ];
    return slips(
      complete
        ? gaps
        : gaps.map((one) => (one.kind === 'unverifiable' ? one : unverifiable(one.path, cutOff))),
    );
  }),
};

type Gap = Mismatch | Unverifiable;
type Unreadable = ReadonlySet<string>;

/** The columns that a form asks to be filled: those that it prints or, where that is not known, those that it fills anywhere. */
function printedColumns(
  { funds, indicators, total }: SelfEvaluationForm,
  known: PrintedColumns | null,
): Record<'funds' | 'indicators', readonly Column[]> {
  const inFunds = (column: Column): boolean => funds.rows.some((row) => row[column] !== null);
  const inRows = (column: Column): boolean =>
    indicators.some((indicator) => indicator[column] !== null);
  const anywhere = (column: Column): boolean =>
    known === null && (inFunds(column) || inRows(column) || total[column] !== null);
  return {
    funds: columns.filter(
      (column) => inFunds(column) || anywhere(column) || known?.funds.includes(column),
    ),
    indicators: columns.filter(
      (column) => inRows(column) || anywhere(column) || known?.indicators.includes(column),
    ),
  };
}

function gap(value: string | null, path: string, name: Words, unreadable: Unreadable): Gap[] {
  if (value !== null) return [];
  if (unreadable.has(path))
    return [
      unverifiable(path, {
        zh: `${name.zh}印的不是数字`,
        en: `what is printed as the ${name.en} is no number`,
      }),
    ];
  return [mismatch(path, { zh: `${name.zh}留空`, en: `The ${name.en} is blank` })];
}

function inExecution(
  form: SelfEvaluationForm,
  asked: readonly Column[],
  unreadable: Unreadable,
): Gap[] {
  const fund = executionFund(form);
  if (fund === null || scoresExecutionElsewhere(form)) return [];
  const { index, row } = fund;
  return asked.flatMap((column) =>
    gap(
      row[column],
      pointers.fund(index, column),
      of(fundRowWords(row), columnWords[column]),
      unreadable,
    ),
  );
}

function inAmounts(
  { funds: { rows } }: SelfEvaluationForm,
  unreadable: Unreadable,
  printed: readonly string[],
): Gap[] {
  return neededAmounts(rows, printed).flatMap(({ index, column }) => {
    const row = rows[index];
    return row === undefined
      ? []
      : gap(
          row[column],
          pointers.fund(index, column),
          of(fundRowWords(row), columnWords[column]),
          unreadable,
        );
  });
}

function inIndicators(
  form: SelfEvaluationForm,
  column: Column,
  certain: boolean,
  { unreadable, spanned }: Pick<RuleContext, 'unreadable' | 'spanned'>,
): Gap[] {
  const rows = form.indicators
    .map((indicator, index) => ({ indicator, index }))
    .filter(({ indicator }) => isAssessed(indicator) && !isBesideScale(indicator));
  const [first] = rows;
  // A column that no indicator fills is told once, not once a row; it may also be one that the form does not have.
  if (
    first !== undefined &&
    rows.length > 1 &&
    rows.every(
      ({ indicator, index }) =>
        indicator[column] === null && !unreadable.has(pointers.indicator(index, column)),
    )
  ) {
    const path = pointers.indicator(first.index, column);
    const { zh, en } = columnWords[column];
    if (certain)
      return [
        mismatch(path, {
          zh: `所有指标的${zh}都留空`,
          en: `The ${en} of every indicator is blank`,
        }),
      ];
    return [unverifiable(path, { zh: `所有指标都没有${zh}`, en: `no indicator has a ${en}` })];
  }
  const merged = mergedCells(form, spanned);
  return rows
    .filter(({ indicator, index }) => indicator[column] === null && !merged.isNoGap(index, column))
    .flatMap(({ indicator, index }) =>
      gap(
        indicator[column],
        pointers.indicator(index, column),
        of(indicatorWords(indicator, index), columnWords[column]),
        unreadable,
      ),
    );
}

/** A form that prints no 总分 row lacks both; one that prints its weight has left its score blank. */
function inTotal(
  { total }: SelfEvaluationForm,
  asked: readonly Column[],
  unreadable: Unreadable,
): Gap[] {
  if (total.weight === null || !asked.includes('score')) return [];
  return gap(
    total.score,
    pointers.total('score'),
    of({ zh: '总分', en: 'total' }, columnWords.score),
    unreadable,
  );
}
