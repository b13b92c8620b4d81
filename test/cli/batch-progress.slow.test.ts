import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';
import { atConversion } from '../support/soffice.ts';

it.skipIf(process.platform === 'win32')(
  'where stderr is no terminal, a line every five seconds tells how far a batch is',
  async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'in'));
      for (const name of ['a.txt', 'c.txt'])
        await copyFile(join(fixtures, 'forms/library-tabbed/input.txt'), join(folder, 'in', name));
      await copyFile(join(fixtures, 'cross-format/target/doc/input.doc'), join(folder, 'in/b.doc'));
      const args = [
        'batch',
        'in',
        '--out',
        'out',
        '--jobs',
        '1',
        ...(await atConversion(folder, 'sleep 11')),
      ];
      const { stderr } = await zxpj(args, { cwd: folder });
      const lines = stderr.trimEnd().split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(3);
      for (const line of lines.slice(0, 2))
        expect(line).toMatch(/^1\/3  每秒 0\.\d 个  剩 \d+:\d\d$/u);
      expect(lines.at(-1)).toMatch(/^3\/3  每秒 0\.\d 个  剩 0:00  失败 1$/u);
      expect(await zxpj([...args, '--force', '--quiet'], { cwd: folder })).toMatchObject({
        stdout: '',
        stderr: '',
      });
    });
  },
);
