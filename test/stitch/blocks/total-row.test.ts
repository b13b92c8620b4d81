import { describe, expect, it } from 'vitest';
import {
  isLoneFigure,
  isTotalRow,
  readTotal,
  readTotalHeading,
  saysScores,
} from '../../../src/stitch/blocks/total-row.ts';
import { columnsOf, itemsOf, rowItem, spanItems, texts } from '../../support/stitch.ts';

const nine = columnsOf(
  'block',
  'level1',
  'level2',
  'level3',
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
);
const scoreFirst = columnsOf('level1', 'level2', 'level3', 'score', 'target', 'actual', 'weight');

/** weight|score|rating, then what stays unclear. */
function total(rows: readonly string[], columns = nine): string {
  const read = readTotal(rows.map(rowItem), columns);
  return read === null
    ? 'none'
    : texts([read.weight, read.score, read.rating?.value, ...read.unclear]);
}

describe('isTotalRow', () => {
  it.each([
    '总分||||||100|98.15|',
    '总分',
    '合计|||100|98.15',
    '|总分|100|98.15',
    '总 分|100',
    '自评总分|98.15|评分等级|优',
    '总分|100|98.15|备注：已复核',
    '总分|—|98.15',
    '总分|l00|99.O0',
  ])('%s is one', (row) => {
    expect(isTotalRow(rowItem(row))).toBe(true);
  });

  it.each([
    '',
    '100|98.15',
    '总分由评价组核定|100',
    '10|总分|98.15',
    '总分|巡查次数|≥12次|按时',
    '产出指标|数量指标|次数|10|10',
  ])('%s is none', (row) => {
    expect(isTotalRow(rowItem(row))).toBe(false);
  });
});

describe('saysScores', () => {
  it.each([
    ['总分|100|98.15', true],
    ['预算执行情况(万元)(10分)|合计||0.00|0.00', false],
    ['合计|100|98.15', false],
  ])('%s: %s', (row, says) => {
    expect(saysScores(rowItem(row))).toBe(says);
  });
});

describe('isLoneFigure', () => {
  it.each([
    ['100', true],
    ['||98.15|', true],
    ['—', false],
    ['100|98.15', false],
    ['优', false],
    ['', false],
  ])('%s: %s', (row, expected) => {
    expect(isLoneFigure(rowItem(row))).toBe(expected);
  });
});

