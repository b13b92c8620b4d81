import { describe, expect, it } from 'vitest';
import { addsUp, isBareSum } from '../../../src/stitch/blocks/total-sum.ts';
import { columnsOf, rowItem } from '../../support/stitch.ts';

const columns = columnsOf('level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score');

describe('isBareSum', () => {
  it.each([
    ['各项结果汇总|||||100|96', true],
    ['各项结果汇总|||||100|', true],
    ['各项结果汇总|||||—|96', false],
    ['各项结果汇总|||≥12次||100|96', false],
    ['产出指标|||||50|48', false],
    ['汇总如下，供参考|||||100|96', false],
    ['各项结果汇总||||||', false],
  ])('%s: %s', (row, expected) => {
    expect(isBareSum(rowItem(row), columns)).toBe(expected);
  });

  it('is none where the table asks for no values', () => {
    const bare = columnsOf('level1', 'level2', 'level3', 'weight', 'score');
    expect(isBareSum(rowItem('各项结果汇总|||100|96'), bare)).toBe(false);
  });
});

describe('addsUp', () => {
  const above = ['产出指标|数量指标|培训|2次|2次|30|30', '||验收|1次|1次|20|18'].map(rowItem);

  it.each([
    ['汇总|||||100|96', true],
    ['汇总|||||50|48', true],
    ['汇总|||||40|38', false],
  ])('%s: %s', (row, expected) => {
    expect(addsUp(rowItem(row), above, columns)).toBe(expected);
  });
});
