import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/html/index.ts';
import { account, linesOutside, readText, textsOf } from '../../support/tables.ts';

describe('html', () => {
  it('counts only what is shown', async () => {
    const read = await readText(
      adapter,
      '<title>题</title><style>td{}</style><p>甲<table><tr><td>乙<td hidden>丙</table>',
    );
    expect(read.value.characters).toEqual({ total: 2, markup: 0 });
    expect(linesOutside(read)).toEqual(['甲']);
    expect(textsOf(read)).toEqual([[['乙']]]);
  });

  it.each([
    ['a hidden row without an end', '<tr hidden><td>隐<tr><td>显'],
    [
      'a hidden row with a table',
      '<tr style="display:none"><td><table><tr><td>隐</td></tr></table></td></tr><tr><td>显',
    ],
    ['a hidden cell without an end', '<tr><td style="color:red;display:none">隐<td>显'],
    ['a hidden body', '<tbody hidden><tr><td>隐</td></tr></tbody><tr><td>显'],
    ['a hidden table in a cell', '<tr><td><table hidden><tr><td>隐<tr><td>隐</table>显'],
    ['a hidden element that its cell ends', '<tr><td>显<div hidden>隐</td></tr>'],
    ['a hidden paragraph that the next one ends', '<tr><td><p hidden>隐<p>显'],
    ['nested hidden elements', '<tr><td><div hidden>隐<div>隐</div>隐</div>显'],
    ['a hidden input', '<tr><td><input type=hidden hidden>显'],
    ['XML that closes itself', '<tr><td><script src="a.js"/><div style="display:none"/>显'],
  ])('leaves out %s and no more', async (_, rows) => {
    const read = await readText(adapter, `<table>${rows}</table>`);
    expect(textsOf(read)).toEqual([[['显']]]);
    expect(account(read)).toEqual({ total: 1, found: 1 });
  });

  it('shows what stands behind a cell or a table in which something hidden was left open', async () => {
    expect(
      textsOf(await readText(adapter, '<table><tr><td><div hidden>隐<td>显<tr><td>行</table>')),
    ).toEqual([[['', '显'], ['行']]]);
    expect(
      linesOutside(await readText(adapter, '<table><tr><td><div hidden>隐</table>显')),
    ).toEqual(['显']);
  });

  it('tells how much a page keeps from sight, scripts aside', async () => {
    const page =
      '<p>显</p><div style="display:none">隐藏<script>var a = 1</script>的字<style>p{}</style></div><script>b</script><template>模板</template>';
    const { value, notes } = await readText(adapter, `<html>${page}</html>`);
    expect(notes).toEqual([
      {
        code: 'hidden-text-left-out',
        severity: 'info',
        stage: 'format',
        data: { characters: 4, rows: 0 },
        refs: [],
      },
    ]);
    expect(value.characters.total).toBe(1);
    expect((await readText(adapter, '<p>显</p><script>b</script>')).notes).toEqual([]);
    const tab = '<p>显</p><div style="display:none"><h2>项目支出绩效自评表</h2></div>';
    expect((await readText(adapter, tab)).notes).toMatchObject([
      { code: 'hidden-text-left-out', severity: 'warning' },
    ]);
  });

  it('ends a comment where browsers end it', async () => {
    expect(
      linesOutside(
        await readText(adapter, '<html><!-- 隐 --!>一<!-->二<!---->三<!-- 隐 --->四</html>'),
      ),
    ).toEqual(['一二三四']);
  });

  it('shows what only looks like hiding', async () => {
    expect(
      textsOf(
        await readText(
          adapter,
          '<table><tr><td style="x-display:none; display: nonesuch">显</table>',
        ),
      ),
    ).toEqual([[['显']]]);
  });

  it('removes crumbs that the page shows as text, and counts them', async () => {
    const read = await readText(adapter, '<table><tr><td>&lt;p&gt;目标&lt;/p&gt;</table>');
    expect(textsOf(read)).toEqual([[['目标']]]);
    expect(read.value.characters).toEqual({ total: 9, markup: 7 });
  });
});
