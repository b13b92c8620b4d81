import { leaves, type Unit } from '../../src/model/index.ts';
import { describe, expect, it } from 'vitest';
import { FormAssembler } from '../../src/stitch/assemble.ts';
import type { Role, WholeForm } from '../../src/stitch/types.ts';
import { itemsOf, segmentsIn, texts } from '../support/stitch.ts';

function assemble(
  source: string,
  repeated: readonly string[] = [],
): ReturnType<FormAssembler['run']> {
  const items = itemsOf(source);
  const [segment] = segmentsIn(items);
  if (segment === undefined) throw new Error('the source holds nothing');
  return new FormAssembler(items, segment, new Set(repeated)).run();
}

const form = (source: string, repeated: readonly string[] = []): WholeForm =>
  assemble(source, repeated).form;
const codes = (source: string): string[] => assemble(source).notes.map(({ code }) => code);
const raw = (units: readonly Unit[]): string[] => leaves(units).map((unit) => unit.raw);

const indicatorRoles: readonly Role[] = [
  'level3',
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
];
const fundRoles: readonly Role[] = [
  'initialBudget',
  'annualBudget',
  'executed',
  'weight',
  'executionRate',
  'score',
];

function indicators({ indicators: rows }: WholeForm): string[] {
  return rows.map(({ level1, level2, pieces }) =>
    texts([level1, level2, ...indicatorRoles.map((role) => pieces.get(role))]),
  );
}

function pairs({ pairs: all }: WholeForm): string[] {
  return all.map(({ label, value }) => `${label.text}=${value?.text ?? ''}`);
}

const head = '绩效自评表\n（2031年度）\n项目名称|河湖巡查|\n主管部门|水务局|实施单位|河道所';
const funds =
  '项目资金(万元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n|年度资金总额|10.00|12.00|9.00|10|75.00%|7.50\n|其他资金|0|0||—||';
const goal = '年度总体目标|预期目标|实际完成情况\n|巡查到位。|已巡查。';
const heading =
  '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施';
const rows =
  '|产出指标|数量指标|巡查次数|≥12次|11次|50|45|雨多。\n||质量指标|合格率|≥90%|95%|40|40|';
const total = '总分||||||100|92.50|';
const foot = '填表人：王某 联系电话：021-555';
const whole = [head, funds, goal, heading, rows, total, foot].join('\n');

describe('FormAssembler: a whole form', () => {
  const { form: read, notes, evidence } = assemble(whole);

  it('gathers every part', () => {
    expect(read.title).toMatchObject({ text: '绩效自评表', kind: 'self-evaluation' });
    expect(read.year?.value).toBe(2031);
    expect(read.fundUnit?.value).toBe('万元');
    expect(pairs(read)).toEqual([
      '项目名称=河湖巡查',
      '主管部门=水务局',
      '实施单位=河道所',
      '填表人：=王某',
      '联系电话：=021-555',
    ]);
    expect(
      read.funds.map(({ label, pieces }) =>
        texts([label, ...fundRoles.map((role) => pieces.get(role))]),
      ),
    ).toEqual(['年度资金总额|10.00|12.00|9.00|10|75.00%|7.50', '其他资金|0|0||—||']);
    expect([...read.goals].map(([role, { text }]) => `${role} ${text}`)).toEqual([
      'goalExpected 巡查到位。',
      'goalActual 已巡查。',
    ]);
    expect(indicators(read)).toEqual([
      '产出指标|数量指标|巡查次数|≥12次|11次|50|45|雨多。',
      '产出指标|质量指标|合格率|≥90%|95%|40|40|',
    ]);
    expect(texts([read.total?.weight, read.total?.score])).toBe('100|92.50');
    expect(read.complete).toBe(true);
  });

  it('takes no move, and shows every sign of a form', () => {
    expect(notes).toEqual([]);
    expect(evidence).toBe(6);
  });

  it('names every unit of the source', () => {
    expect(raw(read.units).join('')).toBe(whole.replace(/[|\n]/g, ''));
  });
});

