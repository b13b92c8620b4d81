import type { PerformanceForm } from '../../schema/index.ts';
import { amountColumns, read } from '../funds.ts';
import { pointers } from '../pointers.ts';
import { andMore } from '../rows.ts';
import type { Rule, Verdict, Words } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { columnWords, fundRowWords, of } from '../words.ts';

/** An amount below zero: money paid back belongs in a note, not in the table. */
export const negativeAmount: Rule = {
  meta: {
    id: 'negative-amount',
    severity: 'warning',
    title: { zh: '预算数、执行数不应为负', en: 'No budget or amount executed is below zero' },
    basis: {
      zh: '预算安排和支出不会小于零；退回、冲减的应在说明中写明',
      en: 'A budget or an expenditure is not below zero; what was paid back belongs in a note',
    },
    docs: 'docs/rules/negative-amount.md',
  },
  check(form) {
    const amounts = amountsOf(form).filter(({ digits }) => digits !== null);
    const below = amounts.filter(({ digits }) => read(digits)?.value.lt(0));
    return amounts.map((one) => (one === below[0] ? negative(one, below.length - 1) : exactly));
  },
};

interface Amount {
  readonly path: string;
  readonly name: Words;
  readonly digits: string | null;
}

const targetColumns = {
  budget: { zh: '预算数', en: 'budget' },
  fiscal: { zh: '财政资金', en: 'fiscal funds' },
  other: { zh: '其他资金', en: 'other funds' },
} as const satisfies Record<string, Words>;

function amountsOf(form: PerformanceForm): Amount[] {
  if (form.kind === 'target')
    return (['budget', 'fiscal', 'other'] as const).map((column) => ({
      path: `/funds/${column}`,
      name: targetColumns[column],
      digits: form.funds[column],
    }));
  return form.funds.rows.flatMap((row, index) =>
    amountColumns.map((column) => ({
      path: pointers.fund(index, column),
      name: of(fundRowWords(row), columnWords[column]),
      digits: row[column],
    })),
  );
}

/** Told once a form: a negative part makes its total negative. */
function negative({ path, name, digits }: Amount, others: number): Verdict {
  const more = andMore(others, { zh: '处负数', en: 'below zero' });
  return mismatch(
    path,
    {
      zh: `${name.zh} ${digits} 小于零${more.zh}`,
      en: `The ${name.en} ${digits} is below zero${more.en}`,
    },
    { printed: digits },
  );
}
