import { describe, expect, it } from 'vitest';
import {
  finishFunds,
  finishGoals,
  finishIndicators,
  type OpenTable,
} from '../../../src/stitch/tables/tables.ts';
import type { Column, FundsRow, Role } from '../../../src/stitch/types.ts';
import { alignedRow, columnsOf, freeze, texts } from '../../support/stitch.ts';

function table(columns: readonly Column[], ...rows: readonly string[]): OpenTable {
  return freeze({
    columns: [...columns],
    rows: rows.map((row) => alignedRow(row.replace(/^~/, ''), row.startsWith('~'))),
    stranded: [],
  });
}

describe('finishFunds', () => {
  const columns = columnsOf(
    'block',
    'fundLabel',
    'initialBudget',
    'annualBudget',
    'executed',
    'weight',
    'executionRate',
    'score',
  );
  const roles: readonly Role[] = [
    'initialBudget',
    'annualBudget',
    'executed',
    'weight',
    'executionRate',
    'score',
  ];
  const rowText = ({ label, pieces }: FundsRow): string =>
    texts([label, ...roles.map((role) => pieces.get(role))]);
  const funds = (...rows: readonly string[]): string[] =>
    finishFunds(table(columns, ...rows)).rows.map(rowText);

  it('keeps the rows in printed order, each figure in its column', () => {
    expect(
      funds(
        '|年度资金总额|10.00|12.00|9.00|10|75.00%|7.50',
        '|其中：当年财政拨款|10|12|9|—||',
        '|其他资金|0|0||||',
      ),
    ).toEqual([
      '年度资金总额|10.00|12.00|9.00|10|75.00%|7.50',
      '其中：当年财政拨款|10|12|9|—||',
      '其他资金|0|0||||',
    ]);
  });

  it.each([
    [['|其中：当年财|10|12|9|||', '|政拨款||||||']],
    [['|其中：当年财||||||', '|政拨款|10|12|9|||']],
    [['|其中：当年|10|12|9|||', '|财政拨款||||||']],
    [['|其中：当年||||||', '|财政拨款|10|12|9|||']],
  ])('rejoins a label cut over rows: %j', (rows) => {
    expect(funds(...rows, '|其他资金|0|0|0|||')).toEqual([
      '其中：当年财政拨款|10|12|9|||',
      '其他资金|0|0|0|||',
    ]);
  });

  it('joins figures that lack a label to the label that lacks figures', () => {
    expect(funds('|年度资金总额||||||', '||10|12|9|10|75%|7.5')).toEqual([
      '年度资金总额|10|12|9|10|75%|7.5',
    ]);
  });

  it('keeps apart two rows that both have figures, and two labels', () => {
    expect(funds('|年度资金总额|10|12|9|||', '||1|2|3|||')).toHaveLength(2);
    expect(funds('|专项|10|12|9|||', '|债券||||||')).toHaveLength(2);
    expect(funds('|年度资金总额|10|12|9|||', '|上年结转资金||||||', '|其他资金||||||')).toEqual([
      '年度资金总额|10|12|9|||',
      '上年结转资金||||||',
      '其他资金||||||',
    ]);
  });

  it('keeps with a row what stands in columns that the contract has no field for', () => {
    const wide = [
      ...columns,
      { role: 'other' as const, from: 8, to: 8, heading: columnsOf('other')[0]?.heading ?? null },
    ];
    const { rows } = finishFunds(
      table(wide, '|年度资金总额|1|1|1|10|100%|10|雨多', '|其他资金|0|0|0||||'),
    );
    expect(
      rows.map(({ others }) => others.map(({ label, value }) => texts([label, value]))),
    ).toEqual([['other|雨多'], []]);
  });

  it('does not make a row of the block’s heading', () => {
    const finished = finishFunds(
      table(columns, '项目资金（元）|||||||', '|年度资金总额|10|12|9|||'),
    );
    expect(finished.rows).toHaveLength(1);
    expect(texts(finished.blocks)).toBe('项目资金（元）');
    expect(finished.labels.map(({ raw }) => raw)).toEqual(['项目资金（元）']);
  });

  it('has no rows where none are printed', () => {
    expect(funds()).toEqual([]);
    expect(funds('|||||||')).toEqual([]);
  });
});

