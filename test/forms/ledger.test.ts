import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/forms/ledger.ts';
import { makeUnit, type SourceRef, splitUnit, type Unit } from '../../src/model/index.ts';
import type { PerformanceForm } from '../../src/schema/index.ts';
import { form } from '../support/audit/forms.ts';

const unit = (raw: string, origin: SourceRef = { line: 1 }): Unit => makeUnit(raw, [origin]);
const name = unit('河湖 巡查');
const label = unit('项目名称');
const stray = unit(' 多出的字 ', { line: 2, row: 1 });
const blank = makeUnit(' \n', []);
const json: PerformanceForm = {
  ...form({ indicators: [{ level3: '开放次数' }] }),
  project: { name: '河湖巡查', code: null },
  extras: [{ label: '科室意见（开放次数）', value: '属实' }],
};

describe('Ledger', () => {
  it('sums up what became of each unit, in characters', () => {
    const ledger = new Ledger();
    ledger.place('/project/name', [name]);
    ledger.label([label]);
    expect(ledger.close([label, name, stray, blank], json)).toEqual({
      accounting: { placed: 4, labels: 4, outside: 0, unplaced: 4 },
      unplaced: [{ text: '多出的字', refs: [{ line: 2, row: 1 }] }],
    });
  });

  it('books a unit once, a value before a label and a label before what stands outside', () => {
    const ledger = new Ledger();
    ledger.aside([name, label]);
    ledger.label([name, label]);
    ledger.place('/project/name', [name]);
    expect(ledger.close([name, name, label], json).accounting).toEqual({
      placed: 4,
      labels: 4,
      outside: 0,
      unplaced: 0,
    });
  });

  it('books the parts of a unit that was cut', () => {
    const whole = makeUnit('填表人：河湖巡查', []);
    const [person, value] = splitUnit(whole, ['填表人：', '河湖巡查']);
    const ledger = new Ledger();
    ledger.label(person?.units ?? []);
    expect(ledger.close([whole], json)).toEqual({
      accounting: { placed: 0, labels: 4, outside: 0, unplaced: 4 },
      unplaced: [{ text: '河湖巡查', refs: [] }],
    });
    ledger.place('/project/name', value?.units ?? []);
    expect(ledger.close([whole], json).unplaced).toEqual([]);
  });
});

/** What is left unplaced of units that are claimed as labels. */
function unproved(...units: readonly Unit[]): string[] {
  const ledger = new Ledger();
  ledger.label(units);
  return ledger.close(units, json).unplaced.map(({ text }) => text);
}

describe('Ledger: a label', () => {
  it('is no word beside which its value stands in the same cell', () => {
    const ledger = new Ledger();
    const units = [unit('资金性质：'), unit('一般公共预算')];
    ledger.word({ text: '资金性质：一般公共预算', units });
    expect(ledger.close(units, json).unplaced.map(({ text }) => text)).toEqual([
      '资金性质：',
      '一般公共预算',
    ]);
  });

  it('is a word of forms', () => {
    expect(unproved(unit('绩效指标'), unit('项目资金（万元）'), unit('无'))).toEqual([]);
    expect(unproved(unit('鹿鸣'), unit('项目名称鹿鸣'))).toEqual(['鹿鸣', '项目名称鹿鸣']);
  });

  it('is a word that the JSON prints as one, or a part of it', () => {
    expect(unproved(unit('科室意见'), unit('开放次数：'))).toEqual([]);
    expect(unproved(unit('属实'))).toEqual(['属实']);
  });

  it('is a piece of a word that its pieces make, as they were claimed or below each other', () => {
    expect(unproved(unit('年度总'), unit('体目标'))).toEqual([]);
    const below = (raw: string, row: number, column: number): Unit => unit(raw, { row, column });
    expect(
      unproved(
        below('绩', 0, 0),
        below('河湖', 0, 4),
        below('效指', 1, 0),
        below('标', 2, 0),
        below('湖畔', 1, 2),
      ),
    ).toEqual(['河湖', '湖畔']);
  });

  it('is a piece whose text stages mended', () => {
    const ledger = new Ledger();
    const units = [unit('全年预'), unit('算数（A）')];
    ledger.word({ text: '全年预算数（A）', units });
    expect(ledger.close(units, json).accounting.labels).toBe(8);
  });

  it('is a number only where it counts rows', () => {
    const at = (raw: string, column: number): Unit => unit(raw, { column });
    expect(unproved(at('序号', 1), at('1', 1), at('2', 1), at('3', 2), at('2.5', 1))).toEqual([
      '3',
      '2.5',
    ]);
  });
});

describe('Ledger: a value', () => {
  it('must hold the text that was taken for it', () => {
    const ledger = new Ledger();
    const units = [unit('河湖巡查'), unit('鹿鸣')];
    ledger.place('/project/name', units);
    expect(ledger.close(units, json)).toMatchObject({
      accounting: { placed: 4, labels: 0, unplaced: 2 },
      unplaced: [{ text: '鹿鸣' }],
    });
  });

  it('gives back what was cut off the text', () => {
    const ledger = new Ledger();
    const cell = unit('219-河湖 巡查（鹿鸣）');
    ledger.place('/project/name', [cell]);
    expect(ledger.close([cell], json)).toMatchObject({
      accounting: { placed: 4, unplaced: 8 },
      unplaced: [{ text: '219- （鹿鸣）' }],
    });
  });

  it('that is null holds nothing, but a dash and 无 say so', () => {
    const ledger = new Ledger();
    const units = [unit('无'), unit('鹿鸣')];
    for (const one of units) ledger.place('/project/code', [one]);
    expect(ledger.close(units, json)).toMatchObject({
      accounting: { placed: 0, labels: 1, unplaced: 2 },
    });
  });
});
