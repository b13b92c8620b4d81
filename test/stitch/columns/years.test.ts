import { describe, expect, it } from 'vitest';
import { headingsAt } from '../../../src/stitch/columns/headings.ts';
import { itemsOf } from '../../support/stitch.ts';

/** The words over the target's column in the cheapest reading of a heading. */
function target(lines: readonly string[], at: number): string | undefined {
  const readings = headingsAt(itemsOf(lines.join('\n')), at);
  const [best] = [...readings].sort((a, b) => a.cost - b.cost);
  return best?.columns.find(({ role }) => role === 'target')?.heading?.text;
}

const heading = '一级指标|二级指标|三级指标|2022年指标值|2023年指标值|2024年指标值';
const row = '产出指标|数量指标|培训人数|80人|90人|100人';

describe('of the values of several years', () => {
  it('the form’s own year is the target', () => {
    expect(target(['（2023年度）', heading, row], 1)).toBe('2023年指标值');
  });

  it('else the last', () => {
    expect(target([heading, row], 0)).toBe('2024年指标值');
    expect(target(['（2019年度）', heading, row], 1)).toBe('2024年指标值');
  });
});
