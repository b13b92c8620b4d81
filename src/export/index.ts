import type { PerformanceForm } from '../schema/index.ts';
import { layoutForm } from './layout.ts';
import { markdownDocument } from './markdown.ts';
import { wordDocument } from './ooxml/document.ts';
import { formsWorkbook } from './workbook.ts';

/** The formats that forms are written in, each for the forms of a document, in pieces. */
export const exporters = {
  docx: (forms: readonly PerformanceForm[]): Iterable<string | Uint8Array> => wordDocument(forms.map(layoutForm)),
  xlsx: (forms: readonly PerformanceForm[]): Iterable<string | Uint8Array> => formsWorkbook(forms.map(layoutForm)),
  markdown: (forms: readonly PerformanceForm[]): Iterable<string | Uint8Array> => markdownDocument(forms.map(layoutForm)),
} as const;

export type ExportFormat = keyof typeof exporters;
