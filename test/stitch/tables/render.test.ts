import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/model/index.ts';
import { stitch, wholeGrids } from '../../../src/stitch/index.ts';
import { freeze, textDocument } from '../../support/stitch.ts';

function grids(source: string): Grid[] {
  return wholeGrids(freeze(stitch(textDocument(source)).value));
}

/** A grid's rows, `^` where a cell above goes on and `<` where one to the left does. */
function drawn({ rows, columns, cells }: Grid): string[] {
  const places = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { text, row, column, rowSpan, columnSpan } of cells) {
    for (let down = 0; down < rowSpan; down += 1) {
      for (let right = 0; right < columnSpan; right += 1) {
        const line = places[row + down];
        if (line !== undefined)
          line[column + right] = down === 0 && right === 0 ? text : down > 0 ? '^' : '<';
      }
    }
  }
  return places.map((line) => line.join('|'));
}

const source = [
  '绩效自评表',
  '项目名称|河湖巡查|',
  '项目资金(万元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
  '|年度资金总额|10.00|12.00|9.00|10|75.00%|7.50',
  '年度总体目标|预期目标|实际完成情况',
  '|巡查到位。|已巡查。',
  '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
  '|产出指标|可持|巡查次数|≥12次|11次|50|45',
  '||续影响指标|||||',
  '||数量指标|巡查里程|≥9|9|20|20',
  '|||清淤|≥9|9|20|20',
  '总分||||||100|92.50',
].join('\n');

describe('wholeGrids', () => {
  it('draws a form’s tables as a person knows them', () => {
    const [grid] = grids(source);
    expect(grid && drawn(grid)).toEqual([
      '绩效自评表|<|<|<|<|<|<',
      '项目名称|河湖巡查|<|<|<|<|<',
      '|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
      '年度资金总额|10.00|12.00|9.00|10|75.00%|7.50',
      '预期目标|巡查到位。|<|<|<|<|<',
      '实际完成情况|已巡查。|<|<|<|<|<',
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
      '效益指标|可持续影响指标|巡查次数|≥12次|11次|50|45',
      '产出指标|数量指标|巡查里程|≥9|9|20|20',
      '^|^|清淤|≥9|9|20|20',
      '总分|||||100|92.50',
    ]);
  });

  it('keeps where each text stood', () => {
    const cell = grids(source)[0]?.cells.find(({ text }) => text === '可持续影响指标');
    expect(cell?.origins.map(({ line }) => line)).toEqual([8, 9]);
  });

  it('draws one grid a form, counted from 0', () => {
    expect(grids(`${source}\n\n${source}`).map(({ id, geometry }) => [id, geometry])).toEqual([
      [0, 'spans'],
      [1, 'spans'],
    ]);
    expect(grids('甲|乙')).toEqual([]);
  });

  it('places every cell inside its grid, none over another', () => {
    for (const { rows, columns, cells } of grids(
      `${source}\n\n绩效目标表\n项目名称|甲|\n资金支出计划|3月底|6月底\n|50|100\n一级指标|三级指标|指标值\n产出指标|次数|5`,
    )) {
      const taken = cells.flatMap(({ row, column, rowSpan, columnSpan }) =>
        Array.from(
          { length: rowSpan * columnSpan },
          (_, at) => [row + Math.floor(at / columnSpan), column + (at % columnSpan)] as const,
        ),
      );
      expect(new Set(taken.map(String)).size).toBe(taken.length);
      expect(taken.every(([row, column]) => row < rows && column < columns)).toBe(true);
    }
  });
});
