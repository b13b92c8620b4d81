import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleMetadata } from '../../src/audit/index.ts';
import { displayWidth } from '../../src/report/width.ts';
import type { ParsedDocument } from '../../src/schema/index.ts';
import { zxpj } from '../support/cli.ts';
import type { Run, RunOptions } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';

const clean = await readFile(join(fixtures, 'forms/library-tabbed/input.txt'), 'utf8');
/** One rate that cannot be, in the total row alone. */
const spoilt = clean.replace('96.00', '69.00');
/** An actual that repeats its target: worth an info, no more. */
const remarked = clean.replace('104.00(次)', '≥100.00(次)');

/** Runs the program in a folder with these files. */
function inside(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  options: RunOptions = {},
  then?: (folder: string, run: Run) => Promise<void>,
): Promise<Run> {
  return inFolder(async (folder) => {
    await mkdir(join(folder, 'in'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const run = await zxpj(args, { cwd: folder, ...options });
    await then?.(folder, run);
    return run;
  });
}

const check = (files: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> =>
  inside(files, ['check', ...args]);
const config = (value: unknown): Record<string, string> => ({
  'zxpj.config.json': typeof value === 'string' ? value : JSON.stringify(value),
});

describe('exit codes of check', () => {
  it.each<[string, Record<string, string>, string[], number]>([
    ['clean', { 'a.txt': clean }, ['a.txt'], 0],
    ['an error', { 'a.txt': spoilt }, ['a.txt'], 1],
    ['an error that may be', { 'a.txt': spoilt }, ['a.txt', '--fail-on', 'never'], 0],
    ['an info below the level', { 'a.txt': remarked }, ['a.txt', '--fail-on', 'warning'], 0],
    ['an info at the level', { 'a.txt': remarked }, ['a.txt', '--fail-on', 'info'], 1],
    ['an empty file', { 'a.txt': '' }, ['a.txt'], 2],
    ['a file without a form', { 'a.txt': '你好\n' }, ['a.txt'], 2],
    ['a file that is not there', { 'a.txt': clean }, ['a.txt', 'b.txt'], 2],
    [
      'a file that cannot be read beside an error',
      { 'a.txt': spoilt, 'b.txt': '' },
      ['a.txt', 'b.txt', '--fail-on', 'never'],
      2,
    ],
    ['a pattern without match', {}, ['*.pdf'], 2],
    ['an empty folder', {}, ['in'], 2],
    ['nothing named', {}, [], 2],
  ])('%s', async (_, files, args, code) => {
    expect((await check(files, ...args)).code).toBe(code);
  });
});

describe('what check reads', () => {
  it('folders, what .zxpjignore leaves of them, and files that are named', async () => {
    const files = {
      'in/a.txt': clean,
      'in/b.txt': spoilt,
      'in/note.png': 'x',
      'in/draft.txt': '',
      '.zxpjignore': 'in/draft*\n',
      'in/.zxpjignore': 'b.txt\n',
    };
    const run = await check(files, 'in');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('文件 1 个');
    expect(run.stdout).toContain('有 1 个其他类型的文件没有读');
    expect((await check(files, 'in', 'in/b.txt')).code).toBe(1);
  });

  it('names from a list or stdin, and a document from stdin', async () => {
    const files = { 'in/a [1].txt': clean, 'b.txt': spoilt, list: 'in/a [1].txt\r\nb.txt\n' };
    expect((await check(files, '--files-from', 'list')).stdout).toContain('文件 2 个');
    expect(
      (await inside(files, ['check', '--files-from', '-'], { input: 'in/a [1].txt\0' })).code,
    ).toBe(0);
    expect((await inside({}, ['check', '-'], { input: spoilt })).code).toBe(1);
    expect(await inside(files, ['check', '-', '--files-from', '-'])).toMatchObject({
      code: 2,
      stderr: 'zxpj: 标准输入只能用一次：- 与 --files-from - 不能同时用。\n',
    });
  });

  it('tells on stderr what it could not read where stdout carries something else', async () => {
    const run = await check(
      { 'a.txt': '', 'b.txt': clean },
      'a.txt',
      'b.txt',
      'gone.txt',
      '--reporter',
      'json',
    );
    expect(run.stderr).toBe(
      'zxpj: gone.txt: 找不到这个文件。请检查路径和文件名。\nzxpj: a.txt: 文件是空的。请重新导出或下载后再试。\n',
    );
    expect(JSON.parse(run.stdout)).toMatchObject({ summary: { files: 3, failed: 2 } });
  });
});

describe('reports of check', () => {
  it('several at once, to files and to stdout', async () => {
    await inside(
      { 'a.txt': spoilt },
      [
        'check',
        'a.txt',
        '--reporter',
        'sarif=out.sarif',
        '--reporter',
        'text',
        '--reporter',
        'csv=out.csv',
      ],
      {},
      async (folder, run) => {
        expect(run).toMatchObject({ code: 1, stderr: '' });
        expect(run.stdout).toContain('印出 69.00    应为 96.00');
        expect(JSON.parse(await readFile(join(folder, 'out.sarif'), 'utf8'))).toMatchObject({
          runs: [{ tool: { driver: { rules: { length: ruleMetadata.length } } } }],
        });
        expect((await readFile(join(folder, 'out.csv'), 'utf8')).startsWith('\uFEFF文件,')).toBe(
          true,
        );
      },
    );
  });

  it.each<[string[], string]>([
    [['--reporter', 'xml'], 'zxpj: --reporter 的值“xml”无效，可用：text, json, '],
    [
      ['--reporter', 'json', '--reporter', 'csv'],
      'zxpj: 只能有一份报告写到标准输出，其余请写成 --reporter csv=文件名。\n',
    ],
    [['--reporter', 'csv='], 'zxpj: --reporter csv= 后面要写文件名，'],
    [['--reporter', 'csv=a.txt'], 'zxpj: a.txt: 输出文件就是输入文件。'],
    [['--reporter', 'csv=no/such/folder.csv'], 'zxpj: no/such/folder.csv: 无法写入（ENOENT）。'],
    [['--fail-on', 'all'], 'zxpj: --fail-on 的值“all”无效，可用：error, warning, info, never。\n'],
    [['--update-baseline'], 'zxpj: --update-baseline 和 --reason 要与 --baseline 一起用。\n'],
  ])('%j is wrong usage', async (args, words) => {
    const run = await check({ 'a.txt': clean }, 'a.txt', ...args);
    expect(run.stderr).toContain(words);
    expect(run.code).toBe(2);
  });

  it('colour only where it is forced, since stdout is no terminal here', async () => {
    const run = (env: Record<string, string>): Promise<Run> =>
      inside({ 'a.txt': spoilt }, ['check', 'a.txt'], {
        env: { FORCE_COLOR: '', NO_COLOR: '', ...env },
      });
    expect((await run({ FORCE_COLOR: '0' })).stdout).not.toContain('\u001b');
    expect((await run({ FORCE_COLOR: '1' })).stdout).toContain('\u001b[31m');
    expect((await run({ FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).toContain('\u001b[31m');
  });

  it('English where that is asked for', async () => {
    const run = await check({ 'a.txt': spoilt }, 'a.txt', '--lang', 'en');
    expect(run.stdout).toContain('printed 69.00');
    expect(run.stdout).toContain('checks ');
  });
});

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

describe('baseline', () => {
  it('is written with a reason, hides what it knows, and lets a new figure through', async () => {
    await inside(
      { 'a.txt': spoilt },
      ['check', 'a.txt', '--baseline', 'b.json', '--update-baseline', '--reason', '已核实'],
      {},
      async (folder, run) => {
        expect(run.code).toBe(0);
        const { entries } = JSON.parse(await readFile(join(folder, 'b.json'), 'utf8')) as {
          entries: Record<string, string>[];
        };
        expect(entries[0]).toMatchObject({
          rule: 'execution-rate',
          file: 'a.txt',
          reason: '已核实',
        });
        const again = (text: string): Promise<Run> =>
          writeFile(join(folder, 'a.txt'), text).then(() =>
            zxpj(['check', 'a.txt', '--baseline', 'b.json'], { cwd: folder }),
          );
        // Lines that move change nothing; another figure does; a figure that was mended leaves its entry behind.
        expect(await again(`\n\n${spoilt}`)).toMatchObject({ code: 0 });
        expect(await again(clean.replace('96.00', '68.00'))).toMatchObject({ code: 1 });
        expect((await again(clean)).stdout).toContain(`基线中有 ${entries.length} 条已不再出现`);
      },
    );
  });

  it('keeps reasons that were given, drops what is gone, and keeps what was not read this time', async () => {
    await inside(
      { 'a.txt': spoilt, 'b.txt': spoilt },
      ['check', 'a.txt', 'b.txt', '--baseline', 'k.json', '--update-baseline', '--reason', '甲'],
      {},
      async (folder) => {
        await writeFile(join(folder, 'a.txt'), clean.replace('96.00', '68.00'));
        await zxpj(
          ['check', 'a.txt', '--baseline', 'k.json', '--update-baseline', '--reason', '乙'],
          { cwd: folder },
        );
        const { entries } = JSON.parse(await readFile(join(folder, 'k.json'), 'utf8')) as {
          entries: Record<string, string>[];
        };
        expect([
          ...new Set(entries.map(({ file, reason }) => `${file ?? ''} ${reason ?? ''}`)),
        ]).toEqual(expect.arrayContaining(['a.txt 乙', 'b.txt 甲']));
        expect(
          await zxpj(['check', 'a.txt', 'b.txt', '--baseline', 'k.json'], { cwd: folder }),
        ).toMatchObject({ code: 0 });
      },
    );
  });

  it('is refused where it is missing, or an entry has no reason', async () => {
    expect((await check({ 'a.txt': clean }, 'a.txt', '--baseline', 'b.json')).stderr).toBe(
      'zxpj: b.json: 找不到基线文件。第一次请加 --update-baseline 写出。\n',
    );
    const entry = {
      fingerprint: '0'.repeat(32),
      rule: 'x',
      file: 'a.txt',
      project: null,
      message: 'x',
      reason: ' ',
    };
    const run = await check(
      { 'a.txt': clean, 'b.json': JSON.stringify({ version: 1, entries: [entry] }) },
      'a.txt',
      '--baseline',
      'b.json',
    );
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toContain('基线文件的 /entries/0/reason 处有误');
  });
});

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
