import { describe, expect, it } from 'vitest';
import { printed, withIdeographs } from '../../../src/formats/shared/radicals.ts';
import { parseDocument } from '../../../src/pipeline/index.ts';

describe('withIdeographs', () => {
  it.each([
    ['⼀级指标', '一级指标'],
    ['项⽬名称', '项目名称'],
    ['全年执⾏数', '全年执行数'],
    ['⻓期⻢路⻘苗', '长期马路青苗'],
    ['更新', '更新'],
    ['5⁄8 ㎡ ①', '5⁄8 ㎡ ①'],
  ])('%s is printed as %s', (text, read) => {
    expect(withIdeographs(text)).toBe(read);
    expect(printed(text)).toBe(read);
  });
});

describe('a text that was copied from such a PDF', () => {
  const lines = [
    '项⽬⽀出绩效⾃评表',
    '项⽬名称\t⻄坡护林\t主管部⻔\t云溪县林业局',
    '⼀级指标\t⼆级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分',
    '产出指标\t数量指标\t护林⾯积\t≥90亩\t92亩\t50\t50',
    '效益指标\t社会效益指标\t⽔源涵养\t达标\t达标\t50\t50',
  ];

  it.each([
    ['\n', 'line feeds'],
    ['\u0085', 'next-line characters'],
    ['\u2028', 'line separators'],
  ])('is read, and adds up, with %j (%s) between its lines', async (end) => {
    const bytes = new TextEncoder().encode(lines.join(end));
    const { forms, status, accounting } = await parseDocument(bytes, { name: 'copy.txt' });
    expect(status).toBe('ok');
    expect(forms[0]?.project.name).toBe('西坡护林');
    expect(forms[0]?.indicators.map(({ level3 }) => level3)).toEqual(['护林面积', '水源涵养']);
    expect(accounting.unplaced).toBe(0);
    const { total, ...parts } = accounting;
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
  });
});
