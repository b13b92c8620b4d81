import { describe, expect, it } from 'vitest';
import { type FormsRead, readForms } from '../../src/forms/index.ts';
import type { Staged } from '../../src/model/index.ts';
import { stitch } from '../../src/stitch/index.ts';
import { freeze, textDocument } from '../support/stitch.ts';

const scored =
  '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分\n产出指标|数量指标|巡查次数|≥12次|12次|90|90';
const planned = '一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|巡查次数|≥12次';
const total = '总分|||||100|99';

function read(source: string): Staged<FormsRead> {
  return readForms(freeze(stitch(textDocument(source)).value));
}

describe('readForms: which form it is', () => {
  it.each([
    [`项目绩效自评表\n项目名称|甲|\n${scored}`, 'self-evaluation'],
    [`项目绩效目标表\n项目名称|甲|\n${planned}`, 'target'],
    [`项目绩效目标表\n项目名称|甲|\n${scored}`, 'self-evaluation'],
    [`项目名称|甲|\n${scored}`, 'self-evaluation'],
    [`项目名称|甲|\n${planned}`, 'target'],
    ['项目绩效自评表\n项目名称|甲|', 'self-evaluation'],
    ['项目绩效目标表\n项目名称|甲|', 'target'],
  ])('%j', (source, kind) => {
    expect(read(source).value.forms.map(({ form }) => form.kind)).toEqual([kind]);
  });
});

describe('readForms: the account', () => {
  it.each([
    `关于报送的函\n\n绩效自评表\n（2031年度）\n项目名称|甲 乙|\n${scored}\n${total}\n填表人：王某 联系电话：021\n\n第 3 页`,
    `绩效自评表\n项目名称|甲|\n${scored}|多|出\n${total}|余\n\n绩效目标表\n项目名称|乙|\n${planned}`,
    `绩效自评表\n项目名称|甲|\n${scored.replace('90|90', '九十|约90')}`,
    '甲|乙\n丙',
  ])('of %j holds every character once', (source) => {
    const { placed, labels, outside, unplaced } = read(source).value.accounting;
    expect(placed + labels + outside + unplaced).toBe(source.replace(/[\s|]/g, '').length);
  });

  it('tells values, labels and text outside apart', () => {
    expect(
      read(`通知\n\n绩效自评表\n项目名称|河湖巡查|\n${planned}`).value.accounting,
    ).toMatchObject({
      outside: 2,
      labels: '项目名称一级指标二级指标三级指标指标值'.length,
      unplaced: 0,
    });
  });

  it('lists what no field took, with its place and a warning, and calls the form incomplete', () => {
    const { value, notes } = read(
      `绩效自评表\n项目名称|甲|\n${scored.replace('90|90', '九十|90')}\n${total}`,
    );
    expect(value.unplaced).toEqual([{ text: '九十', refs: [{ line: 4, row: 2, column: 5 }] }]);
    expect(value.accounting.unplaced).toBe(2);
    expect(value.forms[0]?.complete).toBe(false);
    expect(notes.map(({ code, severity }) => [code, severity])).toEqual([
      ['figure-unreadable', 'warning'],
      ['text-unplaced', 'warning'],
    ]);
  });
});

describe('readForms: cells of figures', () => {
  it.each([
    ['扣2分', ['/indicators/0/score']],
    ['X', ['/indicators/0/score']],
    ['90', []],
  ])('tell where %s is no number: %j', (score, unreadable) => {
    const [form] = read(
      `绩效自评表\n项目名称|甲|\n${scored.replace('90|90', `90|${score}`)}\n${total}`,
    ).value.forms;
    expect(form).toMatchObject({ unreadable, figuresLeft: false });
  });

  it('reads the rows of a target form’s funds table', () => {
    const funds =
      '资金来源|年初预算数|全年预算数\n年度资金总额|9|10\n财政拨款|9|10\n累计金额|20|30';
    const [form] = read(`项目绩效目标表\n项目名称|甲|\n${funds}\n${planned}`).value.forms;
    expect(form?.form).toMatchObject({
      funds: { budget: '10', fiscal: '10', other: null },
      extras: [
        { label: '年初预算数（年度资金总额）', value: '9' },
        { label: '年初预算数（财政拨款）', value: '9' },
        { label: '年初预算数（累计金额）', value: '20' },
        { label: '全年预算数（累计金额）', value: '30' },
      ],
    });
  });
});

describe('readForms: forms that break off', () => {
  it('says so', () => {
    const { value, notes } = read(`绩效自评表\n项目名称|河湖巡查|\n${scored}`);
    expect(value.forms[0]).toMatchObject({ complete: false, cutOff: true });
    expect(notes).toMatchObject([
      {
        code: 'form-cut-off',
        severity: 'warning',
        stage: 'forms',
        data: { project: '河湖巡查' },
        refs: [{ line: 4 }],
      },
    ]);
  });

  it('says nothing of one that ends', () => {
    expect(read(`绩效自评表\n项目名称|河湖巡查|\n${scored}\n${total}`)).toMatchObject({
      value: { forms: [{ complete: true, cutOff: false }] },
      notes: [],
    });
  });
});

describe('readForms: places', () => {
  it('lead to values that are there', () => {
    for (const { form, refs } of read(
      `绩效自评表\n（2031年度）\n项目名称|甲|\n主管部门及代码|219-水务局|\n${scored}\n${total}\n填表人：王某`,
    ).value.forms) {
      const paths = Object.keys(refs());
      expect(paths.length).toBeGreaterThan(10);
      for (const path of paths) {
        const value = path
          .split('/')
          .slice(1)
          .reduce<unknown>((held, key) => (held as Record<string, unknown>)[key], form);
        expect(value, path).toBeDefined();
      }
    }
  });
});

it('readForms has nothing to say of a document without forms', () => {
  expect(read('')).toEqual({
    value: {
      forms: [],
      accounting: { placed: 0, labels: 0, outside: 0, unplaced: 0 },
      unplaced: [],
    },
    notes: [],
  });
});
