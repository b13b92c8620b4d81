import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/cells/index.ts';
import { limits } from '../../../src/model/index.ts';
import { account, linesOutside, readText, textsOf } from '../../support/tables.ts';

/** `/` ends a line, `>` is a tab. */
const write = (text: string): string => text.replaceAll('>', '\t').replaceAll('/', '\n');
const rowsOf = async (text: string): Promise<string[]> =>
  textsOf(await readText(adapter, write(text))).flatMap((grid) =>
    grid.map((row) => row.map((cell) => cell.replaceAll('\n', '⏎')).join('|')),
  );
const outsideOf = async (text: string): Promise<string[]> =>
  linesOutside(await readText(adapter, write(text)));

const header = '>一级指标/>二级指标/>三级指标/>指标值//';
const full = '>产出指标/>数量指标/>场次/>12//';

describe('cells: a blank line within a row', () => {
  it.each([
    [
      'text stands right before the next cell',
      `${header}>产出指标//(50分)/>数量指标/>场次/>12//`,
      '产出指标⏎(50分)|数量指标|场次|12',
    ],
    [
      'the line of white space behind the text was lost',
      `${header}>效益指标//（30分）//>社会效益/>人次/>9//`,
      '效益指标⏎（30分）|社会效益|人次|9',
    ],
    [
      'a blank cell holds an empty paragraph',
      `${header}>//>数量指标/>场次/>12//`,
      '|数量指标|场次|12',
    ],
    ['a blank cell holds two', `${header}>///>数量指标/>场次/>12//`, '|数量指标|场次|12'],
    ['the row falls into three pieces', `${header}>//>//>场次/>12//`, '||场次|12'],
    [
      'both neighbours have the width of the pieces',
      `${header}>产出指标//>数量指标/>场次/>12//${full}`,
      '产出指标|数量指标|场次|12',
    ],
    [
      'only the row below has the width',
      `>年度目标/>完成//>//>二级指标/>三级指标/>指标值//${full}`,
      '|二级指标|三级指标|指标值',
    ],
    [
      'no other row says how wide it is',
      '>项目名称/>河长制//>主管部门//（盖章）/>水利局/>实施单位/>河湖中心//',
      '主管部门⏎（盖章）|水利局|实施单位|河湖中心',
    ],
  ])('%s', async (_, text, row) => {
    expect(await rowsOf(text)).toContain(row);
  });

  it.each([
    [
      'the second row begins with a label of its own',
      '>预算规模/>预算数/>5/>其中/>5/>其他/>0//>/>用途说明//>资金支出计划（%）/>3月底/>6月底/>10月底/>12月底//',
    ],
    ['a new form', `${header}${full}>评语/>　//>项目名称/>河长制//`],
    [
      'a note below a blank cell',
      '>一级指标/>二级指标/>三级指标/>指标值/>偏差原因//>产出指标/>数量指标/>场次/>12/>//>说明/>无//',
    ],
    ['what became of the goal', '>年度绩效目标/>养护46处//>目标完成情况/>养护44处//'],
    [
      'a row under 序号',
      '>序号/>一级指标/>三级指标/>指标值/>备注//>1/>预算执行率/>预算执行率/>95%/>//>2/>产出指标/>场次/>12/>//>3/>效益指标/>人次/>9/>//',
    ],
    [
      'a row of a numbered list',
      '>序号/>项目名称/>项目单位/>得分/>备注//>1/>夜间开放/>图书馆/>99/>//>2/>展演/>文化馆/>98/>//',
    ],
    [
      'the figures under a heading that ends in a label',
      '>产出指标/>数量指标/>场次/>12/>20/>20//>总分/>总分值/>总得分/>自评等级//>/>100/>98/>优//',
    ],
    [
      'an execution rate that is its own group',
      '>效益指标/>社会效益指标/>人次/>9/>10/>//>预算执行率/>预算执行率/>预算执行率/>95%/>10/>//>总分/>99//',
    ],
    [
      'a label behind a full cell',
      '>项目负责人/>韩某/>联系电话/>55550101//>项目总额/>1,260.00//>其中：财政拨款/>1,260.00//>绩效目标/>整治12条胡同//',
    ],
    [
      'figures under a heading',
      '>合计/>出国费/>车辆费/>接待费/>会议费//>6.50/>0.00/>4.00/>2.50/>0.00//',
    ],
    [
      'funds whose block names its unit',
      '>预算部门/>林业局/>实施单位/>森防站//>预算资金（万元）/>资金总额/>120/>其中：财政资金/>120/>其他资金/>0//>绩效目标/>防治15万亩//',
    ],
    [
      'a fund below a label that brings its value along',
      '>项目名称/>湿地修复//>项目资金/>年度资金总额：/>860/>执行率分值（10）//>/>其中：财政拨款/>800/>//>/>其他资金/>60/>//',
    ],
    [
      'a numbered title',
      '>一、基本情况//>项目名称/>河长制//>二、目标完成情况//>年度预期目标/>具体完成情况/>总体完成率//>养护46处/>养护44处/>96%//>三、存在问题//>整改不够及时。//',
    ],
  ])('ends the row before %s', async (_, text) => {
    const rows = text.split('//').filter((row) => row !== '');
    expect(await rowsOf(text)).toEqual(rows.map((row) => row.slice(1).split('/>').join('|')));
  });
});

