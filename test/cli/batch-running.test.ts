import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/width.ts';
import { resultsIn, submissions } from '../support/batch.ts';
import { bin, zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';
import { atConversion } from '../support/soffice.ts';

const windows = process.platform === 'win32';
const hasTerminal =
  spawnSync('script', ['-qec', 'true', '/dev/null'], { stdio: ['ignore', 'ignore', 'ignore'] })
    .status === 0;
if (!hasTerminal)
  process.stdout.write('notice: script of util-linux is absent, nothing is seen on a terminal\n');

/** What the program shows on a terminal of so many columns, and its exit code. */
function onTerminal(
  folder: string,
  args: readonly string[],
  columns: number,
): { shown: string; code: number | null } {
  const command = `stty cols ${columns}; exec "${process.execPath}" "${bin}" ${args.join(' ')}`;
  const run = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ZXPJ_LANG: '' },
  });
  return { shown: run.stdout, code: run.status };
}

/** The states of the line that is written over. */
function states(shown: string): string[] {
  return shown
    .split('\n')
    .slice(0, 1)
    .flatMap((line) => line.split('\r'))
    .map((state) => state.replace('\u001b[K', ''))
    .filter((state) => state !== '');
}

describe.skipIf(!hasTerminal)('zxpj batch on a terminal', () => {
  it('one line tells files, rate, time left and failures, and stays; then the summary', async () => {
    await inFolder(async (folder) => {
      await submissions(join(folder, 'in'), 4);
      const { shown, code } = onTerminal(folder, ['batch', 'in', '--out', 'out'], 80);
      expect(code).toBe(1);
      const seen = states(shown);
      expect(seen.length).toBeGreaterThan(2);
      for (const state of seen)
        expect(state).toMatch(/^\d+\/23  每秒 [\d.]+ 个  剩 (?:-|\d+:\d\d)(?:  失败 \d+)?$/u);
      expect(seen.at(-1)).toMatch(/^23\/23  每秒 \d+(?:\.\d)? 个  剩 0:00  失败 3$/u);
      const summary = shown.slice(shown.indexOf('\n') + 1);
      expect(summary).toContain('文件 23 个：读出 12，部分读出 8，失败 3');
      expect(summary).not.toContain('\u001b');
    });
  });

  it('a narrow one cuts the line and never wraps it', async () => {
    await inFolder(async (folder) => {
      await submissions(join(folder, 'in'), 1);
      const seen = states(
        onTerminal(folder, ['batch', 'in', '--out', 'out', '--lang', 'en'], 30).shown,
      );
      expect(seen.at(-1)).toMatch(/^8\/8  \S+ a second  0:0.*…$/u);
      for (const state of seen) expect(displayWidth(state), state).toBeLessThanOrEqual(29);
    });
  });

  it('--quiet shows nothing', async () => {
    await inFolder(async (folder) => {
      await submissions(join(folder, 'in'), 1);
      expect(onTerminal(folder, ['batch', 'in', '--out', 'out', '--quiet'], 80)).toEqual({
        shown: '',
        code: 1,
      });
    });
  });
});

describe('zxpj batch into a file or pipe', () => {
  it('progress goes to stderr without control characters, the summary to stdout', async () => {
    await inFolder(async (folder) => {
      await submissions(join(folder, 'in'), 1);
      const run = await zxpj(['batch', 'in', '--out', 'out'], { cwd: folder });
      expect(run.stderr.split('\n').at(-2)).toMatch(/^8\/8  每秒 [\d.]+ 个  剩 0:00  失败 3$/u);
      expect(run.stderr + run.stdout).not.toMatch(/[\r\u001b]/u);
      expect(run.stdout).toMatch(/\n用时 \d+:\d\d，结果在 out\n$/u);
      const again = await zxpj(['batch', 'in', '--out', 'out', '--lang', 'en'], { cwd: folder });
      expect(again.stderr).toMatch(/^8\/8  [\d.]+ a second  0:00 left  failed 3\n$/u);
      expect(again.stdout).not.toMatch(/\p{Script=Han}/u);
    });
  });
});

/** In a group of its own, as a shell gives it, so that Ctrl-C can reach all of it. */
function start(folder: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ZXPJ_LANG: '' },
  });
}

/** Waits for something on the disk; a file that is not there yet is not it. */
async function until(holds: () => boolean): Promise<void> {
  const so = (): boolean => {
    try {
      return holds();
    } catch {
      return false;
    }
  };
  while (!so()) await wait(10);
}

