import { describe, expect, it } from 'vitest';
import { headingOf } from '../../../src/formats/markdown/headings.ts';
import { readFramed } from '../../../src/formats/markdown/framed.ts';
import { regularRows } from '../../../src/formats/markdown/regular.ts';

describe('bars that tell rows by their number', () => {
  it.each([
    [
      'a cell a line',
      ['a |', 'b |', '|', 'c |', '||', 'd |', '|', 'e |'],
      [
        [0, 3],
        [3, 5],
        [5, 8],
      ],
    ],
    [
      'a broken row',
      ['a | b | c |', 'd |', 'e | f |', 'g |||'],
      [
        [0, 1],
        [1, 3],
        [3, 4],
      ],
    ],
    [
      'text within a cell',
      ['a | b |', 'c |', 'x', 'd |', 'e | f |', 'g | h |'],
      [
        [0, 1],
        [1, 4],
        [4, 5],
        [5, 6],
      ],
    ],
  ])('%s', (_, lines, rows) => {
    expect(regularRows(lines)).toEqual(rows);
  });

  it.each([
    ['where each line is a row', ['a | b |', 'c | d |', 'e | f |']],
    ['of unlike rows', ['a | b |', 'c |', 'd | e | f |', 'g |']],
    ['of two rows', ['a |', 'b |', 'c | d |']],
    ['whose bars end no cell', ['a | b', 'c | d |', 'e | f', 'g |']],
  ])('none %s', (_, lines) => {
    expect(regularRows(lines)).toBeNull();
  });
});

describe('the frame of a text browser', () => {
  const frame = ['+----+', '|a |b|', '|--+-|', '|  |c|', '|d |-|', '|  |--|', '|  |e|', '+----+'];

  it('is read with the cells that go on beside a rule', () => {
    const lines = ['+-----+', '|a |b |', '|--+--|', '|  |c |', '|d |--|', '|  |e |', '+-----+'];
    const read = readFramed(lines, 1);
    expect(read?.lines).toBe(7);
    expect(read?.grid.cells.map(({ text }) => text)).toEqual(['a', 'b', 'd', 'c', '', 'e']);
  });

  it('is none where a row has other cells than its lines', () => {
    expect(readFramed(frame.toSpliced(3, 1, '|  |c|x|'), 1)).toBeNull();
  });
});

describe('headings of other markups', () => {
  it.each([
    ['## 自评表 {#id}', '自评表'],
    ['===== 自评表 =====', '自评表'],
    ['== 自评表', '自评表'],
    ['h2. {anchor:x}自评表', '自评表'],
    ['.. rubric:: 自评表', '自评表'],
  ])('%s', (line, text) => {
    expect(headingOf(line)).toEqual({ text, isHeading: true });
  });

  it.each(['a = b', '=5个', 'h2 自评表', '.. 说明'])('%s is none', (line) => {
    expect(headingOf(line).isHeading).toBe(false);
  });
});
