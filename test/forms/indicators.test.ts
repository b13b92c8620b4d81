import { describe, expect, it } from 'vitest';
import {
  readIndicators,
  readOtherColumns,
  readTargetIndicators,
} from '../../src/forms/indicators.ts';
import { Ledger } from '../../src/forms/ledger.ts';
import { Reader } from '../../src/forms/reader.ts';
import { wholeForm } from '../support/stitch.ts';

function open(...rows: readonly string[]): Reader {
  return new Reader(
    wholeForm(['绩效自评表', '项目名称|河湖巡查|', ...rows].join('\n')),
    new Ledger(),
  );
}

const heading = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施';
const split = '一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|分值|得分';
const targets = '一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据';

describe('readIndicators', () => {
  it('reads a row', () => {
    expect(
      readIndicators(
        open(heading, '产出指标|数量指标|巡查次数|≥12次|11次|10.00|9.17|雨多，下年补巡。'),
      ),
    ).toEqual([
      {
        level1: '产出指标',
        level2: '数量指标',
        level3: '巡查次数',
        target: { text: '≥12次', comparator: '≥', number: '12', unit: '次' },
        actual: { text: '11次', comparator: null, number: '11', unit: '次' },
        weight: '10.00',
        score: '9.17',
        deviation: '雨多，下年补巡。',
      },
    ]);
  });

  it('has empty texts and null for what is blank', () => {
    const [, blank] = readIndicators(
      open(heading, '产出指标|数量指标|巡查|5|5|10|10|', '||合格率|||5||'),
    );
    expect(blank).toMatchObject({
      level3: '合格率',
      target: { text: '', number: null },
      actual: { text: '', number: null },
      weight: '5',
      score: null,
      deviation: null,
    });
  });

  it.each(['无', '—', '-', '/'])(
    'takes a deviation of %s for none, and keeps such a target’s text',
    (nil) => {
      expect(
        readIndicators(open(heading, `产出指标|数量指标|巡查|${nil}|5|10|10|${nil}`))[0],
      ).toMatchObject({ target: { text: nil, number: null }, deviation: null });
    },
  );

  it('leaves a figure that it cannot read null, with a note', () => {
    const reader = open(heading, '产出指标|数量指标|巡查|≥5|6|十分|10|');
    expect(readIndicators(reader)[0]).toMatchObject({ weight: null, score: '10' });
    expect(reader.notes).toMatchObject([
      { code: 'figure-unreadable', data: { path: '/indicators/0/weight' } },
    ]);
  });

  it.each([
    ['≥|12|次', { text: '≥12次', comparator: '≥', number: '12', unit: '次' }],
    ['＝|100|%', { text: '＝100%', comparator: '=', number: '100', unit: '%' }],
    ['大于等于|95|%', { text: '大于等于95%', comparator: '≥', number: '95', unit: '%' }],
    ['|95|%', { text: '95%', comparator: null, number: '95', unit: '%' }],
    ['—|良好|—', { text: '良好', comparator: null, number: null, unit: null }],
    ['≥|12|', { text: '≥12', comparator: '≥', number: '12', unit: null }],
  ])('puts sign, number and unit of three columns together: %s', (cells, target) => {
    expect(
      readIndicators(open(split, `产出指标|数量指标|巡查|${cells}|13次|10|10`))[0]?.target,
    ).toEqual(target);
  });

  it('tells where the parts of a row stand', () => {
    const reader = open(split, '产出指标|数量指标|巡查|≥|12|次|13次|10|10');
    readIndicators(reader);
    expect(Object.keys(Object.fromEntries(reader.whereAll())).sort()).toEqual(
      ['actual', 'level1', 'level2', 'level3', 'score', 'target', 'weight'].map(
        (field) => `/indicators/0/${field}`,
      ),
    );
  });
});

describe('readTargetIndicators', () => {
  it('divides targets in which the exporter ran sign, number and words together', () => {
    const read = readTargetIndicators(
      open(
        targets,
        '产出指标|数量指标|覆盖率|应检尽检|≥9595%及以上|年度计划',
        '||次数|全年|33次及以上|无',
        '||进度|按期|100按计划完成|',
      ),
    );
    expect(read.map(({ target }) => target)).toEqual([
      { text: '≥9595%及以上', comparator: '≥', number: '95', unit: '%', description: '95%及以上' },
      { text: '33次及以上', comparator: null, number: '3', unit: '次', description: '3次及以上' },
      {
        text: '100按计划完成',
        comparator: null,
        number: '100',
        unit: null,
        description: '按计划完成',
      },
    ]);
    expect(read.map(({ level3, description, basis }) => [level3, description, basis])).toEqual([
      ['覆盖率', '应检尽检', '年度计划'],
      ['次数', '全年', null],
      ['进度', '按期', null],
    ]);
  });

  it('divides none where one shows that the exporter did not', () => {
    const read = readTargetIndicators(
      open(targets, '产出指标|数量指标|覆盖率|应检尽检|≥95%|年度计划', '||次数|全年|33次|计划'),
    );
    expect(read.map(({ target }) => target)).toEqual([
      { text: '≥95%', comparator: '≥', number: '95', unit: '%', description: null },
      { text: '33次', comparator: null, number: '33', unit: '次', description: null },
    ]);
  });

  it('divides none where sign and unit have columns of their own', () => {
    const [row] = readTargetIndicators(
      open(
        '一级指标|二级指标|三级指标|绩效指标描述|指标性质|指标值|度量单位',
        '产出指标|数量指标|次数|全年|≥|33|次',
      ),
    );
    expect(row?.target).toEqual({
      text: '≥33次',
      comparator: '≥',
      number: '33',
      unit: '次',
      description: null,
    });
  });

  it('keeps a target in words', () => {
    const [row] = readTargetIndicators(
      open(targets, '产出指标|质量指标|质量|合格|优良中低差优|计划'),
    );
    expect(row?.target).toEqual({
      text: '优良中低差优',
      comparator: null,
      number: null,
      unit: null,
      description: null,
    });
  });
});