describe('FormAssembler: where a form ends', () => {
  it('is over where another table of the report begins below its total', () => {
    const read = form(`${whole}\n\n收入支出决算总表\n收入||支出|\n项目|行次|金额|决算数`);
    expect(indicators(read)).toHaveLength(2);
    expect(raw(read.outside)).toContain('决算数');
    expect(raw(form(`${whole}\n\n收入||支出|\n项目|行次|金额|决算数`).outside)).toContain('决算数');
  });

  it('is not over where a running head, people or its total stand above further indicators', () => {
    const [first, second] = rows.split('\n');
    const begun = [head, heading, first].join('\n');
    for (const between of ['部门预算文本表', '填表人：王某', '部门预算文本表\n（2031年度）']) {
      expect(indicators(form(`${begun}\n\n${between}\n\n${second ?? ''}\n${total}`))).toHaveLength(
        2,
      );
    }
    expect(indicators(form([head, heading, total, '', rows].join('\n')))).toHaveLength(2);
  });
});

describe('FormAssembler: year and title', () => {
  it('believes the title’s year first, and counts the other as the form’s own word', () => {
    const read = form('2031年度绩效自评表\n（2032年度）\n项目名称|甲|');
    expect(read.year?.value).toBe(2031);
    expect(raw(read.labels)).toContain('（2032年度）');
  });

  it('reads a year in a row of its own', () => {
    expect(form('绩效自评表\n（2031年度）||\n项目名称|甲|').year?.value).toBe(2031);
    expect(form('绩效自评表\n项目名称|甲|').year).toBeNull();
  });

  it('leaves the title that a later page repeats, and 附件, outside', () => {
    const read = form(`附件3\n${head}\n${heading}\n\n绩效自评表\n${rows}`);
    expect(raw(read.outside)).toEqual(['附件3', '绩效自评表']);
    expect(read.indicators).toHaveLength(2);
  });
});

describe('FormAssembler: the funds’ unit', () => {
  it.each([
    ['项目资金（元）||年初预算数|全年预算数|全年执行数', '元'],
    ['单位：万元\n项目资金||年初预算数|全年预算数|全年执行数', '万元'],
    ['项目资金||年初预算数|全年预算数|全年执行数\n项目资金(元)|年度资金总额|1|1|1', '元'],
    ['项目资金||年初预算数（万元）|全年预算数（万元）|全年执行数（万元）', '万元'],
    ['年度预算数（万元）|10.00|', '万元'],
    ['年度预算数|10.00万元|其他资金|2.00万元', '万元'],
    ['年度预算数|10.00万元|其他资金|2000元', undefined],
    ['项目资金||年初预算数|全年预算数|全年执行数', undefined],
  ])('in %j is %s', (source, unit) => {
    expect(form(`${head}\n${source}`).fundUnit?.value).toBe(unit);
  });
});

