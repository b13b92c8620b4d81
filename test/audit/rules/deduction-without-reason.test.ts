import { describe, expect, it } from 'vitest';
import { found, remarks, summary } from '../../support/audit/findings.ts';
import type { IndicatorSketch } from '../../support/audit/forms.ts';

const rule = 'deduction-without-reason';
const form = (...indicators: IndicatorSketch[]) => ({
  indicators: indicators.map((one) => ({ actual: '基本完成', ...one })),
});

describe('deduction-without-reason', () => {
  it('warns of a score below its weight without a reason', () => {
    expect(
      summary(found(rule, form({ weight: '10', score: '9.99' }, { weight: '10', score: '10.00' }))),
    ).toEqual(['/indicators/0/score 9.99 → 10']);
    expect(found(rule, form({ weight: '10', score: '9' }))).toMatchObject([
      { severity: 'warning', message: '指标“培训班次”分值 10、得分 9，未说明扣分原因' },
    ]);
  });

  it.each([
    ['a reason', form({ weight: '10', score: '9', deviation: '部分单据报送太晚' })],
    ['a full score', form({ weight: '10', score: '10' })],
    ['a float artefact of a full score', form({ weight: '10', score: '9.999999999999998' })],
    ['blanks', form({ weight: '10' }, { score: '9' })],
    ['a row of 无', form({ level3: '无', target: '无', weight: '10', score: '0' })],
    [
      'the execution rate among the indicators',
      form({ level1: '预算执行率', level3: '预算执行率', weight: '10', score: '9.5' }),
    ],
    [
      'the execution rate among the outputs',
      form({ level3: '预算执行率', weight: '10', score: '9.5' }),
    ],
    [
      'a group of its own for the execution',
      form({ level1: '预算执行情况', level3: '支付进度', weight: '10', score: '9.5' }),
    ],
    [
      'a row of the form that explains all deductions',
      {
        ...form({ weight: '10', score: '9' }),
        extras: [{ label: '未完成原因分析', value: '支付较晚' }],
      },
    ],
    [
      'a row of the form for what else is to be said',
      {
        ...form({ weight: '10', score: '9' }),
        extras: [{ label: '其他需要说明的问题', value: '验收推迟' }],
      },
    ],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });

  it('says where the target was met in words', () => {
    const met = form({ target: '健全', actual: '健全。', weight: '10', score: '8' });
    expect(found(rule, met)).toMatchObject([
      {
        path: '/indicators/0/score',
        message: '指标“培训班次”的完成值与指标值同为“健全。”，分值 10、得分 8，未说明扣分原因',
      },
    ]);
  });

  it('asks a reason for the rate of something else', () => {
    expect(found(rule, form({ level3: '合同执行率', weight: '10', score: '9.5' }))).toHaveLength(1);
  });

  it('takes no blank row of the form for a reason', () => {
    expect(
      found(rule, {
        ...form({ weight: '10', score: '9' }),
        extras: [{ label: '未完成原因分析', value: '无' }],
      }),
    ).toHaveLength(1);
  });

  it('cannot ask for a reason where the form has no place for one', () => {
    const sketch = form({ weight: '10', score: '9' }, { weight: '10', score: '8' });
    const printed = (...indicators: string[]) => ({
      sources: [{ columns: { funds: [], indicators } }],
    });
    expect(found(rule, sketch, printed('weight', 'score'))).toEqual([]);
    expect(remarks(rule, sketch, printed('weight', 'score'))).toMatchObject([
      { path: '/indicators/0/score', message: '无法核对：表内没有填写原因的栏' },
    ]);
    expect(found(rule, sketch, printed('weight', 'score', 'deviation'))).toHaveLength(2);
    expect(
      found(rule, form(...sketch.indicators, { deviation: '支付较晚' }), printed('score')),
    ).toHaveLength(2);
    expect(
      found(
        rule,
        { ...sketch, extras: [{ label: '未完成原因分析', value: '' }] },
        printed('score'),
      ),
    ).toHaveLength(2);
  });
});
