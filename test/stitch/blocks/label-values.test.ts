import { leaves } from '../../../src/model/index.ts';
import { describe, expect, it } from 'vitest';
import {
  beginsWithLabel,
  continuesValues,
  isPartTitle,
  isSectionTitle,
  isSentence,
  readPairs,
  secondValues,
} from '../../../src/stitch/blocks/label-values.ts';
import { itemsOf, rowItem, spanItems, texts } from '../../support/stitch.ts';

/** `label=value` of each pair, then what stands beside no label. */
function pairs(row: string, strict = true): string[] {
  const read = readPairs(rowItem(row), strict);
  return [
    ...read.pairs.map(({ label, value }) => `${label.text}=${value?.text ?? ''}`),
    ...read.strays.map(({ piece }) => piece.text),
  ];
}

describe('readPairs', () => {
  it.each([
    ['项目名称|河湖巡查|', ['项目名称=河湖巡查']],
    ['主管部门|水务局|实施单位|河道所', ['主管部门=水务局', '实施单位=河道所']],
    ['主管部门||水务局||||实施单位|||河道所', ['主管部门=水务局', '实施单位=河道所']],
    ['主管部门||实施单位|河道所', ['主管部门=', '实施单位=河道所']],
    ['项目名称|||', ['项目名称=']],
    ['项目名称|预算单位培训', ['项目名称=预算单位培训']],
    [
      '预算数|100.00|其中：财政资金|100.00|其他资金|—',
      ['预算数=100.00', '其中：财政资金=100.00', '其他资金=—'],
    ],
    ['评分等级|优', ['评分等级=优']],
    ['填表人|王某|联系电话|021-555', ['填表人=王某', '联系电话=021-555']],
    ['资金类型|财政拨款|项目性质|延续', ['资金类型=财政拨款', '项目性质=延续']],
    ['资金来源|财政拨款|', ['资金来源=财政拨款']],
    ['项目类别|其他', ['项目类别=其他']],
    ['资金来源|其他|0.00', ['资金来源=', '其他=0.00']],
    ['项目资金|财政拨款', ['项目资金=', '财政拨款=']],
    ['河湖巡查|水务局', ['河湖巡查', '水务局']],
    ['', []],
  ])('%s', (row, expected) => {
    expect(pairs(row)).toEqual(expected);
  });

  it.each([
    ['填表人：王某 联系电话：021-555', ['填表人：=王某', '联系电话：=021-555']],
    ['填表人：王某|填报日期：2031年1月5日', ['填表人：=王某', '填报日期：=2031年1月5日']],
    ['填表人：|王某|联系电话：|021-555', ['填表人：=王某', '联系电话：=021-555']],
    ['填表人：|联系电话|021-555', ['填表人：=', '联系电话=021-555']],
    ['填表人：|联系电话：021-555', ['填表人：=', '联系电话：=021-555']],
    ['项目名称：河湖巡查', ['项目名称：=河湖巡查']],
    ['备注：（一）项目负责人：见后', ['备注：=', '（一）项目负责人：=见后']],
  ])('divides %s, printed in one cell', (row, expected) => {
    expect(pairs(row)).toEqual(expected);
  });

  it.each([
    [
      '其中：一般公共预算：1,260.00|其中：基本支出：860.00',
      ['其中：一般公共预算：=1,260.00', '其中：基本支出：=860.00'],
    ],
    ['其他资金：0.00万元|项目支出：400元', ['其他资金：=0.00万元', '项目支出：=400元']],
    ['年度目标|覆盖率：95%', ['年度目标=覆盖率：95%']],
    ['基本支出：860.00|见附件', ['基本支出：860.00', '见附件']],
  ])('divides %s where every cell holds its amount', (row, expected) => {
    expect(pairs(row)).toEqual(expected);
  });

  it('knows a row whose cells hold their amounts for a row of labels', () => {
    expect(
      ['基本支出：860.00|项目支出：400.00', '基本支出：860.00|见附件'].map((row) =>
        beginsWithLabel(rowItem(row)),
      ),
    ).toEqual([true, false]);
  });

  it.each([
    ['年度绩效目标：提供公寓480套。', ['年度绩效目标：=提供公寓480套。']],
    ['预算金额：260万元', ['预算金额：=260万元']],
    ['会议议程：见附件', ['会议议程：见附件']],
  ])('divides the line %s', (text, expected) => {
    const [line] = itemsOf(text);
    const read = line && readPairs(line, true);
    expect([
      ...(read?.pairs ?? []).map(({ label, value }) => `${label.text}=${value?.text ?? ''}`),
      ...(read?.strays ?? []).map(({ piece }) => piece.text),
    ]).toEqual(expected);
  });

  it('takes no label that lacks its value for the value of another', () => {
    expect(pairs('按收入性质分：|按支出性质分：', false)).toEqual([
      '按收入性质分：=',
      '按支出性质分：=',
    ]);
  });

  it('keeps every character of a cell that it divides', () => {
    const item = rowItem('填表人： 王某  联系电话：021-555 |备注');
    const units = item.slots.flatMap(({ piece }) => piece?.units ?? []);
    const before = units.reduce((sum, { size }) => sum + size, 0);
    const read = readPairs(item, true);
    const placed = read.pairs.flatMap(({ label, value }) => [
      ...label.units,
      ...(value?.units ?? []),
    ]);
    expect(placed.reduce((sum, { size }) => sum + size, 0)).toBe(before);
    expect(new Set(placed)).toEqual(new Set(leaves(units)));
  });

  it('lets a figure beside a label tell which of its parts it names', () => {
    const terms = (row: string): unknown => readPairs(rowItem(row), true).pairs[0]?.terms;
    expect(terms('年度预算数|10.00')).toEqual(
      expect.arrayContaining(['fundsBlock', 'annualBudget']),
    );
    expect(terms('年度预算数|按进度安排')).not.toContain('annualBudget');
  });

  it('says which parts a label may name', () => {
    expect(
      readPairs(rowItem('主管部门|水务局|填表人：王某'), true).pairs.map(({ terms }) => terms),
    ).toEqual([['department'], ['person']]);
  });

  it('takes an unknown word before a value for a label only where it may', () => {
    expect(pairs('保密等级|内部', false)).toEqual(['保密等级=内部']);
    expect(pairs('保密等级|内部', true)).toEqual(['保密等级', '内部']);
    expect(pairs('主管部门|水务局|保密等级|内部', false)).toEqual([
      '主管部门=水务局',
      '保密等级=内部',
    ]);
  });

  it.each([
    '内部',
    '203001|内部',
    '10.00|内部',
    '共巡查河湖十二次，清淤三次。|内部',
    `${'长'.repeat(25)}|内部`,
  ])('does not take the first of %s for a label', (row) => {
    expect(readPairs(rowItem(row), false).pairs).toEqual([]);
  });

  it('reads a cell that spans rows once', () => {
    expect(spanItems('主管部门|水务局', '^|^').length).toBe(1);
    const below = spanItems('主管部门|水务局|项目名称|甲', '^|^|项目编码|88')[1];
    expect(below && readPairs(below, true).pairs.map(({ label }) => label.text)).toEqual([
      '项目编码',
    ]);
  });
});

