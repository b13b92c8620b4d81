import { describe, expect, it } from 'vitest';
import { joinRows } from '../../src/stitch/join.ts';
import type { AlignedRow } from '../../src/stitch/types.ts';
import { alignedRow, columnsOf, freeze, texts } from '../support/stitch.ts';

const columns = columnsOf('level1', 'level2', 'level3', 'target', 'actual', 'weight', 'score', 'deviation');

/** Rows `a|b|c`; a leading `~` says that a page ends above the row. */
function rowsOf(rows: readonly string[]): AlignedRow[] {
  return freeze(rows.map((row) => alignedRow(row.replace(/^~/, ''), row.startsWith('~'))));
}

function join(...rows: readonly string[]): string[] {
  return joinRows(rowsOf(rows), columns).rows.map(({ pieces }) => texts(pieces));
}

describe('joinRows', () => {
  it('leaves whole rows alone', () => {
    const rows = ['产出指标|数量指标|巡查次数|≥12次|12次|10|10|', '|||||5|5|', '||巡查里程|≥9|9|10|10|'];
    expect(join(...rows)).toEqual(rows);
    expect(join(...rows.map((row) => `~${row}`))).toEqual(rows);
    expect(join()).toEqual([]);
  });

  it('joins a name’s end behind a page’s end to the row above, which has the figures', () => {
    expect(join('产出指标|数量指标|义务教育阶段|≥9|9|10|10|', '~||公用经费完成率|||||', '||巡查里程|≥9|9|10|10|')).toEqual([
      '产出指标|数量指标|义务教育阶段公用经费完成率|≥9|9|10|10|',
      '||巡查里程|≥9|9|10|10|',
    ]);
  });

  it('joins a name’s start before a page’s end to the row below, which has the figures', () => {
    expect(join('||巡查里程|≥9|9|10|10|', '||义务教育阶段|||||', '~||公用经费完成率|≥9|9|10|10|')).toEqual([
      '||巡查里程|≥9|9|10|10|',
      '||义务教育阶段公用经费完成率|≥9|9|10|10|',
    ]);
  });

  it('joins every column that the cut ran through', () => {
    expect(join('产出指标|数量指标|巡查|按计划|已按|10|10|雨多，', '~|||完成|计划完成|||绕行。', '||里程|≥9|9|10|10|')[0]).toBe(
      '产出指标|数量指标|巡查|按计划完成|已按计划完成|10|10|雨多，绕行。',
    );
  });

  it('joins a fragment to a row that has no name yet', () => {
    expect(join('||巡查里程|≥9|9|10|10|', '|||≥9|9|10|10|', '||合格率|||||', '||覆盖率|≥9|9|10|10|')).toEqual([
      '||巡查里程|≥9|9|10|10|',
      '||合格率|≥9|9|10|10|',
      '||覆盖率|≥9|9|10|10|',
    ]);
    expect(join('||巡查里程|≥9|9|10|10|', '||合格率|||||', '|||≥9|9|10|10|', '||覆盖率|≥9|9|10|10|')[1]).toBe('||合格率|≥9|9|10|10|');
  });

  it('sees in open brackets and closing marks that a name goes on', () => {
    expect(join('||巡查（含暗访|≥9|9|10|10|', '||复查）次数|||||', '||合格率|≥9|9|10|10|')[0]).toBe('||巡查（含暗访复查）次数|≥9|9|10|10|');
    expect(join('||巡查里程|≥9|9|10|10|', '||巡查（含暗访|||||', '||复查）次数|≥9|9|10|10|')[1]).toBe('||巡查（含暗访复查）次数|≥9|9|10|10|');
  });

  it('sees in a number that a name begins', () => {
    expect(join('||1.巡查|≥9|9|10|10|', '||2.沿河各段|||||', '||清淤|≥9|9|10|10|')).toEqual(['||1.巡查|≥9|9|10|10|', '||2.沿河各段清淤|≥9|9|10|10|']);
  });

  it('lets a label begin a row', () => {
    expect(join('产出指标|数量指标|巡查里程|≥9|9|10|10|', '|质量指标|义务教育|||||', '||完成率|≥9|9|10|10|')).toEqual([
      '产出指标|数量指标|巡查里程|≥9|9|10|10|',
      '|质量指标|义务教育完成率|≥9|9|10|10|',
    ]);
  });

  it('takes the only way where the table begins or ends with a fragment', () => {
    expect(join('||义务教育|||||', '||完成率|≥9|9|10|10|')).toEqual(['||义务教育完成率|≥9|9|10|10|']);
    expect(join('||义务教育|≥9|9|10|10|', '||完成率|||||')).toEqual(['||义务教育完成率|≥9|9|10|10|']);
    expect(join('||义务教育|||||')).toEqual(['||义务教育|||||']);
  });

  it('leaves a row that lacks only weight and score as an indicator of its own', () => {
    expect(join('||巡查里程|≥9|9|10|10|', '||合格率|≥90%|95%|||', '||覆盖率|≥9|9|10|10|')).toHaveLength(3);
    expect(join('||巡查里程|≥9|9|10|10|', '~||无|无|无|||')).toHaveLength(2);
  });

  it('reads tables without weight and score by their targets', () => {
    const target = columnsOf('level1', 'level2', 'level3', 'description', 'target', 'basis');
    const rows = rowsOf(['产出指标|数量指标|体检人员|应检|≥95%|计划', '~||覆盖率|尽检||', '||合格率|合格|≥90%|计划']);
    expect(joinRows(rows, target).rows.map(({ pieces }) => texts(pieces))).toEqual(['产出指标|数量指标|体检人员覆盖率|应检尽检|≥95%|计划', '||合格率|合格|≥90%|计划']);
  });

  it('names the rows that a row was joined from', () => {
    const rows = rowsOf(['||义务教育|||||', '||完成率|≥9|9|10|10|', '||巡查里程|≥9|9|10|10|']);
    expect(joinRows(rows, columns).rows.map(({ parts }) => parts)).toEqual([[rows[0], rows[1]], [rows[2]]]);
  });

  it('does not repeat the text of a cell that spans the rows that it joins', () => {
    const first = alignedRow('产出指标|数量指标|义务教育|||||', false, 'spans');
    const second = alignedRow('||完成率|≥9|9|10|10|', true, 'spans');
    const below = freeze({ ...second, pieces: second.pieces.map((piece, index) => (index < 2 ? (first.pieces[index] ?? null) : piece)), covered: new Set([0, 1]) });
    expect(joinRows([first, below], columns).rows.map(({ pieces }) => texts(pieces))).toEqual(['产出指标|数量指标|义务教育完成率|≥9|9|10|10|']);
  });

  it('counts the level labels by row, those between two rows by halves', () => {
    const { rows, level1, level2 } = joinRows(
      rowsOf(['产出指标|数量指标|巡查里程|≥9|9|10|10|', '|可持||||||', '效益指标|续影响||||||', '||水清|良好|良好|10|10|', '|指标||||||']),
      columns,
    );
    expect(rows).toHaveLength(2);
    expect(level1.map(({ piece, at }) => `${String(at)} ${piece.text}`)).toEqual(['0 产出指标', '0.5 效益指标']);
    expect(level2.map(({ piece, at }) => `${String(at)} ${piece.text}`)).toEqual(['0 数量指标', '0.5 可持', '0.5 续影响', '1.5 指标']);
  });
});
