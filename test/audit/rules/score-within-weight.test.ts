import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/pipeline/index.ts';
import { found, remarks, summary } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'score-within-weight';
/** The messages of a form's errors. */
async function parsed(html: string): Promise<string[]> {
  const page = `<h1>项目支出绩效自评表</h1><p>（2024年度）</p><table><tr><td>项目名称</td><td>培训</td></tr></table>${html}`;
  const { forms } = await parseDocument(new TextEncoder().encode(page), { name: 'form.html' });
  return forms.flatMap(({ audit }) => (audit?.findings ?? []).map(({ message }) => message));
}

const form = (...indicators: IndicatorSketch[]) => ({ indicators });

describe('score-within-weight', () => {
  it.each([
    [{ weight: '10', score: '10.00' }],
    [{ weight: '10', score: '0' }],
    [{ weight: '0.00', score: '0.00' }],
    [{ weight: '10', score: '9.999999999999998' }],
    [{ level3: '无', target: '无' }],
    [{ level3: '无', target: '无', weight: '5' }],
    [{ level3: '无', target: '无', score: '5' }],
  ])('accepts %o', (indicator) => {
    expect([...found(rule, form(indicator)), ...remarks(rule, form(indicator))]).toEqual([]);
  });

  it('rejects a total above its weight, unless rows add points to the scale', () => {
    const total = { total: { weight: '100', score: '110' } };
    expect(summary(found(rule, { ...form({ weight: '100', score: '100' }), ...total }))).toEqual([
      '/total/score 110 → -',
    ]);
    const more = form(
      { weight: '100', score: '100' },
      { level2: '加分项', weight: '0', score: '10' },
    );
    expect(found(rule, { ...more, ...total })).toEqual([]);
  });

  it('rejects scores that together are above the weight that their rows share', () => {
    const read = parsed(
      '<table><tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>' +
        '<tr><td rowspan="2">产出指标</td><td rowspan="2">数量指标</td><td>培训场次</td><td>≥10场</td><td>10场</td><td rowspan="2">20</td><td>15</td></tr>' +
        '<tr><td>培训人数</td><td>≥100人</td><td>100人</td><td>15</td></tr></table>',
    );
    return expect(read).resolves.toContain(
      '指标“培训场次”等 2 行合用分值 20，得分之和 15 + 15 = 30，超过分值',
    );
  });

  it('rejects a hundredth above the weight and anything below 0', () => {
    expect(
      summary(
        found(
          rule,
          form(
            { weight: '10', score: '10.01' },
            { weight: '10', score: '10' },
            { weight: '10', score: '-0.01' },
          ),
        ),
      ),
    ).toEqual(['/indicators/0/score 10.01 → -', '/indicators/2/score -0.01 → -']);
    expect(found(rule, form({ weight: '10', score: '10.01' }))).toMatchObject([
      { severity: 'error', range: ['0', '10'] },
    ]);
  });

  it('lets a row that adds or takes points off lie beyond its weight', () => {
    const takes = { level3: '扣分项', weight: '0', score: '-2' };
    expect(
      found(
        rule,
        form(takes, { ...takes, weight: '-5' }, { level1: '加分项', weight: '0', score: '2' }),
      ),
    ).toEqual([]);
    expect(
      found(
        rule,
        form(
          { ...takes, weight: '-1' },
          { ...takes, level3: '违规次数' },
          { level1: '加分项', weight: '5', score: '6' },
          { ...takes, score: '2' },
        ),
      ),
    ).toHaveLength(4);
  });

  it('rejects a row of 无 that prints both', () => {
    expect(found(rule, form({ level3: '无', target: '无', weight: '5', score: '6' }))).toHaveLength(
      1,
    );
  });

  it.each([
    ['100', '×10'],
    ['1000', 'lost decimal point'],
    ['15', null],
  ])('gives %s over 10 the hint %s', (score, hint) => {
    expect(found(rule, form({ weight: '10', score }))[0]?.hint).toBe(hint);
  });

  it('says once that no indicator prints a weight or a score', () => {
    const message = (sketch: IndicatorSketch): string | undefined =>
      remarks(rule, form(sketch, { ...sketch, level3: '覆盖率' }))[0]?.message;
    expect([message({}), message({ score: '5' }), message({ weight: '5' })]).toEqual([
      '无法核对：缺所有指标的分值、所有指标的得分',
      '无法核对：缺所有指标的分值',
      '无法核对：缺所有指标的得分',
    ]);
  });

  it('cannot check a blank, and names all of them in one remark', () => {
    expect(remarks(rule, form({ weight: '10' }, { level3: '覆盖率', score: '5' }))).toMatchObject([
      {
        path: '/indicators/0/score',
        message: '无法核对：缺指标“培训班次”的得分；缺指标“覆盖率”的分值',
      },
    ]);
  });
});
