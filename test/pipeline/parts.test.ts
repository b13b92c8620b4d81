import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseDocument, parseInParts } from '../../src/pipeline/index.ts';
import { jsonPieces } from '../../src/report/index.ts';
import { fixtureCases } from '../support/fixtures.ts';

const cases = fixtureCases('forms').filter((_, index) => index % 8 === 0);

describe('a document in parts', () => {
  it.each(cases)('is the same when all of it is packed: $name', async ({ input }) => {
    const bytes = await readFile(input ?? '');
    const whole = await parseDocument(bytes, { refs: true });
    const { parts, serious, firstSerious } = await parseInParts(bytes, { refs: true }, 0);
    for (const compact of [false, true])
      expect([...jsonPieces(parts, compact)].join('')).toBe(
        [...jsonPieces(whole, compact)].join(''),
      );
    const warnings = whole.diagnostics.filter(({ severity }) => severity !== 'info');
    expect(serious).toBe(warnings.length);
    expect(firstSerious(2)).toEqual(warnings.slice(0, 2));
    expect(firstSerious(0)).toEqual([]);
  });
});
