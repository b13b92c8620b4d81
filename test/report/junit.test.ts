import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { junitReport } from '../../src/report/junit.ts';
import { fileWith, fullRun, hostile, rateFinding, runWith } from '../support/check-run.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The elements of a document, which must be well-formed. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [top] = root.children;
  if (top === undefined) throw new Error('no root element');
  return top;
}

const cases = (suites: Element): string[] =>
  suites.children.flatMap(({ children }) =>
    children
      .filter(({ name }) => name === 'testcase')
      .map((one) => `${one.children[0]?.name ?? 'passed'} ${one.attributes.name ?? ''}`),
  );

describe('junit report', () => {
  it('fails, skips and passes as the run does, and counts so', () => {
    const suites = parse(junitReport(fullRun()));
    expect(suites.attributes).toMatchObject({
      name: 'zxpj',
      tests: '5',
      failures: '1',
      errors: '1',
      skipped: '2',
    });
    expect(cases(suites)).toEqual([
      'failure 1 示例项目 execution-rate /funds/rows/0/executionRate',
      'skipped 1 示例项目 weight-sum /total/weight',
      'skipped text-unplaced',
      'passed 1 示例项目',
      'error empty-file',
    ]);
    expect(suites.children.at(-1)?.children[0]?.text).toContain('weight-sum 1');
  });

  it('passes what is below --fail-on, with its words', () => {
    const [suite] = parse(
      junitReport(runWith([fileWith([rateFinding])], { failOn: 'never' })),
    ).children;
    expect(suite?.attributes.failures).toBe('0');
    expect(suite?.children[0]?.children[0]).toMatchObject({
      name: 'system-out',
      text: rateFinding.message,
    });
  });

  it('is well-formed whatever the texts are', () => {
    const bad = `${hostile}\u0000\ud800\uffff`;
    const run = runWith([
      fileWith([{ ...rateFinding, message: bad }], {
        file: bad,
        project: { name: bad, code: null },
      }),
    ]);
    expect(
      parse(junitReport(run)).children[0]?.children[0]?.children[0]?.attributes.message,
    ).toContain('<script>alert(1)</script>\n::error::x');
  });
});
