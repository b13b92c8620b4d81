import { describe, expect, it } from 'vitest';
import { partGlued } from '../../../src/stitch/rows/glued.ts';
import { columnsOf, itemText, rowItem } from '../../support/stitch.ts';

const columns = columnsOf('level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score');
const part = (row: string): string[] | null =>
  partGlued(rowItem(row), columns)?.map(itemText) ?? null;

describe('partGlued', () => {
  it('parts the rows of one line', () => {
    expect(
      part('产出指标|数量指标|巡查次数|≥12次|12次|10|10|||巡查里程|≥9公里|9公里|20|20'),
    ).toEqual(['产出指标|数量指标|巡查次数|≥12次|12次|10|10', '||巡查里程|≥9公里|9公里|20|20']);
    expect(part('||甲河|≥12次|12次|10|10|||乙河|≥9次|9次|20|20|||丙河|≥8次|8次|5|5|')).toHaveLength(
      3,
    );
  });

  it('parts rows that lost blanks where they met', () => {
    expect(
      part('产出指标|数量指标|巡查次数|≥12次|12次|10|10|巡查里程|≥9公里|9公里|20|20')?.[1],
    ).toBe('巡查里程|≥9公里|9公里|20|20');
  });

  it('parts rows without weights by their targets', () => {
    const bare = columnsOf('level1', 'level2', 'level3', 'target', 'basis');
    expect(
      partGlued(
        rowItem('产出指标|数量指标|巡查次数|≥12次|规划|产出指标|质量指标|合格率|≥90%|规划'),
        bare,
      ),
    ).toHaveLength(2);
  });

  it.each([
    ['a row of its width', '产出指标|数量指标|巡查次数|≥12次|12次|10|10'],
    ['blanks behind a row', '产出指标|数量指标|巡查次数|≥12次|12次|10|10||||||||'],
    ['remarks behind a row', '产出指标|数量指标|巡查次数|≥12次|12次|10|10|雨多|路远|人少|事忙'],
  ])('leaves %s', (_, row) => {
    expect(part(row)).toBeNull();
  });
});
