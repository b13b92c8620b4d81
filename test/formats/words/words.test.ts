import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/formats/index.ts';
import { adapter } from '../../../src/formats/words/index.ts';
import { parseDocument } from '../../../src/pipeline/index.ts';
import { fixtureCases, fixtures } from '../../support/fixtures.ts';
import { account } from '../../support/tables.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const cases = fixtureCases('formats/words').map(
  ({ name, input }) => [name, readFileSync(input ?? '')] as const,
);

describe('words with places', () => {
  it.each(cases)(
    '%s gives the fields of the form, and says where they come from',
    async (_, bytes) => {
      const { status, forms, diagnostics, accounting } = await parseDocument(bytes, {
        name: 'form',
      });
      const [form] = forms;
      const native = join(fixtures, 'forms/funds-total-by-its-sum/expected.json');
      const [expected] = (
        JSON.parse(readFileSync(native, 'utf8')) as { forms: Record<string, unknown>[] }
      ).forms;
      expect(form).toMatchObject({
        project: expected?.['project'],
        implementingUnit: expected?.['implementingUnit'],
        total: expected?.['total'],
        indicators: expected?.['indicators'],
      });
      expect(status).toBe('partial');
      expect(diagnostics.map(({ code }) => code)).toContain('columns-by-place');
      expect(accounting.markup).toBe(0);
    },
  );

  it.each(cases)('%s, cut anywhere, loses no word that is still there', async (_, bytes) => {
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const read = await adapter.read(bytes.subarray(0, Math.floor(share * bytes.length)), {
        encoding: 'utf-8',
      });
      const { total, found } = account(read);
      expect(found).toBe(total);
    }
  });

  it('names the page and the place of a cell', async () => {
    const [, bytes] = cases.find(([name]) => name === 'pdftotext-bbox') ?? [];
    const { value } = await adapter.read(bytes ?? new Uint8Array(), {});
    const cell = value.grids[0]?.cells.find(({ text }) => text === '果园滴灌');
    expect(cell?.origins[0]).toMatchObject({
      page: 1,
      boxes: [[127.62, expect.any(Number), 175.62, expect.any(Number)]],
    });
  });

  it('keeps words whose place is damaged', async () => {
    const source =
      '<doc><page width="1" height="1"><word xMin="x" yMin="">总分</word><word>100</word></page></doc>';
    const read = await adapter.read(bytesOf(source), {});
    expect(account(read)).toMatchObject({ total: 5, found: 5 });
  });
});

describe('the sniffer', () => {
  it.each([
    ['<!doctype html><html><body><table><tr><td>项目名称<td>甲</table></body></html>', 'html'],
    ['level\tpage\tleft\n1\t2\t3\n', 'tabbed'],
    ['{"Pages": "a chapter on Texts"}', 'tabbed'],
  ])('leaves %s to its format', (text, format) => {
    expect(detectFormat(bytesOf(text))).toBe(format);
  });
});
