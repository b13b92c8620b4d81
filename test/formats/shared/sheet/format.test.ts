import { describe, expect, it } from 'vitest';
import { displayed } from '../../../../src/formats/shared/sheet/format.ts';

const show = (value: number, format: string): string => displayed(value, format, false);

describe('a number as a cell shows it', () => {
  it.each([
    [9.825, '0.00', '9.83'],
    [1.005, '0.00', '1.01'],
    [-1.005, '0.00_);(0.00)', '(1.01)'],
    [0.98725, '0.00%', '98.73%'],
    [0.985, '0%', '99%'],
    [9.8249, '0.00', '9.82'],
    [9.82499999, '0.00', '9.82'],
    [0.30000000000000004, 'General', '0.3'],
    [98.21000000000001, '0.00', '98.21'],
  ])('%d as %s is rounded by the digits that Excel shows of it', (value, format, text) => {
    expect(show(value, format)).toBe(text);
  });

  it.each([
    [5, '0.00元', '5.00元'],
    [1234.5678, '¥#,##0.00', '¥1,234.57'],
    [0.95, '≥0%', '≥95%'],
    [45356, 'yyyy年m月d日', '2024年3月5日'],
    [-3, '#,##0.00;[红色]-#,##0.00', '-3.00'],
    [3.5, '[$¥-804]#,##0.00', '¥3.50'],
    [9.5, 'G/通用格式"分"', '9.5分'],
  ])('%d as %s shows what is not ASCII as it stands', (value, format, text) => {
    expect(show(value, format)).toBe(text);
  });

  it.each([
    [98.125, '98.13'],
    [59.5, '-59.50-'],
    [75, '75.0'],
    [-3.5, '--3.50-'],
  ])('%d shows the part of a format whose condition it meets, with its sign', (value, text) => {
    expect(show(value, '[Red][<60]"-"0.00"-";[Blue][>=90]0.00;0.0')).toBe(text);
  });

  it('keeps its sign where it meets no condition', () => {
    expect(show(-3.5, '[=0]"—";0.00')).toBe('-3.50');
    expect(show(0, '[=0]"—";0.00')).toBe('—');
  });
});
