import type { auditForms, AuditOptions } from '../../../src/audit/index.ts';
import type { Audit, Finding, PerformanceForm } from '../../../src/schema/index.ts';
import type { Evaluation, Sheet } from './types.ts';

export type AuditForms = typeof auditForms;
type Source = NonNullable<AuditOptions['sources']>[number];

const fundRoles = ['initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score'];
const indicatorRoles = ['level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score'];

/** Rows whose cell of a column is merged with the one above. */
function mergedRows({ structure }: Evaluation, column: 'weight' | 'score'): number[] {
  return structure.rows.flatMap(({ below }, index) => (below?.[column] === true ? [index] : []));
}

/** As a reader hands it on: what a merged cell prints stands in each of its rows, with the same place. */
function withMerged(sheet: Evaluation): { form: PerformanceForm; refs?: Source['refs'] } {
  const { form, structure } = sheet;
  if (!structure.tellsMerged || structure.rows.every(({ below }) => below === undefined))
    return { form };
  const indicators = structuredClone(form.indicators);
  const refs: Record<string, Finding['refs'][number]> = {};
  for (const column of ['weight', 'score'] as const) {
    const merged = mergedRows(sheet, column);
    indicators.forEach((own, index) => {
      const above = merged.includes(index) ? index - 1 : index;
      if (above !== index) own[column] = indicators[above]?.[column] ?? null;
      const place = { table: 1, row: above + 8, column: column === 'weight' ? 6 : 7 };
      if (own[column] !== null) refs[`/indicators/${index}/${column}`] = place;
    });
  }
  return { form: { ...form, indicators }, refs };
}

function read(sheet: Sheet): { form: PerformanceForm; source: Source } {
  if (sheet.kind === 'target') return { form: sheet.form, source: {} };
  const { form, refs } = withMerged(sheet);
  const columns = {
    funds: fundRoles,
    indicators: sheet.structure.hasReasons ? [...indicatorRoles, 'deviation'] : indicatorRoles,
  };
  // No heading of these forms says 执行率(%), and no cell prints its sign.
  const bareRates = sheet.form.funds.rows.map((_, index) => `/funds/rows/${index}/executionRate`);
  return { form, source: { columns, bareRates, ...(refs === undefined ? {} : { refs }) } };
}

/** The audits of a document's forms, with what a reader knows of their tables. */
export function auditSheets(
  audit: AuditForms,
  sheets: readonly Sheet[],
  lang: 'zh' | 'en' = 'zh',
): Audit[] {
  const all = sheets.map(read);
  return audit(
    all.map(({ form }) => form),
    { sources: all.map(({ source }) => source), lang },
  );
}