describe('continuesValues', () => {
  /** The pairs of a row, and what a row below makes of them. */
  function below(above: string, row: string, gap = false): string[] | null {
    const { pairs: known } = readPairs(rowItem(above), true);
    return (
      continuesValues(known, readPairs(rowItem(row), true).strays, gap)?.map(({ label, value }) =>
        texts([label, value]),
      ) ?? null
    );
  }

  it('goes on with the values that the row’s texts stand under', () => {
    expect(below('项目名称|河湖|主管部门|青溪市', '|巡查||水务局')).toEqual([
      '项目名称|河湖巡查',
      '主管部门|青溪市水务局',
    ]);
    expect(below('项目名称|河湖|主管部门|青溪市', '|||水务局')).toEqual([
      '项目名称|河湖',
      '主管部门|青溪市水务局',
    ]);
  });

  it('goes on with a row’s one value behind a page’s end, wherever its text stands', () => {
    expect(below('项目名称|河湖', '巡查', true)).toEqual(['项目名称|河湖巡查']);
    expect(below('项目名称|河湖', '巡查', false)).toBeNull();
  });

  it.each([
    ['项目名称|河湖', '|'],
    ['项目名称|', '|巡查'],
    ['项目名称|河湖|主管部门|青溪市', '||巡查'],
  ])('does not see %s go on in %s', (above, row) => {
    expect(below(above, row)).toBeNull();
  });
});

