import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../src/schema/index.ts';
import { check, clean, config, inside, spoilt } from '../support/check-inside.ts';
import { zxpj } from '../support/cli.ts';

describe('configuration', () => {
  it('sets severities, from zxpj.config.json here or above, package.json or --config', async () => {
    const off = { $schema: 'x', rules: { 'execution-rate': 'off' } };
    expect((await check({ 'a.txt': spoilt, ...config(off) }, 'a.txt')).code).toBe(0);
    expect(
      (await check({ 'a.txt': spoilt, 'package.json': JSON.stringify({ zxpj: off }) }, 'a.txt'))
        .code,
    ).toBe(0);
    expect((await check({ 'a.txt': spoilt, 'package.json': '{}' }, 'a.txt')).code).toBe(1);
    expect(
      (
        await check(
          {
            'a.txt': spoilt,
            'mine.json': JSON.stringify({ rules: { 'execution-rate': 'warning' } }),
          },
          'a.txt',
          '--config',
          'mine.json',
        )
      ).code,
    ).toBe(0);
    await inside({ ...config(off), 'in/a.txt': spoilt }, ['--version'], {}, async (folder) => {
      expect((await zxpj(['check', 'a.txt'], { cwd: join(folder, 'in') })).code).toBe(0);
    });
  });

  it('holds for parse as well, and is not read where parse audits nothing', async () => {
    const rules = async (
      files: Readonly<Record<string, string>>,
      ...args: string[]
    ): Promise<(string | undefined)[] | undefined> => {
      const run = await inside({ 'a.txt': spoilt, ...files }, ['parse', 'a.txt', ...args]);
      expect(run.code).toBe(0);
      return (JSON.parse(run.stdout) as ParsedDocument).forms[0]?.audit?.findings.map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    };
    const lower = { rules: { 'execution-rate': 'info' } };
    expect(await rules({})).toContain('execution-rate error');
    expect(await rules(config(lower))).toContain('execution-rate info');
    expect(await rules({ 'mine.json': JSON.stringify(lower) }, '--config', 'mine.json')).toContain(
      'execution-rate info',
    );
    expect(await rules(config('{'), '--no-audit')).toBeUndefined();
    expect(await inside({ 'a.txt': spoilt, ...config('{') }, ['parse', 'a.txt'])).toMatchObject({
      code: 2,
      stdout: '',
    });
  });

  it('--print-config shows what holds', async () => {
    const run = await check(
      { ...config({ rules: { 'fund-parts': 'info' }, overAchievement: '150' }) },
      '--print-config',
    );
    expect(JSON.parse(run.stdout)).toMatchObject({
      rules: { 'fund-parts': 'info', 'execution-rate': 'error' },
      overAchievement: '150',
      totalWeight: '100',
    });
  });

  it.each<[unknown, string]>([
    [{ rule: {} }, '配置中没有“rule”这一项，可用：preset, rules, '],
    [
      { rules: { 'execution-rat': 'off' } },
      '没有“execution-rat”这条规则。用 zxpj rules 查看全部规则。',
    ],
    [
      { rules: { 'fund-parts': 'fatal' } },
      '配置中 /rules/fund-parts 的值无效，应为 error | warning | info | off。',
    ],
    [{ totalWeight: 100 }, '配置中 /totalWeight 的值无效，应为 string。'],
    [{ totalWeight: 'x' }, '配置中 /totalWeight 的值无效，应为 "12.50"。'],
    [
      {
        ratingBands: [
          { names: ['差'], from: '0' },
          { names: ['优'], from: '90' },
        ],
      },
      '配置中 /ratingBands 的值无效，应为 bands that fall。',
    ],
    [
      { ratingBands: [{ names: ['优'], from: '9O' }] },
      '配置中 /ratingBands/0/from 的值无效，应为 "12.50"。',
    ],
    [
      { ratingBands: [{ names: ['优'], from: '90', to: '100' }] },
      '配置中没有“ratingBands.0.to”这一项，可用：names, from。',
    ],
    ['{ "rules": ', '不是有效的 JSON（'],
    [[], '配置中 / 的值无效，应为 object。'],
  ])('%j is told in one line', async (value, words) => {
    const run = await check({ 'a.txt': clean, ...config(value) }, 'a.txt');
    expect(run.stderr).toContain(`zxpj.config.json: ${words}`);
    expect(run.stderr.split('\n')).toHaveLength(2);
    expect(run).toMatchObject({ code: 2, stdout: '' });
  });
});
