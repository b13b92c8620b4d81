import { toldOf } from './habits.ts';
import type { Told } from './habits.ts';
import { lineOf } from './place.ts';
import { fails, isUnverifiable, unreadParts } from './run.ts';
import type { CheckedFile, CheckedForm, CheckRun, ReportedFinding } from './run.ts';
import { summarise } from './summary.ts';
import { projectWords, repeatWords, summaryLines } from './words.ts';

interface Case {
  readonly form: CheckedForm;
  readonly told: Told | null;
  readonly outcome: 'passed' | 'failure' | 'skipped';
}

/**
 * JUnit XML as CI servers read it: a suite a file, a case a finding, or what repeats; a form without findings is a case that passes. A finding below
 * `--fail-on` passes with its words, what could not be checked or read, is skipped, a file that could not be read is an error.
 */
export function junitReport(run: CheckRun): string {
  const suites = run.files.map((file) => suiteOf(file, run));
  const sum = (key: 'tests' | 'failures' | 'errors' | 'skipped'): number =>
    suites.reduce((total, suite) => total + suite[key], 0);
  const head = `<testsuites name="zxpj" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}" skipped="${sum('skipped')}">`;
  const words = summaryLines(summarise(run), run.language).join('\n');
  const last = `  <testsuite name="zxpj" tests="0" failures="0" errors="0" skipped="0">\n    <system-out>${xml(words)}</system-out>\n  </testsuite>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[head, ...suites.map(({ text }) => text), last, '</testsuites>'].join('\n')}\n`;
}

function suiteOf(
  file: CheckedFile,
  run: CheckRun,
): { text: string; tests: number; failures: number; errors: number; skipped: number } {
  const cases = casesOf(file, run);
  const count = (outcome: Case['outcome']): number =>
    cases.filter((one) => one.outcome === outcome).length;
  const errors = file.failure === null ? 0 : 1;
  const unread = unreadParts(file);
  const tests = cases.length + errors + unread.length;
  const counts = {
    tests,
    failures: count('failure'),
    errors,
    skipped: count('skipped') + unread.length,
  };
  const attributes = Object.entries(counts)
    .map(([key, value]) => `${key}="${value}"`)
    .join(' ');
  const failed =
    file.failure === null
      ? []
      : [
          `    <testcase name="${xml(file.failure.code)}" classname="${xml(file.file)}">\n      <error message="${xml(file.failure.message)}" type="${xml(file.failure.code)}"/>\n    </testcase>`,
        ];
  const lines = [
    `  <testsuite name="${xml(file.file)}" ${attributes}>`,
    ...failed,
    ...unread.map((part) => unreadText(part, file)),
    ...cases.map((one) => caseText(one, file, run)),
    '  </testsuite>',
  ];
  return { text: lines.join('\n'), ...counts };
}

function unreadText(
  { code, message }: ReturnType<typeof unreadParts>[number],
  { file }: CheckedFile,
): string {
  return `    <testcase name="${xml(code)}" classname="${xml(file)}">\n      <skipped message="${xml(message)}"/>\n    </testcase>`;
}

/** What was found, what repeats once; then a case that passes for each form in which nothing was. */
function casesOf(file: CheckedFile, run: CheckRun): Case[] {
  const found = toldOf(file).map((told): Case => ({
    form: told.form,
    told,
    outcome: outcomeOf(told.finding, run),
  }));
  const clean = file.forms.filter(({ findings }) => findings.length === 0);
  return [...found, ...clean.map((form): Case => ({ form, told: null, outcome: 'passed' }))];
}

function outcomeOf(finding: ReportedFinding, { failOn }: CheckRun): Case['outcome'] {
  if (fails(finding.severity, failOn)) return 'failure';
  return isUnverifiable(finding) ? 'skipped' : 'passed';
}

function caseText({ form, told, outcome }: Case, { file }: CheckedFile, run: CheckRun): string {
  const name = `${form.number} ${projectWords(form, run.language)}`;
  if (told === null) return `    <testcase name="${xml(name)}" classname="${xml(file)}"/>`;
  const { finding, all } = told;
  const line = lineOf(finding);
  const what = all.length === 1 ? `${name} ${finding.rule} ${finding.path}` : finding.rule;
  const open = `    <testcase name="${xml(what)}" classname="${xml(file)}"${line === undefined ? '' : ` file="${xml(file)}" line="${line}"`}>`;
  const words = xml(all.length === 1 ? finding.message : repeatWords(all, run));
  const inner = {
    failure: `<failure message="${words}" type="${finding.severity}">${words}</failure>`,
    skipped: `<skipped message="${words}"/>`,
    passed: `<system-out>${words}</system-out>`,
  }[outcome];
  return `${open}\n      ${inner}\n    </testcase>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/** Escaped for text and attributes; what XML 1.0 may not hold vanishes. */
function xml(text: string): string {
  return text
    .replace(/[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replace(/[&<>"\n\t\r]/gu, (character) => entities[character] ?? character);
}
