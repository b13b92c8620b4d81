import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectFormat, loadAdapter } from '../../src/formats/index.ts';
import { fixtureCases, updating } from '../support/fixtures.ts';
import { account, viewOf } from '../support/tables.ts';

describe.each([
  'tabbed',
  'cells',
  'markdown',
  'html',
  'docx',
  'xlsx',
  'xls',
  'words',
  'spaced',
] as const)('fixtures/formats/%s', (id) => {
  it.each(fixtureCases(`formats/${id}`).map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    async (_, fixture) => {
      if (fixture.input === undefined) throw new Error(`${fixture.expected} has no input`);
      const bytes = readFileSync(fixture.input);
      expect(detectFormat(bytes)).toBe(id);
      const adapter = await loadAdapter(id);
      const read = await adapter.read(bytes, {});
      const { total, found } = account(read);
      expect(found).toBe(total);
      const view = `${JSON.stringify(viewOf(read), null, 2)}\n`;
      if (updating) writeFileSync(fixture.expected, view);
      expect(readFileSync(fixture.expected, 'utf8')).toBe(view);
    },
  );
});
