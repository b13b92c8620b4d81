import { fileRecord, runRecord } from './records.ts';
import type { CheckRun } from './run.ts';
import { summarise } from './summary.ts';

/** One JSON object: the summary, then every file with its forms and their findings. */
export function jsonReport(run: CheckRun): string {
  return `${JSON.stringify(runRecord(run), null, 2)}\n`;
}

/** One JSON object a line: each finding with its file and form, each file after its findings, the summary last. */
export function ndjsonReport(run: CheckRun): string {
  const lines: object[] = [];
  for (const file of run.files) {
    const { forms, ...rest } = fileRecord(file);
    for (const { findings, ...form } of forms) {
      for (const finding of findings)
        lines.push({ type: 'finding', file: file.file, form, ...finding });
    }
    lines.push({ type: 'file', ...rest, forms: forms.length });
  }
  lines.push({
    type: 'summary',
    tool: { name: 'zxpj', version: run.version },
    failOn: run.failOn,
    ...summarise(run),
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
