import { describe, expect, it } from 'vitest';
import { printOf, toldOf } from '../../src/report/habits.ts';
import { jsonReport } from '../../src/report/json-report.ts';
import { reporters } from '../../src/report/reporters.ts';
import { fileWith, rateFinding, runWith } from '../support/check-run.ts';

const plain = { colour: false, width: 100 };
const repeated = (severity: 'error' | 'warning' | 'info', times: number): (typeof rateFinding)[] =>
  Array.from({ length: times }, (_, index) => ({
    ...rateFinding,
    severity,
    printed: String(index),
    path: `/indicators/${index}/score`,
    refs: [{ line: 10 + index }],
  }));

describe('what repeats through a file', () => {
  it.each([
    ['error', 5, 5],
    ['error', 6, 1],
    ['warning', 2, 2],
    ['warning', 3, 1],
    ['info', 3, 1],
  ] as const)('%s findings of one rule: %i are %i entries', (severity, times, entries) => {
    const told = toldOf(fileWith(repeated(severity, times)));
    expect(told).toHaveLength(entries);
    expect(told.flatMap(({ all }) => all)).toHaveLength(times);
  });

  it('is known again however often it repeats', () => {
    const [three, four] = [3, 4].map((times) => toldOf(fileWith(repeated('info', times)))[0]);
    if (three === undefined || four === undefined) throw new Error('nothing is told');
    expect(printOf(three)).toBe(printOf(four));
  });

  it.each(['text', 'markdown', 'github', 'gitlab', 'junit', 'sarif'] as const)(
    'is one entry of %s, with its number and places',
    async (id) => {
      const run = runWith([fileWith(repeated('warning', 4))]);
      const report = await reporters[id]();
      const text = String(report(run, plain));
      expect(text.split('execution-rate 的标题：4 处（10、11、12、13）')).toHaveLength(2);
      expect(text).not.toContain(rateFinding.message);
    },
  );

  it('keeps its places in JSON', () => {
    const run = runWith([fileWith(repeated('warning', 4))]);
    const { files } = JSON.parse(jsonReport(run)) as {
      files: { repeated: object[]; forms: { findings: { fingerprint: string }[] }[] }[];
    };
    const [file] = files;
    expect(file?.repeated).toEqual([
      {
        rule: 'execution-rate',
        severity: 'warning',
        count: 4,
        forms: [1],
        fingerprints: file?.forms[0]?.findings.map(({ fingerprint }) => fingerprint),
      },
    ]);
  });
});
