import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../support/scripts/new-rule.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'zxpj-rule-'));
const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: root });

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('npm run new:rule', () => {
  it('refuses what is no id', () => {
    for (const id of ['', 'Score Sum', '../x'])
      expect(run(id)).toMatchObject({ status: 2, stdout: '' });
    expect(readdirSync(root)).toEqual([]);
  });

  it('lays out rule, page and test, and says which line the registry needs', () => {
    const { status, stdout } = run('share-of-cost');
    expect(status).toBe(0);
    expect(stdout).toContain("import { shareOfCost } from './share-of-cost.ts';");
    expect(readFileSync(join(root, 'src/audit/rules/share-of-cost.ts'), 'utf8')).toContain(
      "export const shareOfCost: Rule = {\n  meta: {\n    id: 'share-of-cost',",
    );
    expect(readFileSync(join(root, 'docs/rules/share-of-cost.md'), 'utf8')).toMatch(
      /^# share-of-cost：/,
    );
    expect(readFileSync(join(root, 'test/audit/rules/share-of-cost.test.ts'), 'utf8')).toContain(
      "const rule = 'share-of-cost';",
    );
  });

  it('overwrites nothing', () => {
    expect(run('share-of-cost')).toMatchObject({
      status: 2,
      stderr: 'share-of-cost exists already\n',
    });
  });
});
