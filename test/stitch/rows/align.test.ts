import { describe, expect, it } from 'vitest';
import { alignRow } from '../../../src/stitch/rows/align.ts';
import { columnsOf, rowItem, spanItems, texts } from '../../support/stitch.ts';

const nine = columnsOf(
  'block',
  'level1',
  'level2',
  'level3',
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
);
const funds = columnsOf(
  'block',
  'fundLabel',
  'initialBudget',
  'annualBudget',
  'executed',
  'weight',
  'executionRate',
  'score',
);

function align(row: string, columns = nine): string {
  return texts(alignRow(rowItem(row), columns).row.pieces);
}

describe('alignRow: tab-separated rows', () => {
  it('leaves a row as wide as its heading where it is, though no level is known', () => {
    const ten = columnsOf(
      'level1',
      'level2',
      'level3',
      'other',
      'other',
      'target',
      'weight',
      'actual',
      'score',
      'deviation',
    );
    const row = '管理指标|项目立项|立项依据充分性||充分|充分|4|充分|4|';
    expect(align(row, ten)).toBe(row);
  });

  it('takes nothing for printed twice in a row as wide as its heading', () => {
    const eight = columnsOf(
      'level1',
      'level2',
      'level3',
      'target',
      'actual',
      'weight',
      'score',
      'deviation',
    );
    expect(align('产出指标|数量指标|巡查|5|5|十分|10|', eight)).toBe(
      '产出指标|数量指标|巡查|5|5|十分|10|',
    );
  });

  it.each([
    '|产出指标|数量指标|巡查次数|≥12次|12次|10|10|',
    '|||巡查里程|≥100公里|120公里|10|9.5|雨多，绕行。',
    '绩效指标|产出指标|数量指标|巡查次数|≥12次|12次|10|10|',
    '||数量指标|10|10|10|10|10|',
    '|||通过率|||10||',
    '|||||||9.5|',
    '||||||||雨多。',
    '|产出指标|||||||',
    '||||||||',
  ])('leaves %s where it stands', (row) => {
    expect(align(row)).toBe(row);
    expect(alignRow(rowItem(row), nine).shifted).toBe(false);
  });

  it.each([
    [
      '产出指标|数量指标|巡查次数|≥12次|12次|10|10|',
      '|产出指标|数量指标|巡查次数|≥12次|12次|10|10|',
    ],
    ['时效指标|完成时间|及时|及时|10|10||', '||时效指标|完成时间|及时|及时|10|10|'],
    ['|时效指标|完成时间|及时|及时|10|10||', '||时效指标|完成时间|及时|及时|10|10|'],
    ['|时效指标|完成及时性|及时|及时|10|10', '||时效指标|完成及时性|及时|及时|10|10|'],
    ['巡查里程|≥100公里|120公里|10|9.5|雨多。', '|||巡查里程|≥100公里|120公里|10|9.5|雨多。'],
    ['巡查里程|≥100公里|120公里|10|10|||', '|||巡查里程|≥100公里|120公里|10|10|'],
    ['社会效益指标|水清岸绿|良好|良好|30|30', '||社会效益指标|水清岸绿|良好|良好|30|30|'],
  ])('lets %s, which lost leading blanks, fall back into place', (row, expected) => {
    expect(align(row)).toBe(expected);
    expect(alignRow(rowItem(row), nine).shifted).toBe(true);
  });

  it.each([
    [
      '|产出指标|数量指标|巡查次数|≥12次|12次|10|10',
      '|产出指标|数量指标|巡查次数|≥12次|12次|10|10|',
    ],
    ['|产出指标|数量指标|巡查次数', '|产出指标|数量指标|巡查次数|||||'],
    [
      '|产出指标|数量指标|巡查次数|≥12次|12次|10|10|||',
      '|产出指标|数量指标|巡查次数|≥12次|12次|10|10|',
    ],
  ])('does not mind how many blanks end %s', (row, expected) => {
    expect(align(row)).toBe(expected);
  });

  it('takes a cell that was printed twice once', () => {
    const { row, dropped } = alignRow(
      rowItem('|产出指标|数量指标|数量指标|巡查次数|≥12次|12次|10|10|'),
      nine,
    );
    expect(texts(row.pieces)).toBe('|产出指标|数量指标|巡查次数|≥12次|12次|10|10|');
    expect(texts(dropped)).toBe('数量指标');
  });

  it('skips a blank too many', () => {
    expect(align('|产出指标|数量指标||巡查次数|≥12次|12次|10|10|')).toBe(
      '|产出指标|数量指标|巡查次数|≥12次|12次|10|10|',
    );
  });

  it('gives back what no column can take', () => {
    const { row, dropped } = alignRow(
      rowItem('数量指标|巡查次数|10|多出来的字'),
      columnsOf('level2', 'level3', 'weight'),
    );
    expect(texts(row.pieces)).toBe('数量指标|巡查次数|10');
    expect(texts(dropped)).toBe('多出来的字');
  });

  it('loses no text, wherever it puts it', () => {
    for (const text of [
      '|10|产出指标|良好|≥5',
      '甲|乙|丙|丁|戊|己|庚|辛|壬|癸',
      '10|10|10|10|10|10|10|10|10|10',
      '≥|5|次|10',
    ]) {
      const { row, dropped } = alignRow(rowItem(text), nine);
      const found = [...row.pieces, ...dropped].flatMap((piece) => piece?.text ?? []);
      expect(found.sort()).toEqual(
        text
          .split('|')
          .filter((cell) => cell !== '')
          .sort(),
      );
    }
  });
});

