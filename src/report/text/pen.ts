import type { ChalkInstance } from 'chalk';
import type { Language } from '../../messages/index.ts';
import { oneLine } from '../../messages/index.ts';
import { isUnverifiable, unreadParts } from '../run.ts';
import type { CheckedFile, CheckRun, ReportedFinding } from '../run.ts';
import { cutTo, displayWidth, padTo, wrapTo } from '../width.ts';
import { placeWords } from '../words.ts';

/** What every line of the report is written with. */
export interface Pen {
  readonly say: (code: string, data?: Readonly<Record<string, string | number>>) => string;
  readonly language: Language;
  readonly chalk: ChalkInstance;
  readonly width: number;
  readonly rules: CheckRun['rules'];
}

const labelWidth = 6;
/** Lines of a message that are shown; the whole of it stands in the JSON. */
const mostLines = 4;

/** The column that messages begin in, after their label. */
export function indentOf({ language }: Pen): number {
  return language === 'zh' ? labelWidth : labelWidth + 3;
}

/** A file's name with the number of its forms at the right. A name is not cut: its end tells one attachment from another. */
export function fileHead(
  { file, failure, forms }: CheckedFile,
  { say, chalk, width }: Pen,
): string[] {
  const count =
    failure === null ? say('report-forms', { count: forms.length }) : say('report-unreadable');
  const name = wrapTo(oneLine(file), width - displayWidth(count) - 2);
  const end = name.pop() ?? '';
  return [
    ...name.map((line) => chalk.bold(line)),
    `${chalk.bold(padTo(end, width - displayWidth(count)))}${count}`,
  ];
}

/** Why a file was not read, or not whole. */
export function unreadLines(checked: CheckedFile, pen: Pen): string[] {
  const { failure, document } = checked;
  if (failure !== null)
    return labelled(pen.chalk.red(pen.say('report-severity-error')), failure.message, pen);
  return document?.status === 'partial' ? partialLines(unreadParts(checked), pen) : [];
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

export function labelOf(finding: ReportedFinding, { chalk, say }: Pen): string {
  if (isUnverifiable(finding)) return chalk.magenta(say('report-unverifiable'));
  const words = say(`report-severity-${finding.severity}`);
  if (finding.severity === 'error') return chalk.red(words);
  return finding.severity === 'warning' ? chalk.yellow(words) : chalk.blue(words);
}

/** A message beside its label, wrapped under itself. */
export function labelled(label: string, words: string, pen: Pen): string[] {
  const { width } = pen;
  const indent = indentOf(pen);
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

/** Words at the right end of the last line, fewer of them where there is only room for these, or on a line of their own. */
export function withTail(
  lines: readonly string[],
  tail: string,
  { chalk, width }: Pen,
  shorter = '',
): string[] {
  const last = lines.at(-1) ?? '';
  const room = width - displayWidth(plain(last)) - 2;
  const words = [tail, shorter].find((one) => one !== '' && displayWidth(one) <= room);
  if (words === undefined)
    return [...lines, ' '.repeat(Math.max(0, width - displayWidth(tail))) + chalk.dim(tail)];
  const gap = ' '.repeat(room + 2 - displayWidth(words));
  return [...lines.slice(0, -1), `${last}${gap}${chalk.dim(words)}`];
}

/** A text without its colours. */
export function plain(text: string): string {
  return text.replace(/\u001b\[\d+m/gu, '');
}
