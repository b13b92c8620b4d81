import { spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import {
  appendFile,
  copyFile,
  mkdir,
  readdir,
  readFile,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultsIn } from '../support/batch.ts';
import { bin, zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';

const windows = process.platform === 'win32';
const why = '请检查文件夹是否存在、是否有写入权限、磁盘是否已满。\n';
const form = join(fixtures, 'forms/library-tabbed/input.txt');

/** Runs a batch whose files may not grow beyond `blocks` of 1,024 bytes: a disk that fills up in the middle of one, for root too. */
function limited(
  folder: string,
  blocks: number,
  args: readonly string[],
): SpawnSyncReturns<string> {
  return spawnSync(
    'bash',
    ['-c', `ulimit -f ${blocks}; exec "$@"`, 'bash', process.execPath, bin, ...args],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, ZXPJ_LANG: '' } },
  );
}

describe('a folder for results that cannot be written', () => {
  it.each(['file', 'file/out'])('%s, which is or stands below a file: says so', async (out) => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'in'));
      await copyFile(form, join(folder, 'in/a.txt'));
      await writeFile(join(folder, 'file'), '');
      expect(await zxpj(['batch', 'in', '--out', out], { cwd: folder })).toMatchObject({
        code: 2,
        stdout: '',
        stderr: `zxpj: ${out}: 这里（或它的上一级）是一个文件，不是文件夹。请用 --out 指定另一个位置。\n`,
      });
    });
  });

  it.each([
    ['a file where the JSON of a folder goes', 'half', 'half/json/in/a.txt.json'],
    ['a folder where the history goes', 'history', 'history/run.json'],
  ])('%s: names it, what is wrong and what to look at, and ends with 2', async (_, out, named) => {
    await inFolder(async (folder) => {
      for (const path of ['in', 'half/json', 'history/run.json'])
        await mkdir(join(folder, path), { recursive: true });
      await copyFile(form, join(folder, 'in/a.txt'));
      await writeFile(join(folder, 'half/json/in'), '');
      const run = await zxpj(['batch', 'in', '--out', out], { cwd: folder });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr.split('\n').at(-2)).toMatch(
        new RegExp(`^zxpj: ${named}: 无法写入（E[A-Z]+）。`, 'u'),
      );
      expect(run.stderr.endsWith(why)).toBe(true);
      expect(run.stderr.match(/个  剩/gu)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(
        (await readdir(folder, { recursive: true })).filter((name) =>
          /\.(?:lock|tmp)$/u.test(name),
        ),
      ).toEqual([]);
    });
  });

  it.each([
    ['--database', 'none/all.duckdb'],
    ['--reporter', 'html=none/page.html'],
  ])('%s into a folder that is not there: says so; what was read stays', async (option, value) => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'in'));
      await copyFile(form, join(folder, 'in/a.txt'));
      const run = await zxpj(['batch', 'in', '--out', 'out', '--quiet', option, value], {
        cwd: folder,
      });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toMatch(
        new RegExp(`^zxpj: ${value.replace('html=', '')}: 无法写入（.*）。${why}$`, 'u'),
      );
      expect((await zxpj(['batch', 'in', '--out', 'out'], { cwd: folder })).stdout).toContain(
        '其中 1 个以前已读',
      );
    });
  });

  it.skipIf(windows)(
    'a disk that is full: no file is half written, the old tables stay, and a later run makes it whole',
    async () => {
      await inFolder(async (folder) => {
        await mkdir(join(folder, 'in'));
        await copyFile(form, join(folder, 'in/0.txt'));
        const args = ['batch', 'in', '--out', 'out', '--quiet'];
        await zxpj(args, { cwd: folder });
        const before = await resultsIn(join(folder, 'out'));
        for (let index = 1; index < 30; index += 1)
          await copyFile(form, join(folder, `in/${index}.txt`));
        // First no JSON fits, then those do and the tables do not.
        for (const [blocks, named] of [
          [4, /^zxpj: out\/json\/in\/\d+\.txt\.json: /u],
          [40, /^zxpj: out: /u],
        ] as const) {
          const run = limited(folder, blocks, args);
          expect(run.stderr).toMatch(named);
          expect(run).toMatchObject({ status: 2, stdout: '' });
          for (const [name, text] of Object.entries(await resultsIn(join(folder, 'out')))) {
            if (name.startsWith('json/')) JSON.parse(text);
            else if (name !== 'files.ndjson') expect(text, name).toBe(before[name]);
          }
        }
        expect((await zxpj(args, { cwd: folder })).code).toBe(0);
        const whole = await resultsIn(join(folder, 'out'));
        await zxpj([...args, '--force'], { cwd: folder });
        expect(await resultsIn(join(folder, 'out'))).toEqual(whole);
        expect(
          (JSON.parse(whole['report.json'] ?? '') as { totals: unknown }).totals,
        ).toMatchObject({ files: 30, ok: 30 });
      });
    },
  );
});

