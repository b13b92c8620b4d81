import { createHash } from 'node:crypto';
import type { Severity } from '../model/index.ts';
import { printOf, toldOf } from './habits.ts';
import { lineOf } from './place.ts';
import { unreadParts } from './run.ts';
import type { CheckedFile, CheckRun } from './run.ts';
import { toldWords } from './words.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/**
 * GitLab's code quality report. It has no summary: what could not be checked stands in it as an entry of its own for each rule and form,
 * and a file that was not read as a blocker.
 */
export function gitlabReport(run: CheckRun): string {
  return `${JSON.stringify(
    run.files.flatMap((file) => entriesOf(file, run)),
    null,
    2,
  )}\n`;
}

function entriesOf(checked: CheckedFile, run: CheckRun): object[] {
  const { file, failure } = checked;
  if (failure !== null)
    return [entry(file, 'blocker', failure.code, failure.message, hash(file, failure.code), 1)];
  return [
    ...unreadParts(checked).map(({ code, message, refs }, index) =>
      entry(
        file,
        'minor',
        code,
        message,
        hash(file, code, message, String(index)),
        refs[0]?.line ?? 1,
      ),
    ),
    ...toldOf(checked).map((told) => {
      const { finding } = told;
      return entry(
        file,
        severities[finding.severity],
        finding.rule,
        toldWords(told, run),
        printOf(told),
        lineOf(finding) ?? 1,
      );
    }),
  ];
}

function entry(
  path: string,
  severity: string,
  check: string,
  description: string,
  fingerprint: string,
  begin: number,
): object {
  return {
    description,
    check_name: check,
    fingerprint,
    severity,
    location: { path, lines: { begin } },
  };
}

function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
