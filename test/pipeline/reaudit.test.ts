import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/pipeline/index.ts';
import { parsedDocumentSchema } from '../../src/schema/index.ts';
import type { ParsedDocument } from '../../src/schema/index.ts';
import { fixtures } from '../support/fixtures.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = await readFile(join(fixtures, 'forms/library-tabbed/input.txt'), 'utf8');
const read = await parseDocument(encode(text), { name: 'a.txt' });
const again = (value: string): Promise<ParsedDocument> =>
  parseDocument(encode(value), { name: 'a.json' });
const rates = ({ forms }: ParsedDocument): (string | null)[] =>
  forms.flatMap(({ audit }) => audit?.findings ?? []).map(({ printed }) => printed);

describe('JSON that was printed before', () => {
  it('comes out as it went in, and audited alike', async () => {
    const same = await again(JSON.stringify(read, null, 2));
    expect(same.forms).toEqual(read.forms);
    expect(same).toMatchObject({
      status: 'ok',
      accounting: read.accounting,
      source: { format: 'tabbed', file: 'a.json' },
    });
  });

  it('is audited anew after a correction', async () => {
    expect(rates(read)).toEqual([]);
    const spoilt = JSON.stringify(read).replaceAll('"96.00"', '"69.00"');
    expect(rates(await again(spoilt))).toEqual(['69.00', '69.00']);
  });

  it('says of a document read in part what its first audit said', async () => {
    const left = text.replace('总分\t', '总分\t\n\t\t\t杂项机制\t\t\t\t\n总分\t');
    const part = await parseDocument(encode(left), { name: 'b.txt' });
    expect(part.status).toBe('partial');
    const same = await again(JSON.stringify(part));
    expect(same.status).toBe('partial');
    expect(same.forms).toEqual(part.forms);
  });

  it('validates where it was a form by itself', async () => {
    const alone = await again(JSON.stringify(read.forms[0]));
    expect(parsedDocumentSchema.safeParse(alone).success).toBe(true);
  });

  it('may be a form, or forms and documents a line', async () => {
    const [form] = read.forms;
    expect((await again(JSON.stringify(form))).forms).toEqual([form]);
    const documents = [read, read].map((one) => `${JSON.stringify(one)}\n`).join('');
    expect((await again(documents)).forms).toEqual([form, form]);
    const lines = ['a', 'b', 'a'].map((file) => JSON.stringify({ file, number: 1, ...form }));
    expect((await again(lines.join('\n'))).forms).toEqual([form, form, form]);
  });

  it('is told where it is not what it should be', async () => {
    await expect(again('{"schemaVersion":"1.0","source":null}')).rejects.toMatchObject({
      code: 'not-our-json',
      data: { path: '/source' },
    });
    const broken = `${JSON.stringify(read)}\n{"kind":"target"`;
    await expect(again(broken)).rejects.toMatchObject({
      code: 'not-our-json',
      data: { path: '2' },
    });
  });

  it('of somebody else is read like any other file', async () => {
    expect((await again('{"a":1}')).status).toBe('failed');
  });
});
