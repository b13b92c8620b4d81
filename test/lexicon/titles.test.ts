import { describe, expect, it } from 'vitest';
import { findTitle, findYearLine, isAttachmentMark } from '../../src/lexicon/index.ts';

const selfEvaluations = [
  '财政项目支出绩效自评表',
  '项目支出绩效自评表',
  '部门预算项目支出绩效自评表',
  '预算项目绩效自评表',
  '项目支出绩效目标自评表',
  '项目绩效自评表',
  '绩效目标自评表',
  '省级项目支出绩效自评表',
  '市级部门项目支出绩效自评表',
  '单位项目绩效自评表',
];
const targets = [
  '绩效目标表',
  '项目支出绩效目标申报表',
  '财政项目支出绩效目标申报表',
  '预算项目绩效目标表',
  '项目绩效目标表',
  '河湖巡查绩效目标表',
];

describe('findTitle: full-width forms', () => {
  it.each([
    ['２０３１年度项目支出绩效自评表', '项目支出绩效自评表', 2031],
    ['附件３　（２０３１年度）项目支出绩效自评表', '项目支出绩效自评表', 2031],
    ['１．项目支出绩效自评表（ＡＢＣ）', '项目支出绩效自评表（ＡＢＣ）', null],
  ])('%s', (raw, text, year) => {
    expect(findTitle(raw)).toEqual({ text, year, kind: 'self-evaluation' });
  });
});

describe('findTitle', () => {
  it.each(selfEvaluations)('%s is a self-evaluation', (text) => {
    expect(findTitle(text)).toEqual({ text, year: null, kind: 'self-evaluation' });
  });

  it.each(targets)('%s is a target form', (text) => {
    expect(findTitle(text)).toEqual({ text, year: null, kind: 'target' });
  });

  it.each([
    '2031年度项目支出绩效自评表',
    '2031年项目支出绩效自评表',
    '项目支出绩效自评表（2031年度）',
    '项目支出绩效自评表 (2031 年度)',
    '（2031年度）项目支出绩效自评表',
    '附件3：2031年度项目支出绩效自评表',
    '附件3 项目支出绩效自评表（2031年）',
    '二〇三一年度项目支出绩效自评表',
    '一、2031年度项目支出绩效自评表',
  ])('%s has the year beside the title', (text) => {
    expect(findTitle(text)).toEqual({
      text: '项目支出绩效自评表',
      year: 2031,
      kind: 'self-evaluation',
    });
  });

  it.each([
    '附件3 项目支出绩效自评表',
    '（附件3）项目支出绩效自评表',
    '表2 项目支出绩效自评表',
    '表二：项目支出绩效自评表',
    '附件3-1：项目支出绩效自评表',
    '附表一、项目支出绩效自评表',
    '1.项目支出绩效自评表',
    '(1)项目支出绩效自评表',
    '## 项目支出绩效自评表',
    '项 目 支 出 绩 效 自 评 表',
  ])('%s loses its number', (text) => {
    expect(findTitle(text)?.text).toBe('项目支出绩效自评表');
  });

  it.each(['项目支出绩效自评表（ 年度）', '(   年)项目支出绩效自评表'])(
    '%s was never given its year',
    (text) => {
      expect(findTitle(text)).toEqual({
        text: '项目支出绩效自评表',
        year: null,
        kind: 'self-evaluation',
      });
    },
  );

  it.each([
    '2031年度项目支出绩效自评情况汇总表',
    '绩效自评结果一览表',
    '项目绩效目标清单表',
    '绩效自评得分统计表（本级）',
  ])('%s is a list of projects', (text) => {
    expect(findTitle(text)).toBeNull();
  });

  it.each([
    ['中央对地方专项转移支付区域（项目）绩效自评表', 'self-evaluation'],
    ['部门整体支出绩效自评表', 'self-evaluation'],
    ['项目绩效目标完成情况表', 'self-evaluation'],
    ['市级财政专项资金绩效自评价表', 'self-evaluation'],
    ['项目（政策）支出绩效自评表', 'self-evaluation'],
    ['湖滨步道养护项目自评表', 'self-evaluation'],
    ['项目支出绩效目标批复表', 'target'],
    ['项目支出绩效表', 'target'],
    ['预算项目绩效目标申报审批表', 'target'],
  ] as const)('%s is a %s of other places', (text, kind) => {
    expect(findTitle(text)).toEqual({ text, year: null, kind });
  });

  it('keeps what the title says in brackets', () => {
    expect(findTitle('项目支出绩效自评表（本级）')?.text).toBe('项目支出绩效自评表（本级）');
  });

  it.each([
    '',
    '绩效自评',
    '项目支出绩效自评报告',
    '请各单位填写项目支出绩效自评表。',
    '项目支出绩效自评表填报说明',
    '现将项目支出绩效自评表，一并报送的表',
    '支出明细表',
    `${'甲'.repeat(80)}绩效自评表`,
    '部门整体收支表',
  ])('does not take %j for a title', (text) => {
    expect(findTitle(text)).toBeNull();
  });
});

describe('findYearLine', () => {
  it.each([
    '（2031年度）',
    '(2031 年度)',
    '2031年度',
    '2031年',
    '(2031)',
    '二〇三一年度',
    '（二○三一年）',
    '年度：2031',
    '自评年度：2031年',
    '２０３１年度',
  ])('%s', (text) => {
    expect(findYearLine(text)).toBe(2031);
  });

  it.each([
    '',
    '2031',
    '2031年度项目支出绩效自评表',
    '2031年1月',
    '1031年度',
    '2031年至2032年',
    '年度',
  ])('%j says no year, or more', (text) => {
    expect(findYearLine(text)).toBeNull();
  });
});

describe('isAttachmentMark', () => {
  it.each(['附件', '附件3', '附件 3：', '附表一', '附表1-2', '附3', '（附件3）', '表12'])(
    '%s',
    (text) => {
      expect(isAttachmentMark(text)).toBe(true);
    },
  );

  it.each(['', '表', '附件3：项目支出绩效自评表', '附件材料', '3'])('%j is none', (text) => {
    expect(isAttachmentMark(text)).toBe(false);
  });
});
