import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { sarifReport } from '../../src/report/sarif.ts';
import schema from '../support/sarif/sarif-2.1.0.schema.json' with { type: 'json' };
import { fileWith, fullRun, hostile, rateFinding, runWith } from '../support/check-run.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const isValid = ajv.compile(schema);

interface Result {
  ruleId: string;
  ruleIndex?: number;
  kind?: string;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: {
      artifactLocation: { uri: string };
      region?: { startLine: number; endLine?: number };
    };
  }[];
  partialFingerprints: Record<string, string>;
}

interface Log {
  runs: {
    tool: { driver: { rules: { id: string; help: { text: string } }[] } };
    invocations: {
      executionSuccessful: boolean;
      toolExecutionNotifications: { level: string; message: { text: string } }[];
    }[];
    results: Result[];
  }[];
}

function report(run: Parameters<typeof sarifReport>[0]): Log['runs'][number] {
  const log = JSON.parse(sarifReport(run)) as Log;
  isValid(log);
  expect(isValid.errors ?? []).toEqual([]);
  const [only] = log.runs;
  if (only === undefined) throw new Error('one run');
  return only;
}

describe('sarif report', () => {
  it('is checked by a schema that does refuse', () => {
    expect(
      isValid({
        version: '2.1.0',
        runs: [
          { tool: { driver: { name: 'x' } }, results: [{ message: { text: 'x' }, level: 'bad' }] },
        ],
      }),
    ).toBe(false);
  });

  it('is valid, and gives each finding its rule, level, line and fingerprint', () => {
    const { results, tool } = report(fullRun());
    const [finding, open] = results;
    expect(finding).toMatchObject({
      ruleId: 'execution-rate',
      level: 'error',
      message: { text: '示例项目：年度资金总额的执行率印为 69.00%，按 31.20 ÷ 32.50 应为 96.00%' },
    });
    expect(tool.driver.rules[finding?.ruleIndex ?? -1]?.id).toBe('execution-rate');
    expect(finding?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'in/report.txt' },
      region: { startLine: 10 },
    });
    expect(open).toMatchObject({ ruleId: 'weight-sum', kind: 'open', level: 'none' });
  });

  it('keeps its fingerprints where lines move', () => {
    const moved = { ...rateFinding, refs: [{ line: 77 }] };
    const prints = [rateFinding, moved].map(
      (finding) => report(runWith([fileWith([finding])])).results[0]?.partialFingerprints,
    );
    expect(prints[0]).toEqual({ 'zxpj/v1': expect.stringMatching(/^[0-9a-f]{32}$/u) as string });
    expect(prints[1]).toEqual(prints[0]);
  });

  it('tells of files that were not read, or in part, and of what could not be checked', () => {
    const [invocation] = report(fullRun()).invocations;
    expect(invocation?.executionSuccessful).toBe(false);
    const told = invocation?.toolExecutionNotifications.map(
      ({ level, message }) => `${level} ${message.text}`,
    );
    expect(told).toEqual(
      expect.arrayContaining([
        'error in/空.pdf: 文件是空的。',
        'warning in/partial.txt: “机制”没有归入任何字段。',
      ]),
    );
  });

  it('gives a page or a sheet’s cell no region, and says it in words', () => {
    const places = [{ page: 3 }, { part: 'Sheet1!C7' }];
    const { results } = report(
      runWith([fileWith(places.map((ref) => ({ ...rateFinding, refs: [ref] })))]),
    );
    expect(results.map(({ locations }) => locations[0]?.physicalLocation.region)).toEqual([
      undefined,
      undefined,
    ]);
    expect(results.map(({ message }) => message.text.split('：').at(-1))).toEqual([
      '第 3 页',
      'Sheet1!C7',
    ]);
  });

  it('stays valid whatever the texts and names are', () => {
    for (const file of ['/tmp/报送 1.txt', 'C:/a b/表.txt', '-', '../x/%41#?.txt', hostile]) {
      const { results } = report(
        runWith([
          fileWith([{ ...rateFinding, message: hostile, printed: hostile, refs: [] }], {
            file,
            project: { name: null, code: null },
          }),
        ]),
      );
      expect(results).toHaveLength(1);
    }
    expect(
      report(runWith([fileWith([rateFinding], { file: '报 送/a.txt' })])).results[0]?.locations[0]
        ?.physicalLocation.artifactLocation.uri,
    ).toBe('%E6%8A%A5%20%E9%80%81/a.txt');
  });
});
