import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeTerms } from '../../src/lexicon/compose.ts';
import { findLabel, findMisread, guessHeading, splitInline } from '../../src/lexicon/index.ts';
import { labelForms } from '../../src/lexicon/lookup.ts';
import { type Term, words } from '../../src/lexicon/terms.ts';
import { labelKey } from '../../src/model/index.ts';
import { unseen } from './unseen.ts';
import { values } from './values.ts';

const split = (text: string): string[] => text.trim().split(/\s+/);

/** The 1,739 words of published forms that were listed before words were composed. */
const known = Object.entries(
  JSON.parse(readFileSync(new URL('known.json', import.meta.url), 'utf8')) as Record<Term, string>,
).map(([term, text]) => [term as Term, split(text)] as const);

const termsOf = new Map<string, Term[]>();
for (const [term, list] of known)
  for (const word of list) termsOf.set(word, [...(termsOf.get(word) ?? []), term]);

describe('composed words', () => {
  it.each(
    (Object.entries(unseen) as [Term, string][]).flatMap(([term, text]) =>
      split(text).map((word) => [word, term] as const),
    ),
  )('%s names %s, though nobody listed it', (word, term) => {
    expect(findLabel(word)?.terms).toContain(term);
    expect(words[term]).not.toContain(word);
  });

  it('name what the lists of published forms say', () => {
    const differing = [...termsOf].filter(
      ([word, terms]) => findLabel(word)?.terms.join() !== terms.join(),
    );
    expect(differing).toEqual([]);
  });

  it('name nine of ten listed words by their morphemes alone', () => {
    const composed = [...termsOf].filter(([word, terms]) => {
      const read = labelForms(labelKey(word))
        .map(composeTerms)
        .find((found) => found !== null);
      return read?.terms.join() === terms.join();
    });
    expect(composed.length / termsOf.size).toBeGreaterThan(0.9);
  });

  it('leave nothing in the lists but templates’ words and those that compose to another part', () => {
    expect(Object.values(words).flat().length).toBeLessThan(
      0.2 * known.flatMap(([, l]) => l).length,
    );
  });
});

describe('values and indicator names', () => {
  it.each(split(values))('%s is no label', (text) => {
    expect(findLabel(text)).toBeNull();
  });
});

describe('near words', () => {
  it.each([
    ['年初预算安排金额', 'initialBudget'],
    ['调整后预算安排金额', 'annualBudget'],
    ['预算实际执行数', 'executed'],
    ['预算实际执行率', 'executionRate'],
    ['预算执行率得分', 'score'],
    ['预算执行率权重', 'weight'],
    ['年初目标数值', 'target'],
    ['年初目标内容', 'goalExpected'],
    ['目标实现情况', 'goalActual'],
    ['指标实际实现值', 'actual'],
    ['三级指标说明', 'description'],
    ['三级指标权重', 'weight'],
    ['三级指标名称', 'level3'],
    ['省级项目主管部门', 'department'],
    ['省级项目实施部门', 'implementingUnit'],
    ['省级财政补助资金', 'fundFiscal'],
    ['地方财政补助资金', 'fundOther'],
    ['上年财政补助资金结转', 'fundCarryover'],
    ['财政补助资金总额', 'fundTotal'],
    ['扣分标准', 'scoringRule'],
    ['扣分情况', 'deviation'],
    ['实施单位代码', 'attribute'],
    ['项目代码', 'projectCode'],
  ] as const)('%s is %s and nothing else', (word, term) => {
    expect(findLabel(word)?.terms).toEqual([term]);
  });

  it('are certain where listed, less so where composed, least where values are worded alike', () => {
    expect(
      ['全年预算数', '年末累计支出数', '旗县财政资金'].map((word) => findLabel(word)?.cost),
    ).toEqual([0, 1, 2]);
  });
});

describe('around composed words', () => {
  it.each([
    '（一）年末累计支出数',
    '年末累计支出数（B）',
    '其中：年末累计支出数',
    '年 末 累 计 支 出 数：',
  ])('%s is read through', (text) => {
    expect(findLabel(text)?.terms).toEqual(['executed']);
  });

  it.each([
    ['调整后年度预箅数', '调整后年度预算数', 'annualBudget'],
    ['未达标原因分析及改迸措施', '未达标原因分析及改进措施', 'deviation'],
    ['省级财玫补助资金', '省级财政补助资金', 'fundFiscal'],
  ])('%s is mended to %s', (from, as, term) => {
    expect(findMisread(from)).toEqual({ text: as, terms: [term] });
  });

  it('are found inside a line', () => {
    expect(splitInline('填表人姓名：王某　单位负责人签章：李某')).toEqual([
      { label: '填表人姓名：', value: '王某　' },
      { label: '单位负责人签章：', value: '李某' },
    ]);
  });

  it('leave a heading of half a word to guessing', () => {
    expect(findLabel('年度指标')).toBeNull();
    expect(guessHeading('年度指标')).toBe('target');
  });
});
