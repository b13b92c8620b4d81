import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ruleMetadata } from '../../src/audit/index.ts';
import { found, isRemark } from '../support/audit/findings.ts';
import type { FormSketch } from '../support/audit/forms.ts';
import { updating } from '../support/fixtures.ts';
import { ruleIndex } from '../support/audit/rule-index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ids = ruleMetadata.map(({ id }) => id).sort();
const names = (folder: string, ending: string): string[] =>
  readdirSync(`${root}${folder}`)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();

describe('registry, files, pages and tests name the same rules', () => {
  it.each([
    ['src/audit/rules', '.ts', 'index'],
    ['docs/rules', '.md', 'README'],
    ['test/audit/rules', '.test.ts', ''],
  ])('%s', (folder, ending, aside) => {
    expect(names(folder, ending).filter((name) => name !== aside)).toEqual(ids);
  });

  it('and each rule stands in the file that bears its id, and names its page', async () => {
    for (const meta of ruleMetadata) {
      const module = (await import(`../../src/audit/rules/${meta.id}.ts`)) as Record<
        string,
        { meta?: unknown }
      >;
      expect(Object.values(module).map((rule) => rule.meta)).toContain(meta);
      expect(meta.docs).toBe(`docs/rules/${meta.id}.md`);
    }
  });
});

const headings = [
  '## 检查什么',
  '## 为什么',
  '## 依据',
  '## 不通过的例子',
  '## 通过的例子',
  '## In English',
];

describe.each(ruleMetadata)('the page of $id', ({ id, severity, title, docs }) => {
  const page = readFileSync(root + docs, 'utf8');
  const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
    ([, json = '']) => JSON.parse(json) as FormSketch,
  );

  it("bears the rule's title and severity, and says all that a page must", () => {
    expect(page.split('\n')[0]).toBe(`# ${id}：${title.zh}`);
    expect(page).toContain(`级别：${severity}；`);
    expect(page.split('\n').filter((line) => line.startsWith('## '))).toEqual(headings);
  });

  it('has an example that fails, with the message that it gives, and one that passes', () => {
    const [failing = {}, passing = {}] = examples;
    expect(examples).toHaveLength(2);
    const message = found(id, failing).map((finding) => finding.message);
    expect(message).toHaveLength(1);
    expect(page).toContain(`\n> ${message.join()}\n`);
    expect(found(id, passing).filter((finding) => !isRemark(finding))).toEqual([]);
  });
});

describe('docs/rules/README.md', () => {
  const path = `${root}docs/rules/README.md`;

  it('is what the metadata gives (npm run docs:rules rewrites it)', () => {
    const text = ruleIndex(ruleMetadata);
    if (updating) writeFileSync(path, text);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
