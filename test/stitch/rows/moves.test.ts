import { describe, expect, it } from 'vitest';
import { recast } from '../../../src/stitch/rows/moves.ts';
import { alignedRow, columnsOf, texts } from '../../support/stitch.ts';

describe('recast', () => {
  const two = columnsOf('fundLabel', 'fundLabel', 'annualBudget', 'executed');
  const one = columnsOf('block', 'fundLabel', 'annualBudget', 'executed');

  it('lays each piece into one column', () => {
    expect(texts(recast(alignedRow('项目资金|总额|10|9'), one, two).pieces)).toBe('总额||10|9');
  });

  it('keeps pieces for which the first heading has no column of their own', () => {
    expect(texts(recast(alignedRow('救助|发放低保金|10|9'), two, one).pieces)).toBe(
      '|救助发放低保金|10|9',
    );
  });
});
