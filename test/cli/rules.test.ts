import { describe, expect, it } from 'vitest';
import { ruleMetadata } from '../../src/audit/index.ts';
import { displayWidth } from '../../src/report/width.ts';
import { zxpj } from '../support/cli.ts';

describe('rules and explain', () => {
  it('list every rule within 80 columns, in both languages', async () => {
    for (const lang of ['zh', 'en']) {
      const { stdout } = await zxpj(['rules', '--lang', lang]);
      for (const { id } of ruleMetadata) expect(stdout).toMatch(new RegExp(`^${id} `, 'mu'));
      for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
    }
  });

  it('explain prints the page in the language', async () => {
    const zh = (await zxpj(['explain', 'fund-parts'])).stdout;
    expect(zh).toContain('## 检查什么');
    expect(zh).not.toContain('## In English');
    const en = (await zxpj(['explain', 'fund-parts', '--lang', 'en'])).stdout;
    expect(en).toMatch(/^# fund-parts: The total/u);
    expect(en).not.toContain('## ');
    expect(await zxpj(['explain', 'fund-part'])).toMatchObject({
      code: 2,
      stderr: 'zxpj: 没有“fund-part”这条规则。用 zxpj rules 查看全部规则。\n',
    });
  });
});
