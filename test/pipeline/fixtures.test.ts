import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/pipeline/index.ts';
import { jsonPieces } from '../../src/report/index.ts';
import { parsedDocumentSchema } from '../../src/schema/index.ts';
import { fixtureCases, updating } from '../support/fixtures.ts';

const cases = fixtureCases('forms');

describe('whole parses of invented forms', () => {
  it('has cases', () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)('$name', async ({ input, expected, hasExpected }) => {
    if (input === undefined) throw new Error(`${expected} has no input beside it`);
    const document = await parseDocument(await readFile(input), {
      name: basename(input),
      refs: true,
    });
    // What the schema does not name it drops: equal means that nothing was.
    expect(parsedDocumentSchema.parse(document)).toEqual(document);
    const text = [...jsonPieces(document, false)].join('');
    if (updating) await writeFile(expected, text);
    else if (!hasExpected)
      throw new Error(
        `${expected} is missing; look at what UPDATE=1 npm test writes, then commit it`,
      );
    else expect(JSON.parse(text)).toEqual(JSON.parse(await readFile(expected, 'utf8')));
  });
});
