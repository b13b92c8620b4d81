import { describe, expect, it } from 'vitest';
import { readAmounts } from '../../../src/stitch/blocks/amounts-below.ts';
import { itemsOf } from '../../support/stitch.ts';

function amounts(source: string): string[] | null {
  const [item, below] = itemsOf(source);
  if (item === undefined) return null;
  return (
    readAmounts(item, below)?.pairs.map(
      ({ label, terms, value }) => `${label.text || terms.join()}=${value?.text}`,
    ) ?? null
  );
}

describe('readAmounts', () => {
  it.each([
    ['资金总额|财政拨款|其他资金\n260|250|10', ['资金总额=260', '财政拨款=250', '其他资金=10']],
    [
      '预算资金（万元）|资金总额|财政拨款\n|260|—',
      ['资金总额=260', '财政拨款=—', 'formUnit=预算资金（万元）'],
    ],
  ])('%j', (source, expected) => {
    expect(amounts(source)).toEqual(expected);
  });

  it.each([
    '资金总额|260\n财政拨款|250',
    '资金总额|财政拨款\n260|已拨付',
    '资金总额|建设内容\n260|10',
    '资金总额|财政拨款|\n260||10',
    '资金总额|财政拨款\n\n260|250',
  ])('%j is none', (source) => {
    expect(amounts(source)).toBeNull();
  });
});