/** A batch that has begun: `a.txt` is read, and LibreOffice waits over `b.doc` until `go` is there. */
async function begun(
  folder: string,
  work: (child: ChildProcess, args: readonly string[]) => Promise<void>,
): Promise<void> {
  await mkdir(join(folder, 'in'));
  for (const name of ['a.txt', 'c.txt'])
    await copyFile(join(fixtures, 'forms/library-tabbed/input.txt'), join(folder, 'in', name));
  await copyFile(join(fixtures, 'cross-format/target/doc/input.doc'), join(folder, 'in/b.doc'));
  const soffice = await atConversion(folder, 'touch begun\nwhile [ ! -e go ]; do sleep 0.05; done');
  const args = ['batch', 'in', '--out', 'out', '--jobs', '1', ...soffice];
  const child = start(folder, args);
  try {
    await until(() => existsSync(join(folder, 'begun')));
    await work(child, args);
  } finally {
    await writeFile(join(folder, 'go'), '');
    child.kill('SIGKILL');
  }
}

async function ended(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

describe.skipIf(windows)('zxpj batch, stopped or started twice', () => {
  it('Ctrl-C keeps what is done, says how to go on, and leaves the folder free', async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'in'));
      for (let index = 0; index < 300; index += 1)
        await copyFile(
          join(fixtures, 'forms/library-tabbed/input.txt'),
          join(folder, `in/${index}.txt`),
        );
      const args = ['batch', 'in', '--out', 'out', '--jobs', '1'];
      const child = start(folder, args);
      const end = ended(child);
      await until(() =>
        readFileSync(join(folder, 'out/files.ndjson'), 'utf8').includes('in/1.txt'),
      );
      process.kill(-(child.pid ?? 0), 'SIGINT');
      const { code, stderr } = await end;
      expect(code).toBe(130);
      const done = Number(
        /\n已停止：完成 (\d+)\/300。再运行同一条命令即可接着做。\n$/u.exec(stderr)?.[1],
      );
      expect(done).toBeGreaterThanOrEqual(2);
      expect(done).toBeLessThan(300);
      expect((await readdir(join(folder, 'out'))).sort()).toEqual([
        'files.ndjson',
        'json',
        'run.json',
      ]);
      expect((await zxpj(args, { cwd: folder })).stdout).toContain(
        `文件 300 个：读出 300，部分读出 0，失败 0\n其中 ${done} 个以前已读`,
      );
      const resumed = await resultsIn(join(folder, 'out'));
      await zxpj([...args, '--force'], { cwd: folder });
      expect(await resultsIn(join(folder, 'out'))).toEqual(resumed);
    });
  });

  it('Ctrl-C ends LibreOffice with it', async () => {
    await inFolder(async (folder) => {
      await begun(folder, async (child) => {
        const end = ended(child);
        const start = performance.now();
        process.kill(-(child.pid ?? 0), 'SIGINT');
        expect(await end).toMatchObject({
          code: 130,
          stderr: expect.stringContaining('已停止：完成 1/3。') as string,
        });
        expect(performance.now() - start).toBeLessThan(10_000);
      });
    });
  });

  it('a second run on the same folder is refused, and harms nothing', async () => {
    await inFolder(async (folder) => {
      await begun(folder, async (child, args) => {
        const end = ended(child);
        const second = await zxpj(args, { cwd: folder });
        expect(second).toMatchObject({ code: 2, stdout: '' });
        expect(second.stderr).toMatch(
          new RegExp(
            `^zxpj: out: 另一个 zxpj（.* 上的进程 ${child.pid}）正在写这个文件夹。请等它结束；确认没有在运行时，可删除 out/\\.lock 再试。\n$`,
            'u',
          ),
        );
        expect(
          (await zxpj(['merge', 'out', '--out', 'out', '--quiet'], { cwd: folder })).code,
        ).toBe(2);
        await writeFile(join(folder, 'go'), '');
        expect((await end).code).toBe(1);
        expect(existsSync(join(folder, 'out/.lock'))).toBe(false);
      });
    });
  });

  it('what a killed run leaves, its lock and half a file, does not hinder the next', async () => {
    await inFolder(async (folder) => {
      await begun(folder, async (child, args) => {
        const end = ended(child);
        await writeFile(join(folder, 'out/.tmp/half'), '{');
        child.kill('SIGKILL');
        await end;
        expect((await readdir(join(folder, 'out'))).sort()).toEqual([
          '.lock',
          '.tmp',
          'files.ndjson',
          'json',
          'run.json',
        ]);
        await writeFile(join(folder, 'go'), '');
        expect((await zxpj(args, { cwd: folder })).stdout).toContain('其中 1 个以前已读');
        expect((await readdir(join(folder, 'out'))).filter((name) => name.startsWith('.'))).toEqual(
          [],
        );
      });
    });
  });
});
