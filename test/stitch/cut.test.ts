import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/model/index.ts';
import { stitch } from '../../src/stitch/index.ts';
import { documentOf, gridOf, texts } from '../support/stitch.ts';

const top = [
  '项目名称|河湖巡查|||||',
  '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
  '产出指标|数量指标|巡查次数|12次|12次|30|30',
  '||巡查里程|12次|12次|20|20',
  '|质量指标|合格率|100%|100%|10|10',
];
const end = [
  '|社会效益指标|受益人数|≥50人|60人|15|15',
  '满意度指标|满意度指标|群众满意度|≥90%|95%|15|15',
  '总分|||||100|99',
];

/** A page's rows, of which one was left open, in the cells that hold text or in all. */
function page(
  number: number,
  rows: readonly string[],
  row: number,
  side: 'above' | 'below',
  open: boolean,
): Grid {
  const grid = gridOf(rows, 'spans', { page: number, firstLine: number * 100 });
  return {
    ...grid,
    cells: grid.cells.map((cell) =>
      cell.row === row && (open || cell.column > 0) ? { ...cell, cut: { [side]: true } } : cell,
    ),
  };
}

/** The indicators that are read from a page's last row and the next page's first. */
function cut(upper: string, lower: string, open = true): string[] {
  const pages = [
    page(1, [...top, upper], top.length, 'below', open),
    page(2, [lower, ...end], 0, 'above', open),
  ];
  const indicators = stitch(documentOf(pages, [], 'pdf')).value.forms.flatMap(
    (form) => form.indicators,
  );
  expect(indicators.map(({ pieces }) => pieces.get('level3')?.text)).toEqual(
    expect.arrayContaining(['巡查次数', '巡查里程', '合格率', '受益人数', '群众满意度']),
  );
  return indicators
    .slice(3, -2)
    .map(({ level2, pieces }) =>
      texts([
        level2,
        ...(['level3', 'target', 'actual', 'weight', 'score'] as const).map((role) =>
          pieces.get(role),
        ),
      ]),
    );
}

describe('a row that a page’s end left open', () => {
  const whole = '经济效益指标|防疫物资采购项目满意度|≥80%覆盖率|不低于1120.66%|10|10';

  it('is one with the row that the next page’s start left open, whatever its numbers are', () => {
    expect(
      cut('效益指标|经济效益指标|防疫物资采|≥80%覆盖|不低于|10|10', '||购项目满意度|率|1120.66%||'),
    ).toEqual([whole]);
    expect(
      cut('效益指标||防疫物资采|≥80%覆盖|不低于||', '|经济效益指标|购项目满意度|率|1120.66%|10|10'),
    ).toEqual([whole]);
    expect(
      cut('效益指标||防疫物资采||||', '|经济效益指标|购项目满意度|≥80%覆盖率|不低于1120.66%|10|10'),
    ).toEqual([whole]);
    expect(
      cut('效益指标||防疫物资采购项目满意度|≥80%覆盖率|不低于1120.66%|10|10', '|经济效益指标|||||'),
    ).toEqual([whole]);
  });

  it('is a row of its own where both are weighed, or not all cells were open', () => {
    expect(
      cut('效益指标|经济效益指标|节约成本|5万元|6万元|5|5', '||增加收入|7万元|8万元|5|5'),
    ).toEqual(['经济效益指标|节约成本|5万元|6万元|5|5', '经济效益指标|增加收入|7万元|8万元|5|5']);
    expect(
      cut('效益指标|经济效益指标|节约成本|5万元|6万元|5|5', '||增加收入|7万元|8万元||', false),
    ).toHaveLength(2);
  });
});
