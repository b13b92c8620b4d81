import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/model/index.ts';
import { parseDocument } from '../../../src/pipeline/index.ts';
import { openDocument, readDocument } from '../../../src/pipeline/read.ts';

const form = (name: string): string[] => [
  '项目支出绩效自评表,,,,,,',
  `项目名称,${name},,,,,`,
  '一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分',
  '产出指标,数量指标,清淤长度,3公里,3公里,50,50',
  '效益指标,社会效益指标,受益户数,80户,82户,40,40',
  '满意度指标,服务对象满意度指标,村民满意度,≥90%,95%,10,10',
  '总分,,,,,100,100',
];
const many = Array.from({ length: 200 }, (_, index) => form(`渠道清淤${String(index)}`)).flat();
const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'));

async function told(lines: readonly string[]): Promise<Grid[]> {
  const tables = await openDocument(bytes(lines), { name: 'forms.csv' });
  return [...tables.grids()];
}

describe('a grid of many rows', () => {
  it('is told in parts, so that no more than these need be kept', async () => {
    const parts = await told(many);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(({ id }) => id)).toEqual(parts.map(() => 0));
    expect(parts.map(({ goesOn }) => goesOn)).toEqual([
      undefined,
      ...parts.slice(1).map(() => true),
    ]);
    expect(parts.reduce((sum, { rows }) => sum + rows, 0)).toBe(many.length);
  });

  it('is one where all is read at once, its rows counted through', async () => {
    const [grid, ...more] = (await readDocument(bytes(many), { name: 'forms.csv' })).value.grids;
    expect(more).toEqual([]);
    expect(grid?.rows).toBe(many.length);
    expect(grid?.cells.every(({ row, origins }) => origins[0]?.row === row)).toBe(true);
  });

  it('gives the forms that it holds, wherever a part ends', async () => {
    const { forms, status, accounting } = await parseDocument(bytes(many), { name: 'forms.csv' });
    expect(status).toBe('ok');
    expect(forms.map(({ project }) => project.name)).toEqual(
      Array.from({ length: 200 }, (_, index) => `渠道清淤${String(index)}`),
    );
    expect(new Set(forms.map(({ indicators }) => indicators.length))).toEqual(new Set([3]));
    expect(accounting.unplaced).toBe(0);
  });

  it('is told whole in a frame, whose numbers only all rows show', async () => {
    const framed = many.map((line, index) => `${String(index)},${line}`);
    const [grid, ...more] = await told(framed);
    expect(more).toEqual([]);
    expect(grid?.columns).toBe(7);
  });
});
