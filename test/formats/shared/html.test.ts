import * as cheerio from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readHtml } from '../../../src/formats/shared/html.ts';
import { countCharacters, limits } from '../../../src/model/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const gridsOf = (html: string): string[] =>
  readHtml(html).items.flatMap((item) =>
    item.kind === 'grid'
      ? [
          item.grid.cells
            .map(
              ({ text, row, column, rowSpan, columnSpan }) =>
                `${String(row)},${String(column)} ${String(rowSpan)}x${String(columnSpan)} ${text}`,
            )
            .join(' | '),
        ]
      : [],
  );
const linesOf = (html: string): string[] =>
  readHtml(html).items.flatMap((item) =>
    item.kind === 'line' ? [`@${String(item.line)} ${item.text}`] : [],
  );

describe('readHtml', () => {
  it('places cells below spans', () => {
    const html =
      '<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td rowspan=0>丁<tr><td colspan=2>戊</table>';
    expect(gridsOf(html)).toEqual([
      '0,0 2x1 甲 | 0,1 1x2 乙 | 1,1 1x1 丙 | 1,2 2x1 丁 | 2,0 1x2 戊',
    ]);
  });

  it('lets a hanging cell keep its columns', () => {
    expect(gridsOf('<table><tr><td>1<td rowspan=2>2<td>3<tr><td colspan=3>4<td>5</table>')).toEqual(
      ['0,0 1x1 1 | 0,1 2x1 2 | 0,2 1x1 3 | 1,0 1x1 4 | 1,2 1x1 5'],
    );
  });

  it('takes no claim beyond the table', () => {
    expect(
      gridsOf('<table><tr><td colspan=1000000000 rowspan=1000000000>标题<tr><td>1<td>2</table>'),
    ).toEqual(['0,0 2x2 标题 | 1,2 1x1 1 | 1,3 1x1 2']);
    expect(gridsOf('<table><tr><td colspan=60>标题<tr><td>1<td>2<td>3</table>')).toEqual([
      '0,0 1x3 标题 | 1,0 1x1 1 | 1,1 1x1 2 | 1,2 1x1 3',
    ]);
  });

  it('shows white space as a page does, and lines where they break', () => {
    expect(
      gridsOf(
        '<table><td>\n  一级\n  指标 <b> 得 分</b><br><br>二<p>三</p><div>四</div>\t</td></table>',
      ),
    ).toEqual(['0,0 1x1 一级 指标 得 分\n二\n三\n四']);
    expect(linesOf('<h1>表\n名</h1>\n甲<br>乙\n\n<ul><li>丙<li>丁</ul>戊')).toEqual([
      '@1 表 名',
      '@3 甲',
      '@3 乙',
      '@5 丙',
      '@5 丁',
      '@5 戊',
    ]);
  });

  it('dissolves layout tables and keeps the rows around an inner table', () => {
    const html =
      '<table><tr><td>甲<td>乙<tr><td>丙<td>丁<tr><td>资金<td><table><tr><td>1<td>2</table>后<tr><td>戊<td>己<tr><td>庚<td>辛</table>';
    expect(
      readHtml(html).items.map((item) =>
        item.kind === 'line' ? item.text : item.grid.cells.map(({ text }) => text),
      ),
    ).toEqual([['甲', '乙', '丙', '丁'], '资金', ['1', '2'], '后', ['戊', '己', '庚', '辛']]);
  });

  it('counts cells beyond the cap as one', () => {
    const [first] = readHtml(`<table><tr>${'<td>1'.repeat(limits.columns + 500)}</table>`).items;
    expect(first).toMatchObject({
      kind: 'grid',
      grid: { columns: limits.columns, wideRows: [{ row: 0, line: 1 }] },
    });
  });

  it.each([
    ['tables', '<table><tr><td>'.repeat(20_000)],
    ['elements', '<div><span>'.repeat(20_000)],
    ['elements that hide', '<div hidden>'.repeat(20_000)],
    [
      'formatting that a tree would multiply',
      Array.from({ length: 20_000 }, (_, index) => `<p><b a=${String(index)}>`).join(''),
    ],
  ])('reads deeply nested %s', (_, nest) => {
    const { shown, items } = readHtml(`${nest}底`);
    expect(shown).toBe(nest.includes('hidden') ? 0 : 1);
    expect(items).toHaveLength(shown);
  });
});

/** The text that a browser's tree holds, without what is hidden. */
function shownIn(html: string): string {
  const page = cheerio.load(html);
  page('script, style, title, template, noscript, iframe, xml, [hidden]').remove();
  page('*')
    .filter((_, element) => /display\s*:\s*none/i.test(page(element).attr('style') ?? ''))
    .remove();
  return page.root().text();
}

