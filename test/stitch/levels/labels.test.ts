import type { Piece } from '../../../src/model/index.ts';
import { describe, expect, it } from 'vitest';
import { joinRows } from '../../../src/stitch/rows/join.ts';
import { type Levels, resolveLevels } from '../../../src/stitch/levels/labels.ts';
import { alignedRow, cellsOf, columnsOf, freeze, piece, texts } from '../../support/stitch.ts';

const columns = columnsOf('level1', 'level2', 'level3', 'target', 'weight', 'score');

/** Rows `level 1|level 2|name`; a row with a name gets its figures. A leading `~` says that a page ends above it. */
function resolve(
  rows: readonly string[],
  stranded: readonly (Piece | null)[] = [],
  geometry: 'ordinal' | 'spans' = 'ordinal',
): Levels {
  const aligned = rows.map((row) => {
    const cells = row.replace(/^~/, '');
    return alignedRow(
      cellsOf(cells)[2] === '' ? `${cells}|||` : `${cells}|≥5|10|10`,
      row.startsWith('~'),
      geometry,
    );
  });
  return resolveLevels(
    freeze(joinRows(aligned, columns)),
    freeze(stranded.filter((one) => one !== null)),
  );
}

/** `level 1 / level 2` of each row. */
function levels(...rows: readonly string[]): string[] {
  return resolve(rows).rows.map(
    ({ level1, level2 }) => `${level1?.text ?? ''} / ${level2?.text ?? ''}`,
  );
}