describe('three columns of a target', () => {
  const columns = '一级指标|二级指标|三级指标|符号|值|单位/文字描述|指标值确定依据';

  it.each([
    [
      '≥|4|4期及以上',
      { text: '≥44期及以上', comparator: '≥', number: '4', unit: '期', description: '4期及以上' },
    ],
    [
      '≥|95|大于等于95%',
      {
        text: '≥95大于等于95%',
        comparator: '≥',
        number: '95',
        unit: '%',
        description: '大于等于95%',
      },
    ],
    [
      '=|100|按计划完成',
      {
        text: '=100按计划完成',
        comparator: '=',
        number: '100',
        unit: null,
        description: '按计划完成',
      },
    ],
    [
      '≥|30000|条',
      { text: '≥30000条', comparator: '≥', number: '30000', unit: '条', description: null },
    ],
    ['≤|11|月', { text: '≤11月', comparator: null, number: null, unit: null, description: null }],
    [
      '||有所提升',
      { text: '有所提升', comparator: null, number: null, unit: null, description: null },
    ],
  ])('%s', (cells, target) => {
    const rows = [`产出指标|数量指标|巡查|${cells}|年度工作计划`, '||清淤|≥|9|次|年度工作计划'];
    expect(readTargetIndicators(open(columns, ...rows))[0]).toMatchObject({
      level3: '巡查',
      target,
      basis: '年度工作计划',
    });
  });
});

describe('readOtherColumns', () => {
  it('names what stands in other columns by row, blanks and 无 left out', () => {
    const reader = open(
      `${heading.replace('偏差原因分析及改进措施', '评分标准')}|备注`,
      '产出指标|数量指标|巡查|5|5|10|10|按次计分|',
      '||清淤|5|5|10|10|无|已复核',
    );
    expect(readOtherColumns(reader, 3)).toEqual([
      { label: '评分标准（巡查）', value: '按次计分' },
      { label: '备注（清淤）', value: '已复核' },
    ]);
    expect(Object.fromEntries(reader.whereAll())['/extras/3/value']).toMatchObject({ line: 4 });
    expect(Object.fromEntries(reader.whereAll())['/extras/4/value']).toMatchObject({ line: 5 });
    const open5 = open(
      `${heading.replace('偏差原因分析及改进措施', '评分标准')}|备注`,
      '产出指标|数量指标|巡查|5|5|10|10|按次计分|无',
    );
    readOtherColumns(open5, 0);
    expect(
      Object.keys(Object.fromEntries(open5.whereAll())).filter((path) =>
        path.startsWith('/extras'),
      ),
    ).toEqual(['/extras/0/value']);
  });

  it('keeps an indicator’s kind, which is no sign, beside the target', () => {
    const reader = open(
      split,
      '产出指标|数量指标|巡查|定性|良好||良好|10|10',
      '||清淤|正向|5|次|5|10|10',
    );
    expect(readIndicators(reader).map(({ target }) => target.text)).toEqual(['良好', '5次']);
    expect(readOtherColumns(reader, 0)).toEqual([
      { label: '指标性质（巡查）', value: '定性' },
      { label: '指标性质（清淤）', value: '正向' },
    ]);
  });

  it('gives the columns that a kind of form has no field for when asked', () => {
    const reader = open(
      '一级指标|二级指标|三级指标|绩效指标描述|指标值|分值',
      '产出指标|数量指标|巡查|全年巡查|≥5次|10',
    );
    expect(readOtherColumns(reader, 0)).toEqual([]);
    expect(readOtherColumns(reader, 0, 'weight', 'description')).toEqual([
      { label: '分值（巡查）', value: '10' },
      { label: '绩效指标描述（巡查）', value: '全年巡查' },
    ]);
  });

  it('has none where every column has its field', () => {
    expect(readOtherColumns(open(heading, '产出指标|数量指标|巡查|5|5|10|10|雨多'), 0)).toEqual([]);
  });
});
