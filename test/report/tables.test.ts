import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../src/model/index.ts';
import { tableRenderers } from '../../src/report/index.ts';

function cell(
  row: number,
  column: number,
  text: string,
  spans: Partial<Pick<Cell, 'rowSpan' | 'columnSpan'>> = {},
): Cell {
  return { row, column, rowSpan: 1, columnSpan: 1, text, origins: [], ...spans };
}

function grid(rows: number, columns: number, cells: Cell[], before: string[] = []): Grid {
  return {
    id: 0,
    page: null,
    rows,
    columns,
    geometry: 'spans',
    cells,
    before: before.map((text) => ({ text, origin: {} })),
  };
}

const render = (style: 'json' | 'markdown' | 'html', grids: readonly Grid[]): string =>
  [...tableRenderers[style](grids)].join('');

const merged = grid(3, 3, [
  cell(0, 0, '一级', { rowSpan: 2 }),
  cell(0, 1, '二|级\n指标', { columnSpan: 2 }),
  cell(1, 2, '<b>&'),
  cell(2, 0, '甲'),
]);

describe('tables as JSON', () => {
  it('has the agreed keys and nothing else', () => {
    expect(JSON.parse(render('json', [merged, grid(0, 0, [])]))).toEqual([
      {
        id: 0,
        page: null,
        rows: 3,
        columns: 3,
        cells: [
          { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: '一级' },
          { row: 0, column: 1, rowSpan: 1, columnSpan: 2, text: '二|级\n指标' },
          { row: 1, column: 2, rowSpan: 1, columnSpan: 1, text: '<b>&' },
          { row: 2, column: 0, rowSpan: 1, columnSpan: 1, text: '甲' },
        ],
      },
      { id: 0, page: null, rows: 0, columns: 0, cells: [] },
    ]);
  });

  it('is an array even where there is no table', () => {
    expect(JSON.parse(render('json', []))).toEqual([]);
  });
});

describe('tables as markdown', () => {
  it('escapes what would break a row and keeps every cell in its column', () => {
    expect(render('markdown', [merged])).toBe(
      [
        '| 一级 | 二\\|级<br>指标 |  |',
        '| --- | --- | --- |',
        '|  |  | &lt;b>&amp; |',
        '| 甲 |',
        '',
      ].join('\n'),
    );
  });

  it('prints the text above a table as paragraphs', () => {
    expect(render('markdown', [grid(1, 1, [cell(0, 0, 'x')], ['附件3', '自评*表*'])])).toBe(
      '附件3\n\n自评\\*表\\*\n\n| x |\n| --- |\n',
    );
  });
});

describe('tables as HTML', () => {
  it('keeps spans, columns and text', () => {
    const $ = load(render('html', [merged]));
    const rows = $('tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((td) => $(td).text()),
      );
    expect(rows).toEqual([['一级', '二|级\n指标'], ['', '<b>&'], ['甲']]);
    expect($('td[rowspan=2]').text()).toBe('一级');
    expect($('td[colspan=2]').text()).toBe('二|级\n指标');
  });

  it('runs nothing that a cell holds', () => {
    const $ = load(
      render('html', [
        grid(1, 1, [cell(0, 0, '</style><script>alert(1)</script>')], ['<img src=x>']),
      ]),
    );
    expect($('script, img')).toHaveLength(0);
    expect($('meta[http-equiv]').attr('content')).toContain("default-src 'none'");
  });
});
