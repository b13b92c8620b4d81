import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readInput, readStream } from '../../src/files/index.ts';
import { limits } from '../../src/model/index.ts';
import { inFolder } from '../support/folder.ts';

describe('readInput', () => {
  it('gives the bytes of a file', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, '自评表 😀.txt');
      await writeFile(path, '项目');
      expect(Buffer.from(await readInput(path)).toString()).toBe('项目');
    });
  });

  it('tells a missing file, a folder, and a file where a folder should be', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'file');
      await writeFile(file, 'x');
      await mkdir(join(folder, 'sub'));
      await expect(readInput(join(folder, 'none'))).rejects.toMatchObject({
        code: 'file-not-found',
        data: { file: join(folder, 'none') },
      });
      await expect(readInput(join(folder, 'sub'))).rejects.toMatchObject({
        code: 'is-a-directory',
      });
      await expect(readInput(join(file, 'below'))).rejects.toMatchObject({
        code: 'file-not-found',
      });
    });
  });

  it('names what the system says where it has no word of its own', async () => {
    await expect(readInput('x'.repeat(5000))).rejects.toMatchObject({
      code: 'not-readable',
      data: { cause: 'ENAMETOOLONG' },
    });
  });

  it('refuses a file over the cap before reading it', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'huge.txt');
      await writeFile(path, '');
      await truncate(path, limits.fileBytes + 1);
      await expect(readInput(path)).rejects.toMatchObject({
        code: 'file-too-large',
        data: { limit: 512 },
      });
    });
  });

  it.skipIf(process.platform === 'win32')(
    'stops at the cap on an endless device',
    async () => {
      await expect(readInput('/dev/zero')).rejects.toMatchObject({ code: 'file-too-large' });
    },
    30_000,
  );
});

describe('readStream', () => {
  it('joins what comes in pieces', async () => {
    const bytes = Buffer.from('绩效自评表');
    const pieces = Readable.from([...bytes].map((byte) => Buffer.of(byte)));
    expect(Buffer.from(await readStream(pieces)).toString()).toBe('绩效自评表');
  });

  it('gives nothing for an empty stream', async () => {
    const stream = createReadStream('/dev/null');
    expect(await readStream(stream)).toHaveLength(0);
    if (!stream.closed) await once(stream, 'close');
  });
});