describe('FormAssembler: a table over several pages', () => {
  it('goes on below a heading that is printed again', () => {
    const source = `${head}\n${heading}\n${rows}\n\n${heading}\n||时效指标|完成时间|年底|年底|10|10|\n${total}`;
    expect(indicators(form(source)).at(-1)).toBe('产出指标|时效指标|完成时间|年底|年底|10|10|');
    expect(codes(source)).toEqual(['heading-repeated']);
  });

  it('reads a year that stands in a column as the piece of a name', () => {
    const cut = `${head}\n${heading}\n${rows}\n|||2031年|||||\n\n||时效指标|新增床位数|≥12张|11张|50|45|`;
    expect(indicators(form(cut)).at(-1)).toBe(
      '产出指标|时效指标|2031年新增床位数|≥12张|11张|50|45|',
    );
  });

  it('takes a heading printed again, however the lines lie, for a page’s end that may cut a row', () => {
    const cut = `${head}\n${heading}\n|产出指标|数量指标|义务教育|≥12次|11次|50|45|\n${heading}\n|||经费完成率|||||\n||质量指标|合格率|≥90%|95%|40|40|`;
    expect(indicators(form(cut))[0]).toBe('产出指标|数量指标|义务教育经费完成率|≥12次|11次|50|45|');
  });

  it('lays rows below a heading with other columns into the first one’s', () => {
    const source = `${head}\n${heading}\n${rows}\n\n一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施\n效益指标|社会效益指标|水清|良好|良好|10|10|无`;
    expect(indicators(form(source)).at(-1)).toBe('效益指标|社会效益指标|水清|良好|良好|10|10|无');
  });

  it('takes a label that strayed into a repeated heading to the rows below', () => {
    const source = `${head}\n${heading}\n${rows}\n\n${heading.replace('绩效指标', '效益目标')}\n||社会效益目标|水清|良好|良好|10|10|`;
    expect(indicators(form(source)).at(-1)).toBe('效益目标|社会效益目标|水清|良好|良好|10|10|');
  });

  it('reads a page that lost its first column, and whose first name began on the page before', () => {
    const source = `${head}\n${heading}\n|产出指标|数量指标|巡查次数|=1次|=1次|10|10|\n|时效指标|完成及时性|及时|及时|10|10||\n|||河湖储备计||||\n\n效益指标|社会效益指标|划落实情况|健全|健全|20|20|\n|可持续影响指标|机制健全性|健全|健全|5|5|\n||监督健全性|健全|健全|5|5|\n满意度指标|服务对象满意度指标|群众满意度|满意|满意|10|10|\n总分|||||100|93.43`;
    expect(indicators(form(source))).toEqual([
      '产出指标|数量指标|巡查次数|=1次|=1次|10|10|',
      '产出指标|时效指标|完成及时性|及时|及时|10|10|',
      '效益指标|社会效益指标|河湖储备计划落实情况|健全|健全|20|20|',
      '效益指标|可持续影响指标|机制健全性|健全|健全|5|5|',
      '效益指标|可持续影响指标|监督健全性|健全|健全|5|5|',
      '满意度指标|服务对象满意度指标|群众满意度|满意|满意|10|10|',
    ]);
    expect(texts(Object.values(form(source).total ?? {}))).toBe('总分|100|93.43');
  });

  it('goes on with a value that a page cut', () => {
    expect(pairs(form(`绩效自评表\n项目名称|河湖|\n\n|巡查|\n${heading}\n${rows}`))[0]).toBe(
      '项目名称=河湖巡查',
    );
  });

  it('leaves page numbers and lines that every page repeats outside', () => {
    const source = `${head}\n${heading}\n${rows}\n\n第 3 页\n\n青溪市财政局制\n\n||时效指标|完成时间|年底|年底|10|10|`;
    const read = form(source, ['青溪市财政局制']);
    expect(raw(read.outside)).toEqual(['第 3 页', '青溪市财政局制']);
    expect(read.indicators).toHaveLength(3);
  });

  it.each(['3', '- 3 -', '— 3 —', '第3页', '第3页 共9页', '3/9', 'iv'])(
    '%s is a page’s number',
    (line) => {
      expect(raw(form(`${head}\n${heading}\n${rows}\n\n${line}\n\n${total}`).outside)).toEqual([
        line,
      ]);
    },
  );

  it('says which line it left between two pages', () => {
    const source = `${head}\n${heading}\n${rows}\n\n以下空白处不填\n\n${total}`;
    expect(raw(form(source).outside)).toEqual(['以下空白处不填']);
    expect(assemble(source).notes).toMatchObject([
      { code: 'line-between-pages', data: { text: '以下空白处不填' } },
    ]);
  });
});

describe('FormAssembler: line breaks inside cells', () => {
  it('goes on with a deviation, also where the same words stand twice', () => {
    const source = `${head}\n${heading}\n|产出指标|数量指标|巡查次数|≥12次|11次|50|45|雨多。\n下年补巡。\n||质量指标|合格率|≥90%|85%|40|35|雨多。\n下年补巡。\n${total}`;
    const read = form(source, ['下年补巡。']);
    expect(indicators(read).map((row) => row.split('|').at(-1))).toEqual([
      '雨多。下年补巡。',
      '雨多。下年补巡。',
    ]);
    expect(read.outside).toEqual([]);
  });

  it('goes on with a goal', () => {
    expect(
      form(
        `${head}\n年度总体目标|预期目标|实际完成情况\n|一、巡查。|一、巡查。\n二、清淤。\n${heading}\n${rows}`,
      ).goals.get('goalActual')?.text,
    ).toBe('一、巡查。二、清淤。');
  });

  it('reads two goals that both hold a line break', () => {
    const { goals } = form(
      `${head}\n年度总体目标|预期目标|实际完成情况\n|一、巡查到位。\n二、清淤到位。|一、已巡查。\n二、已清淤。|\n${heading}\n${rows}`,
    );
    expect(goals.get('goalExpected')?.text).toBe('一、巡查到位。二、清淤到位。');
    expect(goals.get('goalActual')?.text).toBe('一、已巡查。二、已清淤。');
  });
});

