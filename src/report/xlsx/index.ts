import { workbook } from '../../export/ooxml/workbook.ts';
import type { CheckRun } from '../run.ts';
import { findingsSheet } from './findings-sheet.ts';
import { formsSheet, fundsSheet, indicatorsSheet } from './form-sheets.ts';
import { placeForms } from './rows.ts';
import { summarySheet } from './summary-sheet.ts';

/** A run as an Excel workbook: what it comes to, the findings, the forms, their indicators and funds. */
export function xlsxReport(run: CheckRun): Generator<Uint8Array> {
  const forms = placeForms(run);
  const { language } = run;
  return workbook([
    summarySheet(run),
    findingsSheet(run, forms),
    formsSheet(forms, language),
    indicatorsSheet(forms, language),
    fundsSheet(forms, language),
  ]);
}
