import { describe, expect, it } from 'vitest';
import { shortestPath } from '../../../src/stitch/cover/path.ts';
import { costs } from '../../../src/stitch/cover/settings.ts';
import { start } from '../../../src/stitch/cover/state.ts';
import type { Claim, Recogniser, Rows, State } from '../../../src/stitch/cover/types.ts';
import { rowItem } from '../../support/stitch.ts';

function rowsOf(count: number): Rows {
  const items = Array.from({ length: count }, (_, at) => rowItem(`甲${at}|乙`));
  return { items, title: null, end: count, repeated: new Set() };
}

/** What a toy recogniser says of an item: cost, then what differs from a claim of one row that changes no state. */
type Toy = readonly [cost: number, more?: Partial<Omit<Claim, 'cost' | 'apply'>>];

function toy(id: string, says: (at: number, state: State) => readonly Toy[]): Recogniser {
  return {
    meta: { id, reads: id },
    claims: (_, at, state) =>
      says(at, state).map(([cost, more]) => ({
        length: 1,
        cost,
        state,
        reading: id,
        apply: () => undefined,
        ...more,
      })),
  };
}

const everywhere = (id: string, cost: number): Recogniser => toy(id, () => [[cost]]);

/** The path as `recogniser@item` pieces. */
function path(count: number, ...recognisers: readonly Recogniser[]): string {
  return shortestPath(rowsOf(count), recognisers, start)
    .map(({ by, at }) => `${by}@${at}`)
    .join(' ');
}

/** A state of its own, told from others by its open heading. */
function stateOf(id: string, bare = false): State {
  return { ...start, bare, heading: { id, kind: 'funds', columns: [], words: '' } };
}

describe('shortestPath', () => {
  it('takes the cheaper claim at each item, in whatever order they stand', () => {
    const dear = everywhere('dear', 2);
    const cheap = toy('cheap', (at) => (at === 1 ? [] : [[1]]));
    expect(path(3, dear, cheap)).toBe('cheap@0 dear@1 cheap@2');
    expect(path(3, cheap, dear)).toBe('cheap@0 dear@1 cheap@2');
  });

  it('takes one block of several rows where that is cheaper in sum', () => {
    const single = everywhere('single', 1);
    const block = (cost: number): Recogniser =>
      toy('block', (at) => (at === 0 ? [[cost, { length: 3 }]] : []));
    expect(path(3, single, block(2.9))).toBe('block@0');
    expect(path(3, single, block(3.1))).toBe('single@0 single@1 single@2');
  });

  it('takes a dear first row where what it opens makes up for it', () => {
    const opens = toy('opens', (at) => (at === 0 ? [[2, { state: stateOf('a') }]] : []));
    const under = toy('under', (_, { heading }) => (heading === null ? [] : [[0]]));
    expect(path(4, everywhere('pairs', 1), opens, under)).toBe('opens@0 under@1 under@2 under@3');
  });

  it('covers nothing where no claim reaches the end', () => {
    expect(
      path(
        2,
        toy('first', (at) => (at === 0 ? [[0]] : [])),
      ),
    ).toBe('');
    expect(path(0, everywhere('any', 1))).toBe('');
  });

  it.each([
    [costs.despair - 1, 'late@0 under@1'],
    [costs.despair + 1, 'early@0 early@1'],
  ])('gives a state up that is too far behind (%d)', (behind, expected) => {
    const early = toy('early', (at) => [[at * 30]]);
    const late = toy('late', (at) => (at === 0 ? [[behind, { state: stateOf('a') }]] : []));
    const under = toy('under', (_, { heading }) => (heading === null ? [] : [[0]]));
    expect(path(2, early, late, under)).toBe(expected);
  });

  it.each([
    [costs.beam - 1, true],
    [costs.beam, false],
  ])('keeps so many states at an item: the one of rank %d is kept: %s', (rank, kept) => {
    const many = toy('many', (at) =>
      at > 0
        ? []
        : Array.from({ length: costs.beam + 5 }, (_, index): Toy => [
            index / 100,
            { state: stateOf(String(index)) },
          ]),
    );
    const next = toy('next', (at, { heading }) =>
      at === 0 ? [] : [[heading?.id === String(rank) ? 0 : 9]],
    );
    const [first] = shortestPath(rowsOf(2), [many, next], start);
    expect(first?.claim.state.heading?.id === String(rank)).toBe(kept);
  });

  it('counts an empty table at the end as much as its setting says', () => {
    const heading = toy('heading', () => [[0, { state: stateOf('a', true) }]]);
    expect(path(1, heading, everywhere('pairs', costs.heading.lacking - 0.1))).toBe('pairs@0');
    expect(path(1, heading, everywhere('pairs', costs.heading.lacking + 0.1))).toBe('heading@0');
  });

  it('goes on with the cheaper of two ways to one state', () => {
    const way = (id: string, cost: number, goals: number): Recogniser =>
      toy(id, (at) => (at === 0 ? [[cost, { state: { ...start, goals, tables: {} } }]] : [[5]]));
    const seen: number[] = [];
    const asks = toy('asks', (at, { goals }) => {
      if (at === 1) seen.push(goals);
      return at === 1 ? [[0]] : [];
    });
    // Two rows of goals or more are one state: what a later claim asks for is the cheaper way's.
    expect(path(2, way('dear', 2, 3), way('cheap', 1, 2), asks)).toBe('cheap@0 asks@1');
    expect(seen).toEqual([2]);
  });
});

describe('margin and rival', () => {
  const margins = (count: number, ...recognisers: readonly Recogniser[]): string[] =>
    shortestPath(rowsOf(count), recognisers, start).map(
      ({ by, margin, rival }) => `${by} ${margin.toFixed(2)} ${rival?.by ?? '-'}`,
    );

  it('are the best other reading and what it costs more', () => {
    expect(margins(1, everywhere('a', 1), everywhere('c', 3), everywhere('b', 1.4))).toEqual([
      'a 0.40 b',
    ]);
  });

  it('are told of each rival, not of the best alone', () => {
    const rivals = [everywhere('a', 1), everywhere('c', 3), everywhere('b', 2)];
    const [step] = shortestPath(rowsOf(1), rivals, start);
    expect([...(step?.margins ?? [])]).toEqual([
      ['c', 2],
      ['b', 1],
    ]);
  });

  it('are none where nothing else claims the rows', () => {
    expect(margins(1, everywhere('a', 1))).toEqual(['a Infinity -']);
  });

  it('are none where another way reads the same', () => {
    const same = toy('b', () => [[1.4, { reading: 'a' }]]);
    expect(margins(1, everywhere('a', 1), same)).toEqual(['a Infinity -']);
  });

  it('count a rival from its start to the end of the form', () => {
    const spoils = toy('spoils', (at) => (at === 0 ? [[0.5, { state: stateOf('x') }]] : []));
    const row = toy('row', (_, { heading }) => [[heading === null ? 1 : 3]]);
    expect(margins(2, row, spoils)[0]).toBe('row 1.50 spoils');
  });

  it('see a rival block that began a row above', () => {
    const block = toy('block', (at) => (at === 0 ? [[2.5, { length: 2 }]] : []));
    expect(margins(2, everywhere('row', 1), block)).toEqual(['row 0.50 block', 'row 0.50 block']);
  });

  it('count what an empty table at the end costs the rival', () => {
    const heading = toy('heading', () => [[1, { state: stateOf('a', true) }]]);
    expect(margins(1, everywhere('row', 1), heading)).toEqual([
      `row ${costs.heading.lacking.toFixed(2)} heading`,
    ]);
  });
});
