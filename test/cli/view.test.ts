import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';

const library = join(fixtures, 'forms/library-tabbed/input.txt');

describe('zxpj view', () => {
  it('writes the page beside the file and says where', async () => {
    await inFolder(async (cwd) => {
      await copyFile(library, join(cwd, '自评表.txt'));
      const { code, stdout, stderr } = await zxpj(['view', '自评表.txt'], { cwd });
      expect([code, stdout, stderr]).toEqual([
        0,
        '',
        '已写出 自评表.txt.review.html，用浏览器打开即可。\n',
      ]);
      const page = await readFile(join(cwd, '自评表.txt.review.html'), 'utf8');
      expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/u);
      expect(page).toContain('图书馆夜间开放');
      expect(page).toContain('L10');
    });
  });

  it('writes to -o, and to standard output where it reads standard input', async () => {
    await inFolder(async (cwd) => {
      const { code, stderr } = await zxpj(['view', library, '-o', 'page.html', '--lang', 'en'], {
        cwd,
      });
      expect([code, stderr]).toEqual([0, 'wrote page.html; open it in a browser.\n']);
      expect(await readFile(join(cwd, 'page.html'), 'utf8')).toContain('<html lang="en">');
      const piped = await zxpj(['view', '-'], { cwd, input: await readFile(library) });
      expect(piped.stdout).toMatch(/<\/html>\n$/u);
    });
  });

  it('ends with 1 where a part was read, with 2 where there is no form', async () => {
    await inFolder(async (cwd) => {
      expect(
        (await zxpj(['view', join(fixtures, 'forms/cut-off/input.txt'), '-o', 'a.html'], { cwd }))
          .code,
      ).toBe(1);
      const { code, stderr } = await zxpj(
        ['view', join(fixtures, 'forms/no-form-procurement/input.txt'), '-o', 'b.html'],
        { cwd },
      );
      expect(code).toBe(2);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect((await zxpj(['view', join(cwd, 'a.html'), '-o', 'a.html'], { cwd })).code).toBe(2);
    });
  });
});

describe('zxpj check', () => {
  it('writes a page and a workbook of many files', async () => {
    await inFolder(async (cwd) => {
      const { code, stdout } = await zxpj(
        [
          'check',
          library,
          join(fixtures, 'forms/target-plain/input.md'),
          '--reporter',
          'text',
          '--reporter',
          'html=page.html',
          '--reporter',
          'xlsx=book.xlsx',
        ],
        { cwd },
      );
      expect(code).toBe(0);
      expect(stdout).toContain('文件 2 个');
      expect(await readFile(join(cwd, 'page.html'), 'utf8')).toContain('id="f1"');
      expect(Object.keys(unzipSync(await readFile(join(cwd, 'book.xlsx'))))).toContain(
        'xl/worksheets/sheet5.xml',
      );
    });
  });
});
