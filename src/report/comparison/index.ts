/** What differs between two documents: as text, JSON, a page or a workbook. */
import { workbook } from '../../export/ooxml/workbook.ts';
import { message, oneLine } from '../../messages/index.ts';
import { escapeMarkup } from '../../model/index.ts';
import type { Drawing } from '../text/index.ts';
import { text, severityLooks } from '../xlsx/cells.ts';
import { displayWidth, wrapTo } from '../width.ts';
import { changeRows } from './rows.ts';
import type { ChangeRow, ComparedFiles } from './rows.ts';

export type { ComparedFiles } from './rows.ts';

const columns = [
  'project',
  'severity',
  'message',
  'before',
  'after',
  'place-before',
  'place-after',
];

function cellsOf(row: ChangeRow, { language }: ComparedFiles): string[] {
  const severity = message(`report-severity-${row.severity}`, {}, language);
  const { project, words, before, after, placeBefore, placeAfter } = row;
  return [project, severity, words, before, after, placeBefore, placeAfter];
}

function headings({ language }: ComparedFiles): string[] {
  return columns.map((column) => message(`compare-column-${column}`, {}, language));
}

/** By project, what differs, warnings first; then how many forms were paired and how many differ. */
export function comparisonText(files: ComparedFiles, { width }: Drawing): string {
  const { language, comparison } = files;
  const byProject = new Map<string, ChangeRow[]>();
  for (const row of changeRows(files))
    byProject.set(row.project, [...(byProject.get(row.project) ?? []), row]);
  const blocks = [...byProject].map(([project, rows]) => {
    const sorted = [...rows].sort((a, b) => rank(a) - rank(b));
    return [oneLine(project), ...sorted.flatMap((row) => lineOf(row, files, width))].join('\n');
  });
  const { pairs, dropped, added } = comparison;
  const counts = {
    pairs: pairs.length,
    changed: pairs.filter(({ changes }) => changes.length > 0).length,
    dropped: dropped.length,
    added: added.length,
  };
  return `${[...blocks, message('compare-summary', counts, language)].join('\n\n')}\n`;
}

function rank({ severity }: ChangeRow): number {
  return severity === 'warning' ? 0 : 1;
}

function lineOf(row: ChangeRow, { language }: ComparedFiles, width: number): string[] {
  const label = message(`report-severity-${row.severity}`, {}, language);
  const places = [row.placeBefore, row.placeAfter].filter((place) => place !== '').join(' → ');
  const words = `${row.words}${places === '' ? '' : `  ${places}`}`;
  const indent = displayWidth(label) + 4;
  return wrapTo(oneLine(words), width - indent).map((line, index) =>
    index === 0 ? `  ${label}  ${line}` : `${' '.repeat(indent)}${line}`,
  );
}

/** The pairs with their changes, each with JSON Pointers into both forms, and the forms that have no other. */
export function comparisonJson({ before, after, comparison, language }: ComparedFiles): string {
  const { pairs, dropped, added } = comparison;
  const named = ({ number, form }: (typeof dropped)[number]) => ({
    number,
    name: form.project.name,
    code: form.project.code,
    year: form.year,
    kind: form.kind,
  });
  const result = {
    before,
    after,
    pairs: pairs.map((pair) => ({
      before: named(pair.before),
      after: named(pair.after),
      by: pair.by,
      changes: pair.changes.map((change) => ({ ...change, message: change.message[language] })),
    })),
    dropped: dropped.map(named),
    added: added.map(named),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** A workbook with a row a difference. */
export function comparisonXlsx(files: ComparedFiles): Generator<Uint8Array> {
  const head = headings(files).map((words) => text(words, { bold: true, fill: 'E7F0F7' }));
  const rows = changeRows(files).map((row) =>
    cellsOf(row, files).map((cell, index) =>
      text(cell, index === 1 ? severityLooks[row.severity] : {}),
    ),
  );
  const name = message('compare-title', {}, files.language);
  const widths = [28, 10, 56, 24, 24, 16, 16];
  return workbook([{ name, widths, frozen: 1, filter: true, rows: [head, ...rows] }]);
}

/** A page by itself, without script. */
export function comparisonHtml(files: ComparedFiles): string {
  const title = escapeMarkup(message('compare-title', {}, files.language));
  const row = (tag: string, cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join('')}</tr>`;
  const rows = changeRows(files).map((one) => row('td', cellsOf(one, files)));
  const lang = files.language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:15px/1.6 system-ui,sans-serif;margin:2em}table{border-collapse:collapse}
td,th{border:1px solid #bbb;padding:.3em .6em;text-align:left;vertical-align:top}th{background:#e7f0f7}</style></head>
<body><h1>${title}</h1><p>${escapeMarkup(files.before)} → ${escapeMarkup(files.after)}</p>
<table><thead>${row('th', headings(files))}</thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>
`;
}

/** Whether anything is worth a warning: a target that asks for less, an indicator or a form that is gone. */
export function hasWarnings(files: ComparedFiles): boolean {
  return changeRows(files).some(({ severity }) => severity === 'warning');
}
