import { describe, expect, it } from 'vitest';
import { looksLike } from '../../src/formats/index.ts';

const words = ['项目名称', '主管部门', '一级指标', '二级指标', '三级指标', '实际完成值'];
const said = (text: string): string[] =>
  looksLike('tabbed', Buffer.from(text)).map(
    ({ code, data }) =>
      `${code}${data['markup'] === undefined ? '' : ` ${String(data['markup'])}`}`,
  );

describe('a text with a form’s words and no form', () => {
  it.each([
    ['looks-like-words', words.join('\n')],
    ['looks-like-spaced', words.map((word) => `${word}   绿道   灯光`).join('\n')],
    ['looks-like-markup MediaWiki', `{| class="x"\n|-\n| ${words.join(' || ')}\n|}`],
    ['looks-like-markup LaTeX', `\\begin{longtable}{ll}\n${words.join(' & ')}\\\\`],
    ['looks-like-markup AsciiDoc', `|===\n|${words.join('\n|')}\n|===`],
    ['looks-like-markup DocBook', `<informaltable><entry>${words.join('</entry><entry>')}`],
  ])('%s', (code, text) => {
    expect(said(text)).toEqual([code]);
  });

  it('says nothing of others', () => {
    expect(said('项目名称和主管部门由单位填写。')).toEqual([]);
    expect(looksLike('pdf', Buffer.from(words.join('\n')))).toEqual([]);
  });
});
