import { describe, expect, it } from 'vitest';
import { findDelimiter, isRagged } from '../../../src/formats/csv/delimiter.ts';
import { sniff } from '../../../src/formats/csv/sniff.ts';

const rows = ['项目名称,旧井封填,,', '实施单位,水资源站,,', '产出指标,数量指标,封填数量,11口'];
const lines = (...parts: readonly (readonly string[])[]): string => `${parts.flat().join('\n')}\n`;

describe('findDelimiter', () => {
  it.each([
    ['a title and notes stand bare', lines(['绩效自评表', '（2032年度）'], rows, rows)],
    ['every line is as wide', lines(rows)],
  ])('sees commas where %s', (_, text) => {
    expect(findDelimiter(text)).toBe(',');
  });

  it.each([
    ['most lines are bare', lines(['一', '二', '三', '四', '五', '六'], rows)],
    ['those with commas are of many widths', lines(rows, ['甲,乙', '甲,乙,丙', '甲,乙,丙,丁,戊'])],
    ['sentences have two parts each', lines(['清理山塘,修复溢洪道', '巡查到位,水质改善'])],
  ])('sees none where %s', (_, text) => {
    expect(findDelimiter(text)).toBeNull();
  });
});

describe('isRagged', () => {
  const ragged = lines(['绩效自评表', '项目名称,旧井封填', '甲,乙,丙', '甲,乙,丙,丁,戊']);

  it('holds where most lines are parted, by however many commas', () => {
    expect(findDelimiter(ragged)).toBeNull();
    expect(isRagged(ragged)).toBe(true);
    expect(isRagged(lines(['绩效自评表', '一段说明', '又一段', '甲,乙,丙', '甲,乙']))).toBe(false);
    expect(isRagged(lines(['甲,乙', '丙,丁']))).toBe(false);
  });

  it('counts only for a file that calls itself CSV', () => {
    const bytes = new TextEncoder().encode(ragged);
    expect(sniff(bytes, '自评表.CSV')).toBeGreaterThan(0);
    expect(sniff(bytes, '自评表.txt')).toBe(0);
    expect(sniff(bytes)).toBe(0);
  });
});
