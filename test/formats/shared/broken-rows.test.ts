import { describe, expect, it } from 'vitest';
import { joinBroken, joinCells } from '../../../src/formats/shared/broken-rows.ts';

const rowsOf = (text: string): string[] => {
  const rows = text.split('\n').map((line) => line.split('|'));
  return joinBroken(rows).map(([from, to]) =>
    joinCells(rows.slice(from, to).map((cells) => cells.map((cell) => ({ text: cell, line: 1 }))))
      .map((cell) => cell.text.replaceAll('\n', ''))
      .join('|'),
  );
};

describe('rows that a copy broke within a cell', () => {
  it.each([
    [
      'words that are none alone',
      '年度\n总体\n目标|预期目标|实际完成情况',
      ['年度总体目标|预期目标|实际完成情况'],
    ],
    ['a unit in brackets', '项目资金\n（元）||年初预算数', ['项目资金（元）||年初预算数']],
    ['a level', '效益指标|社会效益\n指标|保障出行|有效', ['效益指标|社会效益指标|保障出行|有效']],
    [
      'a row too short for its heading',
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标|数量指标|维护灯具\n数量|≥3盏|3盏|30|30',
      [
        '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
        '产出指标|数量指标|维护灯具数量|≥3盏|3盏|30|30',
      ],
    ],
    [
      'goals of several lines',
      '年度总体目标|预期目标|实际完成情况\n1.修堤。\n2.清淤。|1.已修。\n2.已清。\n绩效指标|一级指标',
      [
        '年度总体目标|预期目标|实际完成情况',
        '1.修堤。2.清淤。|1.已修。2.已清。',
        '绩效指标|一级指标',
      ],
    ],
  ])('joins %s', (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it.each([
    ['a heading above the number of a row', '序号|一级指标|指标得分\n1|产出指标|5.00'],
    ['a heading above a total', '年初预算|单位自查评分\n合计|896.28'],
    ['a reason above a level', '质量指标|80|上游突变\n满意度指标|90|无'],
    ['a year above a label', '（2032年度）\n项目名称|清淤'],
  ])('leaves %s', (_, text) => {
    expect(rowsOf(text)).toEqual(text.split('\n'));
  });
});
