import { describe, expect, it } from 'vitest';
import { headingsWithoutValues } from '../../src/forms/headings.ts';
import type { Piece } from '../../src/model/index.ts';
import type { Role, WholeForm } from '../../src/stitch/index.ts';
import { wholeForm } from '../support/stitch.ts';

const whole = wholeForm(
  [
    '绩效自评表',
    '项目名称|河湖巡查|',
    '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因',
    '产出指标|数量指标|巡查次数|≥12次|11次|10|9|雨多',
  ].join('\n'),
);

/** The form as it would be had a column's values got lost. */
function without(role: Role, form: WholeForm = whole): WholeForm {
  return {
    ...form,
    indicators: form.indicators.map((row) => ({
      ...row,
      pieces: new Map([...row.pieces].filter(([own]) => own !== role)),
    })),
  };
}

const texts = (pieces: readonly Piece[]): string[] => pieces.map(({ text }) => text);

describe('headingsWithoutValues', () => {
  it('names nothing where each column has a value', () => {
    expect(headingsWithoutValues(whole)).toEqual([]);
  });

  it('names a column that prints something of which no value was read', () => {
    expect(texts(headingsWithoutValues(without('actual')))).toEqual(['实际完成值']);
    expect(texts(headingsWithoutValues(without('score', without('weight'))))).toEqual([
      '分值',
      '得分',
    ]);
  });

  it('names no column that prints nothing, or only marks of nothing', () => {
    for (const nothing of ['', '无', '—']) {
      const blank = wholeForm(
        [
          '绩效自评表',
          '项目名称|河湖巡查|',
          '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因',
          `产出指标|数量指标|巡查次数|≥12次|11次|10|9|${nothing}`,
        ].join('\n'),
      );
      expect(headingsWithoutValues(blank)).toEqual([]);
    }
  });

  it('names a column of the funds', () => {
    const funds = wholeForm(
      [
        '绩效自评表',
        '项目名称|河湖巡查|',
        '项目资金（万元）||年初预算数|全年预算数|全年执行数',
        '|年度资金总额|12|12|11',
      ].join('\n'),
    );
    const lost = funds.funds.map((row) => ({
      ...row,
      pieces: new Map([...row.pieces].filter(([role]) => role !== 'executed')),
    }));
    expect(texts(headingsWithoutValues({ ...funds, funds: lost }))).toEqual(['全年执行数']);
  });
});
