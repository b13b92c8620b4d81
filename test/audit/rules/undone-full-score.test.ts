import { describe, expect, it } from 'vitest';
import { found } from '../../support/audit/findings.ts';

const rule = 'undone-full-score';

const form = (actual: string, score: string, target = '≥10场') => ({
  indicators: [{ target, actual, weight: '10', score }],
});

describe('undone-full-score', () => {
  it.each([
    '未开展',
    '未完成。',
    '尚未完成',
    '未达成指标',
    '未达成年度指标且效果较差',
    '未按期完成任务',
    '没有开展',
  ])('warns of a full score for %s', (actual) => {
    expect(found(rule, form(actual, '10'))).toMatchObject([
      { path: '/indicators/0/score', severity: 'warning', printed: '10', range: null },
    ]);
  });

  it.each(['部分达成', '部分达成指标并具有一定效果', '部分完成'])(
    'warns of more than four fifths for %s',
    (actual) => {
      expect(found(rule, form(actual, '9'))).toMatchObject([
        {
          message: expect.stringContaining('得分 9 为分值 10 的 90%，高于 80%') as string,
          range: ['0', '8'],
        },
      ]);
      expect(found(rule, form(actual, '8'))).toEqual([]);
    },
  );

  it('warns of more than half for a quality that was not reached', () => {
    expect(found(rule, form('未达成', '6', '健全'))).toHaveLength(1);
    expect(found(rule, form('未达成', '5', '健全'))).toEqual([]);
    expect(found(rule, form('未达成', '6', '≥10场'))).toEqual([]);
  });

  it.each([
    ['a figure beside the words', form('未完成，8场', '10')],
    ['what was asked for', form('未开展', '10', '未开展')],
    ['nothing bad that happened', form('未发生', '10', '0起')],
    ['no points', form('未开展', '0')],
    ['what was done', form('已完成', '10')],
  ])('accepts %s', (_name, sketch) => {
    expect(found(rule, sketch)).toEqual([]);
  });

  it('takes its limits from the configuration', () => {
    const config = { partlyAchieved: '90', notAchieved: '60' };
    expect(found(rule, form('部分达成', '9'), { config })).toEqual([]);
    expect(found(rule, form('未达成', '6', '健全'), { config })).toEqual([]);
  });
});
