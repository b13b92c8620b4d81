import type { CheckedFile, CheckedForm, CheckRun } from '../run.ts';

/** One form, and the rows (from 1) that it has in the sheets. */
export interface PlacedForm {
  readonly file: CheckedFile;
  readonly checked: CheckedForm;
  readonly row: number;
  /** Of its first indicator and of its first fund row. */
  readonly indicators: number;
  readonly funds: number;
}

/** Where each form stands, the headings being the first row of each sheet. */
export function placeForms({ files }: CheckRun): PlacedForm[] {
  let row = 2;
  let indicators = 2;
  let funds = 2;
  return files.flatMap((file) =>
    file.forms.map((checked) => {
      const placed = { file, checked, row, indicators, funds };
      row += 1;
      indicators += checked.form.indicators.length;
      funds += checked.form.kind === 'target' ? 1 : checked.form.funds.rows.length;
      return placed;
    }),
  );
}
