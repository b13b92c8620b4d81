import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { removeCrumbs } from '../../../src/formats/shared/crumbs.ts';
import { countCharacters } from '../../../src/model/index.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('removeCrumbs', () => {
  it.each([
    ['<p style="text-align: center;">自评表</p> <p>(2031 年度)</p>', '自评表\n(2031 年度)'],
    ['<p>一</p><p>二</p>', '一\n二'],
    ['一<br>二<br/>三<BR />四', '一\n二\n三\n四'],
    ["<span lang=EN-US style='font-size:9pt'>10</span><o:p></o:p>", '10'],
    ['<div class=a><ul><li>一<li>二</ul></div>', '一\n二'],
    ['[bookmark: _GoBack]100%', '100%'],
    ['1[bookmark: 书签一]00%', '100%'],
    ['图书馆&nbsp;运行&ensp;R&amp;D', '图书馆\u00a0运行\u2002R&D'],
    ['&ge;95%，&#8804;3天，&#x2265;5', '≥95%，≤3天，≥5'],
    ['<p></p>', ''],
    ['&lt;p&gt;', '<p>'],
  ])('%s', (text, expected) => {
    const cleaned = removeCrumbs(text);
    expect(cleaned.text).toBe(expected);
    expect(cleaned.markup).toBe(countCharacters(text) - countCharacters(expected));
  });

  it.each([
    '故障率<5%',
    'a<b',
    'a<b且c>d',
    'x <p 0.05> y',
    '<不含增值税>',
    '[2020]10号',
    '≥**%',
    '5 < 6 > 4',
    '<table>',
    'R&D',
    '&unknown;',
    '&#0;',
    '&#55296;',
    '&#99999999;',
    '[bookmark]',
    '<p style="没有结束',
    '<pre-school>',
    '<>',
    '&;',
  ])('leaves %s alone', (text) => {
    expect(removeCrumbs(text)).toEqual({ text, markup: 0 });
  });

  it('loses and makes up nothing, whatever the text', () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<p a="',
      '">',
      '<br',
      '/>',
      '&nbsp;',
      '&',
      ';',
      '[bookmark: ',
      ']',
      '\n',
      ' ',
      '项',
      '<',
      '>',
      'a=b',
      '5%',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 30 }),
        (parts) => {
          const text = parts.join('');
          const { text: kept, markup } = removeCrumbs(text);
          expect(countCharacters(kept) + markup).toBe(countCharacters(text));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
