import { describe, expect, it } from 'vitest';
import { fundSource, readFundRows, readOtherFundColumns } from '../../src/forms/funds.ts';
import { Ledger } from '../../src/forms/ledger.ts';
import { Reader } from '../../src/forms/reader.ts';
import type { FundRow } from '../../src/schema/index.ts';
import { wholeForm } from '../support/stitch.ts';

const heading = '项目资金(万元)||年初预算数|全年预算数|全年执行数|分值|执行率(%)|得分';

function open(...rows: readonly string[]): Reader {
  return new Reader(
    wholeForm(['绩效自评表', '项目名称|河湖巡查|', ...rows].join('\n')),
    new Ledger(),
  );
}

function funds(...rows: readonly string[]): FundRow[] {
  return readFundRows(open(...rows));
}

describe('fundSource', () => {
  it.each([
    ['年度资金总额', 'total'],
    ['年度资金总额：', 'total'],
    ['合计', 'total'],
    ['其中：当年财政拨款', 'fiscal'],
    ['其中：财政资金', 'fiscal'],
    ['一般公共预算', 'fiscal'],
    ['上年结转资金', 'carryover'],
    ['上年结余', 'carryover'],
    ['其他资金', 'other'],
    ['财政专户管理资金', 'other'],
    ['专项债券', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', (label, source) => {
    expect(fundSource(label)).toBe(source);
  });
});

describe('readFundRows', () => {
  it('reads the rows in printed order, figures as printed', () => {
    expect(
      funds(
        heading,
        '|年度资金总额|208.00|1,187.72|1,187.41|10.00|99.97%|9.98',
        '|其中：当年财政拨款|208|1187.72|1187.41|—||',
        '|其他资金|0|－|无|/||',
      ),
    ).toEqual([
      {
        source: 'total',
        label: '年度资金总额',
        initialBudget: '208.00',
        annualBudget: '1187.72',
        executed: '1187.41',
        weight: '10.00',
        executionRate: '99.97',
        score: '9.98',
      },
      {
        source: 'fiscal',
        label: '其中：当年财政拨款',
        initialBudget: '208',
        annualBudget: '1187.72',
        executed: '1187.41',
        weight: null,
        executionRate: null,
        score: null,
      },
      {
        source: 'other',
        label: '其他资金',
        initialBudget: '0',
        annualBudget: null,
        executed: null,
        weight: null,
        executionRate: null,
        score: null,
      },
    ]);
  });

  it('reads a rate with and without its sign alike', () => {
    expect(
      funds(heading, '|年度资金总额|1|1|1|10|34.26%|3.43')
        .concat(funds(heading, '|年度资金总额|1|1|1|10|34.26|3.43'))
        .map(({ executionRate }) => executionRate),
    ).toEqual(['34.26', '34.26']);
  });

  it('takes a colon off a label, and its weight off the total’s', () => {
    expect(
      funds(heading, '|年度资金总额(10分)：|1|1|1||100%|10', '|其他资金：|0|0|0|||').map(
        ({ label }) => label,
      ),
    ).toEqual(['年度资金总额', '其他资金']);
  });

  it('takes figures printed beside labels in the head for the total’s', () => {
    expect(funds('预算数|100.00|执行数|98.00|执行率|98%')).toEqual([
      {
        source: 'total',
        label: '',
        initialBudget: null,
        annualBudget: '100.00',
        executed: '98.00',
        weight: null,
        executionRate: '98',
        score: null,
      },
    ]);
  });

  it('leaves a score that stands far from the amounts to the whole form', () => {
    const amounts = '预算数|100.00|执行数|98.00|执行率|98%';
    const far = ['主要绩效|开放108次', '主要问题|设备老化', '自评得分|98.5'];
    expect(funds(amounts, ...far)).toMatchObject([{ executed: '98.00', score: null }]);
    expect(funds(amounts, '分值|10|得分|9.8')).toMatchObject([{ weight: '10', score: '9.8' }]);
  });

  it('takes no part for the total’s that stands in front of it', () => {
    expect(
      funds(
        '到位数|90.00',
        '其中：财政资金|90.00',
        '预算数|100.00|执行数|98.00',
        '其中：财政资金|80.00|其中：财政资金|78.00',
      ),
    ).toMatchObject([
      { annualBudget: '100.00' },
      { label: '其中：财政资金', annualBudget: '80.00', executed: '78.00' },
    ]);
  });

  it('has no rows where no funds are printed', () => {
    expect(funds()).toEqual([]);
  });
});

describe('readOtherFundColumns', () => {
  it('names what stands in other columns by row, blanks and 无 left out', () => {
    const reader = open(
      `${heading}|执行偏差原因`,
      '|年度资金总额：|1|1|0.5|10|50%|5|雨多',
      '|其他资金|0|0|0||||无',
    );
    expect(readOtherFundColumns(reader, 2)).toEqual([
      { label: '执行偏差原因（年度资金总额）', value: '雨多' },
    ]);
    expect(Object.fromEntries(reader.whereAll())['/extras/2/value']).toMatchObject({ line: 4 });
  });
});
