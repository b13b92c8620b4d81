import type { Sheet, SheetCell } from '../../export/ooxml/workbook.ts';
import { summarise } from '../summary.ts';
import type { CheckRun } from '../run.ts';
import { isUnverifiable } from '../run.ts';
import { figure, headings, severityLooks, text, word } from './cells.ts';
import type { Word } from './cells.ts';

type Row = readonly (SheetCell | null)[];

/** 汇总: what a run comes to, then each rule that found something. */
export function summarySheet(run: CheckRun): Sheet {
  const { language } = run;
  const title: Row = [
    { value: word('title', language), kind: 'text', look: { bold: true, size: 16 } },
  ];
  const rules = ruleRows(run);
  const rows: Row[] = [
    title,
    [],
    ...totals(run),
    [],
    headings(
      ['rule', 'rule-title', 'errors', 'warnings', 'infos', 'unverifiable', 'forms-concerned'],
      language,
    ),
    ...rules,
  ];
  return { name: word('sheet-summary', language), widths: [30, 58, 10, 10, 10, 12, 12], rows };
}

function totals(run: CheckRun): Row[] {
  const { language } = run;
  const { files, failed, partial, passedOver, forms, findings, checks, baseline, unverifiable } =
    summarise(run);
  const withErrors = run.files
    .flatMap((file) => file.forms)
    .filter((form) => form.findings.some(({ severity }) => severity === 'error')).length;
  const remarks = unverifiable.reduce((sum, rule) => sum + rule.forms, 0);
  const line = (code: Word, count: number, level?: keyof typeof severityLooks): Row => [
    text(word(code, language), { bold: true }),
    figure(count, {
      align: 'left',
      ...(level !== undefined && count > 0 ? severityLooks[level] : {}),
    }),
  ];
  return [
    line('files', files),
    line('files-failed', failed, 'error'),
    line('files-partial', partial, 'warning'),
    ...(passedOver > 0 ? [line('files-passed-over', passedOver)] : []),
    line('forms', forms),
    line('forms-with-errors', withErrors, 'error'),
    line('errors', findings.error, 'error'),
    line('warnings', findings.warning, 'warning'),
    line('infos', findings.info, 'info'),
    line('unverifiable', remarks, 'unverifiable'),
    line('exact', checks.exact),
    line('within-rounding', checks.withinRounding),
    line('mismatch', checks.mismatch),
    line('not-verifiable', checks.unverifiable),
    ...(baseline === null ? [] : [line('hidden', baseline.hidden)]),
  ];
}

function ruleRows({ files, rules }: CheckRun): Row[] {
  const tallies = new Map<
    string,
    { error: number; warning: number; info: number; unverifiable: number; forms: number }
  >();
  for (const { findings } of files.flatMap((file) => file.forms)) {
    for (const finding of findings) {
      const tally = tallies.get(finding.rule) ?? {
        error: 0,
        warning: 0,
        info: 0,
        unverifiable: 0,
        forms: 0,
      };
      tally[isUnverifiable(finding) ? 'unverifiable' : finding.severity] += 1;
      tallies.set(finding.rule, tally);
    }
    for (const rule of new Set(findings.map((finding) => finding.rule))) {
      const tally = tallies.get(rule);
      if (tally !== undefined) tally.forms += 1;
    }
  }
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  return [...tallies]
    .sort(
      ([, one], [, other]) =>
        other.error - one.error || other.warning - one.warning || other.forms - one.forms,
    )
    .map(([rule, { error, warning, info, unverifiable, forms }]) => [
      text(rule),
      text(titles.get(rule) ?? ''),
      ...[error, warning, info, unverifiable, forms].map((count) =>
        figure(count === 0 ? null : count),
      ),
    ]);
}
