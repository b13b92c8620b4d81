import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleMetadata } from '../../src/audit/index.ts';
import { check, clean, inside, remarked, spoilt } from '../support/check-inside.ts';
import type { Run } from '../support/cli.ts';

/** A form that ends in the middle of its indicators. */
const cut = clean.slice(0, clean.indexOf('效益'));
/** Little more than the head of one. */
const unchecked = clean.slice(0, clean.indexOf('年度资金总额'));

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
    ['a file read in part', { 'a.txt': cut }, ['a.txt'], 0],
    [
      'a file read in part counts as a warning',
      { 'a.txt': cut },
      ['a.txt', '--fail-on', 'warning'],
      1,
    ],
    [
      'a file read in part that may be',
      { 'a.txt': cut },
      ['a.txt', '--fail-on', 'warning', '--partial', 'info'],
      0,
    ],
    [
      'a file read in part of which nothing could be checked',
      { 'a.txt': unchecked },
      ['a.txt', '--fail-on', 'never'],
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
        expect(run.stdout).toContain('印为 69.00%，按 31.20 ÷ 32.50 应为 96.00%');
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
    [
      ['--update-baseline'],
      'zxpj: --update-baseline、--reason、--outcome、--by 和 --replace 要与 --baseline 一起用。\n',
    ],
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
    expect(run.stdout).toContain('printed as 69.00%');
    expect(run.stdout).toContain('checks ');
  });
});
