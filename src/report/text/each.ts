import { oneLine } from '../../messages/index.ts';
import { byRule, placedFindings } from '../habits.ts';
import type { Placed } from '../habits.ts';
import { isUnverifiable } from '../run.ts';
import type { CheckedFile, CheckedForm, ReportedFinding } from '../run.ts';
import { cutTo, displayWidth, padTo } from '../width.ts';
import { placeWords, projectWords, repeatWords } from '../words.ts';
import { fileHead, indentOf, labelled, labelOf, unreadLines, withTail } from './pen.ts';
import type { Pen } from './pen.ts';

const figureWidth = 12;

/** A file form by form, each finding with its figures: printed beside expected, and where it stands. */
export function eachOf(checked: CheckedFile, pen: Pen): string[] {
  const { forms } = checked;
  const { chalk, say, width } = pen;
  const lines = [
    ...fileHead(checked, pen),
    chalk.dim('─'.repeat(width)),
    ...unreadLines(checked, pen),
  ];
  const found = forms.filter(({ findings }) => findings.length > 0);
  for (const form of found) lines.push(...formLines(checked, form, pen));
  const clean = forms.length - found.length;
  if (clean > 0 && found.length > 0)
    lines.push(chalk.dim(say('report-clean-forms', { count: clean })));
  return lines;
}

function formLines(checked: CheckedFile, form: CheckedForm, pen: Pen): string[] {
  const number = pen.say('report-form', { number: form.number });
  const name = cutTo(
    oneLine(projectWords(form, pen.language)),
    pen.width - displayWidth(number) - 2,
  );
  const lines = [`${pen.chalk.cyan(number)}  ${pen.chalk.bold(name)}`];
  for (const group of grouped({ ...checked, forms: [form] })) lines.push(...groupLines(group, pen));
  return lines;
}

/** Errors first; several mere remarks of one rule stand together. */
function grouped(file: CheckedFile): [Placed, ...Placed[]][] {
  return byRule(placedFindings([file])).flatMap((all) => {
    const [{ finding }] = all;
    return finding.severity === 'info' && !isUnverifiable(finding)
      ? [all]
      : all.map((one): [Placed] => [one]);
  });
}

function groupLines(group: readonly [Placed, ...Placed[]], pen: Pen): string[] {
  const [{ finding }] = group;
  const label = labelOf(finding, pen);
  if (group.length === 1) return withFigures(labelled(label, finding.message, pen), finding, pen);
  return withTail(labelled(label, repeatWords(group, pen), pen), finding.rule, pen);
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
  const indent = ' '.repeat(2 + indentOf(pen));
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
