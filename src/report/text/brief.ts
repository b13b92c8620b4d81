import { oneLine } from '../../messages/index.ts';
import type { Severity } from '../../model/index.ts';
import { byRule, isHabit, placedFindings, toldOf } from '../habits.ts';
import type { Placed } from '../habits.ts';
import { isUnverifiable, severities } from '../run.ts';
import type { CheckedFile, CheckRun } from '../run.ts';
import { lastPart, mostPlaces, placeWords, projectWords, repeatWords } from '../words.ts';
import { cutTo, displayWidth, padTo } from '../width.ts';
import { fileHead, labelled, labelOf, plain, unreadLines, withTail } from './pen.ts';
import type { Pen } from './pen.ts';

type Group = readonly [Placed, ...Placed[]];

/** The errors file by file, then a table of the rest by rule: of remarks only their numbers, unless they are asked for. */
export function briefOf(run: CheckRun, pen: Pen): string[][] {
  const files = run.files.flatMap((file) => {
    const unread = file.failure === null ? unreadLines(file, pen) : [];
    const lines = [...unread, ...errorLines(file, pen)];
    return lines.length === 0 ? [] : [...fileHead(file, pen), ...lines];
  });
  const rest = run.quiet === true ? [] : restLines(run, pen);
  return [failureLines(run, pen), files, rest].filter((lines) => lines.length > 0);
}

/** The files that were not read, by cause: each named, since nothing of them was checked. */
function failureLines({ files }: CheckRun, pen: Pen): string[] {
  const causes = new Map<string, CheckedFile[]>();
  for (const file of files) {
    if (file.failure === null) continue;
    const known = causes.get(file.failure.message);
    if (known === undefined) causes.set(file.failure.message, [file]);
    else known.push(file);
  }
  return [...causes.values()].flatMap((same) => [
    ...same.flatMap((file) => fileHead(file, pen)),
    ...same.slice(0, 1).flatMap((file) => unreadLines(file, pen)),
  ]);
}

function errorLines(file: CheckedFile, pen: Pen): string[] {
  return toldOf(file)
    .filter(({ finding }) => finding.severity === 'error')
    .flatMap(({ all }) => groupLines(all, false, pen));
}

/** What is no error, by rule over all files; the rules that could not be checked stand in the summary. */
function restLines(run: CheckRun, pen: Pen): string[] {
  const level = run.level ?? 'warning';
  const groups = byRule(placedFindings(run.files)).filter(
    ([{ finding }]) => finding.severity !== 'error' && !isUnverifiable(finding),
  );
  const shown = groups.filter(([{ finding }]) => isShown(finding.severity, level));
  const several = run.files.length > 1;
  const few = shown.flat().length <= fewFindings;
  const lines = few
    ? shown.flatMap((group) => fewLines(group, several, pen))
    : shown.map((group) => ruleLine(group, several, pen));
  const counted = groups.filter((group) => !shown.includes(group));
  const bySeverity = severities.map((severity) =>
    counted.filter(([{ finding }]) => finding.severity === severity),
  );
  return [...lines, ...bySeverity.flatMap((some) => countLines(some, pen))];
}

/** So few findings are shown in their own words; more of them as a table, a line a rule. */
const fewFindings = 5;

function fewLines(group: Group, withFile: boolean, pen: Pen): string[] {
  return isHabit(group)
    ? groupLines(group, withFile, pen)
    : group.flatMap((one) => groupLines([one], withFile, pen));
}

/** A rule's line: how often it was found, and of the places as many as there is room for. */
function ruleLine(group: Group, withFile: boolean, pen: Pen): string {
  const [{ finding }] = group;
  const label = `  ${labelOf(finding, pen)}  `;
  const room = pen.width - displayWidth(plain(label)) - displayWidth(finding.rule) - 2;
  const counts = Array.from({ length: mostPlaces + 1 }, (_, index) => mostPlaces - index);
  const all = counts.map((count) => repeatWords(group, pen, withFile, count));
  const words = all.find((one) => displayWidth(one) <= room) ?? cutTo(all.at(-1) ?? '', room);
  return `${label}${padTo(words, room)}  ${pen.chalk.dim(finding.rule)}`;
}

function isShown(severity: Severity, level: Severity): boolean {
  return level === 'info' || (level === 'warning' && severity === 'warning');
}

/** Findings of one severity that are not shown, in a line: how many of which rule, the most frequent first and as many as there is room for. */
function countLines(groups: readonly Group[], pen: Pen): string[] {
  const [first] = groups;
  if (first === undefined) return [];
  const { language, say, width } = pen;
  const label = `  ${labelOf(first[0].finding, pen)}  `;
  const room = width - displayWidth(plain(label));
  const all = [...groups]
    .sort((one, other) => other.length - one.length)
    .map(([{ finding }, ...more]) => `${finding.rule} ${1 + more.length}`);
  const words = all.map((_, index) => {
    const shown = all.slice(0, all.length - index).join(language === 'zh' ? '、' : ', ');
    const rules = index === 0 ? shown : `${shown}${language === 'zh' ? ' 等' : ' …'}`;
    return `${rules}${say('report-not-listed')}`;
  });
  const fitting = words.find((one) => displayWidth(one) <= room) ?? words.at(-1) ?? '';
  return [`${label}${fitting}`];
}

/** One finding with its form, or many of a rule with their places; the place and the rule at the right. */
function groupLines(group: Group, withFile: boolean, pen: Pen): string[] {
  const [{ file, form, finding }] = group;
  const label = labelOf(finding, pen);
  if (group.length > 1)
    return withTail(labelled(label, repeatWords(group, pen, withFile), pen), finding.rule, pen);
  const { say, language } = pen;
  const [colon, space] = language === 'zh' ? ['：', ' '] : [': ', ' '];
  const whose = [
    withFile ? oneLine(lastPart(file)) : '',
    say('report-form', { number: form.number }),
    oneLine(projectWords(form, language)),
  ];
  const words = `${whose.filter((part) => part !== '').join(space)}${colon}${finding.message}`;
  const place = placeWords(finding.refs[0], language);
  const tail = [place, finding.rule].filter((part) => part !== '').join('  ');
  // Where there is no room for the rule, the place matters more.
  return withTail(labelled(label, words, pen), tail, pen, place);
}
