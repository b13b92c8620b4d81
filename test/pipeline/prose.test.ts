import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/pipeline/index.ts';
import { proseTexts } from '../support/prose/texts.ts';

/** Texts of each of 17 kinds. */
const each = 13;

describe('a text that is no form', () => {
  const texts = proseTexts(each);

  it('is there more than 200 times, each its own', () => {
    expect(new Set(texts.map(({ text }) => text)).size).toBeGreaterThanOrEqual(200);
  });

  it.each(texts.map((one) => [one.name, one] as const))('%s', async (_, { text, file }) => {
    const { forms, status } = await parseDocument(Buffer.from(text), { name: file });
    expect(forms).toEqual([]);
    expect(status).toBe('failed');
  });
});
