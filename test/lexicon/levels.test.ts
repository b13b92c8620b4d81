import { describe, expect, it } from 'vitest';
import {
  bareLevel,
  completeLevel,
  findLevel1,
  findLevel2,
  isLevelFragment,
  level1Labels,
  levelKey,
} from '../../src/lexicon/index.ts';

describe('findLevel1', () => {
  it.each(level1Labels)('knows %s, bare, short, as a target and with its weight', (label) => {
    const stem = label.replace('指标', '');
    for (const text of [
      label,
      stem,
      `${stem}目标`,
      `${label}(50分)`,
      `${label}（50 分）`,
      ` ${stem} 指 标 ：`,
    ])
      expect(findLevel1(text)).toBe(label);
  });

  it.each(['数量指标', '一级指标', '指标', '产出指标完成率', ''])(
    'does not take %j for one',
    (text) => {
      expect(findLevel1(text)).toBeNull();
    },
  );
});

describe('findLevel2', () => {
  it.each([
    ['经济成本指标', '成本指标'],
    ['社会成本指标', '成本指标'],
    ['生态环境成本指标', '成本指标'],
    ['数量指标', '产出指标'],
    ['质量指标', '产出指标'],
    ['时效指标', '产出指标'],
    ['成本指标', '产出指标'],
    ['经济效益指标', '效益指标'],
    ['社会效益指标', '效益指标'],
    ['生态效益指标', '效益指标'],
    ['可持续影响指标', '效益指标'],
    ['服务对象满意度指标', '满意度指标'],
    ['社会公众或服务对象满意度指标', '满意度指标'],
    ['满意度指标', '满意度指标'],
  ])('puts %s under %s', (label, level1) => {
    expect(findLevel2(label)).toMatchObject({
      label,
      groups: expect.arrayContaining([level1]) as unknown,
    });
    expect(findLevel2(label)?.groups[0]).toBe(level1);
  });

  it.each([
    ['公众满意度指标', '满意度指标'],
    ['行业效益指标', '效益指标'],
    ['文化影响指标', '效益指标'],
    ['时效性指标', '产出指标'],
  ])('knows %s by what it is composed of', (label, level1) => {
    expect(findLevel2(label)).toEqual({ label, groups: [level1] });
  });

  it.each(['游客满意度', '数量指标满意度指标', '受益户增收效益指标', '效率'])(
    'leaves %s to be a name',
    (text) => {
      expect(findLevel2(text)).toBeNull();
    },
  );

  it('lets 成本指标 stand under either of its groups', () => {
    expect(findLevel2('成本指标')?.groups).toEqual(['产出指标', '成本指标']);
  });

  it.each(['数量', '数量目标', '数量值', '数 量 指 标', '数量指标：', '数量指标（20分）'])(
    'reads %s as 数量指标',
    (text) => {
      expect(findLevel2(text)?.label).toBe('数量指标');
    },
  );

  it.each(['产出指标', '巡查数量', '指标', ''])('does not take %j for one', (text) => {
    expect(findLevel2(text)).toBeNull();
  });
});

describe('levelKey', () => {
  it.each([
    ['产出指标(50分)', '产出指标', '产出指标', '50'],
    ['产出指标（50 分）', '产出指标', '产出指标', '50'],
    ['产出指标(12.5分)', '产出指标', '产出指标', '12.5'],
    ['产出指标50分', '产出指标', '产出指标', '50'],
    ['产出指标(50)', '产出指标', '产出指标', '50'],
    ['产出指标（50%）', '产出指标', '产出指标', '50'],
    ['效益 指标', '效益指标', '效益 指标', null],
    ['年度资金总额（10分）', '年度资金总额', '年度资金总额', '10'],
    ['总额（Ａ）(10分)', '总额(A)', '总额（Ａ）', '10'],
    ['(50分)', '(50分)', '(50分)', null],
    ['50', '50', '50', null],
  ])('%s', (text, key, printed, weight) => {
    expect(levelKey(text)).toEqual({ key, printed, weight });
  });
});

describe('isLevelFragment', () => {
  it.each([
    '可持',
    '续影',
    '响指',
    '标',
    '满意度指',
    '度指标',
    '服务 对象 满意',
    '产出指标',
    '效益指标（30',
    '(50分)',
    '50分)',
    '分)',
  ])('%s may be a piece of a label', (text) => {
    expect(isLevelFragment(text)).toBe(true);
  });

  it.each(['', '巡查次数', '50', '100%', '标准', '产出指标完成情况'])('%j is none', (text) => {
    expect(isLevelFragment(text)).toBe(false);
  });
});

describe('completeLevel', () => {
  it.each([
    ['服务对象满意度指', 2, '服务对象满意度指标'],
    ['可持续影', 2, '可持续影响指标'],
    ['会效益指标', 2, '社会效益指标'],
    ['满意度指', 1, '满意度指标'],
    ['时效指', 2, '时效指标'],
    ['效指标', 2, '时效指标'],
  ] as const)('%s at level %i is %s', (text, level, label) => {
    expect(completeLevel(text, level)).toBe(label);
  });

  it.each([
    ['效益指标', 2, 'ends several labels'],
    ['可持续', 2, 'begins several, and lacks four characters'],
    ['数量', 2, 'is too short to tell'],
    ['数量指标', 2, 'lacks nothing'],
    ['数量指', 1, 'is of the other level'],
    ['巡查次数', 2, 'is no piece'],
  ] as const)('%s at level %i: null, for it %s', (text, level, reason) => {
    expect(completeLevel(text, level), reason).toBeNull();
  });
});

describe('bareLevel', () => {
  it.each([
    ['一、产出指标', '产出指标'],
    ['（二）效益指标', '效益指标'],
    ['3.满意度指标', '满意度指标'],
    ['产出指标', '产出指标'],
    ['一级指标', '一级指标'],
    ['10个村', '10个村'],
  ])('of %s is %s', (text, bare) => {
    expect(bareLevel(text)).toBe(bare);
  });
});
