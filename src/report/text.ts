import { Chalk } from 'chalk';
import type { ChalkInstance } from 'chalk';
import { message, oneLine } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { isUnverifiable, unreadParts } from './run.ts';
import type { CheckedFile, CheckedForm, CheckRun, ReportedFinding } from './run.ts';
import { summarise } from './summary.ts';
import { cutTo, displayWidth, padTo, wrapTo } from './width.ts';
import { placeWords, projectWords, summaryLines } from './words.ts';

/** How a report for people is drawn. */
export interface Drawing {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

interface Pen {
  readonly say: (code: string, data?: Readonly<Record<string, string | number>>) => string;
  readonly language: Language;
  readonly chalk: ChalkInstance;
  readonly width: number;
  readonly titles: ReadonlyMap<string, string>;
}

const labelWidth = 6;
const figureWidth = 12;
/** Lines of a message that are shown; the whole of it stands in the JSON. */
const mostLines = 4;
const mostPlaces = 12;

/** The report for people: by file and form, printed beside expected, where it stands, and what could not be checked. */
export function textReport(run: CheckRun, { colour, width }: Drawing): string {
  const { language } = run;
  const pen: Pen = {
    say: (code, data = {}) => message(code, data, language),
    language,
    chalk: new Chalk({ level: colour ? 1 : 0 }),
    width,
    titles: new Map(run.rules.map(({ id, title }) => [id, title])),
  };
  const files = run.files.filter(isWorthShowing).map((file) => fileLines(file, pen).join('\n'));
  const summary = summarise(run);
  const clean =
    files.length === 0
      ? [
          pen.chalk.green(
            pen.say((summary.baseline?.hidden ?? 0) > 0 ? 'report-clean-rest' : 'report-clean'),
          ),
        ]
      : [];
  const last = [
    ...clean,
    ...summaryLines(summary, language).flatMap((line) => wrapTo(line, width)),
  ];
  return `${[...files, last.join('\n')].join('\n\n')}\n`;
}

function isWorthShowing({ failure, document, forms }: CheckedFile): boolean {
  return (
    failure !== null ||
    document?.status === 'partial' ||
    forms.some(({ findings }) => findings.length > 0)
  );
}

function fileLines(checked: CheckedFile, pen: Pen): string[] {
  const { file, failure, document, forms } = checked;
  const { chalk, say, width } = pen;
  const count =
    failure === null ? say('report-forms', { count: forms.length }) : say('report-unreadable');
  // A name is not cut: its end tells one attachment from another.
  const name = wrapTo(oneLine(file), width - displayWidth(count) - 2);
  const end = name.pop() ?? '';
  const lines = [
    ...name.map((line) => chalk.bold(line)),
    `${chalk.bold(padTo(end, width - displayWidth(count)))}${count}`,
    chalk.dim('─'.repeat(width)),
  ];
  if (failure !== null)
    lines.push(...labelled(chalk.red(say('report-severity-error')), failure.message, pen));
  else if (document?.status === 'partial') lines.push(...partialLines(unreadParts(checked), pen));
  const found = forms.filter(({ findings }) => findings.length > 0);
  for (const form of found) lines.push(...formLines(form, pen));
  const clean = forms.length - found.length;
  if (clean > 0 && found.length > 0)
    lines.push(chalk.dim(say('report-clean-forms', { count: clean })));
  return lines;
}

/** What of a file was not read, so that nobody takes it for checked. */
function partialLines(serious: ReturnType<typeof unreadParts>, pen: Pen): string[] {
  const [colon, stop, space] = pen.language === 'zh' ? ['：', '。', ''] : [': ', '. ', ' '];
  const words = serious.slice(0, 3).map(({ message: told, refs }) => {
    const place = placeWords(refs[0], pen.language);
    return place === '' ? told : `${place}${colon}${told}`;
  });
  const more =
    serious.length > 3 ? [pen.say('more-diagnostics', { count: serious.length - 3 })] : [];
  const all = [...words, ...more].join(space);
  return labelled(
    pen.chalk.yellow(pen.say('report-severity-warning')),
    all === '' ? pen.say('report-partial') : `${pen.say('report-partial')}${stop}${all}`,
    pen,
  );
}

function formLines(form: CheckedForm, pen: Pen): string[] {
  const number = pen.say('report-form', { number: form.number });
  const name = cutTo(
    oneLine(projectWords(form, pen.language)),
    pen.width - displayWidth(number) - 2,
  );
  const lines = [`${pen.chalk.cyan(number)}  ${pen.chalk.bold(name)}`];
  for (const group of grouped(form.findings)) lines.push(...groupLines(group, pen));
  return lines;
}

const order = ['error', 'warning', 'info'];

/** Errors first; several mere remarks of one rule stand together. */
function grouped(findings: readonly ReportedFinding[]): ReportedFinding[][] {
  const groups: ReportedFinding[][] = [];
  for (const severity of order) {
    for (const finding of findings.filter((one) => one.severity === severity)) {
      const known =
        severity !== 'info' || isUnverifiable(finding)
          ? undefined
          : groups.find(
              ([first]) =>
                first?.severity === 'info' && first.rule === finding.rule && !isUnverifiable(first),
            );
      if (known === undefined) groups.push([finding]);
      else known.push(finding);
    }
  }
  return groups;
}

function groupLines(group: readonly ReportedFinding[], pen: Pen): string[] {
  const [finding] = group;
  if (finding === undefined) return [];
  const label = labelOf(finding, pen);
  if (group.length === 1) return withFigures(labelled(label, finding.message, pen), finding, pen);
  const all = [...new Set(group.flatMap(({ refs }) => shortPlace(refs[0], pen.language)))];
  const shown = all.slice(0, mostPlaces).join(pen.language === 'zh' ? '、' : ', ');
  const places = all.length > mostPlaces ? pen.say('report-many-more', { places: shown }) : shown;
  const title = pen.titles.get(finding.rule) ?? finding.rule;
  return withTail(
    labelled(label, pen.say('report-many', { title, count: group.length, places }), pen),
    finding.rule,
    pen,
  );
}

function shortPlace(
  ref: ReportedFinding['refs'][number] | undefined,
  language: Language,
): string[] {
  if (ref === undefined) return [];
  return [ref.line === undefined ? placeWords(ref, language) : String(ref.line)];
}

function labelOf(finding: ReportedFinding, { chalk, say }: Pen): string {
  if (isUnverifiable(finding)) return chalk.magenta(say('report-unverifiable'));
  const words = say(`report-severity-${finding.severity}`);
  if (finding.severity === 'error') return chalk.red(words);
  return finding.severity === 'warning' ? chalk.yellow(words) : chalk.blue(words);
}

/** A message beside its label, wrapped under itself. */
function labelled(label: string, words: string, { width, language }: Pen): string[] {
  const indent = language === 'zh' ? labelWidth : labelWidth + 3;
  const all = wrapTo(oneLine(words), width - 2 - indent);
  const shown =
    all.length > mostLines
      ? [...all.slice(0, mostLines - 1), cutTo(`${all[mostLines - 1] ?? ''}……`, width - 2 - indent)]
      : all;
  return shown.map((line, index) =>
    index === 0
      ? `  ${label}${' '.repeat(Math.max(1, indent - displayWidth(plain(label))))}${line}`
      : `  ${' '.repeat(indent)}${line}`,
  );
}

/** Printed, expected and the range that is allowed in columns of their own, then the place and the rule at the right. */
function withFigures(
  lines: string[],
  { printed, expected, range, refs, rule }: ReportedFinding,
  pen: Pen,
): string[] {
  const { say, language } = pen;
  const tail = [placeWords(refs[0], language), rule].filter((part) => part !== '').join('  ');
  // A range of one figure says no more than the figure.
  const wide = range !== null && range[0] !== range[1];
  const figures = [
    printed === null ? '' : say('report-printed', { value: printed }),
    expected === null ? '' : say('report-expected', { value: expected }),
    wide ? say('report-range', { from: range[0], to: range[1] }) : '',
  ].filter((part) => part !== '');
  if (figures.length === 0) return withTail(lines, tail, pen);
  const indent = ' '.repeat(2 + (language === 'zh' ? labelWidth : labelWidth + 3));
  const room = pen.width - indent.length;
  const row = figures
    .map((part) => padTo(part, figureWidth))
    .join('  ')
    .trimEnd();
  const rows = displayWidth(row) <= room ? [row] : figures.map((part) => cutTo(part, room));
  return [
    ...lines,
    ...withTail(
      rows.map((part) => indent + part),
      tail,
      pen,
    ),
  ];
}

/** Words at the right end of the last line, or of a line of their own where there is no room. */
function withTail(lines: readonly string[], tail: string, { chalk, width }: Pen): string[] {
  const last = lines.at(-1) ?? '';
  const gap = width - displayWidth(plain(last)) - displayWidth(tail);
  if (gap >= 2) return [...lines.slice(0, -1), `${last}${' '.repeat(gap)}${chalk.dim(tail)}`];
  return [...lines, ' '.repeat(Math.max(0, width - displayWidth(tail))) + chalk.dim(tail)];
}

function plain(text: string): string {
  return text.replace(/\u001b\[\d+m/gu, '');
}
