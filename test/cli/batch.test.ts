import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read as readWorkbook, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/width.ts';
import { resultsIn, submissions } from '../support/batch.ts';
import { bin, zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';

interface Report {
  readonly totals: Readonly<Record<string, number>>;
  readonly files: readonly {
    readonly file: string;
    readonly status: string;
    readonly error: { readonly code: string } | null;
    readonly duplicateOf: string | null;
  }[];
}

const hasParallel = spawnSync('parallel', ['--version']).status === 0;
if (!hasParallel) process.stdout.write('notice: GNU parallel is absent, its test is skipped\n');

describe('zxpj batch', () => {
  it('reads a tree, names what failed, and gives the same however many read', async () => {
    await inFolder(async (folder) => {
      await submissions(join(folder, 'in'), 4);
      const run = await zxpj(['batch', 'in', '--out', 'one', '--jobs', '1'], { cwd: folder });
      expect(run).toMatchObject({ code: 1 });
      expect(run.stdout).toContain('文件 23 个：读出 12，部分读出 8，失败 3');
      await zxpj(['batch', 'in', '--out', 'two', '--jobs', '2', '--quiet'], { cwd: folder });
      const results = await resultsIn(join(folder, 'one'));
      expect(await resultsIn(join(folder, 'two'))).toEqual(results);
      const report = JSON.parse(results['report.json'] ?? '') as Report;
      expect(report.totals).toMatchObject({
        files: 23,
        ok: 12,
        partial: 8,
        failed: 3,
        duplicates: 15,
      });
      expect(
        report.files.flatMap(({ file, error }) => (error === null ? [] : [[file, error.code]])),
      ).toEqual([
        ['in/empty.pdf', 'empty-file'],
        ['in/letter.txt', 'no-form'],
        ['in/rubbish.docx', 'binary-content'],
      ]);
      expect(results['forms.csv']).toMatch(/^\uFEFF文件,表序号,/u);
      expect(Object.keys(results).some((name) => name.startsWith('.'))).toBe(false);
    });
  });

  it('leaves alone what is done, and redoes what changed or is gone', async () => {
    await inFolder(async (folder) => {
      await submissions(join(folder, 'in'), 1);
      const args = ['batch', 'in', '--out', 'out'];
      await zxpj(args, { cwd: folder });
      const before = await resultsIn(join(folder, 'out'));
      await rm(join(folder, 'out/json/in/部门 0/表 一.txt.json'));
      expect((await zxpj(args, { cwd: folder })).stdout).toContain('其中 5 个以前已读');
      expect(await resultsIn(join(folder, 'out'))).toEqual(before);
      expect((await zxpj([...args, '--force'], { cwd: folder })).stdout).not.toContain('以前已读');
    });
  });

  it.skipIf(process.platform === 'win32')(
    'a file that takes too long is told, and so is one whose conversion does; the rest is read',
    async () => {
      await inFolder(async (folder) => {
        await submissions(join(folder, 'in'), 1);
        await writeFile(join(folder, 'in/hang.txt'), '项目名称\t甲\n'.repeat(400_000));
        await copyFile(
          join(fixtures, 'cross-format/target/doc/input.doc'),
          join(folder, 'in/slow.doc'),
        );
        await writeFile(join(folder, 'soffice'), '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
        const run = await zxpj(
          ['batch', 'in', '--out', 'out', '--timeout', '4', '--soffice', join(folder, 'soffice')],
          { cwd: folder },
        );
        expect(run.stdout).toContain('in/hang.txt: 读取超过 4 秒');
        expect(run.stdout).toContain('读出 3，部分读出 2，失败 5');
        const { files } = JSON.parse(
          await readFile(join(folder, 'out/report.json'), 'utf8'),
        ) as Report;
        expect(files.find(({ file }) => file === 'in/slow.doc')?.error?.code).toBe(
          'soffice-timeout',
        );
      });
    },
  );

  it('--fail-on and reports: findings decide the exit code, and a page and a workbook hold every file', async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'in'));
      await copyFile(
        join(fixtures, 'forms/library-tabbed/input.txt'),
        join(folder, 'in/clean.txt'),
      );
      await copyFile(
        join(fixtures, 'forms/beijing-self-evaluation/input.txt'),
        join(folder, 'in/warned.txt'),
      );
      const args = ['batch', 'in', '--out', 'out', '--quiet'];
      const codes = [];
      for (const more of [
        ['--reporter', 'html=page.html', '--xlsx'],
        ['--fail-on', 'error'],
        ['--fail-on', 'warning'],
      ]) {
        codes.push((await zxpj([...args, ...more], { cwd: folder })).code);
      }
      expect(codes).toEqual([0, 0, 1]);
      const page = await readFile(join(folder, 'page.html'), 'utf8');
      for (const words of ['in/clean.txt', 'in/warned.txt', '社区养老助餐'])
        expect(page).toContain(words);
      const book = readWorkbook(await readFile(join(folder, 'out/report.xlsx')));
      expect(
        Object.values(book.Sheets)
          .map((sheet) => utils.sheet_to_csv(sheet))
          .join('\n'),
      ).toContain('in/warned.txt');
    });
  });

  it.each([
    [['batch', '.', '--out', 'out', '--reporter', 'html'], '--reporter html='],
    [['batch', '.', '--out', 'out', '--fail-on', 'all'], '--fail-on'],
    [['batch'], '请给出要读的文件或文件夹'],
    [['batch', '.'], '--out'],
    [['batch', 'none', '--out', 'out'], '找不到这个文件'],
    [['batch', 'empty', '--out', 'out'], '没有可'],
    [['batch', '.', '--out', 'out', '--shard', '3/2'], '应为 i/n'],
    [['batch', '.', '--out', 'out', '--jobs', '0'], '应为 1 到'],
  ])('%s is wrong usage', async (args, words) => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'empty'));
      const run = await zxpj(args, { cwd: folder });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toContain(words);
    });
  });

  it.each(['batch', 'merge'])(
    '%s --help: Chinese or English, within 80 columns',
    async (command) => {
      for (const language of ['zh', 'en']) {
        const { stdout } = await zxpj([command, '--help', '--lang', language]);
        expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
        expect(/\p{Script=Han}/u.test(stdout)).toBe(language === 'zh');
      }
    },
  );

  it.skipIf(!hasParallel)('two shards by GNU parallel, merged, equal one run', async () => {
    await inFolder(async (folder) => {
      await submissions(join(folder, 'in'), 3);
      await zxpj(['batch', 'in', '--out', 'one', '--quiet'], { cwd: folder });
      spawnSync(
        'parallel',
        [
          '-j2',
          process.execPath,
          bin,
          'batch',
          'in',
          '--out',
          'part-{}',
          '--shard',
          '{}/2',
          '--quiet',
          ':::',
          '1',
          '2',
        ],
        { cwd: folder },
      );
      await zxpj(['merge', 'part-1', 'part-2', '--out', 'merged', '--quiet'], { cwd: folder });
      expect(await resultsIn(join(folder, 'merged'))).toEqual(await resultsIn(join(folder, 'one')));
    });
  });
});