describe('cells: text behind a blank line', () => {
  it('is a paragraph of the last cell', async () => {
    expect(await rowsOf('>绩效目标/>建成站点。//同时培训人员。//>一级指标/>二级指标//')).toEqual([
      '绩效目标|建成站点。⏎同时培训人员。',
      '一级指标|二级指标',
    ]);
  });

  it.each([
    ['after two blank lines', '2.培训', '///2.培训//>一级指标/>二级指标//'],
    ['at the end of the file', '2.培训', '//2.培训/'],
    [
      'though it sounds like a title',
      '2.填报绩效目标表',
      '//2.填报绩效目标表//>一级指标/>二级指标//',
    ],
  ])('goes on with the numbering %s', async (_, paragraph, rest) => {
    expect(await rowsOf(`>绩效目标/>1.建站${rest}`)).toContain(`绩效目标|1.建站⏎${paragraph}`);
  });

  it.each([
    ['two blank lines', `${header}${full}/由科室填写//>其他/>表//`, '由科室填写'],
    ['the end of the file', `${header}${full}由科室填写/`, '由科室填写'],
    ['a total row', '>总分/>100//由科室填写//>说明/>无//', '由科室填写'],
    ['a new form', `${header}${full}由科室填写//>项目名称/>河长制//`, '由科室填写'],
    ['a form feed', `${header}${full}\f由科室填写//>其他/>表//`, '由科室填写'],
    [
      'a full row and the next table right below',
      `${header}${full}由科室填写/>事项/>表//`,
      '由科室填写',
    ],
    ['an attachment', '>绩效目标/>建站//附件3//>其他/>表//', '附件3'],
    ['a note', '>绩效目标/>建站//备注：一项目一表//>其他/>表//', '备注：一项目一表'],
    ['who filled it in', '>绩效目标/>建站//填表人：某某//>其他/>表//', '填表人：某某'],
    ['a year', '>绩效目标/>建站//（2031年度）//>其他/>表//', '（2031年度）'],
    [
      'a title',
      '>绩效目标/>建站//项目支出绩效自评表（汇总）//>其他/>表//',
      '项目支出绩效自评表（汇总）',
    ],
    ['a table of contents', '>绩效目标/>1.建站//[bookmark: _Toc1]2.培训//>其他/>表//', '2.培训'],
  ])('stands outside the table: %s', async (_, text, line) => {
    expect(await outsideOf(text)).toEqual([line]);
  });
});

describe('cells: what is strange', () => {
  it('keeps a tab within a line in its cell', async () => {
    expect(await rowsOf('>　>200元/>5//')).toEqual(['　\t200元|5']);
  });

  it('joins cells beyond the cap', async () => {
    const read = await readText(adapter, '\t格\n'.repeat(limits.columns + 3));
    expect(read.value.grids[0]?.columns).toBe(limits.columns);
    expect(read.value.grids[0]?.cells.at(-1)?.text).toBe('格\n格\n格\n格');
    expect(read.notes).toMatchObject([
      { code: 'row-too-wide', data: { rows: 1, limit: limits.columns } },
    ]);
    expect(account(read).found).toBe(account(read).total);
  });
});