describe('readHtml beside a browser-grade tree (cheerio)', () => {
  const word = fc.constantFrom(
    '项目',
    '总分',
    ' 10 ',
    '&ge;5',
    '&nbsp;',
    '<br>',
    '<b>重</b>',
    '<span style="display:none">隐</span>',
    '<!-- 注 -->',
  );
  const text = fc.array(word, { maxLength: 3 }).map((words) => words.join(''));
  const cell = fc.record({
    text,
    rowspan: fc.integer({ min: 1, max: 3 }),
    colspan: fc.integer({ min: 1, max: 3 }),
    head: fc.boolean(),
  });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  });
  const write = (table: typeof rows extends fc.Arbitrary<infer T> ? T : never): string => {
    const cells = (row: (typeof table)[number]): string =>
      row
        .map(
          ({ text: inner, rowspan, colspan, head }) =>
            `<${head ? 'th' : 'td'} rowspan=${String(rowspan)} colspan="${String(colspan)}">${inner}</${head ? 'th' : 'td'}>`,
        )
        .join('\n');
    return `<table>${table.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table>`;
  };

  it('shows the same characters and the same cells', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            rows.map(write),
            text.map((inner) => `<p>${inner}</p>`),
          ),
          { maxLength: 4 },
        ),
        (parts) => {
          const html = `<!doctype html><title>题</title><script>1<2</script>${parts.join('\n')}`;
          const { items, shown } = readHtml(html);
          expect(shown).toBe(countCharacters(shownIn(html)));
          const page = cheerio.load(html);
          page('[style]').remove();
          page('br').replaceWith('\n');
          const squeeze = (inner: string): string => inner.replace(/\s+/g, '');
          const theirs = page('td, th')
            .toArray()
            .map((element) => squeeze(page(element).text()));
          const ours = items.flatMap((item) =>
            item.kind === 'grid' ? item.grid.cells.map((found) => squeeze(found.text)) : [],
          );
          expect(ours).toEqual(theirs);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lets no two cells overlap and none leave the table', () => {
    fc.assert(
      fc.property(rows.map(write), (html) => {
        for (const item of readHtml(html).items) {
          if (item.kind === 'line') continue;
          const taken = new Set<string>();
          for (const { row, column, rowSpan, columnSpan } of item.grid.cells) {
            expect(row + rowSpan).toBeLessThanOrEqual(item.grid.rows);
            expect(column + columnSpan).toBeLessThanOrEqual(item.grid.columns);
            for (let y = row; y < row + rowSpan; y += 1) {
              for (let x = column; x < column + columnSpan; x += 1) {
                expect(taken.has(`${String(y)},${String(x)}`)).toBe(false);
                taken.add(`${String(y)},${String(x)}`);
              }
            }
          }
        }
      }),
    );
  });
});

describe('ordered lists', () => {
  const cellOf = (html: string): string => {
    const grid = readHtml(`<table><tr><td>${html}</table>`).items.find(
      (item) => item.kind === 'grid',
    );
    return grid?.kind === 'grid' ? grid.grid.cells.map(({ text }) => text).join(' | ') : '';
  };

  it.each([
    ['<ol><li>清淤</li><li><p>通水</p></li></ol>', '1. 清淤\n2. 通水'],
    ['<ol start=3><li>清淤<li value=7>通水<li>验收</ol>', '3. 清淤\n7. 通水\n8. 验收'],
    [
      '<ol type=a><li>清淤<ol type=I><li>东渠<li>西渠</ol><li>通水</ol>',
      'a. 清淤\nI. 东渠\nII. 西渠\nb. 通水',
    ],
    ['<ol style="list-style-type:cjk-ideographic"><li>清淤<li>通水</ol>', '一、清淤\n二、通水'],
    ['<ol style="list-style:none"><li>清淤</ol><ul><li>通水</ul>', '清淤\n通水'],
    ['<ol><li style="display:none">旧</li><li></li></ol>清淤', '清淤'],
    ['<ol><li>清<ul><li>东渠</ul><li>通水</ol><ol><li>验收</ol>', '1. 清\n东渠\n2. 通水\n1. 验收'],
    ['<ol reversed start=2><li>清淤<li>通水</ol>', '2. 清淤\n1. 通水'],
  ])('%s', (html, text) => {
    expect(cellOf(html)).toBe(text);
  });

  it('show no numbers outside tables, where menus are lists too; what is shown is counted', () => {
    const { items, shown } = readHtml('<ol><li>首页</ol><table><tr><td><ol><li>清淤</ol></table>');
    expect(items[0]).toMatchObject({ kind: 'line', text: '首页' });
    expect(shown).toBe(6);
  });
});

describe('fields of a saved page', () => {
  it.each([
    ['<input value="208.00">', '208.00'],
    ['<input type=number value=12 readonly>次', '12次'],
    [
      '<input type=hidden value=9><input type=submit value=保存><input type="password" value=x>甲',
      '甲',
    ],
    ['<input type=radio checked>优<input type=radio>良', '☒优☐良'],
    ['<select><option>元<option selected>万元</select>', '万元'],
    ['<select><option>元</option><option>万元</option></select>', '元'],
    ['<select multiple><option>元<option>万元</select>', '元 万元'],
    ['<select><option>元<option>万元', '元'],
    ['<select style="display:none"><option>元</select>甲', '甲'],
    ['<textarea>全年清淤\n12公里</textarea>', '全年清淤 12公里'],
    ['<datalist><option>元</datalist>甲', '甲'],
    ['<ol><li><input value=清淤></ol>', '1. 清淤'],
  ])('%s shows %s, and no more', (html, text) => {
    const { items, shown } = readHtml(`<table><tr><td>${html}</td><td>止</td></tr></table>`);
    const grid = items.find((item) => item.kind === 'grid');
    expect(grid?.kind === 'grid' && grid.grid.cells.map((cell) => cell.text)).toEqual([text, '止']);
    expect(shown).toBe(countCharacters(text) + 1);
  });
});