describe('resolveLevels: labels carried to the rows that they belong to', () => {
  it('carries a label down blank cells', () => {
    expect(
      levels('产出指标|数量指标|一', '||二', '|质量指标|三', '效益指标|社会效益指标|四', '||五'),
    ).toEqual([
      '产出指标 / 数量指标',
      '产出指标 / 数量指标',
      '产出指标 / 质量指标',
      '效益指标 / 社会效益指标',
      '效益指标 / 社会效益指标',
    ]);
  });

  it('lets a printed level 1 end the level 2 above, where its own is blank', () => {
    const rows = ['产出指标|数量指标|一', '效益指标||二'];
    expect(levels(...rows)).toEqual(['产出指标 / 数量指标', '效益指标 / ']);
    expect(
      resolve(rows, [], 'spans').rows.map(({ level1, level2 }) => [level1?.text, level2?.text]),
    ).toEqual([
      ['产出指标', '数量指标'],
      ['效益指标', undefined],
    ]);
  });

  it('takes labels that are printed in every row', () => {
    expect(levels('产出指标|数量指标|一', '产出指标|数量指标|二', '产出指标|质量指标|三')).toEqual([
      '产出指标 / 数量指标',
      '产出指标 / 数量指标',
      '产出指标 / 质量指标',
    ]);
  });

  it('believes a level 1 that every row repeats, though its level 2 usually stands under another', () => {
    expect(levels('产出指标|数量指标|一', '效益指标|履职效益|二', '效益指标|满意度|三')).toEqual([
      '产出指标 / 数量指标',
      '效益指标 / 履职效益',
      '效益指标 / 满意度',
    ]);
  });

  it('carries a label that stands at the middle of its rows to both sides', () => {
    expect(
      levels('||一', '产出指标|数量指标|二', '||三', '||四', '效益指标|社会效益指标|五', '||六'),
    ).toEqual([
      ...Array<string>(3).fill('产出指标 / 数量指标'),
      ...Array<string>(3).fill('效益指标 / 社会效益指标'),
    ]);
  });

  it('lets level 2 decide level 1, wherever that was printed', () => {
    expect(
      levels(
        '|数量指标|一',
        '产出指标||二',
        '|时效指标|三',
        '|社会效益指标|四',
        '效益指标||五',
        '|可持续影响指标|六',
      ).map((row) => row.slice(0, 4)),
    ).toEqual(['产出指标', '产出指标', '产出指标', '效益指标', '效益指标', '效益指标']);
  });

  it('names a level 1 that is printed nowhere, and says that it did', () => {
    const { rows, inferred } = resolve(['|数量指标|一', '|社会效益指标|二']);
    expect(rows.map(({ level1 }) => level1?.text)).toEqual(['产出指标', '效益指标']);
    expect(inferred).toEqual([0, 1]);
    expect(resolve(['产出指标|数量指标|一']).inferred).toEqual([]);
  });

  it('lets 成本指标 stand under the group above it, 产出指标 or 成本指标', () => {
    expect(levels('产出指标|数量指标|一', '|成本指标|二')).toEqual([
      '产出指标 / 数量指标',
      '产出指标 / 成本指标',
    ]);
    expect(levels('成本指标|成本指标|一', '产出指标|数量指标|二')).toEqual([
      '成本指标 / 成本指标',
      '产出指标 / 数量指标',
    ]);
  });

  it('keeps the words that are printed', () => {
    expect(levels('产出|数量|一', '产出目标|质量目标|二')).toEqual([
      '产出 / 数量',
      '产出目标 / 质量目标',
    ]);
  });

  it('puts a label together of which the second half is one too', () => {
    expect(levels('满意度指标|社会公众或|一', '|服务对象满意度指标|二')).toEqual(
      Array<string>(2).fill('满意度指标 / 社会公众或服务对象满意度指标'),
    );
  });

  it('takes 服务对象 for a label where nothing makes it longer', () => {
    expect(levels('产出|数量|一', '满意度|服务对象|二')).toEqual([
      '产出 / 数量',
      '满意度 / 服务对象',
    ]);
    expect(levels('产出指标|数量指标|一', '满意度指标|服务对象|二', '|满意度指标|三').at(-1)).toBe(
      '满意度指标 / 服务对象满意度指标',
    );
  });

  it('takes a label of the form’s own at its word', () => {
    expect(levels('产出指标|数量指标|一', '履职指标|安全指标|二', '|安全|三')).toEqual([
      '产出指标 / 数量指标',
      '履职指标 / 安全指标',
      '履职指标 / 安全',
    ]);
    expect(levels('产出指标|数量指标|一', '履职指标||二', '|质量指标|三')[2]).toBe(
      '履职指标 / 质量指标',
    );
    expect(levels('产出指标|数量指标|一', '决策||二', '|质量指标|三')[2]).toBe('决策 / 质量指标');
    expect(levels('履职|数量指标|一')).toEqual(['履职 / 数量指标']);
  });

  it('does not take other words of the level-1 column for the group of a label that has its own', () => {
    expect(levels('效益指标|社会效益指标|一', '本级||二', '|质量指标|三')[2]).toBe(
      '产出指标 / 质量指标',
    );
  });

  it('believes a level 1 that real columns put beside another group’s label', () => {
    const rows = ['成本指标|数量指标|一'];
    expect(resolve(rows, [], 'spans').rows[0]?.level1?.text).toBe('成本指标');
    expect(resolve(['产出指标|时效指标|一', ...rows], [], 'spans').rows[1]?.level1?.text).toBe(
      '成本指标',
    );
  });

  it('takes the first spelling of a group that is printed twice', () => {
    expect(
      levels(
        '产出目标|数量指标|一',
        '效益指标|社会效益指标|二',
        '|质量指标|三',
        '产出指标|时效指标|四',
      )[2],
    ).toBe('产出目标 / 质量指标');
  });

  it('lets 满意度指标 that stands alone be its own level 2', () => {
    expect(levels('效益指标|社会效益指标|一', '满意度指标||二')).toEqual([
      '效益指标 / 社会效益指标',
      '满意度指标 / 满意度指标',
    ]);
    expect(levels('效益指标|社会效益指标|一', '满意度指标|服务对象满意度指标|二')[1]).toBe(
      '满意度指标 / 服务对象满意度指标',
    );
  });

  it('puts a label back that strayed into the other level’s column', () => {
    expect(levels('产出指标|数量指标|一', '时效指标||二')).toEqual([
      '产出指标 / 数量指标',
      '产出指标 / 时效指标',
    ]);
    expect(levels('产出指标|数量指标|一', '|效益指标|', '|社会效益指标|二')).toEqual([
      '产出指标 / 数量指标',
      '效益指标 / 社会效益指标',
    ]);
    expect(
      resolve(['产出目标|数量指标|一', '|效益目标|', '|社会效益指标|二']).rows[1]?.level1?.text,
    ).toBe('效益目标');
  });

  it('takes a label that strayed into the heading for the first row’s', () => {
    expect(
      resolve(['|数量指标|一', '||二'], [piece('产出指标')]).rows.map(({ level1 }) => level1?.text),
    ).toEqual(['产出指标', '产出指标']);
    expect(resolve(['产出指标||一'], [piece('数量指标')]).rows[0]?.level2?.text).toBe('数量指标');
  });

  it('does not take 绩效指标 for a label of a level', () => {
    expect(levels('绩效指标|数量指标|一', '||二')).toEqual([
      '产出指标 / 数量指标',
      '产出指标 / 数量指标',
    ]);
  });

  it('has no labels where none are printed', () => {
    expect(levels('||一', '||二')).toEqual([' / ', ' / ']);
  });
});

