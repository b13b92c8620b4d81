import { foldWidth } from '../../model/index.ts';
import { exact, printedDecimal } from '../../number/index.ts';
import type { SelfEvaluationForm } from '../../schema/index.ts';
import { neighbour } from '../hints.ts';
import { amountColumns } from '../funds.ts';
import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Hint, Rule } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { columnWords } from '../words.ts';

/** 实际完成情况 asks for words; a bare number there slipped in from another cell. */
export const numberInText: Rule = {
  meta: {
    id: 'number-in-text',
    severity: 'warning',
    title: {
      zh: '实际完成情况不应只是一个数字',
      en: 'What was achieved is not told by a bare number',
    },
    basis: {
      zh: '自评表“实际完成情况”要求用文字对照预期目标说明；嘉定2022年有一表填成了执行数',
      en: 'The form asks for an account against the expected goal; a Jiading form of 2022 prints the amount executed there',
    },
    docs: 'docs/rules/number-in-text.md',
  },
  check: selfEvaluation((form) => {
    const text = form.goal.actual;
    if (text === null) return [];
    const digits = printedDecimal(foldWidth(text));
    if (digits === null) return [exactly];
    return [
      mismatch(
        pointers.goalActual,
        {
          zh: `实际完成情况只印了一个数字：${text}`,
          en: `What was achieved is told by a bare number: ${text}`,
        },
        { printed: text, hint: sameAmount(form, digits) },
      ),
    ];
  }),
};

/** The amount of the funds table that the number repeats. */
function sameAmount(form: SelfEvaluationForm, digits: string): Hint | null {
  const number = exact(digits);
  if (number.isZero()) return null;
  const repeated = [...amountColumns]
    .reverse()
    .find((column) =>
      form.funds.rows.some((row) => row[column] !== null && exact(row[column]).eq(number)),
    );
  return repeated === undefined ? null : neighbour(columnWords[repeated]);
}
