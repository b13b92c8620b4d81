import { describe, expect, it } from 'vitest';
import { doubtsOf } from '../../src/forms/doubt.ts';
import { Ledger } from '../../src/forms/ledger.ts';
import { Reader } from '../../src/forms/reader.ts';
import { readSelfEvaluation } from '../../src/forms/self-evaluation.ts';
import { readTargetForm } from '../../src/forms/target.ts';
import { joinPieces, type Piece } from '../../src/model/index.ts';
import type { SelfEvaluationForm } from '../../src/schema/index.ts';
import type { IndicatorRow, Pair, Role, WholeForm } from '../../src/stitch/index.ts';
import { piece, wholeForm } from '../support/stitch.ts';

const whole = wholeForm(`项目支出绩效自评表
（2031年度）
项目名称|河湖巡查|主管部门|云溪区水务局|实施单位|云溪河道所
项目资金(万元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|10.00|12.00|9.00|10|75.00%|7.50
年度总体目标|预期目标|实际完成情况
|巡查到位。|已巡查。
绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
|产出指标|数量指标|巡查次数|≥12次|11次|20|15|雨多。
|||整改件数|≥3件|3件|20|20|
||质量指标|合格率|≥90%|95%|10|10|
|效益指标|社会效益指标|水质|达标|达标|30|30|
|满意度指标|服务对象满意度指标|居民满意度|≥90%|92%|10|10|
总分||||||100|92.50|`);
const form = readSelfEvaluation(new Reader(whole, new Ledger()));

function textPiece(text: string): Piece {
  const made = piece(text);
  if (made === null) throw new Error('blank');
  return made;
}

const pair = (label: string, value: string): Pair => ({
  label: textPiece(label),
  terms: [],
  value: piece(value),
});

/** Code and text of each doubt about the clear form with these changes. */
function told(
  changes: {
    readonly whole?: Partial<WholeForm>;
    readonly form?: Partial<SelfEvaluationForm>;
    readonly left?: readonly Pair[];
  } = {},
): string[] {
  const notes = doubtsOf(
    { ...whole, ...changes.whole },
    { ...form, ...changes.form },
    changes.left ?? [],
  );
  return notes.map(({ code, data, severity }) => `${severity} ${code} ${String(data.text)}`);
}

const uncertain = (text: string): string[] => [`warning reading-uncertain ${text}`];
const empty = (text: string): string[] => [`warning part-empty ${text}`];

/** The form's indicators with some fields of the second one changed. */
function secondIndicator(fields: Partial<SelfEvaluationForm['indicators'][number]>) {
  return form.indicators.map((row, index) => (index === 1 ? { ...row, ...fields } : row));
}

const blank = { text: '', comparator: null, number: null, unit: null };

