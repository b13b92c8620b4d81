import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsedDocumentSchema } from '../../src/schema/index.ts';
import type { ParsedDocument } from '../../src/schema/index.ts';
import { zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';

const input = join(fixtures, 'forms/library-tabbed/input.txt');

async function parse(...args: string[]): Promise<ParsedDocument> {
  const run = await zxpj(['parse', ...args]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout) as ParsedDocument;
}

describe('zxpj parse', () => {
  it('prints the document, indented, and nothing on stderr', async () => {
    const run = await zxpj(['parse', input]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const document = parsedDocumentSchema.parse(JSON.parse(run.stdout));
    expect(run.stdout).toBe(`${JSON.stringify(JSON.parse(run.stdout), null, 2)}\n`);
    expect(document.source).toMatchObject({
      file: input,
      format: 'tabbed',
      bytes: (await readFile(input)).length,
      pages: null,
    });
    expect(document.forms.map((form) => form.project.name)).toEqual(['图书馆夜间开放']);
  });

  it('--compact: the same in one line', async () => {
    const [compact, indented] = await Promise.all([
      zxpj(['parse', input, '--compact']),
      zxpj(['parse', input]),
    ]);
    expect(compact.stdout.split('\n')).toHaveLength(2);
    expect(JSON.parse(compact.stdout)).toEqual(JSON.parse(indented.stdout));
  });

  it('-o: the same into a file, nothing on stdout', async () => {
    await inFolder(async (folder) => {
      const out = join(folder, '结果.json');
      const [toFile, toScreen] = await Promise.all([
        zxpj(['parse', input, '-o', out]),
        zxpj(['parse', input]),
      ]);
      expect(toFile).toMatchObject({ code: 0, stdout: '', stderr: '' });
      expect(await readFile(out, 'utf8')).toBe(toScreen.stdout);
    });
  });

  it('-: stdin, the same but for the name', async () => {
    const run = await zxpj(['parse', '-'], { input: await readFile(input) });
    const expected = await parse(input);
    expect(JSON.parse(run.stdout)).toEqual({
      ...expected,
      source: { ...expected.source, file: null },
    });
    expect(run.code).toBe(0);
  });

  it('--refs: every path leads to a value in its form', async () => {
    const [form] = (await parse(input, '--refs')).forms;
    const refs = Object.entries(form?.refs ?? {});
    expect(refs.length).toBeGreaterThan(40);
    for (const [path, ref] of refs) {
      const value = path
        .split('/')
        .slice(1)
        .reduce((at: unknown, key) => (at as Record<string, unknown>)[key], form);
      expect(value, path).toBeDefined();
      expect(ref.line, path).toBeGreaterThan(0);
    }
    expect((await parse(input)).forms[0]).not.toHaveProperty('refs');
  });

  it('--no-audit: the same without the audit', async () => {
    const [audited] = (await parse(input)).forms;
    const [bare] = (await parse(input, '--no-audit')).forms;
    expect(audited?.audit?.checks.exact).toBeGreaterThan(0);
    expect({ ...bare, audit: audited?.audit }).toEqual(audited);
    expect(bare).not.toHaveProperty('audit');
  });

  it('--encoding: the text in that encoding', async () => {
    await inFolder(async (folder) => {
      const path = join(folder, 'utf16.txt');
      await writeFile(path, Buffer.from(await readFile(input, 'utf8'), 'utf16le'));
      const { forms } = await parse(path, '--encoding', 'utf-16le');
      expect(forms).toEqual((await parse(input)).forms);
    });
  });

  it('--as: the format that is named, whatever the content looks like', async () => {
    expect((await zxpj(['parse', input, '--as', 'html'])).stdout).toContain('"format": "html"');
  });

  it('--lang: the language of the diagnostics', async () => {
    const cut = join(fixtures, 'forms/cut-off/input.txt');
    const [zh, en] = await Promise.all([
      zxpj(['parse', cut]),
      zxpj(['parse', cut, '--lang', 'en']),
    ]);
    expect(zh.stderr).toMatch(/\p{Script=Han}{6}/u);
    expect((JSON.parse(en.stdout) as ParsedDocument).diagnostics).toHaveLength(
      (JSON.parse(zh.stdout) as ParsedDocument).diagnostics.length,
    );
    expect(en.stderr).toMatch(/[a-z]+ [a-z]+ [a-z]+/u);
    expect(en.stdout).not.toBe(zh.stdout);
  });
});
