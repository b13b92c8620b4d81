import type { PerformanceForm } from '../schema/index.ts';
import type { ExportFormat } from './formats.ts';
import { layoutForm } from './layout.ts';
import { markdownDocument } from './markdown.ts';
import { wordDocument } from './ooxml/document.ts';
import { formsWorkbook } from './workbook.ts';

export type { ExportFormat } from './formats.ts';

/** Writes the forms of a document in a format, in pieces. */
export const exporters: Readonly<
  Record<ExportFormat, (forms: readonly PerformanceForm[]) => Iterable<string | Uint8Array>>
> = {
  docx: (forms) => wordDocument(forms.map(layoutForm)),
  xlsx: (forms) => formsWorkbook(forms.map(layoutForm)),
  markdown: (forms) => markdownDocument(forms.map(layoutForm)),
};
