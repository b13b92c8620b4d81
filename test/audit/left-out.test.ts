import { describe, expect, it } from 'vitest';
import { found } from '../support/audit/findings.ts';

const rule = 'score-sum';

describe('a row that does not apply', () => {
  const scored = (score: string, target = '不适用') =>
    found(rule, {
      funds: { rows: [{ source: 'total', weight: '10', executionRate: '100', score: '10' }] },
      indicators: [
        { level3: '培训场次', target: '≥10场', actual: '9场', weight: '50', score: '45' },
        { level3: '知晓率', target: '≥90%', actual: '92%', weight: '30', score: '30' },
        { level3: '群众满意度', target, actual: target, weight: null, score: null },
      ],
      total: { weight: '100', score },
    });

  it('is left out, and the others scaled up or not', () => {
    expect(scored('94.44')).toEqual([]);
    expect(scored('85')).toEqual([]);
  });

  it('excuses no other total', () => {
    expect(scored('90').map(({ path }) => path)).toEqual(['/total/score']);
    expect(scored('96').map(({ path }) => path)).toEqual(['/total/score']);
  });
});