describe('readTotal', () => {
  it('takes two figures as weight and score', () => {
    expect(total(['总分||||||100|98.15|'])).toBe('100|98.15|');
    expect(total(['总分|100|98.15'])).toBe('100|98.15|');
  });

  it('takes what OCR misread for a figure, which is then called unreadable', () => {
    expect(total(['总分||||||l00|98.lS|'])).toBe(
      total(['总分||||||100|98.15|']).replace('100', 'l00').replace('98.15', '98.lS'),
    );
  });

  it('takes them in the heading’s order', () => {
    expect(total(['总分|98.15|100'], scoreFirst)).toBe('100|98.15|');
  });

  it('gathers 总分, 100 and 98.15 from three lines', () => {
    expect(total(['总分', '100', '98.15'])).toBe('100|98.15|');
    expect(
      texts(
        Object.values(readTotal(itemsOf('总分\n100\n98.15'), nine) ?? {}).flatMap((piece) =>
          piece !== null && 'text' in piece ? [piece] : [],
        ),
      ),
    ).toBe('总分|100|98.15');
  });

  it('tells one figure by the column that it stands in', () => {
    expect(total(['总分||||||100||'])).toBe('100||');
    expect(total(['总分|||||||98.15|'])).toBe('|98.15|');
    expect(total(['总分|||98.15|||'], scoreFirst)).toBe('|98.15|');
  });

  it('tells one figure by real columns', () => {
    const [score, weight] = spanItems('总分|<|<|<|<|<|<|98.15|', '总分|<|<|<|<|<|100|');
    expect(score && readTotal([score], nine)?.score?.text).toBe('98.15');
    expect(weight && readTotal([weight], nine)).toMatchObject({
      weight: { text: '100' },
      score: null,
    });
  });

  it('tells one figure where the form has but one column for it', () => {
    expect(
      total(['总分|98.15'], columnsOf('level1', 'level2', 'level3', 'target', 'actual', 'score')),
    ).toBe('|98.15|');
    expect(total(['总分|100'], columnsOf('level1', 'level2', 'level3', 'target', 'weight'))).toBe(
      '100||',
    );
    expect(total(['总分|98.15'], [])).toBe('|98.15|');
  });

  it('tells figures of a row that lost its leading blanks by their place from the right', () => {
    expect(total(['总分|98.15|'])).toBe('|98.15|');
    expect(
      total(
        ['总分|100|98.15'],
        columnsOf('level1', 'level2', 'level3', 'target', 'actual', 'score'),
      ),
    ).toBe('|98.15||100');
  });

  it('does not guess where the place does not tell', () => {
    expect(total(['总分|98.15'])).toBe('|||98.15');
    expect(total(['总分||||||100|'])).toBe('|||100');
  });

  it('reads a rating in the same row', () => {
    expect(total(['总分|100|98.15|评分等级|优'])).toBe('100|98.15|优');
    expect(readTotal([rowItem('总分|100|98.15|评分等级|')], nine)?.rating).toMatchObject({
      label: { text: '评分等级' },
      value: null,
    });
    expect(readTotal([rowItem('总分|100|98.15')], nine)?.rating).toBeNull();
  });

  it('gives back remarks and figures too many', () => {
    expect(total(['总分||||||100|98.15|已复核'])).toBe('100|98.15|');
    expect(
      readTotal([rowItem('总分||||||100|98.15|已复核')], nine)?.others.map(
        ({ value }) => value.text,
      ),
    ).toEqual(['已复核']);
    expect(total(['总分|||||90|100|98.15|'])).toBe('100|98.15||90');
  });

  it('takes a grade for the rating, though no label says so', () => {
    expect(total(['总分|100||||||99.80|优'])).toBe('100|99.80|优');
  });

  it('takes a printed dash for nothing, not for a figure too many', () => {
    expect(total(['总分|||||—|100|98.15|—'])).toBe('100|98.15|');
  });

  it('is null where nothing is the total', () => {
    expect(total(['数量指标|100'])).toBe('none');
    expect(readTotal([], nine)).toBeNull();
  });
});

describe('readTotalHeading', () => {
  /** weight|score|rating */
  function read(heading: string, below?: string): string | null {
    const found = readTotalHeading(
      rowItem(heading),
      below === undefined ? undefined : rowItem(below),
    );
    return found && texts([found.weight, found.score, found.rating?.value]);
  }

  it.each([
    ['总分|总分值|总得分|自评等级', '|100|98.15|优', '100|98.15|优'],
    ['总分值|总得分', '100|98.15', '100|98.15|'],
    ['自评得分|分值', '98.15|100', '100|98.15|'],
    ['总分值|总得分', '|100|98.15', '100|98.15|'],
    ['总分||总分值|总得分|评价等级', '|||98.15|优', '|98.15|优'],
  ])('reads %s over %s', (heading, below, expected) => {
    expect(read(heading, below)).toBe(expected);
  });

  it.each([
    ['总分|100|98.15', '填表人|王某'],
    ['总分', '100'],
    ['总分值|总得分', '填表人|王某'],
    ['总分值|总得分', '|'],
    ['总分值|备注|总得分', '100||98.15'],
    ['', '100'],
  ])('does not see %s over %s as one', (heading, below) => {
    expect(read(heading, below)).toBeNull();
  });

  it('needs a row below', () => {
    expect(read('总分值|总得分')).toBeNull();
  });
});
