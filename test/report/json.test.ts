import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPieces } from '../../src/report/index.ts';
import type { ParsedDocument, PerformanceForm } from '../../src/schema/index.ts';

function documentWith(file: string, forms: unknown[]): ParsedDocument {
  return {
    schemaVersion: '1.0',
    source: { file, format: 'tabbed', sha256: '0'.repeat(64), bytes: 1, pages: null },
    status: 'ok',
    forms: forms as PerformanceForm[],
    accounting: { total: 0, placed: 0, labels: 0, outside: 0, markup: 0, unplaced: 0 },
    unplaced: [{ text: '"forms": []', refs: [] }],
    diagnostics: [],
  };
}

describe('jsonPieces', () => {
  it('is the text of JSON.stringify, for any forms and any file name', () => {
    const form = fc.oneof(
      fc.constant({}),
      fc.dictionary(
        fc.string(),
        fc.oneof(fc.string(), fc.constant('"forms":[]'), fc.constant('a\nb')),
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constant('"forms": []')),
        fc.array(form, { maxLength: 4 }),
        (file, forms) => {
          const document = documentWith(file, forms);
          expect([...jsonPieces(document, false)].join('')).toBe(
            `${JSON.stringify(document, null, 2)}\n`,
          );
          expect([...jsonPieces(document, true)].join('')).toBe(`${JSON.stringify(document)}\n`);
        },
      ),
    );
  });
});
