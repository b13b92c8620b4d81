import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { renderHtml } from '../../src/report/html/index.ts';
import { unpack } from '../../src/report/html/page/unpack.ts';
import type { Packed } from '../../src/report/html/data.ts';
import { script } from '../../src/report/html/assets.ts';
import { page } from '../../src/messages/page.ts';
import { fixtureCases } from '../support/fixtures.ts';
import { hostileForm } from '../support/hostile-form.ts';
import { fileOf, runOver, runWithFiles } from '../support/page.ts';
import { assetsFile, assetsOf } from '../support/scripts/page-assets.js';

const cases = fixtureCases('forms').filter(({ input }) => input !== undefined);

function blocks(html: string): unknown[] {
  return [...html.matchAll(/<script type="application\/json" id="\w+">([^]*?)<\/script>/gu)].map(
    ([, json]) => JSON.parse(json ?? '') as unknown,
  );
}

describe('the page', () => {
  it('has the program that its sources make (npm run page)', async () => {
    expect(readFileSync(assetsFile, 'utf8')).toBe(await assetsOf());
  });

  it('lets nothing run but its own program', () => {
    const html = [...renderHtml(runWithFiles([fileOf(hostileForm('self-evaluation'))]))].join('');
    const outside = html
      .replace(/<script type="application\/json"[^>]*>[^<]*<\/script>/gu, '')
      .replace(script, '');
    expect(outside.match(/<script/gu)).toHaveLength(1);
    expect(outside).toContain("default-src 'none'; script-src 'sha256-");
    expect(outside).not.toMatch(/hacked|https?:/u);
  });

  it.each(cases)(
    '$name: shows every value of the form, and every finding at a cell',
    async ({ input }) => {
      const run = await runOver([input ?? '']);
      const forms = run.files.flatMap((file) => file.forms);
      const packed = blocks([...renderHtml(run)].join('')).slice(0, -1) as Packed[];
      expect(packed).toHaveLength(forms.length);
      for (const [at, one] of packed.entries()) {
        const { layout, findings, places } = unpack(one);
        const form = forms[at]?.form;
        // What a form does not print has no cell.
        expect(
          findings.filter(({ cell, level }) => cell === null && level !== 'unverifiable'),
        ).toEqual([]);
        const shown = layout.cells.map(({ text }) => text).join('\n');
        const texts = [
          form?.project.name,
          ...(form?.indicators ?? []).flatMap(({ level3, target }) => [level3, target.text]),
          ...(form?.extras ?? []).map(({ value }) => value),
        ];
        for (const text of texts) expect(shown).toContain(text ?? '');
        expect(places.size).toBeGreaterThanOrEqual(5);
        const [filled] = layout.cells.flatMap((cell, cellAt) =>
          cell.paths.includes('/project/name') && cell.text !== '' ? [cellAt] : [],
        );
        if (filled !== undefined) expect(places.get(filled)).toMatch(/^[LT]/u);
      }
    },
  );

  it('covers the grid of each form once', async () => {
    const run = await runOver(cases.flatMap(({ input }) => input ?? []));
    for (const packed of blocks([...renderHtml(run)].join('')).slice(0, -1) as Packed[]) {
      const { layout } = unpack(packed);
      const taken = new Set<string>();
      for (const { row, column, rowSpan, columnSpan } of layout.cells) {
        for (let down = row; down < row + rowSpan; down += 1)
          for (let right = column; right < column + columnSpan; right += 1)
            taken.add(`${down},${right}`);
      }
      const area = layout.cells.reduce(
        (sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan,
        0,
      );
      expect(area).toBe(layout.rows * layout.columns);
      expect(taken.size).toBe(area);
    }
  });

  it('says the same in both languages', () => {
    for (const { zh, en } of Object.values(page)) {
      expect([...en.matchAll(/\{\w+\}/gu)].map(String).sort()).toEqual(
        [...zh.matchAll(/\{\w+\}/gu)].map(String).sort(),
      );
    }
  });
});
