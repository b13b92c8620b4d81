import { makeUnit, splitUnit } from '../../src/model/index.ts';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/forms/ledger.ts';

const name = makeUnit('河湖 巡查', [{ line: 1 }]);
const label = makeUnit('项目名称', [{ line: 1 }]);
const stray = makeUnit(' 多出的字 ', [{ line: 2, row: 1 }]);
const blank = makeUnit(' \n', []);

describe('Ledger', () => {
  it('sums up what became of each unit, in characters', () => {
    const ledger = new Ledger();
    ledger.book([name], 'placed');
    ledger.book([label], 'labels');
    expect(ledger.close([label, name, stray, blank])).toEqual({
      accounting: { placed: 4, labels: 4, outside: 0, unplaced: 4 },
      unplaced: [{ text: '多出的字', refs: [{ line: 2, row: 1 }] }],
    });
  });

  it('books a unit once, a value before a label, whatever comes first', () => {
    for (const order of [
      ['placed', 'labels'],
      ['labels', 'placed'],
      ['outside', 'placed'],
    ] as const) {
      const ledger = new Ledger();
      for (const category of order) ledger.book([name, name], category);
      expect(ledger.close([name, name]).accounting).toEqual({
        placed: 4,
        labels: 0,
        outside: 0,
        unplaced: 0,
      });
    }
  });

  it('books the parts of a unit that was cut', () => {
    const whole = makeUnit('填表人：王某', []);
    const [person, value] = splitUnit(whole, ['填表人：', '王某']);
    const ledger = new Ledger();
    ledger.book(person?.units ?? [], 'labels');
    expect(ledger.close([whole])).toEqual({
      accounting: { placed: 0, labels: 4, outside: 0, unplaced: 2 },
      unplaced: [{ text: '王某', refs: [] }],
    });
    ledger.book(value?.units ?? [], 'placed');
    expect(ledger.close([whole]).unplaced).toEqual([]);
  });
});
