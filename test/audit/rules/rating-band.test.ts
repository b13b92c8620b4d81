import { describe, expect, it } from 'vitest';
import { found, remarks, summary } from '../../support/audit/findings.ts';

const rule = 'rating-band';
const form = (rating: string | null, score: string | null, weight: string | null = '100') => ({
  rating,
  total: { score, weight },
});

describe('rating-band', () => {
  it.each([
    ['优', '90'],
    ['优', '100'],
    ['良', '89.99'],
    ['良', '80.00'],
    ['中', '79.99'],
    ['中', '60'],
    ['差', '59.99'],
    ['差', '0'],
    ['优秀', '99.98'],
    ['良好', '85'],
    ['优（90-100分）', '95'],
    [' 优 ', '95'],
    ['优等', '95'],
    ['优', '90.00000000000001'],
    [null, '10'],
  ])('accepts %s for %s', (rating, score) => {
    expect([...found(rule, form(rating, score)), ...remarks(rule, form(rating, score))]).toEqual(
      [],
    );
  });

  it.each([
    ['优', '89.99', '良'],
    ['良', '90', '优'],
    ['良', '79.99', '中'],
    ['中', '80', '良'],
    ['差', '60', '中'],
    ['中', '59.99', '差'],
  ])('rejects %s for %s', (rating, score, expected) => {
    expect(summary(found(rule, form(rating, score)))).toEqual([`/rating ${rating} → ${expected}`]);
  });

  it('measures the share of another total weight too, and rejects what both reject', () => {
    expect(found(rule, form('优', '45', '50'))).toEqual([]);
    expect(found(rule, form('差', '45', '50'))).toEqual([]);
    expect(found(rule, form('良', '45', '50'))).toHaveLength(1);
  });

  it('takes the bands of the configuration', () => {
    const config = {
      ratingBands: [
        { names: ['A'], from: '95' },
        { names: ['B'], from: '70' },
        { names: ['C'], from: '0' },
      ],
    };
    expect(found(rule, form('B', '94.9'), { config })).toEqual([]);
    expect(summary(found(rule, form('A', '94.9'), { config }))).toEqual(['/rating A → B']);
  });

  it('cannot check without a score, or a rating of other words', () => {
    expect(remarks(rule, form('优', null))).toMatchObject([
      { path: '/rating', message: '无法核对：缺总分的得分' },
    ]);
    expect(remarks(rule, form('合格', '95'))).toHaveLength(1);
    expect(remarks(rule, form('优□良□', '95'))).toHaveLength(1);
  });
});
