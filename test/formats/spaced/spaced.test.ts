import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/formats/index.ts';
import { adapter } from '../../../src/formats/spaced/index.ts';
import { parseDocument } from '../../../src/pipeline/index.ts';
import { fixtureCases, fixtures } from '../../support/fixtures.ts';
import { account } from '../../support/tables.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const cases = fixtureCases('formats/spaced').map(
  ({ name, input }) => [name, readFileSync(input ?? '')] as const,
);

describe('lines kept apart by spaces', () => {
  it.each(cases)(
    '%s gives the fields of the form, and says what told columns',
    async (_, bytes) => {
      const { status, forms, diagnostics } = await parseDocument(bytes, { name: 'form' });
      const native = join(fixtures, 'forms/funds-total-by-its-sum/expected.json');
      const [expected] = (
        JSON.parse(readFileSync(native, 'utf8')) as { forms: Record<string, unknown>[] }
      ).forms;
      expect(forms[0]).toMatchObject({
        project: expected?.['project'],
        implementingUnit: expected?.['implementingUnit'],
        goal: expected?.['goal'],
        total: expected?.['total'],
        indicators: expected?.['indicators'],
      });
      expect(status).toBe('partial');
      const codes = diagnostics.map(({ code }) => code);
      expect(codes).toContain('columns-by-place');
      expect(codes).not.toContain('text-unplaced');
    },
  );

  it.each(cases)('%s, cut anywhere, loses no word that is still there', async (_, bytes) => {
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const text = Buffer.from(bytes).toString('utf8');
      const cut = bytesOf(text.slice(0, Math.floor(share * text.length)));
      const { total, found } = account(await adapter.read(cut, {}));
      expect(found).toBe(total);
    }
  });

  it('names the line of a cell, and all lines of one that goes on', async () => {
    const text = [
      '项目名称    果园滴灌        实施单位    农技站',
      '一级指标    三级指标        指标值      分值',
      '产出指标    铺设管道总长度  8公里       30',
      '            及附属阀门',
      '            验收合格率      100%        20',
    ].join('\n');
    const { value } = await adapter.read(bytesOf(text), {});
    const cells = value.grids.flatMap((grid) => grid.cells);
    const long = cells.find((cell) => cell.text.startsWith('铺设管道'));
    expect(long?.text).toBe('铺设管道总长度\n及附属阀门');
    expect(long?.origins[0]).toMatchObject({ line: 3, endLine: 4 });
    expect(cells.find((cell) => cell.text === '20')?.origins[0]).toMatchObject({ line: 5 });
  });

  it('loses no character of any lines', async () => {
    const word = fc.constantFrom(
      '项目名称',
      '一级指标',
      '三级指标',
      '8公里',
      '30',
      '预期目标',
      'a',
    );
    const gap = fc.constantFrom(' ', '  ', '     ', '\t', '\u3000', '\f', '\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 60 }),
        async (parts) => {
          const { total, found } = account(await adapter.read(bytesOf(parts.flat().join('')), {}));
          expect(found).toBe(total);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the sniffer', () => {
  it.each([
    ['项目名称和主管部门由单位填写。  预期目标也是。\n'.repeat(9), 'tabbed'],
    ['项目名称\t果园滴灌  甲\n主管部门\t乙  丙\n一级指标\t二级指标\n', 'tabbed'],
    ['| 项目名称  甲 | 主管部门  乙 |\n|---|---|\n| 一级指标  丙 | 二级指标 |\n', 'markdown'],
  ])('leaves %j to its format', (text, format) => {
    expect(detectFormat(bytesOf(text))).toBe(format);
  });
});
