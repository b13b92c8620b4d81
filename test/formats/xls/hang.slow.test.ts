import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zxpj } from '../../support/cli.ts';
import { fixtures } from '../../support/fixtures.ts';
import { inFolder } from '../../support/folder.ts';

const workbook = readFileSync(join(fixtures, 'formats/xls/river-cleaning/input.xls'));

/** Bytes of a formula: SheetJS reads one that is spoiled so for ever. */
const endless: readonly (readonly [number, number])[] = [
  [2467, 0x06],
  [7114, 0xd8],
];

describe('a workbook over which its library never ends', () => {
  it.each(endless)(
    'byte %i as %i: is given up in time, with one line that says why',
    async (at, value) => {
      await inFolder(async (folder) => {
        await writeFile(join(folder, 'a.xls'), workbook.with(at, value));
        const run = await zxpj(['parse', 'a.xls', '--timeout', '3'], { cwd: folder });
        expect(run).toMatchObject({
          code: 2,
          stdout: '',
          stderr: 'zxpj: a.xls: 读取超过 3 秒，已中止。请拆分文件，或用 --timeout 放宽。\n',
        });
        expect(run.took).toBeLessThan(15_000);
      });
    },
  );
});
