import { describe, expect, it } from 'vitest';
import { pairUnder, readPairsHead, readSideTable } from '../../../src/stitch/blocks/side-table.ts';
import { itemsOf, spanItems, texts } from '../../support/stitch.ts';

const scored = [
  '资金管理情况||情况说明|分值|得分|备注',
  '|安排科学性|经评审后安排|2|2|',
  '|拨付合规性|按进度拨付|2|1|见附件',
  '年度总体目标|预期目标|||实际完成情况|',
];

describe('readSideTable', () => {
  it('reads scored rows as indicators of the block', () => {
    const items = itemsOf(scored.join('\n'));
    const side = readSideTable(items, 0, items.length);
    expect(side?.length).toBe(3);
    expect(side?.pairs).toEqual([]);
    expect(
      side?.indicators.map(({ level1, level2, pieces }) =>
        texts([
          level1,
          level2,
          ...(['level3', 'actual', 'weight', 'score'] as const).map((role) => pieces.get(role)),
        ]),
      ),
    ).toEqual([
      '资金管理情况||安排科学性|经评审后安排|2|2',
      '资金管理情况||拨付合规性|按进度拨付|2|1',
    ]);
    expect(
      side?.indicators[1]?.others.map(({ label, value }) => `${label.text}=${value?.text ?? ''}`),
    ).toEqual(['备注=见附件']);
  });

  it.each([
    [
      'tab-separated',
      itemsOf(
        '资金管理情况||情况说明|存在问题和改进措施\n|分配科学性|按因素法分配|无\n|下达及时性|28日内下达|加快拨付',
      ),
    ],
    [
      'real columns',
      spanItems(
        '资金管理情况||情况说明|存在问题和改进措施',
        '^|分配科学性|按因素法分配|无',
        '^|下达及时性|28日内下达|加快拨付',
      ),
    ],
  ])('names other values by word and row: %s', (_, items) => {
    const side = readSideTable(items, 0, items.length);
    expect(side?.pairs.map(({ label, value }) => `${label.text}=${value?.text ?? ''}`)).toEqual([
      '情况说明（分配科学性）=按因素法分配',
      '情况说明（下达及时性）=28日内下达',
      '存在问题和改进措施（下达及时性）=加快拨付',
    ]);
    expect(side?.indicators).toEqual([]);
  });

  it.each([
    '项目名称|河湖巡查|备注|无',
    '资金管理情况||情况说明|12|得分\n|安排科学性|好|2|2',
    '年度总体目标||预期目标|得分\n|甲|乙|2',
    '资金管理情况||情况说明|分值\n一级指标|二级指标|三级指标|分值',
    '资金管理情况||情况说明|分值\n\n|安排科学性|好|2',
  ])('finds none in %j', (source) => {
    const items = itemsOf(source);
    expect(readSideTable(items, 0, items.length)).toBeNull();
  });

  it('stops at the form’s end', () => {
    expect(readSideTable(itemsOf(scored.join('\n')), 0, 2)?.length).toBe(2);
  });
});

describe('readPairsHead', () => {
  const [head, row] = itemsOf(
    '预算安排情况（调整后）|||资金到位情况|||资金执行情况||预算执行进度\n预算数：||320.00|到位数：||320.00|执行数：|304.00|95.00%',
  );

  it('finds the words above labels with their values, and the figure without one', () => {
    if (head === undefined) throw new Error('no row');
    const words = readPairsHead(head, row);
    expect(words).toHaveLength(4);
    const [rate] = row?.slots.slice(-1) ?? [];
    if (rate?.piece == null) throw new Error('no rate');
    expect(pairUnder(words, rate.piece, rate.column)).toMatchObject({
      label: { text: '预算执行进度' },
      terms: ['executionRate'],
      value: { text: '95.00%' },
    });
    expect(pairUnder(words, rate.piece, 0)).toBeNull();
    expect(pairUnder([], rate.piece, rate.column)).toBeNull();
  });

  it('finds none above a row without figures', () => {
    const [alone, below] = itemsOf('预算安排情况||资金到位情况|资金执行情况\n甲||乙|丙');
    if (alone === undefined) throw new Error('no row');
    expect(readPairsHead(alone, below)).toEqual([]);
    expect(readPairsHead(alone, undefined)).toEqual([]);
  });
});

describe('readPairsHead: words printed again', () => {
  it('takes words that alternate for a head, figures never', () => {
    const [head, row] = itemsOf(
      '资金来源（万元）|来源项目|金额|来源项目|金额\n|合计|8.00|中央财政|3.00',
    );
    expect(head && readPairsHead(head, row).map(({ piece }) => piece.text)).toEqual([
      '资金来源（万元）',
      '来源项目',
      '金额',
      '来源项目',
      '金额',
    ]);
    const [amounts, below] = itemsOf(
      '其中：财政拨款|65.00|其中：财政拨款|65.00\n其他资金|0.00|其他资金|0.00',
    );
    expect(amounts && readPairsHead(amounts, below)).toEqual([]);
  });
});

describe('readSideTable: tasks', () => {
  it('reads what each task costs under its words', () => {
    const items = itemsOf(
      '年度主要任务|任务名称|主要内容|预算数|执行数\n|社会救助|发放低保金|1200|1180\n|养老服务|建日间照料中心|300|300\n部门资金||预算数（A）|执行数（B）|执行率',
    );
    const side = readSideTable(items, 0, items.length);
    expect(side?.length).toBe(3);
    expect(side?.pairs.map(({ label, value }) => `${label.text}=${value?.text}`)).toEqual([
      '主要内容（社会救助）=发放低保金',
      '预算数（社会救助）=1200',
      '执行数（社会救助）=1180',
      '主要内容（养老服务）=建日间照料中心',
      '预算数（养老服务）=300',
      '执行数（养老服务）=300',
    ]);
  });
});

describe('readSideTable: a heading over two rows', () => {
  it('names the parts of its amounts', () => {
    const items = itemsOf(
      '|任务名称|主要内容|预算金额||\n|||总额|财政拨款|其他资金\n|防汛抗旱|山洪治理|120|110|10',
    );
    expect(
      readSideTable(items, 0, items.length)?.pairs.map(
        ({ label, value }) => `${label.text}=${value?.text}`,
      ),
    ).toEqual([
      '主要内容（防汛抗旱）=山洪治理',
      '总额（防汛抗旱）=120',
      '财政拨款（防汛抗旱）=110',
      '其他资金（防汛抗旱）=10',
    ]);
  });
});
