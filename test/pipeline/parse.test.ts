import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError, parseDocument, parsedDocumentSchema } from '../../src/index.ts';
import { fixtures } from '../support/fixtures.ts';

const one = readFileSync(join(fixtures, 'forms/library-tabbed/input.txt'));
const two = readFileSync(join(fixtures, 'forms/two-forms-markdown/input.md'));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('parseDocument', () => {
  it('says what was read, by its bytes', async () => {
    const { source } = await parseDocument(one, { name: 'a/自评表.txt' });
    const sha256 = createHash('sha256').update(one).digest('hex');
    expect(source).toEqual({
      file: 'a/自评表.txt',
      format: 'tabbed',
      sha256,
      bytes: one.length,
      pages: null,
    });
  });

  it('has no file where none is named', async () => {
    expect((await parseDocument(one)).source.file).toBeNull();
  });

  it('leaves the bytes as they are and gives the same again', async () => {
    const bytes = Uint8Array.from(one);
    const first = await parseDocument(bytes);
    expect(await parseDocument(bytes)).toEqual(first);
    expect(Buffer.from(bytes).equals(one)).toBe(true);
  });

  it('puts refs into each form only where they are asked for', async () => {
    const [plain, located] = await Promise.all([
      parseDocument(two),
      parseDocument(two, { refs: true }),
    ]);
    expect(plain.forms.map((form) => form.refs)).toEqual([undefined, undefined]);
    expect(located.forms.map((form) => form.refs?.['/project/name']?.line)).toEqual([9, 32]);
    expect(parsedDocumentSchema.parse(located)).toEqual(located);
  });

  it('is failed where no form was found, every character outside', async () => {
    const { status, forms, accounting, diagnostics } = await parseDocument(
      encode('会议纪要\n议题：无\n'),
    );
    expect({ status, forms }).toEqual({ status: 'failed', forms: [] });
    expect(accounting).toEqual({
      total: 8,
      placed: 0,
      labels: 0,
      outside: 8,
      markup: 0,
      unplaced: 0,
    });
    expect(diagnostics.map(({ code, stage }) => ({ code, stage }))).toEqual([
      { code: 'no-form', stage: 'pipeline' },
    ]);
  });

  it('is partial where a form breaks off', async () => {
    const cut = readFileSync(join(fixtures, 'forms/cut-off/input.txt'));
    expect((await parseDocument(cut)).status).toBe('partial');
  });

  it('words diagnostics in the language that is asked for', async () => {
    const words = async (language: 'zh' | 'en'): Promise<string | undefined> =>
      (await parseDocument(encode('会议纪要'), { language })).diagnostics[0]?.message;
    expect(await words('zh')).toContain('没有找到');
    expect(await words('en')).toContain('no performance form was found');
  });

  it.each([
    ['empty-file', new Uint8Array(), {}],
    ['binary-content', new Uint8Array(5000), {}],
    ['unknown-encoding', one, { encoding: 'utf-9' }],
  ] as const)('rejects with InputError %s', async (code, bytes, options) => {
    const error: unknown = await parseDocument(bytes, options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code });
  });

  it('takes a view into a larger buffer, as a pool gives it', async () => {
    const pool = new Uint8Array(one.length + 20);
    pool.set(one, 10);
    const document = await parseDocument(pool.subarray(10, 10 + one.length));
    expect(document).toEqual(await parseDocument(one));
  });
});
