import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../src/schema/index.ts';
import { zxpj } from '../support/cli.ts';
import { inFolder } from '../support/folder.ts';
import { fixtures } from '../support/fixtures.ts';

describe('a line of 200 MB', () => {
  it.each([
    ['letters', 'x'],
    ['characters', '绩'],
    ['tabs', '\t'],
    ['cells', '甲\t'],
    ['opened tags', '<td>'],
  ])('of %s ends soon, in one line or a result', async (_, piece) => {
    await inFolder(async (folder) => {
      const path = join(folder, 'line.txt');
      const chunk = Buffer.from(piece.repeat(2 ** 20 / piece.length));
      const file = await open(path, 'w');
      for (let written = 0; written < 200 * 2 ** 20; written += chunk.length)
        await file.write(chunk);
      await file.close();
      const run = await zxpj(['parse', path, '-o', join(folder, 'out.json')]);
      expect(run.stderr).not.toMatch(/^\s+at /mu);
      expect(run.took).toBeLessThan(60_000);
      if (run.code === 2) expect(run.stderr.split('\n')).toHaveLength(2);
      else expect(run.code).toBe(1);
    });
  });
});

describe('many forms in one file', () => {
  it('reads a thousand, each as the one', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'many.txt');
      const one = join(fixtures, 'forms/library-tabbed/input.txt');
      const text = await readFile(one, 'utf8');
      const file = await open(path, 'w');
      for (let count = 0; count < 1000; count += 1) await file.write(text);
      await file.close();
      const [all, single] = await Promise.all([zxpj(['parse', path]), zxpj(['parse', one])]);
      const { forms } = JSON.parse(all.stdout) as ParsedDocument;
      const [expected] = (JSON.parse(single.stdout) as ParsedDocument).forms;
      expect(forms).toHaveLength(1000);
      for (const form of forms) expect(form).toEqual(expected);
    });
  });
});