describe('resolveLevels: labels cut in pieces', () => {
  it.each([
    ['可持|续影|响指|标', '可持续影响指标'],
    ['可持 续影|响指 标', '可持续影响指标'],
    ['服务 对象 满意|度指 标', '服务对象满意度指标'],
    ['服务对象|满意度|指标', '服务对象满意度指标'],
    ['社会|效益指标', '社会效益指标'],
    ['社会公众|或服务对象|满意度指标', '社会公众或服务对象满意度指标'],
    ['生态环境|成本指标', '生态环境成本指标'],
    ['数|量|指|标', '数量指标'],
  ])('%s, a piece a row, is %s', (pieces, label) => {
    const rows = cellsOf(pieces).map((text, index) =>
      index === 0 ? `产出指标|${text}|一` : `|${text}|`,
    );
    const found = resolve(rows);
    expect(found.rows.map(({ level2 }) => level2?.text)).toEqual([label]);
    expect(texts(found.rejoined)).toBe(label);
    expect(found.leftover).toEqual([]);
  });

  it('rejoins a label whose pieces stand beside several indicators', () => {
    expect(levels('效益指标|可持|一', '|续影|二', '|响指|三', '|标|四')).toEqual(
      Array<string>(4).fill('效益指标 / 可持续影响指标'),
    );
  });

  it('rejoins a label over a page’s end', () => {
    expect(levels('满意|服务对象满|一', '~度指标|意度指标|', '||二')).toEqual(
      Array<string>(2).fill('满意度指标 / 服务对象满意度指标'),
    );
  });

  it('does not join labels that are whole', () => {
    const found = resolve(['产出指标|数量指标|一', '|质量指标|二', '效益指标|社会效益指标|三']);
    expect(found.rejoined).toEqual([]);
    expect(found.rows.map(({ level2 }) => level2?.text)).toEqual([
      '数量指标',
      '质量指标',
      '社会效益指标',
    ]);
  });

  it('completes a label whose end is lost, and says that it did', () => {
    const found = resolve(['满意度指标|服务对象满意度指|一']);
    expect(found.rows[0]?.level2?.text).toBe('服务对象满意度指标');
    expect(texts(found.completed)).toBe('服务对象满意度指');
  });

  it('completes the end of a label, where only one ends so', () => {
    expect(resolve(['效益指标|影响指标|一']).rows[0]?.level2?.text).toBe('可持续影响指标');
  });

  it('sees in a piece that is left over where the cell of a label further down begins', () => {
    expect(levels('效益指标|社会效益指标|一', '|可持|二', '|可持续影响指标|', '||三')).toEqual([
      '效益指标 / 社会效益指标',
      '效益指标 / 可持续影响指标',
      '效益指标 / 可持续影响指标',
    ]);
    expect(levels('效益指标|社会效益指标|一', '||二', '|可持续影响指标|', '||三')[1]).toBe(
      '效益指标 / 社会效益指标',
    );
  });

  it.each([
    ['that the row’s own name repeats', '|里程|巡查里程', '里程'],
    ['that is but 指标', '|指标|二', '指标'],
  ])('gives back a text %s', (_, row, text) => {
    const found = resolve(['产出指标|数量指标|一', row]);
    expect(found.rows[1]?.level2?.text).toBe('数量指标');
    expect(found.leftover.map(({ raw }) => raw)).toEqual([text]);
  });

  it('gives back a piece that nothing completes', () => {
    const found = resolve(['产出指标|数量指标|一', '|标|二']);
    expect(found.rows.map(({ level2 }) => level2?.text)).toEqual(['数量指标', '数量指标']);
    expect(found.leftover.map(({ raw }) => raw)).toEqual(['标']);
  });
});

describe('resolveLevels: weights of groups', () => {
  it.each([
    ['产出指标(50分)', '50'],
    ['产出指标（50 分）', '50'],
    ['产出指标(12.5分)', '12.5'],
  ])('reads %s', (label, weight) => {
    const found = resolve([`${label}|数量指标|一`, '||二']);
    expect(found.groupWeights).toMatchObject([{ level1: '产出指标', weight }]);
    expect(found.rows.map(({ level1 }) => level1?.text)).toEqual(['产出指标', '产出指标']);
  });

  it('reads a weight that was cut off its label', () => {
    expect(resolve(['效益指|社会效益指标|一', '标||', '(30分)||']).groupWeights).toMatchObject([
      { level1: '效益指标', weight: '30' },
    ]);
  });

  it('reads a weight that is printed again in every row once', () => {
    expect(
      resolve([
        '产出指标(50分)|数量指标|一',
        '产出指标(50分)|质量指标|二',
        '效益指标(30分)|社会效益指标|三',
      ]).groupWeights,
    ).toMatchObject([
      { level1: '产出指标', weight: '50' },
      { level1: '效益指标', weight: '30' },
    ]);
  });

  it('has none where none is printed', () => {
    expect(resolve(['产出指标|数量指标|一']).groupWeights).toEqual([]);
  });
});

describe('resolveLevels: the account', () => {
  it('names every label’s units, once printed or in pieces', () => {
    const { labelUnits } = resolve(['绩效指标||一', '产出指标|可持|二', '|续影响指标|']);
    expect(new Set(labelUnits.map(({ raw }) => raw))).toEqual(
      new Set(['绩效指标', '产出指标', '可持', '续影响指标']),
    );
  });
});
