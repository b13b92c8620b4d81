import type { FundRow } from '../../../src/schema/index.ts';

type Source = FundRow['source'];
export const row = (source: Source, label: string, executed: string | null): Partial<FundRow> => ({
  source,
  label,
  executed,
});
/** A form of which the rule sees the fund rows alone. */
export const form = (...rows: Partial<FundRow>[]) => ({ funds: { rows } });
export const total = (executed: string | null) => row('total', '年度资金总额', executed);
export const fiscal = (executed: string | null) => row('fiscal', '其中：当年财政拨款', executed);
export const carryover = (executed: string | null) => row('carryover', '上年结转资金', executed);
export const other = (executed: string | null) => row('other', '其他资金', executed);

/** A row whose two budgets are one amount. */
export const same = (
  source: Source,
  label: string,
  amount: string | null,
  executed: string | null,
): Partial<FundRow> => ({ source, label, initialBudget: amount, annualBudget: amount, executed });
