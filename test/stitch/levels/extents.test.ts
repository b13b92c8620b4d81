import { describe, expect, it } from 'vitest';
import { findExtents } from '../../../src/stitch/levels/extents.ts';
import type { Group } from '../../../src/stitch/types.ts';
import { freeze } from '../../support/stitch.ts';

/** A label at row `from`, or between two rows (halves); `start` where its cell's first row is known. */
function label(from: number, start: number | null = null): Group {
  return {
    label: { text: '数量指标', units: [] },
    weight: null,
    level1: [],
    from,
    to: from,
    start,
  };
}

/** Which level-2 label each row belongs to. */
function extents(groups: readonly Group[], rows: number): number[] {
  return [...findExtents([], freeze(groups), rows).level2];
}

describe('findExtents', () => {
  it('lets a label hold from its row down to the next', () => {
    expect(extents([label(0), label(2), label(3)], 5)).toEqual([0, 0, 1, 2, 2]);
    expect(extents([label(0)], 3)).toEqual([0, 0, 0]);
  });

  it('lets a label between two rows hold from the lower one where labels stand at the top', () => {
    expect(extents([label(0), label(1.5)], 4)).toEqual([0, 0, 1, 1]);
  });

  it('gives rows above every label to none where labels cannot stand at the middle', () => {
    expect(extents([label(1), label(2)], 4)).toEqual([-1, 0, 1, 1]);
    expect(extents([], 2)).toEqual([-1, -1]);
  });

  it.each([
    ['odd cells', [label(1), label(4)], [0, 0, 0, 1, 1, 1]],
    ['cells of one row beside larger ones', [label(1), label(3), label(5)], [0, 0, 0, 1, 2, 2, 2]],
    ['even cells, between their rows', [label(0.5), label(2.5)], [0, 0, 1, 1]],
    ['an even cell, at the upper row', [label(1)], [0, 0, 0, 0]],
    ['an even cell, at the lower row', [label(2)], [0, 0, 0, 0]],
    ['the most even of several cuts', [label(1), label(4)], [0, 0, 0, 1, 1, 1]],
  ])('sees labels at the middle of %s', (_, groups, expected) => {
    expect(extents(groups, expected.length)).toEqual(expected);
  });

  it('believes a first row that is known', () => {
    expect(extents([label(0), label(2.5, 1)], 4)).toEqual([0, 1, 1, 1]);
    expect(extents([label(1.5, 0), label(3)], 4)).toEqual([0, 0, 0, 1]);
  });

  it('lays level 1 from its own rows', () => {
    const found = findExtents(
      freeze([label(0), label(2)]),
      freeze([label(0), label(1), label(3)]),
      4,
    );
    expect(found.level1).toEqual([0, 0, 1, 1]);
    expect(found.level2).toEqual([0, 1, 1, 2]);
  });

  it('lays level 1 around its labels where the first row has none', () => {
    const first = freeze([label(2), label(6), label(8)]);
    const second = freeze([label(0), label(2), label(3), label(5), label(7), label(8)]);
    const found = findExtents(first, second, 10);
    expect(found.centred).toBe(true);
    expect(found.level1).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 2, 2]);
    expect(found.level2).toEqual([0, 0, 1, 2, 2, 3, 3, 4, 5, 5]);
  });

  it('ends a level-2 label where its group ends', () => {
    const benefit: Group = { ...label(0), level1: ['效益指标'] };
    const first = freeze([
      { ...label(2), level1: ['效益指标'] as const },
      { ...label(7), level1: ['满意度指标'] as const },
    ]);
    const found = findExtents(first, freeze([benefit]), 9);
    expect(found.level1).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
    expect(found.level2).toEqual([0, 0, 0, 0, 0, 0, -1, -1, -1]);
  });

  it('sees a label at the middle of the rows that its page shows', () => {
    // Rows 4 to 6 are one cell, which a page cuts before row 6.
    const groups = [label(1), label(4)];
    const level1 = (breaks: number[]): number[] => [
      ...findExtents(freeze(groups), [], 7, breaks).level1,
    ];
    expect(level1([6])).toEqual([0, 0, 0, 0, 1, 1, 1]);
    expect(level1([])).toEqual([-1, 0, 0, 0, 1, 1, 1]);
  });

  it('lets a level-2 label go on below a page, where its group is named once more', () => {
    const first = freeze([label(1), label(4)]);
    const second = freeze([label(0), label(2)]);
    const level2 = (breaks: number[]): number[] => [
      ...findExtents(first, second, 5, breaks).level2,
    ];
    expect(level2([4])).toEqual([0, 0, 1, 1, 1]);
    expect(level2([])).toEqual([0, 0, 1, 1, -1]);
  });

  it('does not search for ever in a long table', () => {
    const groups = Array.from({ length: 2000 }, (_, index) => label(index * 5 + 2));
    const started = performance.now();
    expect(extents(groups, 10_000)).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
