import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';

const library = join(fixtures, 'forms/library-tabbed/input.txt');

interface Document {
  readonly forms: readonly Record<string, unknown>[];
}

async function parsed(file: string, cwd: string): Promise<Document['forms']> {
  const { stdout } = await zxpj(['parse', file, '--no-audit'], { cwd });
  return (JSON.parse(stdout) as Document).forms;
}

describe('zxpj export', () => {
  it.each([
    ['docx', 'docx'],
    ['xlsx', 'xlsx'],
    ['markdown', 'md'],
  ])('writes %s beside the JSON, never over what was read', async (format, ending) => {
    await inFolder(async (cwd) => {
      await zxpj(['parse', library, '-o', '自评表.json'], { cwd });
      await writeFile(join(cwd, `自评表.${ending}`), 'the original');
      const { code, stdout, stderr } = await zxpj(['export', '自评表.json', '--to', format], {
        cwd,
      });
      expect([code, stdout, stderr]).toEqual([
        0,
        '',
        `已写出 自评表.export.${ending}（1 张表）。\n`,
      ]);
      expect(await readFile(join(cwd, `自评表.${ending}`), 'utf8')).toBe('the original');
      expect(await parsed(`自评表.export.${ending}`, cwd)).toEqual(await parsed(library, cwd));
    });
  });

  it('reads one form, and standard input', async () => {
    await inFolder(async (cwd) => {
      const [form] = await parsed(library, cwd);
      const { code, stdout } = await zxpj(['export', '-', '--to', 'markdown'], {
        cwd,
        input: JSON.stringify(form),
      });
      expect(code).toBe(0);
      expect(stdout).toContain('<td');
      await writeFile(join(cwd, 'form.md'), stdout);
      expect(await parsed('form.md', cwd)).toEqual([form]);
    });
  });

  it.each([
    ['{', '有效的 JSON'],
    ['{"kind":"target"}', '/title'],
    ['{"forms":[]}', '/schemaVersion'],
    ['[]', 'zxpj schema'],
  ])('says in a line what is wrong with %s', async (input, words) => {
    const { code, stderr, stdout } = await zxpj(['export', '-', '--to', 'docx'], { input });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('needs a format that it knows', async () => {
    const without = await zxpj(['export', 'a.json']);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('请加上 --to docx|xlsx|markdown');
    const other = await zxpj(['export', 'a.json', '--to', 'pdf']);
    expect([other.code, other.stderr]).toEqual([
      2,
      expect.stringContaining('docx, xlsx, markdown'),
    ]);
  });
});
