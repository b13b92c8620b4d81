import { joinPieces, makeUnit, pieceOf } from '../../src/model/index.ts';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/forms/ledger.ts';
import { Reader } from '../../src/forms/reader.ts';
import { wholeForm } from '../support/stitch.ts';
import { form } from '../support/audit/forms.ts';

const source =
  '绩效自评表\n项目名称|河湖巡查|\n填表人|王某|联系电话|\n备注：|无\n联系电话|021-5\n预算规模及资金用途||\n填表人|李某';

function open(text = source): { reader: Reader; ledger: Ledger } {
  const ledger = new Ledger();
  return { reader: new Reader(wholeForm(text), ledger), ledger };
}

const piece = (text: string, line = 1): ReturnType<typeof pieceOf> =>
  pieceOf(makeUnit(text, [{ line, row: line - 1 }]));

describe('Reader: values', () => {
  it('takes a text, and null where none is printed', () => {
    const { reader } = open();
    expect(reader.text('/a', piece('无'))).toBe('无');
    expect(reader.text('/a', null)).toBeNull();
    expect(reader.text('/a', undefined)).toBeNull();
  });

  it.each(['无', '—', '/'])('takes %s for nothing where that may be', (text) => {
    const { reader } = open();
    expect(reader.optional('/a', piece(text))).toBeNull();
    expect(reader.optional('/a', piece('雨多。'))).toBe('雨多。');
  });

  it('takes a figure’s digits', () => {
    const { reader } = open();
    expect(
      ['1,043.40', '34.26%', '—', '10分'].map((text) => reader.figure('/a', piece(text))),
    ).toEqual(['1043.40', '34.26', null, '10']);
    expect(reader.figure('/a', undefined)).toBeNull();
    expect(reader.notes).toEqual([]);
  });

  it('says that words stand where a figure should, and leaves them unplaced', () => {
    const { reader, ledger } = open();
    const words = piece('约十分', 3);
    expect(reader.figure('/indicators/0/weight', words)).toBeNull();
    expect(reader.notes).toEqual([
      {
        code: 'figure-unreadable',
        severity: 'warning',
        stage: 'forms',
        data: { text: '约十分', path: '/indicators/0/weight' },
        refs: [{ line: 3, row: 2 }],
      },
    ]);
    expect(ledger.close(words?.units ?? [], form({})).unplaced).toMatchObject([{ text: '约十分' }]);
  });
});

describe('Reader: pairs', () => {
  it('takes the first pair with a value, each pair once', () => {
    const { reader } = open();
    const person = (): string | undefined => reader.pair('person')?.value?.text;
    expect([person(), person(), person()]).toEqual(['王某', '021-5', '李某']);
    expect(reader.pair('person')).toMatchObject({ label: { text: '联系电话' }, value: null });
    expect(reader.pair('person')).toBeNull();
    expect(reader.pair('rating')).toBeNull();
  });

  it('takes the first or the last whose value passes', () => {
    const { reader } = open();
    expect(reader.lastPair('person', (text) => text !== '李某')?.text).toBe('021-5');
    expect(reader.pairWhere('person', (text) => text === '李某')?.value?.text).toBe('李某');
    expect(reader.lastPair('rating', () => true)).toBeNull();
  });

  it('joins the values of all', () => {
    expect(open().reader.all('person')?.text).toBe('王某021-5李某');
  });

  it('leaves the rest for the extras, in printed order, without colons and bare headings', () => {
    const { reader } = open();
    reader.pair('projectName');
    expect(reader.extras()).toEqual([
      { label: '填表人', value: '王某' },
      { label: '联系电话', value: '' },
      { label: '备注', value: '无' },
      { label: '联系电话', value: '021-5' },
      { label: '填表人', value: '李某' },
    ]);
  });
});

describe('Reader: places', () => {
  it('tells where each value stands', () => {
    const { reader } = open();
    reader.text('/project/name', reader.pair('projectName')?.value);
    reader.extras();
    expect(Object.fromEntries(reader.whereAll())).toMatchObject({
      '/project/name': { line: 2, row: 0, column: 1 },
      '/extras/0/value': { line: 3, row: 1, column: 1 },
    });
  });

  it('gives one ref for a text that stands in several cells: the first, with the lines and boxes of all', () => {
    const { reader } = open();
    reader.text('/a', joinPieces([piece('河湖', 7), piece('巡查', 9)]));
    const boxed = [
      makeUnit('一', [{ page: 1, boxes: [[0, 0, 5, 5]] }]),
      makeUnit('二', [{ page: 2, boxes: [[0, 1, 5, 6]] }]),
    ];
    reader.place('/b', boxed);
    reader.place('/c', []);
    expect(Object.fromEntries(reader.whereAll())).toEqual({
      '/a': { line: 7, endLine: 9, row: 6 },
      '/b': {
        page: 1,
        boxes: [
          [0, 0, 5, 5],
          [0, 1, 5, 6],
        ],
      },
    });
  });
});