/** Three forms, a letter and an empty file, and the folder of results over them. */
async function read(folder: string, args: readonly string[]): Promise<Record<string, string>> {
  await mkdir(join(folder, 'in'));
  const text = await readFile(form, 'utf8');
  for (const name of ['a', 'b', 'c'])
    await writeFile(join(folder, `in/${name}.txt`), text.replace('图书馆夜间开放', `项目${name}`));
  await writeFile(join(folder, 'in/d.txt'), '关于报送材料的函\n');
  await writeFile(join(folder, 'in/e.pdf'), '');
  expect((await zxpj(args, { cwd: folder })).code).toBe(1);
  return resultsIn(join(folder, 'out'));
}

describe('a folder of results that was damaged', () => {
  const args = ['batch', 'in', '--out', 'out', '--quiet'];

  it('lines of the journal that are none: those files are read again, the rest is not', async () => {
    await inFolder(async (folder) => {
      const whole = await read(folder, args);
      const journal = join(folder, 'out/files.ndjson');
      const lines = (await readFile(journal, 'utf8')).trimEnd().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as { file: string }).file)).toEqual([
        'in/a.txt',
        'in/b.txt',
        'in/c.txt',
        'in/d.txt',
        'in/e.pdf',
      ]);
      const [a = '', b = '', ...rest] = lines;
      await writeFile(
        journal,
        [
          '',
          'null',
          '[]',
          '{"file":1}',
          '\u0000\uFFFD',
          a.slice(0, 40),
          b,
          ...rest.slice(0, -2),
          rest[1]?.slice(0, -9),
        ].join('\n'),
      );
      expect((await zxpj(args.slice(0, -1), { cwd: folder })).stdout).toContain(
        '文件 5 个：读出 3，部分读出 0，失败 2\n其中 2 个以前已读',
      );
      expect(await resultsIn(join(folder, 'out'))).toEqual(whole);
    });
  });

  it('run.json that is no JSON hinders nothing', async () => {
    await inFolder(async (folder) => {
      await read(folder, args);
      await truncate(join(folder, 'out/run.json'), 20);
      expect((await zxpj(args, { cwd: folder })).code).toBe(1);
      expect(JSON.parse(await readFile(join(folder, 'out/run.json'), 'utf8'))).toMatchObject({
        runs: [{ state: 'finished', files: 5, failed: 2 }],
      });
    });
  });

  it('a result cut short is made again; one spoiled at its old length is named, with what to do', async () => {
    await inFolder(async (folder) => {
      const whole = await read(folder, args);
      const result = join(folder, 'out/json/in/a.txt.json');
      await truncate(result, 100);
      await zxpj(args, { cwd: folder });
      expect(await resultsIn(join(folder, 'out'))).toEqual(whole);
      await writeFile(result, ' '.repeat(Buffer.byteLength(whole['json/in/a.txt.json'] ?? '')));
      const run = await zxpj(args, { cwd: folder });
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toMatch(
        /^zxpj: out\/json\/in\/a\.txt\.json: 结果文件读不出来（.*）。请删除它，再运行同一条命令。\n$/u,
      );
      await writeFile(result, '');
      await zxpj(args, { cwd: folder });
      expect(await resultsIn(join(folder, 'out'))).toEqual(whole);
    });
  });

  it('tables and report that were changed by hand are written anew', async () => {
    await inFolder(async (folder) => {
      const whole = await read(folder, args);
      for (const name of ['forms.csv', 'report.json', 'forms.ndjson'])
        await appendFile(join(folder, 'out', name), 'x');
      await zxpj(args, { cwd: folder });
      expect(await resultsIn(join(folder, 'out'))).toEqual(whole);
    });
  });
});
