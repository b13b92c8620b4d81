import { describe, expect, it } from 'vitest';
import { joinRows } from '../../../src/stitch/rows/join.ts';
import type { AlignedRow } from '../../../src/stitch/types.ts';
import { alignedRow, columnsOf, freeze, texts } from '../../support/stitch.ts';

const columns = columnsOf(
  'level1',
  'level2',
  'level3',
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
);

/** Rows `a|b|c`; a leading `~` says that a page ends above the row. */
function rowsOf(rows: readonly string[]): AlignedRow[] {
  return freeze(rows.map((row) => alignedRow(row.replace(/^~/, ''), row.startsWith('~'))));
}

function join(...rows: readonly string[]): string[] {
  return joinRows(rowsOf(rows), columns).rows.map(({ pieces }) => texts(pieces));
}

describe('joinRows', () => {
  it('leaves whole rows alone', () => {
    const rows = [
      '产出指标|数量指标|巡查次数|≥12次|12次|10|10|',
      '|||||5|5|',
      '||巡查里程|≥9|9|10|10|',
    ];
    expect(join(...rows)).toEqual(rows);
    expect(join(...rows.map((row) => `~${row}`))).toEqual(rows);
    expect(join()).toEqual([]);
  });

  it('joins a name’s end behind a page’s end to the row above, which has the figures', () => {
    expect(
      join(
        '产出指标|数量指标|义务教育阶段|≥9|9|10|10|',
        '~||公用经费完成率|||||',
        '||巡查里程|≥9|9|10|10|',
      ),
    ).toEqual([
      '产出指标|数量指标|义务教育阶段公用经费完成率|≥9|9|10|10|',
      '||巡查里程|≥9|9|10|10|',
    ]);
  });

  it('joins a name’s start before a page’s end to the row below, which has the figures', () => {
    expect(
      join('||巡查里程|≥9|9|10|10|', '||义务教育阶段|||||', '~||公用经费完成率|≥9|9|10|10|'),
    ).toEqual(['||巡查里程|≥9|9|10|10|', '||义务教育阶段公用经费完成率|≥9|9|10|10|']);
  });

  it('joins a name and both its values that a page’s end cut, though no figure stands above it', () => {
    const others = [
      '||巡查一|≥9|9|10|10|',
      '||巡查二|≥9|9|10|10|',
      '||巡查三|≥9|9|10|10|',
      '||巡查四|≥9|9|10|10|',
    ];
    expect(
      join(...others, '|质量指标|管护|按年度|已按年|||', '~||合格率|计划完成|度计划完成|10|10|')[4],
    ).toBe('|质量指标|管护合格率|按年度计划完成|已按年度计划完成|10|10|');
    expect(
      join(...others, '|质量指标|管护|良好|良好|||', '~||合格率|达标|达标|10|10|'),
    ).toHaveLength(6);
    expect(join(...others, '|质量指标|管护|≥5|5|||', '~||合格率|按计划|已按|10|10|')).toHaveLength(
      6,
    );
  });

  it('joins a row that goes on behind a page’s end in all its cells at once, also within a number or behind its sign', () => {
    const others = [
      '||巡查一|≥9|9|10|10|',
      '||巡查二|≥9|9|10|10|',
      '||巡查三|≥9|9|10|10|',
      '||巡查四|≥9|9|10|10|',
    ];
    const last = '||巡查五|≥9|9|10|10|';
    expect(
      join(...others, '|质量指标|管护合|每年７０|不低于|10|10|', '~||格率|６分|80%|||', last)[4],
    ).toBe('|质量指标|管护合格率|每年７０６分|不低于80%|10|10|');
    expect(
      join(...others, '|质量指标|管护|≥80%|85%|10|10|', '~||覆盖率|≥70%|75%|||', last),
    ).toHaveLength(7);
    expect(join('|质量指标|管护合|至少|不低于|10|10|', '~||格率|70%|80%|||', last)[0]).toBe(
      '|质量指标|管护合格率|至少70%|不低于80%|10|10|',
    );
  });

  it('takes a verdict for a value, not for a unit of the row above a page’s end', () => {
    const rows = ['||里程|≥9|9|10|10|', '~||合格率|良好|良好|||', '||覆盖率|≥8|8|10|10|'];
    expect(join(...rows)).toEqual(rows.map((row) => row.replace('~', '')));
    expect(join('||里程|≥9|9|10|10|', '~||长度|公里|公里|||', '||覆盖率|≥8|8|10|10|')[0]).toBe(
      '||里程长度|≥9公里|9公里|10|10|',
    );
  });

  it('joins every column that the cut ran through', () => {
    expect(
      join(
        '产出指标|数量指标|巡查|按计划|已按|10|10|雨多，',
        '~|||完成|计划完成|||绕行。',
        '||里程|≥9|9|10|10|',
      )[0],
    ).toBe('产出指标|数量指标|巡查|按计划完成|已按计划完成|10|10|雨多，绕行。');
  });

  it.each([
    [
      'a row above that has no name yet',
      ['|||≥9|9|10|10|', '||合格率|||||', '~||覆盖率|≥9|9|10|10|'],
      ['||合格率|≥9|9|10|10|', '||覆盖率|≥9|9|10|10|'],
    ],
    [
      'a row below that has no name yet',
      ['||巡查|≥9|9|10|10|', '~||合格率|||||', '|||≥8|8|10|10|'],
      ['||巡查|≥9|9|10|10|', '||合格率|≥8|8|10|10|'],
    ],
    [
      'the row above, where nothing speaks against it',
      ['||义务教育|≥9|9|10|10|', '||完成率|||||', '||合格率|≥8|8|10|10|'],
      ['||义务教育完成率|≥9|9|10|10|', '||合格率|≥8|8|10|10|'],
    ],
    [
      'a bracket that is open above',
      ['||巡查（1.暗访|≥9|9|10|10|', '||2.明访）次数|||||', '||合格率|≥8|8|10|10|'],
      ['||巡查（1.暗访2.明访）次数|≥9|9|10|10|', '||合格率|≥8|8|10|10|'],
    ],
    [
      'what it closes above',
      ['||巡查河湖；|≥9|9|10|10|', '||、水库|||||', '||合格率|≥8|8|10|10|'],
      ['||巡查河湖；、水库|≥9|9|10|10|', '||合格率|≥8|8|10|10|'],
    ],
    [
      'the row below, where the one above is a whole sentence',
      ['||已巡查。|≥9|9|10|10|', '||沿河各段|||||', '||合格率|≥8|8|10|10|'],
      ['||已巡查。|≥9|9|10|10|', '||沿河各段合格率|≥8|8|10|10|'],
    ],
    [
      'the row above, where the one below begins with a number',
      ['||1.已巡查。|≥9|9|10|10|', '||沿河各段|||||', '||2.清淤|≥8|8|10|10|'],
      ['||1.已巡查。沿河各段|≥9|9|10|10|', '||2.清淤|≥8|8|10|10|'],
    ],
    [
      'the row below, where itself begins with a number',
      ['||1.巡查|≥9|9|10|10|', '||2.沿河各段|||||', '||清淤|≥8|8|10|10|'],
      ['||1.巡查|≥9|9|10|10|', '||2.沿河各段清淤|≥8|8|10|10|'],
    ],
    [
      'a bracket that it opens',
      ['||里程|≥9|9|10|10|', '||巡查（含暗访|||||', '||复查）次数|≥8|8|10|10|'],
      ['||里程|≥9|9|10|10|', '||巡查（含暗访复查）次数|≥8|8|10|10|'],
    ],
    [
      'what is closed below',
      ['||里程|≥9|9|10|10|', '||巡查河湖|||||', '||、水库次数|≥8|8|10|10|'],
      ['||里程|≥9|9|10|10|', '||巡查河湖、水库次数|≥8|8|10|10|'],
    ],
    [
      'the row below, whose label it begins',
      ['|数量指标|里程|≥9|9|10|10|', '|质量指标|义务教育|||||', '||完成率|≥8|8|10|10|'],
      ['|数量指标|里程|≥9|9|10|10|', '|质量指标|义务教育完成率|≥8|8|10|10|'],
    ],
    [
      'the row above, whose label it repeats',
      ['|数量指标|义务教育|≥9|9|10|10|', '|数量指标|完成率|||||', '||合格率|≥8|8|10|10|'],
      ['|数量指标数量指标|义务教育完成率|≥9|9|10|10|', '||合格率|≥8|8|10|10|'],
    ],
  ])('joins a fragment to %s', (_, rows, expected) => {
    expect(join(...rows)).toEqual(expected);
  });

  it('takes the only way where the table begins or ends with a fragment', () => {
    expect(join('||义务教育|||||', '||完成率|≥9|9|10|10|')).toEqual([
      '||义务教育完成率|≥9|9|10|10|',
    ]);
    expect(join('||义务教育|≥9|9|10|10|', '||完成率|||||')).toEqual([
      '||义务教育完成率|≥9|9|10|10|',
    ]);
    expect(join('||义务教育|||||')).toEqual(['||义务教育|||||']);
  });

  it.each([
    [
      'lacks only weight and score',
      ['||里程|≥9|9|10|10|', '||合格率|≥90%|95%|||', '||覆盖率|≥8|8|10|10|'],
    ],
    [
      'lacks them, though its values look like a value’s end',
      ['||里程|≥|9|10|10|', '||合格率|90%|95%|||', '||覆盖率|≥8|8|10|10|'],
    ],
    ['says 无 throughout, also at a page’s end', ['||里程|≥9|9|10|10|', '~||无|无|无|||']],
    ['has a slash throughout, also at a page’s end', ['||里程|≥9|9|10|10|', '~||/|/|/|||']],
    [
      'could go on with the one above, but stands below it on the same page',
      ['||里程|≥9|9|10|10|', '||合格率|次|次|||', '||覆盖率|≥8|8|10|10|'],
    ],
    [
      'is whole, also at a page’s end',
      ['||里程|≥9|9|10|10|', '~||合格率|≥90%|95%|||', '~||覆盖率|≥8|8|10|10|'],
    ],
    [
      'is left over from the template',
      ['||里程|≥9|9|10|10|', '||指标2：|||||', '||……|||||', '||覆盖率|≥8|8|10|10|'],
    ],
  ])('leaves a row alone that %s', (_, rows) => {
    expect(join(...rows)).toEqual(rows.map((row) => row.replace('~', '')));
  });

  it.each([
    ['||巡查|≥12|12|10|10|', '~||次数|次|次|||', '||巡查次数|≥12次|12次|10|10|'],
    [
      '||巡查|按计划|已完成|10|10|',
      '~||情况|，全部|，全部|||',
      '||巡查情况|按计划，全部|已完成，全部|10|10|',
    ],
  ])('joins %s and %s at a page’s end, whose values are one', (above, below, expected) => {
    expect(join(above, below, '||覆盖率|≥8|8|10|10|')[0]).toBe(expected);
  });

  it('takes rows without figures for rows where their columns are real', () => {
    const open = (spans: 'spans' | 'ordinal', gap = false): number =>
      joinRows(
        freeze([
          alignedRow('|数量指标|里程|≥9|9|10|10|', false, spans),
          alignedRow('||合格率|||||', gap, spans),
          alignedRow('||覆盖率|≥8|8|10|10|', false, spans),
        ]),
        columns,
      ).rows.length;
    expect([open('spans'), open('spans', true), open('ordinal')]).toEqual([3, 2, 2]);
  });

  it('goes by targets where the columns of weight and score are empty for most rows', () => {
    const rows = ['||里程|≥9||||', '||合格率|≥8||||', '||覆盖率|≥7||10|10|'];
    expect(join(...rows)).toEqual(rows);
  });

  it('keeps the row of a label that nobody filled in', () => {
    const rows = [
      '产出指标|数量指标|巡查里程|≥9|9|10|10|',
      '|质量指标||||||',
      '|时效指标|完成时间|年底|年底|10|10|',
    ];
    expect(join(...rows)).toEqual(rows);
    expect(
      join('产出指标|数量指标|巡查里程|≥9|9|10|10|', '|质量指标||||||', '||合格率|≥9|9|10|10|'),
    ).toHaveLength(2);
    expect(
      join(
        '产出指标|数量指标|巡查里程|≥9|9|10|10|',
        '|数量指标||||||',
        '|时效指标|完成时间|年底|年底|10|10|',
      ),
    ).toHaveLength(2);
    expect(
      join(
        '产出指标|数量指标|巡查里程|≥9|9|10|10|',
        '|质量指标||||||',
        '效益指标|可持|水清|好|好|10|10|',
      ),
    ).toHaveLength(3);
    expect(
      join(
        '产出指标|社会|巡查里程|≥9|9|10|10|',
        '|效益指标||||||',
        '|时效指标|完成时间|年底|年底|10|10|',
      ),
    ).toHaveLength(2);
  });

  it('keeps the row of a label that a page’s end cut and nobody filled in', () => {
    const ruled = (...rows: readonly string[]): string[] =>
      joinRows(
        freeze(rows.map((row) => alignedRow(row.replace(/^~/, ''), row.startsWith('~'), 'spans'))),
        columns,
      ).rows.map(({ pieces }) => texts(pieces));
    const first = '产出指标|数量指标|巡查里程|≥9|9|10|10|';
    const next = '|社会效益指标|受益人数|≥9|9|10|10|';
    expect(ruled(first, '效益|经济效益||||||', '~指标|指标||||||', next)).toEqual([
      first,
      '效益指标|经济效益指标||||||',
      next,
    ]);
    expect(ruled(first, '|经济效||||||', '~|益指标||||||')).toEqual([first, '|经济效益指标||||||']);
    // Half a label beside which figures stand, one that began above, or one whose rows go on below is no row.
    expect(ruled(first, '|经济效益||||||', '~|指标|节约成本|≥9|9|10|10|', next)).toHaveLength(3);
    expect(
      ruled('效益指标|社会|受益人数|≥9|9|10|10|', '|效||||||', '~|益指标||||||', next),
    ).toHaveLength(2);
    expect(ruled(first, '|经济效益||||||', '~|指标||||||', '||节约成本|≥9|9|10|10|')).toHaveLength(
      2,
    );
    expect(ruled('||巡查里程|≥9|9|10|10|', '|经济效益||||||', '~|指标||||||', next)).toHaveLength(
      2,
    );
    expect(ruled(first, '|经济效益||||||', '|指标||||||', next)).toHaveLength(2);
  });

  it('reads tables without weight and score by their targets', () => {
    const target = columnsOf('level1', 'level2', 'level3', 'description', 'target', 'basis');
    const rows = rowsOf([
      '产出指标|数量指标|体检人员|应检|≥95%|计划',
      '~||覆盖率|尽检||',
      '||合格率|合格|≥90%|计划',
    ]);
    expect(joinRows(rows, target).rows.map(({ pieces }) => texts(pieces))).toEqual([
      '产出指标|数量指标|体检人员覆盖率|应检尽检|≥95%|计划',
      '||合格率|合格|≥90%|计划',
    ]);
  });

  it('names the rows that a row was joined from', () => {
    const rows = rowsOf(['||义务教育|||||', '||完成率|≥9|9|10|10|', '||巡查里程|≥9|9|10|10|']);
    expect(joinRows(rows, columns).rows.map(({ parts }) => parts)).toEqual([
      [rows[0], rows[1]],
      [rows[2]],
    ]);
  });

  it('does not repeat the text of a cell that spans the rows that it joins', () => {
    const first = alignedRow('产出指标|数量指标|义务教育|||||', false, 'spans');
    const second = alignedRow('||完成率|≥9|9|10|10|', true, 'spans');
    const below = freeze({
      ...second,
      pieces: second.pieces.map((piece, index) =>
        index < 2 ? (first.pieces[index] ?? null) : piece,
      ),
      covered: new Set([0, 1]),
    });
    expect(joinRows([first, below], columns).rows.map(({ pieces }) => texts(pieces))).toEqual([
      '产出指标|数量指标|义务教育完成率|≥9|9|10|10|',
    ]);
  });

  it('counts the level labels by row, those between two rows by halves', () => {
    const { rows, level1, level2 } = joinRows(
      rowsOf([
        '产出指标|数量指标|巡查里程|≥9|9|10|10|',
        '|可持||||||',
        '效益指标|续影响||||||',
        '||水清|良好|良好|10|10|',
        '|指标||||||',
      ]),
      columns,
    );
    expect(rows).toHaveLength(2);
    expect(level1.map(({ piece, at }) => `${String(at)} ${piece.text}`)).toEqual([
      '0 产出指标',
      '0.5 效益指标',
    ]);
    expect(level2.map(({ piece, at }) => `${String(at)} ${piece.text}`)).toEqual([
      '0 数量指标',
      '0.5 可持',
      '0.5 续影响',
      '1.5 指标',
    ]);
  });
});
