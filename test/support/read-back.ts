import { exporters } from '../../src/export/index.ts';
import type { ExportFormat } from '../../src/export/index.ts';
import { parseDocument } from '../../src/pipeline/index.ts';
import type { PerformanceForm } from '../../src/schema/index.ts';

/** A form without what depends on the file that it stood in: its places, and labels in that file's own words. */
export function bare(form: PerformanceForm): unknown {
  return { ...form, refs: undefined, audit: undefined, labels: undefined };
}

/** The forms of an export, read by zxpj's own readers. */
export async function readBack(
  forms: readonly PerformanceForm[],
  format: ExportFormat,
): Promise<PerformanceForm[]> {
  const bytes = Buffer.concat([...exporters[format](forms)].map((piece) => Buffer.from(piece)));
  return (await parseDocument(bytes, { audit: false })).forms;
}
