import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvCell, csvReport } from '../../src/report/csv.ts';
import { githubReport } from '../../src/report/github.ts';
import { gitlabReport } from '../../src/report/gitlab.ts';
import { jsonReport, ndjsonReport } from '../../src/report/json-report.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { reporters } from '../../src/report/reporters.ts';
import { fileWith, fullRun, hostile, rateFinding, runWith } from '../support/check-run.ts';

const hostileRun = runWith([
  fileWith([{ ...rateFinding, message: hostile, printed: hostile, hint: hostile }], {
    file: 'a,b:c.txt',
    project: { name: hostile, code: null },
    department: hostile,
  }),
]);

/** A report as one text; of a workbook, the text of its parts. */
function wholeText(report: string | Iterable<string | Uint8Array>): string {
  if (typeof report === 'string') return report;
  const pieces = [...report];
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  return `${Object.values(unzipSync(Buffer.concat(pieces as Uint8Array[])))
    .map((part) => strFromU8(part))
    .join('')}\n`;
}

describe('every reporter', () => {
  it.each(Object.keys(reporters) as (keyof typeof reporters)[])(
    '%s names the error, the rule that could not be checked, the file not read and the one read in part',
    async (id) => {
      const text = wholeText((await reporters[id]())(fullRun(), { colour: false, width: 80 }));
      for (const piece of [
        'execution-rate',
        '69.00',
        'weight-sum',
        '文件是空的',
        '没有归入任何字段',
      ])
        expect(text).toContain(piece);
      expect(text.endsWith('\n')).toBe(true);
    },
  );

  it.each(Object.keys(reporters) as (keyof typeof reporters)[])(
    '%s does not change the run that it reports',
    async (id) => {
      const run = fullRun();
      const before = JSON.stringify(run);
      wholeText((await reporters[id]())(run, { colour: false, width: 80 }));
      expect(JSON.stringify(run)).toBe(before);
    },
  );
});

describe('json', () => {
  it('has the summary, and every file with its findings', () => {
    expect(JSON.parse(jsonReport(fullRun({ passedOver: 2 })))).toMatchObject({
      tool: { name: 'zxpj', version: '1.2.3' },
      summary: {
        files: 3,
        failed: 1,
        partial: 1,
        passedOver: 2,
        forms: 2,
        findings: { error: 1, warning: 0, info: 0 },
        unverifiable: [{ rule: 'weight-sum', forms: 1 }],
      },
      files: [
        {
          file: 'in/report.txt',
          status: 'ok',
          forms: [
            {
              number: 1,
              project: { name: '示例项目' },
              findings: [{ ...rateFinding }, { rule: 'weight-sum' }],
            },
          ],
        },
        { status: 'partial', diagnostics: [{ code: 'text-unplaced' }] },
        { file: 'in/空.pdf', status: 'failed', failure: { code: 'empty-file' }, forms: [] },
      ],
    });
  });

  it('in lines: findings, then their file, the summary last', () => {
    const lines = ndjsonReport(fullRun())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; file?: string });
    expect(lines.map(({ type, file }) => `${type} ${file ?? ''}`.trim())).toEqual([
      'finding in/report.txt',
      'finding in/report.txt',
      'file in/report.txt',
      'file in/partial.txt',
      'file in/空.pdf',
      'summary',
    ]);
    expect(lines[0]).toMatchObject({ ...rateFinding, form: { number: 1 } });
  });
});

describe('github', () => {
  it('is one command a line, whatever the texts are', () => {
    const lines = githubReport(hostileRun).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=a%2Cb%3Ac\.txt,line=10,title=execution-rate::/u);
    expect(lines[0]).toContain('%0A::error::x');
    expect(lines[0]).toContain('%250A');
    expect(lines[1]).toMatch(/^::notice title=zxpj::文件 1 个/u);
  });
});

describe('gitlab', () => {
  it('has what GitLab asks for, each fingerprint once', () => {
    const entries = JSON.parse(gitlabReport(fullRun())) as { fingerprint: string }[];
    expect(entries[0]).toEqual({
      description: `示例项目：${rateFinding.message}`,
      check_name: 'execution-rate',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/u) as string,
      severity: 'major',
      location: { path: 'in/report.txt', lines: { begin: 10 } },
    });
    expect(entries.map((entry) => 'severity' in entry && entry.severity)).toEqual([
      'major',
      'info',
      'minor',
      'blocker',
    ]);
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  });
});

describe('markdown', () => {
  it('keeps a text in its cell, and text', () => {
    const rows = markdownReport(hostileRun)
      .split('\n')
      .filter((line) => line.includes('execution-rate'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.replace(/\\\|/gu, '').split('|')).toHaveLength(9);
    expect(rows[0]).not.toMatch(/<script|[^\\]`\\|@all/u);
  });
});

describe('csv', () => {
  it('begins with a BOM and the headings, ends each line with CRLF', () => {
    const text = csvReport(fullRun());
    expect(text.startsWith('\uFEFF文件,表序号,项目名称,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it.each([
    ['=1+1', "'=1+1"],
    [' =1+1', "' =1+1"],
    ['+86', "'+86"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-cmd', "'-cmd"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['-5.20', '-5.20'],
    ['98.20', '98.20'],
    ['a,"b"', '"a,""b"""'],
    ['', ''],
  ])('%j becomes %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});
