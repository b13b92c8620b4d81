import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultsIn } from '../support/batch.ts';
import { zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';
import { atConversion } from '../support/soffice.ts';

const form = join(fixtures, 'forms/library-tabbed/input.txt');

async function shard(
  folder: string,
  index: number,
  count: number,
  ...more: string[]
): Promise<number | null> {
  return (
    await zxpj(
      ['batch', 'in', '--out', `part-${index}`, '--shard', `${index}/${count}`, '--quiet', ...more],
      { cwd: folder },
    )
  ).code;
}

describe('zxpj merge', () => {
  it('refuses where a part is missing, and takes parts to which no file fell', async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'in'));
      for (const name of ['a.txt', 'b.txt']) await copyFile(form, join(folder, 'in', name));
      for (const index of [1, 2, 3, 4]) expect(await shard(folder, index, 4)).toBe(0);
      const parts = [1, 2, 3, 4].map((index) => `part-${index}`);
      expect(
        await zxpj(['merge', ...parts.filter((part) => part !== 'part-2'), '--out', 'merged'], {
          cwd: folder,
        }),
      ).toMatchObject({
        code: 2,
        stdout: '',
        stderr: 'zxpj: 缺第 2 份（--shard 2/4）的结果。请把全部 4 份的文件夹都列出来。\n',
      });
      expect(
        (await zxpj(['merge', ...parts, '--out', 'merged', '--quiet'], { cwd: folder })).code,
      ).toBe(0);
      await zxpj(['batch', 'in', '--out', 'one', '--quiet'], { cwd: folder });
      expect(await resultsIn(join(folder, 'merged'))).toEqual(await resultsIn(join(folder, 'one')));
      // What was merged may be merged once more.
      expect(
        (await zxpj(['merge', 'merged', '--out', 'again', '--quiet'], { cwd: folder })).code,
      ).toBe(0);
    });
  });

  it.skipIf(process.platform === 'win32')('refuses a folder whose run was stopped', async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'in'));
      await copyFile(form, join(folder, 'in/a.txt'));
      await copyFile(join(fixtures, 'cross-format/target/doc/input.doc'), join(folder, 'in/b.doc'));
      const soffice = await atConversion(folder, 'kill -s INT "$PPID"');
      const args = ['batch', 'in', '--out', 'out', '--quiet', '--jobs', '1', ...soffice];
      expect((await zxpj(args, { cwd: folder })).code).toBe(130);
      expect(await zxpj(['merge', 'out', '--out', 'merged'], { cwd: folder })).toMatchObject({
        code: 2,
        stdout: '',
        stderr: 'zxpj: out: 这里的运行没有完成。请先再运行同一条 zxpj batch 命令，再合并。\n',
      });
      await atConversion(folder, 'true');
      await zxpj(args, { cwd: folder });
      expect(
        (await zxpj(['merge', 'out', '--out', 'merged', '--quiet'], { cwd: folder })).code,
      ).toBe(1);
    });
  });
});
