import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/index.ts';
import { zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';

const input = join(fixtures, 'forms/two-forms-markdown/input.md');
/** Each line begins a form: little text, much work. */
const laborious = '项目名称\t甲\n'.repeat(200_000);

async function parseLaborious(...flags: string[]): ReturnType<typeof zxpj> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'a.txt'), laborious);
    return zxpj(['parse', 'a.txt', ...flags], { cwd: folder });
  });
}

describe('reading within bounds', () => {
  it('gives what the library gives', async () => {
    const run = await zxpj(['parse', basename(input), '--refs'], { cwd: dirname(input) });
    const document = await parseDocument(await readFile(input), {
      name: basename(input),
      refs: true,
    });
    expect(JSON.parse(run.stdout)).toEqual(document);
  });

  it('--timeout ends what takes longer', async () => {
    const run = await parseLaborious('--timeout', '0.5');
    expect(run).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'zxpj: a.txt: 读取超过 0.5 秒，已中止。请拆分文件，或用 --timeout 放宽。\n',
    });
    expect(run.took).toBeLessThan(20_000);
  });

  it('--max-memory ends what takes more', async () => {
    const run = await parseLaborious('--max-memory', '60');
    expect(run).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'zxpj: a.txt: 读取所需内存超过 60 MB，已中止。请拆分文件，或用 --max-memory 放宽。\n',
    });
    expect(run.took).toBeLessThan(40_000);
  });

  it.each(['0', '-1', 'soon', 'Infinity'])('--timeout %s is no time', async (value) => {
    const run = await zxpj(['parse', input, `--timeout=${value}`]);
    expect(run).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `zxpj: --timeout 的值“${value}”无效，应为大于 0 的数。\n`,
    });
  });

  it('a time beyond what a timer can hold is no bound', async () => {
    expect(await zxpj(['parse', input, '--timeout', '1e12'])).toMatchObject({ code: 0 });
  });

  it('a .doc without LibreOffice: how to get it', async () => {
    const doc = join(fixtures, 'formats/doc/river-cleaning/input.doc');
    const run = await zxpj(['parse', doc, '--soffice', '/none/soffice']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/LibreOffice[^\n]*apt install[^\n]*\n$/u);
  });
});
