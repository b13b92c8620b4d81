import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/pipeline/index.ts';
import { checkTable, differingLines, fieldLines } from '../support/field-table.ts';
import { fixtures } from '../support/fixtures.ts';

const file = fileURLToPath(new URL('field-table.txt', import.meta.url));

/** Files that LibreOffice must convert give the same forms as their printings in other formats. */
const needsSoffice = /\.(?:doc|rtf)$/u;

/** Paths below fixtures/, with `/`, in an order that no machine's locale changes. */
function inputs(): string[] {
  return ['forms', 'formats', 'cross-format']
    .flatMap((stage) =>
      readdirSync(join(fixtures, stage), { recursive: true, encoding: 'utf8' }).map((path) =>
        `${stage}/${path}`.replaceAll('\\', '/'),
      ),
    )
    .filter((path) => /\/input\.\w+$/u.test(path) && !needsSoffice.test(path))
    .sort();
}

describe('fields read from every fixture', () => {
  it('are those of field-table.txt', { timeout: 60_000 }, async () => {
    const table = new Map<string, string[]>();
    for (const path of inputs()) {
      const bytes = new Uint8Array(readFileSync(join(fixtures, path)));
      // The name tells CSV whose lines have unequal lengths.
      const document = await parseDocument(bytes, { name: basename(path) });
      table.set(path.replace('/input.', '.'), fieldLines(document));
    }
    expect(table.size).toBeGreaterThan(100);
    expect(checkTable(file, table)).toBe('');
  });

  it('differ by one line where one goal is lost', async () => {
    const bytes = new Uint8Array(
      readFileSync(join(fixtures, 'cross-format/target/html/input.html')),
    );
    const document = await parseDocument(bytes);
    const goalless = {
      ...document,
      forms: document.forms.map((form) =>
        form.kind === 'target' ? { ...form, goal: { expected: null } } : form,
      ),
    };
    const [was, is] = [document, goalless].map((one) => new Map([['it', fieldLines(one)]]));
    expect(differingLines(was ?? new Map(), is ?? new Map())).toEqual([
      'it',
      '- goal           expected 1/0',
      '+ goal           expected 0/1',
    ]);
  });
});