describe('beginsWithLabel', () => {
  it.each([
    '项目名称|河湖巡查',
    '填表人：王某',
    '评分等级|优',
    '评分等级|90',
    '|备注|无事',
    '主管部门',
  ])('%s does', (row) => {
    expect(beginsWithLabel(rowItem(row))).toBe(true);
  });

  it.each([
    '',
    '产出指标|数量指标|巡查次数',
    '巡查次数|≥12次|12次',
    '年度资金总额|10.00',
    '项目名称|10',
    '|||10',
  ])('%s does not', (row) => {
    expect(beginsWithLabel(rowItem(row))).toBe(false);
  });

  it('reads a line of text too', () => {
    expect(itemsOf('联系电话：021-555').map(beginsWithLabel)).toEqual([true]);
  });
});

describe('secondValues', () => {
  const second = (row: string): string[] => {
    const { pairs: known, strays } = readPairs(rowItem(row), false);
    return secondValues(
      known,
      strays.map(({ piece }) => piece),
    ).map(({ label, value }) => texts([label, value]));
  };

  it('puts what stands behind a row’s one value under the same label', () => {
    expect(second('分配科学性|按因素法分配|无')).toEqual(['分配科学性|无']);
  });

  it.each(['项目名称|河湖巡查', '主管部门|水务局|实施单位|河道所|无', '项目名称', '巡查'])(
    'has none in %s',
    (row) => {
      expect(second(row)).toEqual([]);
    },
  );
});

describe('isPartTitle', () => {
  it.each([
    ['主要做法与经验||', true],
    ['|主要做法与经验|', false],
    ['主要做法与经验|', false],
    ['主要做法|与经验|', false],
    ['填表人||', false],
    ['由专人负责。||', false],
    ['产出||', false],
  ])('%s: %s', (row, expected) => {
    expect(isPartTitle(rowItem(row))).toBe(expected);
  });

  it('is as wide as a table', () => {
    expect(spanItems('主要做法与经验|<|<', '主要做法与经验||').map(isPartTitle)).toEqual([
      true,
      false,
    ]);
  });
});

describe('isSentence', () => {
  it.each([
    ['由专人负责，按月检查。||', true],
    ['由专人负责||', false],
    ['由专人负责，|按月检查。|', false],
  ])('%s: %s', (row, expected) => {
    expect(isSentence(rowItem(row))).toBe(expected);
  });
});

describe('isSectionTitle', () => {
  it.each(['二、预算执行情况||', '项目基本信息||', '绩效指标完成情况||', '项目支出绩效评分表||'])(
    '%s is one',
    (row) => {
      expect(isSectionTitle(rowItem(row))).toBe(true);
    },
  );

  it('is a line as well as a row', () => {
    expect(
      itemsOf('三、绩效指标完成情况\n三、完成率96%，较上年提高。').map(isSectionTitle),
    ).toEqual([true, false]);
  });

  it('of a grid with real columns is a wide one', () => {
    expect(spanItems('二、预算执行|<|<', '二、清淤||').map(isSectionTitle)).toEqual([true, false]);
  });

  it.each([
    '',
    '|项目基本信息',
    '项目基本信息|甲',
    '巡查次数||',
    '产出指标||',
    '绩效指标||',
    '完成情况|',
    '一、定期巡查。|',
    '项目执行情况：|',
    `二、${'某'.repeat(24)}情况||`,
    '度指标||',
  ])('%s is none', (row) => {
    expect(isSectionTitle(rowItem(row))).toBe(false);
  });
});

describe('readPairs: a cell of its own', () => {
  it('may begin with a label that we do not know, unless only known labels count', () => {
    const [item] = itemsOf('科室：云溪县水务局|');
    if (item === undefined) throw new Error('no row');
    const { pairs, strays } = readPairs(item, false);
    expect(pairs.map(({ label, value, terms }) => [label.text, value?.text, terms])).toEqual([
      ['科室：', '云溪县水务局', []],
    ]);
    expect(strays).toEqual([]);
    expect(readPairs(item, true).pairs).toEqual([]);
  });

  it('takes no kind of money for the value of another', () => {
    const [item] = itemsOf('其他资金||其他资金|');
    if (item === undefined) throw new Error('no row');
    expect(readPairs(item, false).pairs.map(({ value }) => value)).toEqual([null, null]);
  });
});
