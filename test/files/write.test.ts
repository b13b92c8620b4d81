import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSameFile, writeOutput } from '../../src/files/index.ts';
import { inFolder } from '../support/folder.ts';

describe('writeOutput', () => {
  it('writes the pieces one after another, and leaves nothing else', async () => {
    await inFolder(async (folder) => {
      await writeOutput(join(folder, 'out.json'), ['{"项目":', '1}', Buffer.from('\n')]);
      expect(await readFile(join(folder, 'out.json'), 'utf8')).toBe('{"项目":1}\n');
      expect(await readdir(folder)).toEqual(['out.json']);
    });
  });

  it('leaves the old file as it was, and no rest, when a piece fails', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'out.json');
      await writeFile(path, 'old');
      await expect(writeOutput(path, failing())).rejects.toMatchObject({
        code: 'output-not-writable',
        data: { file: path, cause: 'no more' },
      });
      expect(await readFile(path, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['out.json']);
    });
  });

  it('keeps the mode of a file that it replaces', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'out.json');
      await writeFile(path, 'old');
      await chmod(path, 0o662);
      await writeOutput(path, ['new']);
      expect((await stat(path)).mode & 0o777).toBe(0o662);
    });
  });

  it('writes through a link', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'real.json'), 'old');
      await symlink('real.json', join(folder, 'link.json'));
      await writeOutput(join(folder, 'link.json'), ['new']);
      expect(await readFile(join(folder, 'real.json'), 'utf8')).toBe('new');
      expect(await readdir(folder)).toEqual(['link.json', 'real.json']);
    });
  });

  it('takes names as long as a file system allows', async () => {
    await inFolder(async (folder) => {
      const name = '自'.repeat(85);
      await writeOutput(join(folder, name), ['x']);
      expect(await readdir(folder)).toEqual([name]);
    });
  });

  it("tells a missing folder and a folder in the target's place", async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'sub'));
      await expect(writeOutput(join(folder, 'none', 'out.json'), ['x'])).rejects.toMatchObject({
        data: { cause: 'ENOENT' },
      });
      await expect(writeOutput(join(folder, 'sub'), ['x'])).rejects.toMatchObject({
        data: { cause: 'EISDIR' },
      });
      expect(await readdir(folder)).toEqual(['sub']);
    });
  });

  it.skipIf(process.platform === 'win32')('writes to a device without replacing it', async () => {
    await writeOutput('/dev/null', ['x']);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });
});

describe('isSameFile', () => {
  it('sees through links and spellings', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'a'), '');
      await writeFile(join(folder, 'b'), '');
      await symlink('a', join(folder, 'link'));
      expect(await isSameFile(join(folder, 'a'), join(folder, '.', 'link'))).toBe(true);
      expect(await isSameFile(join(folder, 'a'), join(folder, 'b'))).toBe(false);
      expect(await isSameFile(join(folder, 'a'), join(folder, 'none'))).toBe(false);
    });
  });
});

function* failing(): Generator<string> {
  yield 'half';
  throw new Error('no more');
}
