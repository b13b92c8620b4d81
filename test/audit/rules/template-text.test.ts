import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'template-text';

const form = (...indicators: IndicatorSketch[]) => ({ indicators });

describe('template-text', () => {
  it.each<[string, IndicatorSketch]>([
    ['/indicators/0/target', { target: '≥XX%' }],
    ['/indicators/0/target', { target: 'XX人次' }],
    ['/indicators/0/target', { target: '≥×' }],
    ['/indicators/0/actual', { actual: '××万元' }],
    ['/indicators/0/level3', { level3: '指标1：', target: '≥10场' }],
  ])('warns at %s of %o', (path, row) => {
    expect(found(rule, form(row))).toMatchObject([{ path, severity: 'warning' }]);
  });

  it('only tells one in a name, and a figure first', () => {
    const name = { level3: '驻村工作合格率（≥**%）' };
    expect(found(rule, form(name))).toMatchObject([
      { path: '/indicators/0/level3', severity: 'info' },
    ]);
    expect(found(rule, form(name, { target: '≥**%' }))).toMatchObject([
      { path: '/indicators/1/target', severity: 'warning' },
    ]);
  });

  it('warns once a form, in target forms too', () => {
    const indicators = [{ target: '≥**%' }, { target: '≥**人' }];
    expect(found(rule, { kind: 'target', indicators })).toMatchObject([
      { message: '第1行的指标值里留着模板的占位符：≥**%（另有 1 处）' },
    ]);
  });

  it.each<[string, IndicatorSketch]>([
    ['a name hidden', { level3: 'XX村道路硬化里程' }],
    ['a name behind its number', { level3: '指标1：培训场次' }],
    ['a row to come', { level3: '指标2：', target: '' }],
    ['a product', { target: '5×8米' }],
    ['a model', { level3: 'XX人民医院门诊人次' }],
  ])('accepts %s', (_name, row) => {
    expect(found(rule, form(row))).toEqual([]);
  });
});
