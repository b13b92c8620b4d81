import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../src/stitch/blocks/plan-rows.ts';
import { itemsOf } from '../../support/stitch.ts';

function steps(source: string): string[] | null {
  const [item, below] = itemsOf(source);
  if (item === undefined) throw new Error('the source holds nothing');
  return (
    readPlan(item, below)?.steps.map(({ by, percent }) => `${by.text} ${percent?.text ?? ''}`) ??
    null
  );
}

describe('readPlan', () => {
  it.each([
    ['资金支出计划（%）|3月底|6月底\n|25.00|100.00', ['3月底 25.00', '6月底 100.00']],
    ['资金支出计划（%）|3月底|6月底\n||100.00', ['3月底 ', '6月底 100.00']],
    ['资金支出计划（%）|3月底|6月底\n绩效目标|巡查到位。', ['3月底 ', '6月底 ']],
    ['资金支出计划（%）|3月底|6月底', ['3月底 ', '6月底 ']],
    ['资金支出计划（%）|', null],
    ['项目名称|河湖巡查', null],
  ])('%j', (source, expected) => {
    expect(steps(source)).toEqual(expected);
  });
});
