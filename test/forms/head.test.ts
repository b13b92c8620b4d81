import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/forms/head.ts';
import { Ledger } from '../../src/forms/ledger.ts';
import { Reader } from '../../src/forms/reader.ts';
import { wholeForm } from '../support/stitch.ts';

function head(...rows: readonly string[]): ReturnType<typeof readHead> {
  return readHead(
    new Reader(wholeForm(['绩效自评表', '项目名称|河湖巡查|', ...rows].join('\n')), new Ledger()),
  );
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
    ['主管部门及代码|２１９-水务局', '水务局', '219'],
    ['主管部门及代码|水务局（２１９）', '水务局', '219'],
    ['主管部门及代码|水务局', '水务局', null],
    ['主管部门及代码|—', null, null],
    ['主管部门|219-水务局', '219-水务局', null],
    ['主管部门|水务局(汇总)', '水务局(汇总)', null],
  ])('%s', (row, department, departmentCode) => {
    expect(head(row)).toMatchObject({ department, departmentCode });
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
