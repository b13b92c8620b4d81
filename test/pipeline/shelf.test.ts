import { describe, expect, it } from 'vitest';
import { Shelf } from '../../src/pipeline/shelf.ts';

const values = Array.from({ length: 100 }, (_, index) => ({
  text: `第${String(index)}项\n`,
  refs: [{ line: index + 1 }],
}));

describe('Shelf', () => {
  it.each([0, 1, 40, 99, 100, Infinity])(
    'with %d kept open tells all in order, again and again',
    (most) => {
      const shelf = new Shelf<(typeof values)[number]>(most);
      for (const value of values) shelf.push(value);
      expect([...shelf]).toEqual(values);
      expect([...shelf]).toEqual(values);
    },
  );

  it('tells what it holds so far', () => {
    const shelf = new Shelf<number>(1);
    expect([...shelf]).toEqual([]);
    for (const value of [1, 2, 3]) shelf.push(value);
    expect([...shelf]).toEqual([1, 2, 3]);
  });
});
