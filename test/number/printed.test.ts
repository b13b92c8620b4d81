import { describe, expect, it } from 'vitest';
import { printedDecimal, printedFigure } from '../../src/number/index.ts';

describe('printedDecimal', () => {
  it.each([
    ['10', '10'],
    ['10.00', '10.00'],
    ['0', '0'],
    ['1,043.40', '1043.40'],
    ['136,250.54', '136250.54'],
    ['1,234,567', '1234567'],
    ['98.21000000000001', '98.21000000000001'],
    ['-3.50', '-3.50'],
    ['−3.50', '-3.50'],
    ['34.26%', '34.26'],
    ['34.26 %', '34.26'],
    ['34.26％', '34.26'],
    ['１，０４３．４０', '1043.40'],
    ['１００％', '100'],
    ['10分', '10'],
    ['（10）', '10'],
    ['5.60万元', '5.60'],
    ['136元', '136'],
    ['  187.72\n', '187.72'],
    ['1 043.40', '1043.40'],
    ['￥1,043.40', '1043.40'],
    ['¥ 5.60万元', '5.60'],
    ['-￥3', '-3'],
    ['.5', '0.5'],
  ])('%j is %s', (text, digits) => {
    expect(printedDecimal(text)).toBe(digits);
  });

  it.each([
    '',
    ' ',
    '\u3000',
    '-',
    '—',
    '——',
    '－',
    '/',
    '无',
    ' 无 ',
    '#DIV/0!',
    '#N/A',
    'N/A',
    'n/a',
    '不适用',
    '＃ＤＩＶ/0！',
  ])('%j holds nothing', (text) => {
    expect(printedFigure(text)).toEqual({ kind: 'nothing' });
    expect(printedDecimal(text)).toBeNull();
  });

  it.each([
    '良好',
    '10 10',
    '9.5 9.50',
    '1,04',
    '12,34.5',
    '1.2.3',
    '5-10',
    '10次',
    '≥95%',
    '第3页',
    '10/10',
    '1e3',
    '%',
    '.',
    '- 5 -',
    '一百',
    '￥',
    '￥￥5',
    '不适用于本项目',
  ])('%j is text, no figure', (text) => {
    expect(printedFigure(text)).toEqual({ kind: 'text' });
    expect(printedDecimal(text)).toBeNull();
  });
});