describe('alignRow: funds', () => {
  it.each([
    [
      '|年度资金总额|10.00|10.00|9.00|10|90.00%|9.00',
      '|年度资金总额|10.00|10.00|9.00|10|90.00%|9.00',
    ],
    ['|其他资金|0|0||—||', '|其他资金|0|0||—||'],
    [
      '年度资金总额|10.00|10.00|9.00|10|90.00%|9.00',
      '|年度资金总额|10.00|10.00|9.00|10|90.00%|9.00',
    ],
    ['其中：当年财政拨款|10.00|10.00|9.00|—||', '|其中：当年财政拨款|10.00|10.00|9.00|—||'],
  ])('%s', (row, expected) => {
    expect(align(row, funds)).toBe(expected);
  });
});

describe('alignRow: real columns', () => {
  it('puts a cell under the heading that it stands below', () => {
    const [item] = spanItems('|产出指标||巡查次数|≥12次|12次|10|10|');
    expect(item && texts(alignRow(item, nine).row.pieces)).toBe(
      '|产出指标||巡查次数|≥12次|12次|10|10|',
    );
  });

  it('joins cells that stand below one heading', () => {
    const columns = [
      ...columnsOf('level2', 'level3'),
      { role: 'target' as const, from: 2, to: 3, heading: null },
      { role: 'weight' as const, from: 4, to: 4, heading: null },
    ];
    const [item] = spanItems('数量指标|巡查次数|≥12|次|10');
    expect(item && texts(alignRow(item, columns).row.pieces)).toBe('数量指标|巡查次数|≥12次|10');
  });

  it('tells which cells began in a row above', () => {
    const item = spanItems('产出指标|数量指标|巡查次数|10', '^|^|巡查里程|20')[1];
    const row = item && alignRow(item, columnsOf('level1', 'level2', 'level3', 'weight')).row;
    expect(texts(row?.pieces ?? [])).toBe('产出指标|数量指标|巡查里程|20');
    expect([...(row?.covered ?? [])].sort()).toEqual([0, 1]);
  });

  it('takes from below one heading what the row itself prints there', () => {
    const columns = [
      ...columnsOf('level2'),
      { role: 'level3' as const, from: 1, to: 2, heading: null },
    ];
    const [, second, third] = spanItems('数量指标|巡查|次数', '^|^|里程', '质量指标|合格率|');
    const row = second && alignRow(second, columns).row;
    expect(texts(row?.pieces ?? [])).toBe('数量指标|里程');
    expect([...(row?.covered ?? [])]).toEqual([0]);
    expect(third && alignRow(third, columns).row.covered.size).toBe(0);
  });

  it('lets a row slide that lost its leading cells nevertheless', () => {
    const [item] = spanItems('数量指标|巡查次数|≥12次|12次|10|10');
    expect(
      item &&
        texts(
          alignRow(
            item,
            columnsOf('level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score'),
          ).row.pieces,
        ),
    ).toBe('|数量指标|巡查次数|≥12次|12次|10|10');
  });
});

describe('alignRow: tables wider than any form', () => {
  const wide = columnsOf(...Array<'other'>(70).fill('other'));
  const row = Array.from({ length: 72 }, (_, index) =>
    index % 9 === 0 ? '' : `第${String(index)}格`,
  ).join('|');

  it('keeps each cell under its heading, and gives back the rest', () => {
    const { row: laid, dropped, shifted } = alignRow(rowItem(row), wide);
    expect(texts(laid.pieces)).toBe(row.split('|').slice(0, 70).join('|'));
    expect(texts(dropped)).toBe('第70格|第71格');
    expect(shifted).toBe(false);
  });

  it('tells which cells began in a row above', () => {
    const below = spanItems(row, row.replace(/第[12]格/g, '^'))[1];
    expect(below && [...alignRow(below, wide).row.covered]).toEqual([1, 2]);
  });
});

describe('alignRow: a name across all levels', () => {
  it('is what each level says', () => {
    const wide = spanItems(
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
      '预算执行率|<|<|<|<|10|9.93',
    )[1];
    const columns = columnsOf('level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score');
    expect(wide && texts(alignRow(wide, columns).row.pieces)).toBe(
      '预算执行率|预算执行率|预算执行率|||10|9.93',
    );
    expect(texts(alignRow(rowItem('预算执行率||||||10|9.93|'), nine).row.pieces)).toBe(
      '|预算执行率|预算执行率|预算执行率|||10|9.93|',
    );
  });

  it('is none where it is a label, or where blanks stand behind another name', () => {
    const wide = spanItems(
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
      '满意度指标|<|<|<|<|10|9.93',
    )[1];
    const columns = columnsOf('level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score');
    expect(wide && texts(alignRow(wide, columns).row.pieces)).not.toContain(
      '满意度指标|满意度指标',
    );
    expect(texts(alignRow(rowItem('巡查次数||||||10|9.93|'), nine).row.pieces)).not.toContain(
      '巡查次数|巡查次数',
    );
  });
});
