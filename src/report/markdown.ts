import { message, oneLine } from '../messages/index.ts';
import { toldOf } from './habits.ts';
import type { Told } from './habits.ts';
import { isUnverifiable, unreadParts } from './run.ts';
import type { CheckedFile, CheckRun } from './run.ts';
import { summarise } from './summary.ts';
import { placeWords, projectWords, repeatWords, summaryLines } from './words.ts';

/** A comment for a merge request, or a job's summary: the counts, then a table a file. */
export function markdownReport(run: CheckRun): string {
  const { language } = run;
  const summary = summaryLines(summarise(run), language)
    .map((line) => `- ${escape(line)}`)
    .join('\n');
  const parts = [
    `## ${message('report-title', {}, language)}`,
    summary,
    ...run.files.flatMap((file) => filePart(file, run)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function filePart(checked: CheckedFile, run: CheckRun): string[] {
  const { file, failure } = checked;
  const rows = toldOf(checked).map((told) => rowOf(told, run));
  const told =
    failure === null ? unreadParts(checked).map((one) => one.message) : [failure.message];
  if (rows.length === 0 && told.length === 0) return [];
  const columns = ['severity', 'form', 'message', 'printed', 'expected', 'place', 'rule'] as const;
  const table =
    rows.length === 0
      ? []
      : [
          [
            row(columns.map((column) => message(`report-column-${column}`, {}, run.language))),
            row(columns.map(() => '---')),
            ...rows,
          ].join('\n'),
        ];
  return [`### ${escape(file)}`, ...told.map((words) => `> ${escape(words)}`), ...table];
}

function rowOf({ form, finding, all }: Told, run: CheckRun): string {
  const { language } = run;
  const severity = message(
    isUnverifiable(finding) ? 'report-unverifiable' : `report-severity-${finding.severity}`,
    {},
    language,
  );
  const single = [
    `${form.number} ${projectWords(form, language)}`,
    finding.message,
    finding.printed ?? '',
    finding.expected ?? '',
    placeWords(finding.refs[0], language),
  ];
  const cells = all.length === 1 ? single : ['', repeatWords(all, run), '', '', ''];
  return row([...[severity, ...cells].map(escape), `\`${finding.rule}\``]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text that stays text in a table: no markup, no link, no mention. */
function escape(text: string): string {
  return oneLine(text)
    .replace(
      /[&<>]/gu,
      (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
    )
    .replace(/[\\`*_[\]|~#!]/gu, (character) => `\\${character}`)
    .replaceAll('@', '&#64;')
    .replace(/:\/\//gu, '&#58;//');
}
