import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/pipeline/index.ts';
import { checkTable, fieldLines } from '../support/field-table.ts';
import { hasShared, shared } from '../support/real.ts';

/** Counts only: nothing of what the documents say may stand in the project. */
const file = fileURLToPath(new URL('field-table.txt', import.meta.url));

describe.skipIf(!hasShared)('fields read from the real documents', () => {
  it('are those of field-table.txt', async () => {
    const table = new Map<string, string[]>();
    for (const name of readdirSync(join(shared, 'inputs')).sort()) {
      const bytes = new Uint8Array(readFileSync(join(shared, 'inputs', name)));
      table.set(name, fieldLines(await parseDocument(bytes, { name })));
    }
    expect(checkTable(file, table)).toBe('');
  });
});