describe('FormAssembler: 总分', () => {
  it('is read from three lines', () => {
    const source = `${head}\n${heading}\n${rows}\n总分\n100\n98.15\n${foot}`;
    expect(texts(Object.values(form(source).total ?? {}))).toBe('总分|100|98.15');
    expect(codes(source)).toEqual(['total-rejoined']);
  });

  it('is not eked out with a page’s number', () => {
    const read = form(`${head}\n${heading}\n${rows}\n总分|||||||98.15|\n\n7`);
    expect(texts([read.total?.weight, read.total?.score])).toBe('|98.15');
    expect(raw(read.outside)).toEqual(['7']);
  });

  it('brings the rating along', () => {
    expect(pairs(form(`${head}\n${heading}\n${rows}\n总分|100|98.15|评分等级|优`)).at(-1)).toBe(
      '评分等级=优',
    );
  });

  it('may stand above the indicators', () => {
    const read = form(`${head}\n${heading}\n总分||||||100|92.50|\n${rows}`);
    expect(texts([read.total?.weight, read.total?.score])).toBe('100|92.50');
    expect(read.indicators).toHaveLength(2);
  });

  it('is null where none is printed', () => {
    expect(form(`${head}\n${heading}\n${rows}`).total).toBeNull();
  });
});

describe('FormAssembler: target forms', () => {
  const target =
    '绩效目标表\n203001水务局\n项目名称|河湖巡查|项目编码|88X\n预算规模及资金用途|预算数|5.60|其中：财政资金|5.60|其他资金|\n|定期巡查，保证水清。|\n资金支出计划|3月底|6月底|12月底\n|25.00|50.00|100.00\n绩效目标|1.巡查。2.清淤。|\n一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据\n产出指标|数量指标|巡查次数|全年巡查|≥12次|年度计划';

  it('reads the plan, each percentage below its date', () => {
    const plan = (source: string): string[] =>
      form(source).plan.map(({ by, percent }) => `${by.text} ${percent?.text ?? '?'}`);
    expect(plan(target)).toEqual(['3月底 25.00', '6月底 50.00', '12月底 100.00']);
    expect(plan(target.replace('|25.00|50.00|100.00', '||50.00|100.00'))).toEqual([
      '3月底 ?',
      '6月底 50.00',
      '12月底 100.00',
    ]);
    expect(plan(target.replace('\n|25.00|50.00|100.00', ''))).toEqual([
      '3月底 ?',
      '6月底 ?',
      '12月底 ?',
    ]);
  });

  it('reads what the money is for below the budget', () => {
    expect(form(target).pairs.find(({ terms }) => terms.includes('fundPurpose'))?.value?.text).toBe(
      '定期巡查，保证水清。',
    );
  });

  it('reads a department that stands without its label, its code before it', () => {
    expect(form(target).pairs.find(({ terms }) => terms.includes('department'))?.value?.text).toBe(
      '203001水务局',
    );
  });

  it('reads the indicators by their targets', () => {
    expect(indicators(form(target))).toEqual(['产出指标|数量指标|巡查次数|≥12次||||']);
    expect(form(target).indicators[0]?.pieces.get('basis')?.text).toBe('年度计划');
  });
});

describe('FormAssembler: what speaks for a form', () => {
  it.each([
    ['项目名称|甲|', 1],
    ['绩效自评表', 1],
    ['绩效自评表\n项目名称|甲|', 2],
    [`绩效自评表\n${goal}`, 2],
    [funds, 1],
    [`${heading}\n${rows}`, 2],
    ['附件\n甲|乙', 0],
  ])('in %j counts %i', (source, evidence) => {
    expect(assemble(source).evidence).toBe(evidence);
  });

  it('is broken off without indicators', () => {
    expect(form(`${head}\n${funds}\n${goal}`).complete).toBe(false);
  });

  it('takes the text below unknown words behind 总分 for theirs', () => {
    const rows = `${head}\n一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标|数量指标|长度|5公里|5公里|90|90\n总分||||100|100`;
    expect(pairs(form(`${rows}\n主要做法与经验||\n由专人负责，按月检查。||`))).toContain(
      '主要做法与经验=由专人负责，按月检查。',
    );
  });

  it('takes unknown words above a table for the title of a part, beside the kinds of money and not below them', () => {
    const table =
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标|数量指标|长度|5公里|5公里|90|90';
    const read = (amounts: string): string =>
      texts(
        form(`${head}\n经费使用与管理||||\n${amounts}\n目标与完成对照||||\n${table}`).funds.map(
          ({ label }) => label,
        ),
      );
    expect(read('项目资金||年初预算数|全年预算数|全年执行数\n|年度资金总额|10|10|10')).toBe(
      '年度资金总额',
    );
    expect(read('资金来源|年初预算数|全年预算数|全年执行数\n年度资金总额|10|10|10')).toBe(
      '年度资金总额|目标与完成对照',
    );
  });
});
