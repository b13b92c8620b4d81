import { Chalk } from 'chalk';
import { message } from '../../messages/index.ts';
import type { CheckedFile, CheckRun } from '../run.ts';
import { summarise } from '../summary.ts';
import { wrapTo } from '../width.ts';
import { summaryLines } from '../words.ts';
import { briefOf } from './brief.ts';
import { eachOf } from './each.ts';
import type { Pen } from './pen.ts';

/** How a report for people is drawn. */
export interface Drawing {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/**
 * The report for people: the errors of each file and what of it was not read, then the rest by rule, then what was and was not checked.
 * With `each`, every finding under its form, with its figures. With `quiet`, the errors alone.
 */
export function textReport(run: CheckRun, { colour, width }: Drawing): string {
  const { language } = run;
  const pen: Pen = {
    say: (code, data = {}) => message(code, data, language),
    language,
    chalk: new Chalk({ level: colour ? 1 : 0 }),
    width,
    rules: run.rules,
  };
  const parts =
    run.each === true
      ? run.files.filter(isWorthShowing).map((file) => eachOf(file, pen))
      : briefOf(run, pen);
  const blocks = run.quiet === true ? parts : [...parts, lastLines(run, parts.length === 0, pen)];
  return blocks.length === 0 ? '' : `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function isWorthShowing({ failure, document, forms }: CheckedFile): boolean {
  return (
    failure !== null ||
    document?.status === 'partial' ||
    forms.some(({ findings }) => findings.length > 0)
  );
}

function lastLines(
  run: CheckRun,
  nothing: boolean,
  { say, chalk, language, width }: Pen,
): string[] {
  const summary = summarise(run);
  const hidden = (summary.baseline?.hidden ?? 0) > 0;
  return [
    ...(nothing ? [chalk.green(say(hidden ? 'report-clean-rest' : 'report-clean'))] : []),
    ...summaryLines(summary, language).flatMap((line) => wrapTo(line, width)),
  ];
}
