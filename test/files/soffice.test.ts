import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { docConverter, findSoffice } from '../../src/files/soffice.ts';
import { inFolder } from '../support/folder.ts';

const bytes = new Uint8Array([1, 2, 3]);

/** A program that stands in for LibreOffice. */
async function program(folder: string, script: string): Promise<string> {
  const path = join(folder, 'soffice');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

async function leftOver(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('zxpj-soffice-'));
}

describe.skipIf(process.platform === 'win32')('the converter', () => {
  it('hands the file over in a profile of its own, takes the result, and leaves nothing behind', async () => {
    const before = await leftOver();
    await inFolder(async (folder) => {
      const soffice = await program(
        folder,
        `echo "$@" > ${folder}/said; while [ "$1" != --outdir ]; do shift; done; cat "$3" "$3" > "$2/input.docx"`,
      );
      expect([...(await docConverter({ soffice })(bytes))]).toEqual([1, 2, 3, 1, 2, 3]);
      expect(await readFile(join(folder, 'said'), 'utf8')).toMatch(
        /-env:UserInstallation=file:\/\/\/.*zxpj-soffice-.*--headless.*--convert-to docx/,
      );
    });
    expect(await leftOver()).toEqual(before);
  });

  it('is missing where the program is not there', async () => {
    await expect(docConverter({ soffice: '/nowhere/soffice' })(bytes)).rejects.toMatchObject({
      code: 'soffice-missing',
      data: { program: '/nowhere/soffice' },
    });
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'soffice'), 'no program');
      expect(await findSoffice(join(folder, 'soffice'))).toBeNull();
      expect(await findSoffice(folder)).toBeNull();
    });
  });

  it('fails with what the program said where it makes nothing', async () => {
    await inFolder(async (folder) => {
      const soffice = await program(
        folder,
        'echo "Error: source file could not be loaded" >&2; exit 1',
      );
      await expect(docConverter({ soffice })(bytes)).rejects.toMatchObject({
        code: 'soffice-failed',
        data: { cause: 'Error: source file could not be loaded' },
      });
    });
  });

  it('ends a program that takes too long, with the processes that it started', async () => {
    const before = await leftOver();
    await inFolder(async (folder) => {
      const soffice = await program(
        folder,
        `(while :; do date +%s%N > ${folder}/beat; sleep 0.05; done) & wait`,
      );
      await expect(docConverter({ soffice, timeout: 0.5 })(bytes)).rejects.toMatchObject({
        code: 'soffice-timeout',
        data: { seconds: 0.5 },
      });
      const beat = await readFile(join(folder, 'beat'), 'utf8');
      await sleep(400);
      expect(await readFile(join(folder, 'beat'), 'utf8')).toBe(beat);
    });
    expect(await leftOver()).toEqual(before);
  });

  it('ends where it is told to', async () => {
    await inFolder(async (folder) => {
      const soffice = await program(folder, 'sleep 60');
      const controller = new AbortController();
      const converted = docConverter({ soffice, signal: controller.signal })(bytes);
      setTimeout(() => {
        controller.abort();
      }, 100);
      await expect(converted).rejects.toMatchObject({ code: 'soffice-failed' });
    });
  });
});
