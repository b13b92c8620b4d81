import { describe, expect, it } from 'vitest';
import { findHeading } from '../../../src/stitch/columns/headings.ts';
import { itemsOf } from '../../support/stitch.ts';

function roles(...lines: readonly string[]): string {
  return (
    findHeading(itemsOf(lines.join('\n')), 0)
      ?.columns.map(({ role }) => role)
      .join(' ') ?? ''
  );
}

describe('withLevelColumns', () => {
  const heading = '指标类别|指标名称|目标值|完成值|得分';

  it.each([
    ['数量指标|巡查|12次|12次|5', 'level2 level3 target actual score'],
    ['产出指标|巡查|12次|12次|5', 'level1 level3 target actual score'],
    ['满意度指标|满意度|90%|92%|5', 'level2 level3 target actual score'],
    ['定量|巡查|12次|12次|5', 'other level3 target actual score'],
    ['|巡查|12次|12次|5', 'other level3 target actual score'],
  ])('%s: %s', (row, expected) => {
    expect(roles(heading, row)).toBe(expected);
  });

  it('asks the next rows where a label is of both levels', () => {
    expect(roles(heading, '成本指标|单价|12元|12元|5', '产出指标|巡查|12次|12次|5')).toBe(
      'level1 level3 target actual score',
    );
    expect(roles(heading, '数量指标|巡查|12次|12次|5', '按月填报|巡查|12次|12次|5')).toBe(
      'other level3 target actual score',
    );
  });

  it('asks a block’s column where no other holds levels', () => {
    expect(
      roles('绩效指标|指标名称|目标值|得分', '产出数量|巡查|12次|5', '社会效益|预警|1次|5'),
    ).toBe('level2 level3 target score');
    expect(roles('绩效指标|二级指标|指标名称|目标值|得分', '产出指标|数量指标|巡查|12次|5')).toBe(
      'block level2 level3 target score',
    );
  });

  it('names each level once, and leaves words alone that name another part', () => {
    expect(roles('二级指标|指标类别|指标名称|目标值|得分', '数量指标|数量指标|巡查|12次|5')).toBe(
      'level2 other level3 target score',
    );
    expect(roles('备注|指标名称|目标值|得分', '数量指标|巡查|12次|5')).toBe(
      'other level3 target score',
    );
  });
});