describe('doubtsOf', () => {
  it('has none of a clear form, whatever else it prints', () => {
    expect(form.total.score).toBe('92.50');
    expect(told()).toEqual([]);
    expect(told({ left: [pair('填表人', '王某'), pair('存续状态', '新增')] })).toEqual([]);
  });

  it.each([
    ['a label of a field that stays empty', '全年预算数', '12.00'],
    ['a word of a heading as a value', '甲', '实际完成值'],
    ['a level', '数量指标', '12次'],
  ])('tells %s among the extras', (_, label, value) => {
    const funds = { ...form.funds, rows: [] };
    const left = [
      { ...pair(label, value), terms: label === '全年预算数' ? ['annualBudget' as const] : [] },
    ];
    expect(told({ whole: { fundColumns: [] }, form: { funds }, left })).toEqual(uncertain(label));
  });

  it('does not tell a label whose field was read from elsewhere', () => {
    expect(told({ left: [{ ...pair('全年预算数', '12.00'), terms: ['annualBudget'] }] })).toEqual(
      [],
    );
  });

  it.each<[string, string, Partial<SelfEvaluationForm>]>([
    ['项目的名称', '河湖巡查', { project: { name: null, code: null } }],
    ['主管条线', '水务局', { department: null }],
    ['考核目标', '巡查到位', { goal: { expected: null, actual: null } }],
    ['分项的合计', '92.50', { total: { weight: null, score: null } }],
    ['考核等级', '优', { rating: null }],
    ['投入资金', '12.00', { funds: { unit: null, rows: [] } }],
  ])('tells %s, which resembles a label of a field that stays empty', (label, value, fields) => {
    const left = [pair(label, value)];
    expect(told({ whole: { fundColumns: [] }, form: fields, left })).toEqual(uncertain(label));
    if (label !== '考核等级') expect(told({ left })).toEqual([]);
  });

  it('tells a goal in words that head one, with its place', () => {
    const heading = textPiece('批复时的目标');
    const goal = { expected: '批复时的目标', actual: null };
    const goals = new Map([['goalExpected' as const, heading]]);
    const [note, ...more] = doubtsOf({ ...whole, goals }, { ...form, goal }, []);
    expect(more).toEqual([]);
    expect(note).toMatchObject({ code: 'reading-uncertain', data: { text: '批复时的目标' } });
    expect(note?.refs).toEqual(heading.units.flatMap(({ origins }) => origins));
    expect(told({ form: { goal: { expected: '完成年度目标', actual: null } } })).toEqual([]);
  });

  it('tells unknown words beside which a project without a name, or a goal, may stand', () => {
    const project = { name: null, code: null };
    expect(told({ form: { project }, left: [pair('事由', '河湖巡查')] })).toEqual(
      uncertain('事由'),
    );
    expect(told({ left: [pair('事由', '河湖巡查')] })).toEqual([]);
    const goal = { expected: null, actual: null };
    const sentence = '全年巡查河湖十二次，整改到位。';
    expect(told({ form: { goal }, left: [pair('愿景', sentence)] })).toEqual(uncertain('愿景'));
    expect(told({ form: { goal }, left: [pair('改进措施', sentence)] })).toEqual([]);
  });

  it('tells a part whose heading is printed and that stays empty', () => {
    expect(told({ whole: { indicators: [] }, form: { indicators: [] } })).toEqual(
      empty('绩效指标'),
    );
    expect(told({ form: { funds: { unit: '万元', rows: [] } } })).toEqual(empty('项目资金'));
  });

  it('tells a column that says nothing in any row', () => {
    const without = (role: Role) => (row: IndicatorRow) => ({
      ...row,
      pieces: new Map([...row.pieces].filter(([own]) => own !== role)),
    });
    expect(told({ whole: { indicators: whole.indicators.map(without('actual')) } })).toEqual(
      empty('实际完成值'),
    );
    expect(told({ whole: { indicators: whole.indicators.map(without('deviation')) } })).toEqual([]);
  });

  it('tells indicators without a column of values', () => {
    const values: readonly Role[] = ['target', 'actual'];
    const indicatorColumns = whole.indicatorColumns.filter(({ role }) => !values.includes(role));
    expect(told({ whole: { indicatorColumns } })).toEqual(empty('指标值'));
  });

  it('tells a text that swallowed a label', () => {
    const text = joinPieces([textPiece('已巡查。'), textPiece('三、存在的问题')]);
    if (text === null) throw new Error('blank');
    expect(told({ whole: { goals: new Map([['goalActual', text]]) } })).toEqual(
      uncertain('已巡查。三、存在的问题'),
    );
  });

  it('tells rows that are hardly indicators', () => {
    expect(told({ form: { indicators: secondIndicator({ level3: '' }) } })).toEqual(
      uncertain('≥3件'),
    );
    expect(told({ form: { indicators: secondIndicator({ weight: '90' }) } })).toEqual(
      uncertain('整改件数'),
    );
    expect(told({ form: { indicators: secondIndicator({ level3: '总分' }) } })).toEqual(
      uncertain('总分'),
    );
    expect(told({ form: { indicators: secondIndicator({ weight: null, score: null }) } })).toEqual(
      uncertain('整改件数'),
    );
    expect(
      told({ form: { indicators: secondIndicator({ weight: null, score: null, target: blank }) } }),
    ).toEqual([]);
  });

  it('tells fund rows without an amount', () => {
    const rows = form.funds.rows.map((row) => ({
      ...row,
      initialBudget: null,
      annualBudget: null,
      executed: null,
    }));
    expect(told({ form: { funds: { unit: '万元', rows } } })).toHaveLength(1);
    expect(told({ form: { funds: { unit: '万元', rows } } })[0]).toContain('part-empty');
  });

  it('tells scores of nobody', () => {
    const nobody = {
      project: { name: null, code: null },
      department: null,
      implementingUnit: null,
    };
    expect(told({ form: nobody })).toEqual(empty('项目名称'));
  });

  it('says the same once, with its places', () => {
    const left = [pair('数量指标', '12次'), pair('数量指标', '13次')];
    const notes = doubtsOf(whole, form, left);
    expect(notes).toHaveLength(1);
    expect(notes[0]?.refs).toEqual([{ line: 1 }]);
  });

  it('has none of a clear target form', () => {
    const target = wholeForm(`项目支出绩效目标表
项目名称|河湖巡查|主管部门|云溪区水务局
年度绩效目标|巡查到位。
一级指标|二级指标|三级指标|指标值
产出指标|数量指标|巡查次数|≥12次
效益指标|社会效益指标|水质|达标`);
    const reader = new Reader(target, new Ledger());
    expect(doubtsOf(target, readTargetForm(reader), reader.left())).toEqual([]);
  });
});
