import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultsIn } from '../support/batch.ts';
import { bin, zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';
import { atConversion } from '../support/soffice.ts';

const form = join(fixtures, 'forms/library-tabbed/input.txt');
const windows = process.platform === 'win32';
/** Root may read everything, unless it gives that right up. */
const asRoot = process.getuid?.() === 0;
const restricted = asRoot ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : [];
const canRestrict = !windows && (!asRoot || spawnSync('setpriv', ['--version']).status === 0);
if (!canRestrict)
  process.stdout.write(
    'notice: files that may not be read cannot be made here, their test is skipped\n',
  );

/** Copies of one form under these names. */
async function forms(folder: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await copyFile(form, join(folder, name));
  }
}

/** What came of each file: its status, or why it failed. */
async function outcomes(folder: string): Promise<Record<string, string>> {
  const { files } = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as {
    files: { file: string; status: string; error: { code: string } | null }[];
  };
  return Object.fromEntries(files.map(({ file, status, error }) => [file, error?.code ?? status]));
}

describe('what zxpj batch reads', () => {
  it('.zxpjignore passes over what a folder holds, not what is named', async () => {
    await inFolder(async (folder) => {
      await forms(folder, 'in/a.txt', 'in/旧/b.txt', 'in/草稿 c.txt');
      await writeFile(join(folder, 'in/.zxpjignore'), '旧/\n草稿*\n');
      await zxpj(['batch', 'in', '--out', 'out', '--quiet'], { cwd: folder });
      expect(await outcomes(join(folder, 'out'))).toEqual({ 'in/a.txt': 'ok' });
      await zxpj(['batch', 'in', 'in/草稿 c.txt', '--out', 'out', '--quiet'], { cwd: folder });
      expect(await outcomes(join(folder, 'out'))).toEqual({
        'in/a.txt': 'ok',
        'in/草稿 c.txt': 'ok',
      });
    });
  });

  it.each([
    ['lines', '\n'],
    ['NULs', '\0'],
  ])(
    '--files-from - takes names between %s; one that leads nowhere is an outcome',
    async (_, end) => {
      await inFolder(async (folder) => {
        await forms(folder, 'a b.txt', '-rf.txt');
        const input = ['a b.txt', '-rf.txt', '没有.txt'].map((name) => name + end).join('');
        const run = await zxpj(['batch', '--files-from', '-', '--out', 'out'], {
          cwd: folder,
          input,
        });
        expect(run.code).toBe(1);
        expect(run.stdout).toContain(
          '没有.txt: 找不到这个文件。请检查路径和文件名。\n\n文件 3 个：读出 2，部分读出 0，失败 1\n',
        );
        expect(await outcomes(join(folder, 'out'))).toEqual({
          'a b.txt': 'ok',
          '-rf.txt': 'ok',
          '没有.txt': 'file-not-found',
        });
      });
    },
  );

  it.skipIf(windows)(
    'names that break lines or look like options are read, and told in one line',
    async () => {
      await inFolder(async (folder) => {
        const names = [
          '-rf.txt',
          '--out.txt',
          '换\n行.txt',
          '\u001b[31mred.txt',
          'report.json.txt',
          '表 😀.txt',
          `${'长'.repeat(83)}.txt`,
        ];
        await forms(folder, ...names);
        await writeFile(join(folder, '坏\n的\u001b[31m.txt'), 'x');
        const run = await zxpj(['batch', '--out', 'out', '--', ...names, '坏\n的\u001b[31m.txt'], {
          cwd: folder,
        });
        expect(run.code).toBe(1);
        expect(run.stdout.split('\n')[0]).toMatch(/^坏.的.\[31m\.txt: 没有找到/u);
        expect(run.stdout + run.stderr).not.toContain('\u001b');
        const came = await outcomes(join(folder, 'out'));
        expect(names.map((name) => came[name])).toEqual(names.map(() => 'ok'));
        expect((await zxpj(['batch', '.', '--out', 'out', '--quiet'], { cwd: folder })).code).toBe(
          1,
        );
        expect(Object.keys(await outcomes(join(folder, 'out')))).toEqual(Object.keys(came));
      });
    },
  );

  it('its own results inside the folder are not read by the next run', async () => {
    await inFolder(async (folder) => {
      await forms(folder, 'a.txt', '2024/b.txt');
      const args = ['batch', '.', '--out', '结果'];
      expect(await zxpj(args, { cwd: folder })).toMatchObject({ code: 0 });
      const before = await resultsIn(join(folder, '结果'));
      const again = await zxpj(args, { cwd: folder });
      expect(again).toMatchObject({ code: 0 });
      expect(again.stdout).toContain('文件 2 个：读出 2，部分读出 0，失败 0\n其中 2 个以前已读');
      expect(await resultsIn(join(folder, '结果'))).toEqual(before);
    });
  });

  it.each([
    ['.', '.'],
    ['.', '2024'],
    ['2024', '2024'],
  ])(
    'submissions of %s that stand where --out %s points are not passed over: that is refused',
    async (input, out) => {
      await inFolder(async (folder) => {
        await forms(folder, 'a.txt', '2024/b.txt');
        expect(await zxpj(['batch', input, '--out', out], { cwd: folder })).toMatchObject({
          code: 2,
          stdout: '',
          stderr: `zxpj: ${out}: 这个文件夹里已有别的文件，不能用来存放结果。请用 --out 指定一个新的文件夹。\n`,
        });
      });
    },
  );

  it('a report never stands among the files to read', async () => {
    await inFolder(async (folder) => {
      await forms(folder, 'a.txt');
      const args = (report: string): string[] => [
        'batch',
        '.',
        '--out',
        'out',
        '--quiet',
        '--reporter',
        `html=${report}`,
      ];
      for (let run = 0; run < 2; run += 1)
        expect(await zxpj(args('out/page.html'), { cwd: folder })).toMatchObject({
          code: 0,
          stderr: '',
        });
      expect(await zxpj(args('page.html'), { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
      const page = await readFile(join(folder, 'page.html'), 'utf8');
      expect(await zxpj(args('page.html'), { cwd: folder })).toMatchObject({
        code: 2,
        stderr:
          'zxpj: page.html: 报告所在的位置已有一个要读的文件。请把报告写进 out，或写到要读的文件夹之外。\n',
      });
      expect(await readFile(join(folder, 'page.html'), 'utf8')).toBe(page);
    });
  });

  it.skipIf(!canRestrict)(
    'what may not be read is named, a folder too; the rest is read',
    async () => {
      await inFolder(async (folder) => {
        await forms(folder, 'in/a.txt', 'in/b.txt', 'in/c/d.txt');
        spawnSync('chmod', ['000', 'in/b.txt', 'in/c'], { cwd: folder });
        const [program = '', ...args] = [
          ...restricted,
          process.execPath,
          bin,
          'batch',
          'in',
          '--out',
          'out',
        ];
        const run = spawnSync(program, args, {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, ZXPJ_LANG: '' },
        });
        spawnSync('chmod', ['700', 'in/c'], { cwd: folder });
        expect(run.status).toBe(1);
        for (const name of ['in/b.txt', 'in/c'])
          expect(run.stdout).toContain(
            `${name}: 没有读取权限。请检查文件权限，或换一个用户运行。\n`,
          );
        expect(await outcomes(join(folder, 'out'))).toEqual({
          'in/a.txt': 'ok',
          'in/b.txt': 'no-permission',
          'in/c': 'no-permission',
        });
      });
    },
  );
});

describe.skipIf(windows)('files that do not stay as they were listed', () => {
  it('one that vanishes before its turn is an outcome, and is read when it is back', async () => {
    await inFolder(async (folder) => {
      await forms(folder, 'in/a.txt', 'in/c.txt');
      await copyFile(join(fixtures, 'cross-format/target/doc/input.doc'), join(folder, 'in/b.doc'));
      const soffice = await atConversion(folder, 'rm in/c.txt');
      const args = [
        'batch',
        'in/a.txt',
        'in/b.doc',
        'in/c.txt',
        '--out',
        'out',
        '--quiet',
        '--jobs',
        '1',
        ...soffice,
      ];
      await zxpj(args, { cwd: folder });
      expect(await outcomes(join(folder, 'out'))).toEqual({
        'in/a.txt': 'ok',
        'in/b.doc': 'soffice-failed',
        'in/c.txt': 'file-not-found',
      });
      await forms(folder, 'in/c.txt');
      await atConversion(folder, 'true');
      await zxpj(args, { cwd: folder });
      expect(await outcomes(join(folder, 'out'))).toEqual({
        'in/a.txt': 'ok',
        'in/b.doc': 'soffice-failed',
        'in/c.txt': 'ok',
      });
    });
  });

  it('one that somebody is writing is no half document, and is read once it is whole', async () => {
    await inFolder(async (folder) => {
      await forms(folder, 'in/a.txt');
      await writeFile(join(folder, 'in/b.txt'), '关于报送材料的函\n'.repeat(1_000_000));
      const writer = spawn('sh', ['-c', 'while :; do echo x; done >> in/b.txt'], {
        cwd: folder,
        stdio: 'ignore',
      });
      const ended = once(writer, 'exit');
      const run = await zxpj(['batch', 'in', '--out', 'out'], { cwd: folder });
      writer.kill('SIGKILL');
      await ended;
      expect(run.stdout).toContain('in/b.txt: 读取时文件正在被改写。请等它写完，再运行一次。\n');
      expect(await outcomes(join(folder, 'out'))).toEqual({
        'in/a.txt': 'ok',
        'in/b.txt': 'file-changed',
      });
      await forms(folder, 'in/b.txt');
      await zxpj(['batch', 'in', '--out', 'out', '--quiet'], { cwd: folder });
      expect(await outcomes(join(folder, 'out'))).toEqual({ 'in/a.txt': 'ok', 'in/b.txt': 'ok' });
    });
  });
});
