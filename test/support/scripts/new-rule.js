// npm run new:rule <id> (npm starts it in the project's root): lays out a rule, its page and its test, and says which line the registry needs.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = process.cwd();
const id = process.argv[2] ?? '';
const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const source = `import { selfEvaluation } from '../kinds.ts';
import { pointers } from '../pointers.ts';
import type { Rule } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';

/** TODO: what the rule checks, in one sentence. */
export const ${name}: Rule = {
  meta: {
    id: '${id}',
    severity: 'warning',
    title: { zh: '待写', en: 'TODO' },
    basis: { zh: '待写', en: 'TODO' },
    docs: 'docs/rules/${id}.md',
  },
  // One verdict for everything that is looked at: exactly, withinRounding, mismatch(…) or unverifiable(…).
  check: selfEvaluation(({ total }) => {
    if (total.score !== 'TODO') return [exactly];
    return [mismatch(pointers.total('score'), { zh: '待写', en: 'TODO' }, { printed: total.score })];
  }),
};
`;

const page = `# ${id}：待写

级别：warning；指向：\`/total/score\`

## 检查什么

## 为什么

## 依据

## 不通过的例子

\`\`\`json
{ "total": { "score": "0" } }
\`\`\`

> 待写：上例给出的提示

## 通过的例子

\`\`\`json
{ "total": { "score": "100" } }
\`\`\`

## In English
`;

const test = `import { describe, expect, it } from 'vitest';
import { found } from '../audit/findings.ts';

const rule = '${id}';

describe('${id}', () => {
  it('accepts', () => {
    expect(found(rule, {})).toEqual([]);
  });

  it('finds', () => {
    expect(found(rule, { total: { score: '0' } })).toHaveLength(1);
  });
});
`;

const files = {
  [`src/audit/rules/${id}.ts`]: source,
  [`docs/rules/${id}.md`]: page,
  [`test/audit/rules/${id}.test.ts`]: test,
};

function refuse(reason) {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 2;
}

if (!/^[a-z]+(?:-[a-z]+)*$/.test(id))
  refuse('usage: npm run new:rule <id>, an id in lower case such as score-sum');
else if (Object.keys(files).some((file) => existsSync(join(root, file))))
  refuse(`${id} exists already`);
else {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    process.stdout.write(`wrote ${file}\n`);
  }
  process.stdout.write(
    `now add to src/audit/rules/index.ts:\n  import { ${name} } from './${id}.ts';\nand ${name} to its list, then run npm run docs:rules.\nUntil the TODOs are written, its page's example and its test fail: npx vitest run --project unit test/audit\n`,
  );
}