describe('finishGoals', () => {
  const columns = columnsOf('block', 'goalExpected', 'goalActual');

  it('puts each goal together from all its rows', () => {
    const { goals, labels } = finishGoals(
      table(columns, '年度|一、巡查到位。|一、已巡查。', '总体|二、清淤', '~目标|到位。|'),
    );
    expect(goals.get('goalExpected')?.text).toBe('一、巡查到位。二、清淤到位。');
    expect(goals.get('goalActual')?.text).toBe('一、已巡查。');
    expect(labels.map(({ raw }) => raw)).toEqual(['年度', '总体', '目标']);
  });

  it('has no goal where none is printed', () => {
    expect(finishGoals(table(columns, '年度总体目标||')).goals.size).toBe(0);
  });
});

describe('finishIndicators', () => {
  const columns = columnsOf(
    'block',
    'level1',
    'level2',
    'level3',
    'target',
    'actual',
    'weight',
    'score',
  );

  function noted(...rows: readonly string[]): unknown[] {
    return finishIndicators(table(columns, ...rows)).notes.map(
      ({ code, severity, stage, data }) => [code, severity, stage, data],
    );
  }

  it('gives each row its labels and its pieces by what they are', () => {
    const { rows } = finishIndicators(
      table(
        columns,
        '绩效|产出指标|数量指标|巡查次数|≥12次|12次|10|9.5',
        '指标|||合格率|良好|良好|10|10',
      ),
    );
    expect(
      rows.map(({ level1, level2, pieces }) =>
        texts([
          level1,
          level2,
          ...(['level3', 'target', 'actual', 'weight', 'score'] as const).map((role) =>
            pieces.get(role),
          ),
        ]),
      ),
    ).toEqual([
      '产出指标|数量指标|巡查次数|≥12次|12次|10|9.5',
      '产出指标|数量指标|合格率|良好|良好|10|10',
    ]);
  });

  it('books the block’s words as labels', () => {
    expect(
      finishIndicators(
        table(columns, '绩效|产出指标|数量指标|巡查次数|5|5|10|10', '指标|||合格率|5|5|10|10'),
      ).labels.map(({ raw }) => raw),
    ).toEqual(expect.arrayContaining(['绩效', '指标', '产出指标', '数量指标']));
  });

  it('says what stands in a column that the contract has no field for', () => {
    const own = [
      ...columnsOf('level1', 'level2', 'level3', 'target', 'weight'),
      { role: 'other' as const, from: 5, to: 5, heading: columnsOf('other')[0]?.heading ?? null },
    ];
    const { rows } = finishIndicators(table(own, '产出指标|数量指标|巡查次数|5|10|按次计分'));
    expect(rows[0]?.others.map(({ label, value }) => texts([label, value]))).toEqual([
      'other|按次计分',
    ]);
  });

  it('adds what stands below a heading without words to the column before it, but never a figure to a figure', () => {
    const own = columnsOf('level3', 'target', 'blank', 'weight', 'blank');
    const { rows } = finishIndicators(table(own, '巡查次数|≥12|次|50|7'));
    expect(rows[0]?.pieces.get('target')?.text).toBe('≥12次');
    expect(rows[0]?.pieces.get('weight')?.text).toBe('50');
  });

  it('notes every move', () => {
    expect(noted('|产出指标|数量指标|巡查次数|5|5|10|10', '|||合格率|5|5|10|10')).toEqual([]);
    expect(noted('|产出指标|数量指标|义务教育|5|5|10|10', '~|||完成率||||')).toEqual([
      ['row-joined', 'info', 'stitch', { rows: 2 }],
    ]);
    expect(noted('|效益指标|可持续|水清|好|好|10|10', '||影响指标|||||')).toEqual([
      ['label-rejoined', 'info', 'stitch', { label: '可持续影响指标' }],
    ]);
    expect(noted('|满意度指标|服务对象满意度指|满意|好|好|10|10')).toEqual([
      ['label-completed', 'info', 'stitch', { label: '服务对象满意度指' }],
    ]);
    expect(noted('||数量指标|巡查次数|5|5|10|10', '||质量指标|合格率|5|5|10|10')).toEqual([
      ['label-inferred', 'info', 'stitch', { rows: 2 }],
    ]);
  });

  it('tells where a moved text stands', () => {
    const { notes } = finishIndicators(
      table(columns, '|效益指标|可持续|水清|好|好|10|10', '||影响指标|||||'),
    );
    expect(notes[0]?.refs).toHaveLength(2);
  });
});
