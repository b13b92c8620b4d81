import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/forms/head.ts';
import { Ledger } from '../../src/forms/ledger.ts';
import { Reader } from '../../src/forms/reader.ts';
import { wholeForm } from '../support/stitch.ts';

function readerOf(...rows: readonly string[]): Reader {
  return new Reader(wholeForm(['绩效自评表', ...rows].join('\n')), new Ledger());
}

function headOf(...rows: readonly string[]): ReturnType<typeof readHead> {
  return readHead(readerOf(...rows));
}

function head(...rows: readonly string[]): ReturnType<typeof readHead> {
  return headOf('项目名称|河湖巡查|', ...rows);
}

describe('readHead', () => {
  it('reads what stands above the tables', () => {
    expect(
      head('（2031年度）', '项目编码|130X|', '主管部门|水务局（本级）|实施单位|河道所'),
    ).toEqual({
      title: '绩效自评表',
      year: 2031,
      project: { name: '河湖巡查', code: '130X' },
      department: '水务局（本级）',
      departmentCode: null,
      implementingUnit: '河道所',
    });
  });

  it('has null for what is not printed', () => {
    expect(head()).toMatchObject({
      year: null,
      project: { code: null },
      department: null,
      departmentCode: null,
      implementingUnit: null,
    });
    expect(head('主管部门|—|实施单位|无')).toMatchObject({
      department: null,
      implementingUnit: null,
    });
  });

  it.each([
    ['主管部门及代码|219-水务局', '水务局', '219'],
    ['主管部门及代码|219水务局', '水务局', '219'],
    ['主管部门及代码|219 水务局（本级）', '水务局（本级）', '219'],
    ['主管部门及代码|[219]水务局', '水务局', '219'],
    ['主管部门及代码|水务局（219）', '水务局', '219'],
    ['主管部门及代码|水务局-219001', '水务局', '219001'],
    ['主管部门及其编码|水务局 219001', '水务局', '219001'],
    ['主管部门（单位）名称及部门预算编码|水务局219001', '水务局', '219001'],
    ['主管部门及代码|２１９-水务局', '水务局', '219'],
    ['主管部门及代码|水务局（２１９）', '水务局', '219'],
    ['主管部门及代码|水务局', '水务局', null],
    ['主管部门及代码|—', null, null],
    ['主管部门|219-水务局', '水务局', '219'],
    ['主管部门|219——水务局', '水务局', '219'],
    ['主管部门|[155]水务局', '水务局', '155'],
    ['主管部门|018云溪县水务局', '云溪县水务局', '018'],
    ['主管部门|120急救中心', '120急救中心', null],
    ['主管部门|【155】水务局', '水务局', '155'],
    ['主管部门|（１５５）水务局', '水务局', '155'],
    ['主管部门|水务局[155001]', '水务局', '155001'],
    ['主管部门|水务局（155）', '水务局', '155'],
    ['主管部门|219水务局', '219水务局', null],
    ['主管部门|19-水务局', '19-水务局', null],
    ['主管部门|水务局（2031）', '水务局（2031）', null],
    ['主管部门|219-水务局、301-农业局', '219-水务局、301-农业局', null],
    ['主管部门|水务局(汇总)', '水务局(汇总)', null],
  ])('%s', (row, department, departmentCode) => {
    expect(head(row)).toMatchObject({ department, departmentCode });
  });

  it.each([
    ['51092324T000010099001-乡村应急广播维护', '乡村应急广播维护', '51092324T000010099001'],
    ['[410000220000000001234]积水点整治', '积水点整治', '410000220000000001234'],
    ['361-河道保洁', '河道保洁', '361'],
    ['3015230000012-2031年河道保洁', '2031年河道保洁', '3015230000012'],
    ['30152300000127-5G基站建设', '5G基站建设', '30152300000127'],
    ['P24530100-0007-“蓝天”行动', '“蓝天”行动', 'P24530100-0007'],
    ['河道保洁（3015230000012）', '河道保洁', '3015230000012'],
  ])('reads the code beside the name of project %s', (text, name, code) => {
    expect(headOf(`项目名称|${text}|`).project).toEqual({ name, code });
  });

  it.each([
    '2031年河道保洁',
    '2031-2032年河道保洁',
    '2031-河道保洁',
    '2031-2032-河道保洁',
    '（2031）河道保洁',
    '12345热线运行',
    '政务服务热线（12345）',
    '021-12345热线运行',
    '110报警中心',
    '5G基站建设',
    '3个镇污水处理',
    '“1+N”体系建设',
    '1-河道保洁',
    'COVID-河道消杀',
    '河道保洁(一期)',
  ])('leaves project %s its own figures', (name) => {
    expect(headOf(`项目名称|${name}|`).project).toEqual({ name, code: null });
  });

  it('keeps what is right where a code of its own is printed', () => {
    expect(headOf('项目名称|361-河道保洁|', '项目编码|361|').project).toEqual({
      name: '河道保洁',
      code: '361',
    });
    expect(headOf('项目名称|361-河道保洁|', '项目编码|P77001|').project).toEqual({
      name: '361-河道保洁',
      code: 'P77001',
    });
  });

  it('puts the unit’s code, for which there is no field, among the extras', () => {
    const reader = readerOf('项目名称|河湖巡查|', '主管部门|219-水务局|实施单位|219001-河道所');
    expect(readHead(reader)).toMatchObject({ departmentCode: '219', implementingUnit: '河道所' });
    expect(reader.extras()).toContainEqual({ label: '实施单位代码', value: '219001' });
    expect(Object.keys(Object.fromEntries(reader.whereAll()))).toContain('/extras/0/value');
  });

  it('reads a department with its code that stands without a label', () => {
    expect(head('203001水务局（本级）')).toMatchObject({
      department: '水务局（本级）',
      departmentCode: '203001',
    });
  });

  it.each([
    ['填报单位（盖章）|河道所|', '河道所'],
    ['填报单位|水务局|实施单位|河道所', '河道所'],
    ['预算单位：河道所', '河道所'],
  ])('takes the unit from %s', (row, unit) => {
    expect(head(row).implementingUnit).toBe(unit);
  });
});
