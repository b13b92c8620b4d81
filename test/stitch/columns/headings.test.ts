import { describe, expect, it } from 'vitest';
import { findHeading, findHeadingBelow } from '../../../src/stitch/columns/headings.ts';
import type { Item } from '../../../src/stitch/types.ts';
import { itemsOf, spanItems, texts } from '../../support/stitch.ts';

function roles(items: readonly Item[]): string | null {
  const heading = findHeading(items, 0);
  return heading === null
    ? null
    : `${heading.kind} ${heading.columns.map(({ role }) => role).join(' ')}`;
}

const read = (source: string): string | null => roles(itemsOf(source));

describe('findHeading: what small amounts are', () => {
  it('takes what is left over for no weight', () => {
    expect(
      read(
        [
          '项目资金|年初预算数|全年预算数|全年执行数|得分|执行率|资金结余金额',
          '年度资金总额|62.00|62.00|58.40|9.42|94.19%|3.60',
          '其中：财政拨款|40.00|40.00|40.00||100.00%|0.00',
        ].join('\n'),
      ),
    ).toMatch(/score executionRate(?! weight)/);
  });
});

describe('findHeading: indicators', () => {
  it.each([
    [
      '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
      'indicators block level1 level2 level3 target actual weight score deviation',
    ],
    [
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
      'indicators level1 level2 level3 target actual weight score deviation',
    ],
    [
      '|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|',
      'indicators block level1 level2 level3 target actual weight score blank',
    ],
    [
      '一级指标|二级指标|三级指标|分值|年度指标值(A)|全年实际值(B)|自评得分|未完成原因分析',
      'indicators level1 level2 level3 weight target actual score deviation',
    ],
    [
      '一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|权重|得分',
      'indicators level1 level2 level3 sign target targetUnit actual weight score',
    ],
    [
      '一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据',
      'indicators level1 level2 level3 description target basis',
    ],
    [
      '一级 指标|二级 指标|三级 指标|年度 指标值|实际 完成值|分 值|得 分',
      'indicators level1 level2 level3 target actual weight score',
    ],
    [
      '一级指标||二级指标||三级指标|分值|得分',
      'indicators level1 blank level2 blank level3 weight score',
    ],
    [
      '二级指标|三级指标|年初指标值|年度指标值|实际完成值',
      'indicators level2 level3 other target actual',
    ],
    [
      '二级指标|三级指标|年度指标值|年初指标值|实际完成值',
      'indicators level2 level3 target other actual',
    ],
    ['一级指标|二级指标|绩效内容|绩效指标目标值', 'indicators level1 level2 level3 target'],
    ['一级指标|二级指标|绩效内容|指标名称|目标值', 'indicators level1 level2 other level3 target'],
    [
      '一级指标|二级指标|三级指标|年度目标|完成情况|得分',
      'indicators level1 level2 level3 target actual score',
    ],
    [
      '序号|一级指标|二级指标|三级指标|年度指标值|分值',
      'indicators other level1 level2 level3 target weight',
    ],
    [
      '一级指标|二级指标|三级指标|指标|分值|得分',
      'indicators level1 level2 level3 other weight score',
    ],
    [
      '一级指标|二级指标|绩效指标|年度指标值|分值|得分',
      'indicators level1 level2 level3 target weight score',
    ],
    [
      '一级指标|二级指标|三级指标|绩效指标|分值|得分',
      'indicators level1 level2 level3 other weight score',
    ],
    [
      '一级指标|二级指标|三级指标|指标值|目标值|分值',
      'indicators level1 level2 level3 target other weight',
    ],
    ['一级指标|三级指标|三级指标|指标值|分值', 'indicators level1 level3 other target weight'],
    [
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|序号|备注',
      'indicators level1 level2 level3 target actual weight score other other',
    ],
  ])('%s', (row, expected) => {
    expect(read(row)).toBe(expected);
  });

  it('reads one that stands below 绩效指标, beside cells that span both rows', () => {
    const items = spanItems(
      '绩效指标|<|<|<|备注',
      '一级指标|二级指标|三级指标|指标值|^',
      '产出指标|数量指标|巡查|≥12次|',
    );
    expect(roles(items)).toBe('indicators level1 level2 level3 target other');
    expect(findHeading(items, 0)).toMatchObject({
      length: 2,
      columns: [{ heading: { text: '一级指标' } }, {}, {}, {}, { heading: { text: '备注' } }],
    });
  });

  it('takes the money of tasks for no funds', () => {
    expect(read('任务名称|主要内容|预算数|执行数|执行率')).toBeNull();
  });

  it('guesses a column from words that it does not know', () => {
    expect(read('一级指标|二级指标|三级指标|全年拟定目标值|年末实际完成数值|分值|得分')).toBe(
      'indicators level1 level2 level3 target actual weight score',
    );
  });

  it('reads a heading that is cut over three rows, though two can be guessed', () => {
    const items = itemsOf(
      '一级|二级|三级|年度指|偏差原因||\n指标|指标|指标|标值|分析及改|分值|得分\n||||进措施||\n产出指标|数量指标|巡查|≥12次|无|50|50',
    );
    expect(findHeading(items, 0)).toMatchObject({ length: 3 });
    expect(roles(items)).toBe('indicators level1 level2 level3 target deviation weight score');
  });

  it('tells an indicator’s own weight from those of its groups', () => {
    expect(read('一级指标|分值|二级指标|分值|三级指标|年度指标值|实际完成值|分值|得分')).toBe(
      'indicators level1 level1Weight level2 level2Weight level3 target actual weight score',
    );
    expect(read('一级指标|权重|二级指标|三级指标|分值|年度指标值|实际完成值|得分')).toBe(
      'indicators level1 level1Weight level2 level3 weight target actual score',
    );
  });

  it.each([
    [
      'tab-separated',
      itemsOf(
        '一级指标|二级指标|三级指标|指标描述|评价标准|||\n||||优|良|中|差\n产出指标|数量指标|巡查|次数|≥9次|≥8次|≥7次|<7次',
      ),
    ],
    [
      'real columns',
      spanItems(
        '一级指标|二级指标|三级指标|指标描述|评价标准|<|<',
        '^|^|^|^|优|良|差',
        '产出指标|数量指标|巡查|次数|≥9次|≥8次|<8次',
      ),
    ],
  ])('takes the parts of a wide column for the heading’s second row: %s', (_, items) => {
    expect(findHeading(items, 0)).toMatchObject({ kind: 'indicators', length: 2 });
    expect(findHeading(items, 0)?.columns.at(-1)?.heading?.text).toBe('评价标准差');
  });

  it('leaves a first row of short words below blanks of the heading alone', () => {
    expect(
      findHeading(
        itemsOf('一级指标|二级指标|三级指标|年度指标值||实际完成值|分值|得分\n|||良好||良好|十|九'),
        0,
      ),
    ).toMatchObject({ length: 1 });
  });

  it('gives a part that two columns claim to the first', () => {
    expect(read('一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分|自评得分')).toBe(
      'indicators level1 level2 level3 target actual weight score other',
    );
  });

  it('reads a heading whose words are cut over two or three rows', () => {
    expect(read('一级|二级|三级|年度|实际||\n指标|指标|指标|指标值|完成值|分值|得分')).toBe(
      'indicators level1 level2 level3 target actual weight score',
    );
    const items = itemsOf(
      '一级|二级|三级|年度|未完||\n指标|指标|指标|指标|成原因|分值|得分\n|||值|分析||\n产出指标|数量指标|次数|5||10|10',
    );
    expect(roles(items)).toBe('indicators level1 level2 level3 target deviation weight score');
    expect(findHeading(items, 0)?.length).toBe(3);
  });

  it('reads parts of a column that are named in a second row', () => {
    const items = spanItems(
      '一级指标|二级指标|三级指标|年度指标值|<|<|实际完成值|分值|得分',
      '^|^|^|指标性质|指标值|度量单位|^|^|^',
    );
    expect(roles(items)).toBe(
      'indicators level1 level2 level3 sign target targetUnit actual weight score',
    );
    expect(findHeading(items, 0)?.length).toBe(2);
  });

  it('takes real columns under one heading together', () => {
    const columns = findHeading(
      spanItems('一级指标|二级指标|三级指标|<|年度指标值|实际完成值|分值|得分'),
      0,
    )?.columns;
    expect(columns?.[2]).toMatchObject({ role: 'level3', from: 2, to: 3 });
    expect(columns?.[3]).toMatchObject({ role: 'target', from: 4, to: 4 });
  });

  it('lets parts of the target that are printed one a line take its place', () => {
    const items = itemsOf(
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n指标性质|指标值|度量单位',
    );
    expect(roles(items)).toBe(
      'indicators level1 level2 level3 sign target targetUnit actual weight score',
    );
    expect(findHeading(items, 0)?.columns.map(({ from }) => from)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  it('takes the year’s indicators where the whole term’s stand beside them', () => {
    expect(read('一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值')).toBe(
      'indicators level1 other other other level2 level3 target',
    );
  });

  it('gives back a level label that strayed into the heading', () => {
    const heading = findHeading(
      itemsOf('产出指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分'),
      0,
    );
    expect(heading?.columns[0]?.role).toBe('block');
    expect(texts(heading?.stranded ?? [])).toBe('产出指标');
  });

  it('takes the first character of 绩效指标 as the block’s column', () => {
    expect(read('绩|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分')).toBe(
      'indicators block level1 level2 level3 target actual weight score',
    );
  });

  it.each([
    '产出指标|数量指标|巡查次数|≥12次|12次|10|10',
    '一级指标|产出指标',
    '二级指标|三级指标',
    '三级指标|分值',
    '一级指标|二级指标|三级指标',
    '分值|得分|实际完成值',
    '一级指标|二级指标|三级指标|年度指标值|10|20|30',
    `一级指标|二级指标|三级指标|年度指标值|${'长'.repeat(41)}|分值|得分`,
    '',
  ])('%s is none', (row) => {
    expect(read(row)).toBeNull();
  });

  it.each([
    ['产出指标|数量指标|巡查|多样|按时||', 'with labels'],
    ['||巡查|多样|按时||', 'that names no column'],
    ['||指标值|目标值|按时|10|', 'with figures'],
    ['||指标值|≥5次|按时||', 'with a number'],
    [`||指标值|目标值|${'长'.repeat(25)}||`, 'with a long text'],
  ])('does not take %s, a row %s, into the heading above', (below) => {
    expect(
      findHeading(itemsOf(`一级指标|二级指标|三级指标|年度指标值|附注|分值|得分\n${below}`), 0)
        ?.length,
    ).toBe(1);
  });
});

describe('findHeading: funds', () => {
  // A page ended below the project's name, so that its row has other columns.
  it('takes no row of the head above for a part of it', () => {
    const items = spanItems(
      '专项名称|文物保护（二期）',
      '主管预算部门|云湖市民政局(汇总)|<|<|<|资金使用单位|柳溪中学|<|<',
      '预算执行情况|<|<|年初预算|预算数(A)|实际支出数|参考分值|预算执行率|自评分',
    );
    expect(findHeading(items, 0)).toBeNull();
    expect(findHeading(items, 1)).toBeNull();
    expect(findHeading(items, 2)?.kind).toBe('funds');
  });

  it.each([
    [
      '项目资金(万元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
      'funds block fundLabel initialBudget annualBudget executed weight executionRate score',
    ],
    [
      '项目资金（元）|年初预算数|全年预算数(A)|全年执行数(B)|分值|执行率(B/A)|得分',
      'funds fundLabel initialBudget annualBudget executed weight executionRate score',
    ],
    [
      '年度预算数(万元)||年初预算安排|调整后预算数|实际支出数|预算执行率(%)',
      'funds block fundLabel initialBudget annualBudget executed executionRate',
    ],
    [
      '项目资金|预算金额|调整后预算金额|实际支出金额',
      'funds fundLabel initialBudget annualBudget executed',
    ],
    [
      '项目资金|年度预算数|全年执行数|执行率',
      'funds fundLabel annualBudget executed executionRate',
    ],
    ['资金类别|项目资金情况|年初预算数|全年执行数', 'funds block fundLabel initialBudget executed'],
    [
      '项目资金|资金来源|资金类别|年初预算数|全年执行数',
      'funds block fundLabel fundLabel initialBudget executed',
    ],
    ['年初预算数|全年预算数|全年执行数', 'funds fundLabel initialBudget annualBudget executed'],
  ])('%s', (row, expected) => {
    expect(read(row)).toBe(expected);
  });

  it('finds the label’s column under a heading that covers it', () => {
    const columns = findHeading(
      spanItems('项目资金(万元)|<|年初预算数|全年预算数|全年执行数|分值|执行率|得分'),
      0,
    )?.columns;
    expect(columns?.slice(0, 2)).toMatchObject([
      { role: 'block', from: 0, to: 0 },
      { role: 'fundLabel', from: 1, to: 1 },
    ]);
  });

  it.each(['年度资金总额|10.00|10.00|9.00|10|90.00%|9.00', '项目资金|10.00', '年初预算数|10.00'])(
    '%s is none',
    (row) => {
      expect(read(row)).toBeNull();
    },
  );
});

it('reads a heading of two rows beside which 绩效指标 stands in the second', () => {
  const items = itemsOf(
    '|一级指标|二级指标|三级指标|年度指标值|||全年实际值|权重\n绩效指标||||指标性质|指标值|计量单位||\n|产出指标|数量指标|巡查|≥|12|次|12|10',
  );
  expect(roles(items)).toBe(
    'indicators block level1 level2 level3 sign target targetUnit actual weight',
  );
  expect(findHeading(items, 0)?.length).toBe(2);
});

it('findHeadingBelow takes no row of a head for half a heading', () => {
  const heading = '|一级指标|二级指标|三级指标|指标值';
  expect(
    findHeadingBelow(itemsOf(`专项名称|文物保护|||\n${heading}\n|产出指标|数量指标|巡查|12次`), 0),
  ).toBeNull();
  expect(
    findHeadingBelow(
      itemsOf(`单位名称|项目名称|绩效指标||\n||一级指标|三级指标|指标值\n甲|乙|产出指标|巡查|12次`),
      0,
    )?.kind,
  ).toBe('indicators');
});

describe('findHeading: goals', () => {
  it.each([
    ['年度总体目标|预期目标|实际完成情况', 'goal block goalExpected goalActual'],
    ['预期目标|实际完成情况', 'goal goalExpected goalActual'],
    ['|年初设定目标||目标实际完成情况', 'goal block goalExpected blank goalActual'],
    ['年度|预期目标|实际完成情况', 'goal block goalExpected goalActual'],
    ['项目年度目标|年度目标完成情况', 'goal goalExpected goalActual'],
    ['年度总体目标|年度绩效目标|实际完成情况', 'goal block goalExpected goalActual'],
    ['年度总体目标|预期目标|年度目标完成情况', 'goal block goalExpected goalActual'],
    [
      '年度总体目标|预期目标|全年调整绩效目标|实际完成情况',
      'goal block goalExpected other goalActual',
    ],
    ['中期目标|年度目标', 'goal other goalExpected'],
    ['总体目标|年度目标（2025年）', 'goal block goalExpected'],
    ['年度目标|序号|预期目标|实际完成情况', 'goal block blank goalExpected goalActual'],
    ['绩效目标|实施期目标|完成情况', 'goal block other goalActual'],
    ['总体目标||年度目标|', 'goal block blank goalExpected blank'],
  ])('%s', (row, expected) => {
    expect(read(row)).toBe(expected);
  });

  it.each([
    '年度总体目标|预期目标|巡查到位。',
    '年度总体目标|预期目标|巡查',
    '年度总体目标|预期目标|目标已达到，良好',
    `年度总体目标|预期目标|${'长'.repeat(21)}完成情况`,
    '年度总体目标|巡查到位。',
  ])('%s already tells a goal', (row) => {
    expect(read(row)).toBeNull();
  });
});
