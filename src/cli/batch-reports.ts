import { relative, resolve } from 'node:path';
import { InputError } from '../model/index.ts';
import { fails } from '../report/run.ts';
import type { CheckedFile, FailOn } from '../report/index.ts';
import type { BatchResult } from '../files/batch/index.ts';
import type { Language } from '../messages/index.ts';
import type { AuditConfig } from '../schema/index.ts';
import { reportsOf, writeReports } from './reports.ts';
import type { Wanted } from './reports.ts';
import { ruleInfos } from './rules.ts';
import { withTranslations } from './translations.ts';

/**
 * The reports that a batch shall write beside its tables, each to a file, since stdout carries the summary.
 *
 * @throws InputError for an unknown reporter, and for one without a file
 */
export function batchReportsOf(values: readonly string[]): Wanted[] {
  const wanted = values.flatMap((value) => reportsOf([value]));
  for (const { id, file } of wanted)
    if (file === undefined) throw new InputError('usage-report-file', { id });
  return wanted;
}

/**
 * Holds before anything is read that no report will stand among the files to read: the next run would read it, or this one overwrite a submission.
 *
 * @throws InputError `batch-report-among-inputs`
 */
export function holdApart(wanted: readonly Wanted[], files: readonly string[], out: string): void {
  const inputs = new Set(
    files.filter((file) => relative(out, file).startsWith('..')).map((file) => resolve(file)),
  );
  for (const { file } of wanted)
    if (file !== undefined && inputs.has(resolve(file)))
      throw new InputError('batch-report-among-inputs', { file, folder: out });
}

interface Told {
  readonly version: string;
  readonly language: Language;
  readonly audit: AuditConfig;
  readonly failOn: FailOn;
  readonly passedOver: number;
}

/** Writes them from the JSON in the folder. Unlike the tables, a report holds all its files in memory. */
export async function writeBatchReports(
  result: BatchResult,
  wanted: readonly Wanted[],
  { audit, ...told }: Told,
): Promise<void> {
  if (wanted.length === 0) return;
  const { results } = await import('../files/batch/index.ts');
  const asPage = wanted.some(({ id }) => id === 'html');
  const files: CheckedFile[] = [];
  for await (const file of results(result.folder, result.outcomes))
    files.push(asPage ? await withTranslations(file, audit, told.language) : file);
  const rules = await ruleInfos(
    told.language,
    audit,
    wanted.some(({ id }) => id === 'sarif'),
  );
  await writeReports({ ...told, rules, files, baseline: null }, wanted, files);
}

/** 1 where a file was not read whole, or a finding fails the run. */
export function batchExitCode({ outcomes }: BatchResult, failOn: FailOn): number {
  const bad = outcomes.some(
    ({ status, findings }) =>
      status !== 'ok' ||
      (['error', 'warning', 'info'] as const).some(
        (severity) => findings[severity] > 0 && fails(severity, failOn),
      ),
  );
  return bad ? 1 : 0;
}
