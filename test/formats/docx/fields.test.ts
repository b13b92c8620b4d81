import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import { accountedFor, linesOf } from '../../support/office/look.ts';
import { docxOf, paragraph, run } from '../../support/office/word.ts';

async function shown(content: string): Promise<{ text: string; markup: number }> {
  const { value } = await adapter.read(docxOf(paragraph(content)), {});
  expect(accountedFor(value)).toBe(value.characters.total);
  return { text: linesOf(value).join('\n'), markup: value.characters.markup };
}

const mark = (type: string, data = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`;
const instruction = (...pieces: readonly string[]): string =>
  pieces
    .map((piece) => `<w:r><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>`)
    .join('');

describe('a field that holds no result shows', () => {
  const drawn = async (...pieces: readonly string[]): Promise<string> =>
    (await shown(mark('begin') + instruction(...pieces) + mark('end'))).text;

  it('a number in a circle', async () => {
    expect(await drawn(' eq \\o\\ac(○,', '1', ')')).toBe('①');
    expect(await drawn('EQ \\o\\ac(○,20)')).toBe('⑳');
  });

  it('another character in a frame, and characters that only stand together', async () => {
    expect(await drawn('eq \\o\\ac(□,优)')).toBe('优');
    expect(await drawn('eq \\o(年,度)')).toBe('年度');
    expect(await drawn('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yún),云)')).toBe(
      '云',
    );
  });

  it('the words of a button, and a symbol', async () => {
    expect(await drawn(' MACROBUTTON AcceptAllChangesInDoc 云溪市水务局')).toBe('云溪市水务局');
    expect(await drawn(' SYMBOL 254 \\f "Wingdings" \\s 12')).toBe('🗹');
  });

  it('nothing where nothing is drawn', async () => {
    expect(await drawn(' PAGE ')).toBe('');
    expect(await drawn('')).toBe('');
  });
});

describe('a list to choose from', () => {
  const list = (chosen: string): string =>
    mark(
      'begin',
      `<w:ffData><w:ddList>${chosen}<w:listEntry w:val="新增"/><w:listEntry w:val="延续"/></w:ddList></w:ffData>`,
    ) + instruction(' FORMDROPDOWN ');

  it('shows what is chosen, else the first', async () => {
    expect((await shown(list('<w:result w:val="1"/>') + mark('end'))).text).toBe('延续');
    expect((await shown(list('') + mark('separate') + mark('end'))).text).toBe('新增');
  });

  it('shows its result where it holds one', async () => {
    expect((await shown(list('') + mark('separate') + run('其他') + mark('end'))).text).toBe(
      '其他',
    );
  });
});

describe('a control that nobody filled', () => {
  const control = (text: string, mark = '<w:showingPlcHdr/>'): string =>
    `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr>${mark}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;

  it('shows a prompt, which is markup', async () => {
    expect(await shown(run('甲') + control('单击或点击此处输入文字。'))).toEqual({
      text: '甲',
      markup: 12,
    });
  });

  it('is filled where a program left the mark, and where a value begins as a prompt does', async () => {
    expect(await shown(control('云溪市水务局'))).toEqual({ text: '云溪市水务局', markup: 0 });
    expect(await shown(control('请示件办结率', ''))).toEqual({ text: '请示件办结率', markup: 0 });
  });
});

describe('WordArt of older programs', () => {
  it('shows its words', async () => {
    expect(
      (
        await shown(
          '<w:r><w:pict><v:shape><v:textpath style="x" string="项目支出绩效自评表"/></v:shape></w:pict></w:r>',
        )
      ).text,
    ).toBe('项目支出绩效自评表');
  });
});
