import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/pipeline/index.ts';
import { parsedDocumentSchema } from '../../src/schema/index.ts';
import type { ParsedDocument } from '../../src/schema/index.ts';
import { hasShared, shared } from '../support/real.ts';

const documents = [
  { file: 'jiading-2024-ocr.txt', forms: 7, indicators: 98 },
  { file: 'jiading-2022-ocr.txt', forms: 11, indicators: 112 },
  { file: 'organisation-2024-cells.txt', forms: 7, indicators: 80 },
  { file: 'yinchuan-2023-ocr.md', forms: 16, indicators: 144 },
  { file: 'beidaihe-targets-cells.txt', forms: 13, indicators: 119 },
];

async function read(file: string): Promise<ParsedDocument> {
  return parseDocument(readFileSync(join(shared, 'inputs', file)), { name: file, refs: true });
}

describe.skipIf(!hasShared)('real text exports', () => {
  it.each(documents)(
    '$file: $forms forms with $indicators indicators',
    async ({ file, forms, indicators }) => {
      const document = await read(file);
      expect(document.forms).toHaveLength(forms);
      expect(document.forms.reduce((sum, form) => sum + form.indicators.length, 0)).toBe(
        indicators,
      );
      expect(parsedDocumentSchema.safeParse(document).error).toBeUndefined();
    },
  );

  it.each(documents)('$file: every character is accounted for', async ({ file }) => {
    const { total, placed, labels, outside, markup, unplaced } = (await read(file)).accounting;
    expect(placed + labels + outside + markup + unplaced).toBe(total);
  });

  it('all five together leave at most 10 characters unplaced', async () => {
    const read5 = await Promise.all(documents.map(({ file }) => read(file)));
    expect(
      read5.flatMap(({ unplaced }) => unplaced.map(({ text }) => text)).join('').length,
    ).toBeLessThanOrEqual(10);
    expect(read5.reduce((sum, { accounting }) => sum + accounting.unplaced, 0)).toBeLessThanOrEqual(
      10,
    );
  });

  const truths = (name: string): Truth[] =>
    hasShared ? (JSON.parse(readFileSync(join(shared, 'truth', name), 'utf8')) as Truth[]) : [];

  it.each(truths('forms.json'))(
    '$file, form $form comes out exactly',
    async ({ file, form, expected }) => {
      expect((await read(file)).forms[form - 1]).toMatchObject(expected);
    },
  );

  it.each(truths('all-forms.json'))(
    '$file, form $form comes out whole',
    async ({ file, form, expected }) => {
      const found = (await read(file)).forms[form - 1];
      expect(withoutSpace(found)).toMatchObject(withoutSpace(expected) as object);
    },
  );
});

interface Truth {
  readonly file: string;
  readonly form: number;
  readonly expected: object;
}

/** A form with the white space of all its texts taken out: the truth was written without caring for it. */
function withoutSpace(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/gu, '');
  if (Array.isArray(value)) return value.map(withoutSpace);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, withoutSpace(own)]));
}
