import type { SelfEvaluationForm } from '../../schema/index.ts';
import { executionRow, scoresExecutionElsewhere } from '../funds.ts';
import { isAssessed } from '../indicators.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Mismatch, Rule, Unverifiable, Words } from '../types.ts';
import { mismatch, slips, unverifiable } from '../verdict.ts';
import { columnWords, cutOff, fundRowWords, indicatorWords, of } from '../words.ts';

type Column = 'weight' | 'score';
const columns: readonly Column[] = ['weight', 'score'];

/** A weight or score left blank where its row needs one: the total fund row, every assessed indicator, 总分. */
export const missingValue: Rule = {
  meta: {
    id: 'missing-value',
    severity: 'warning',
    title: { zh: '应填的分值、得分不应留空', en: 'A weight or score that is needed is not left blank' },
    basis: {
      zh: '自评表格式：预算执行、各指标与总分均须填列分值和得分；标“无”的行除外',
      en: 'The form asks for a weight and a score for the execution, each indicator and the total; rows of 无 aside',
    },
    docs: 'docs/rules/missing-value.md',
  },
  check: selfEvaluation((form, { complete }) => {
    const gaps = [...inExecution(form), ...columns.flatMap((column) => inIndicators(form, column)), ...inTotal(form)];
    return slips(complete ? gaps : gaps.map(({ path }) => unverifiable(path, cutOff)));
  }),
};

type Gap = Mismatch | Unverifiable;

function gap(value: string | null, path: string, name: Words): Gap[] {
  return value === null ? [mismatch(path, { zh: `${name.zh}留空`, en: `The ${name.en} is blank` })] : [];
}

function inExecution(form: SelfEvaluationForm): Gap[] {
  const index = executionRow(form);
  const row = index === null ? undefined : form.funds.rows[index];
  if (index === null || row === undefined || scoresExecutionElsewhere(form)) return [];
  return columns.flatMap((column) => gap(row[column], pointers.fund(index, column), of(fundRowWords(row), columnWords[column])));
}

function inIndicators(form: SelfEvaluationForm, column: Column): Gap[] {
  const rows = form.indicators.map((indicator, index) => ({ indicator, index })).filter(({ indicator }) => isAssessed(indicator));
  const [first] = rows;
  // Where no indicator has one, the form has no such column, or it was not read: one remark, not one a row.
  if (first !== undefined && rows.length > 1 && rows.every(({ indicator }) => indicator[column] === null)) {
    const { zh, en } = columnWords[column];
    return [unverifiable(pointers.indicator(first.index, column), { zh: `所有指标都没有${zh}`, en: `no indicator has a ${en}` })];
  }
  return rows.flatMap(({ indicator, index }) =>
    gap(indicator[column], pointers.indicator(index, column), of(indicatorWords(indicator, index), columnWords[column])));
}

/** A form that prints no 总分 row lacks both; one that prints its weight has left its score blank. */
function inTotal({ total }: SelfEvaluationForm): Gap[] {
  return total.weight === null ? [] : gap(total.score, pointers.total('score'), of({ zh: '总分', en: 'total' }, columnWords.score));
}
