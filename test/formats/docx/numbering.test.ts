import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import { accountedFor } from '../../support/office/look.ts';
import { cell, docxOf, listed, paragraph, row, table } from '../../support/office/word.ts';
import type { WordParts } from '../../support/office/word.ts';

interface LevelSpec {
  readonly format?: string;
  readonly text: string;
  readonly more?: string;
}

function level(index: number, { format = 'decimal', text, more = '' }: LevelSpec): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** One definition with the given levels, and lists that use it: number → overrides. */
function numberingOf(
  levels: readonly LevelSpec[],
  lists: Readonly<Record<number, string>> = { 1: '' },
): string {
  const definition = `<w:abstractNum w:abstractNumId="7">${levels.map((spec, index) => level(index, spec)).join('')}</w:abstractNum>`;
  const uses = Object.entries(lists).map(
    ([id, inner]) => `<w:num w:numId="${id}"><w:abstractNumId w:val="7"/>${inner}</w:num>`,
  );
  return definition + uses.join('');
}

/** The lines of one cell that holds the paragraphs. */
async function linesOf(paragraphs: readonly string[], parts: WordParts): Promise<string[]> {
  const { value } = await adapter.read(docxOf(table(row([cell(paragraphs.join(''))])), parts), {});
  expect(accountedFor(value)).toBe(value.characters.total);
  return value.grids[0]?.cells[0]?.text.split('\n') ?? [];
}

async function numbersOf(format: string, count: number): Promise<string[]> {
  const numbering = numberingOf([{ format, text: '%1', more: '<w:suff w:val="nothing"/>' }]);
  return linesOf(
    Array.from({ length: count }, () => listed('', 1)),
    { numbering },
  );
}

describe('automatic numbers', () => {
  const numbering = numberingOf([{ text: '%1.' }, { format: 'lowerLetter', text: '%2)' }], {
    1: '',
    2: '',
  });

  it('stand before their paragraphs, parted by a tab', async () => {
    expect(await linesOf([listed('定期体检', 1), listed('保证健康', 1)], { numbering })).toEqual([
      '1.\t定期体检',
      '2.\t保证健康',
    ]);
  });

  it('stand in a cell without any other text: a column of automatic numbers', async () => {
    expect(await linesOf([listed('', 1)], { numbering })).toEqual(['1.']);
  });

  it('begin anew below a level that moved on', async () => {
    const paragraphs = [
      listed('甲', 1),
      listed('子', 1, 1),
      listed('丑', 1, 1),
      listed('乙', 1),
      listed('寅', 1, 1),
    ];
    expect(await linesOf(paragraphs, { numbering })).toEqual([
      '1.\t甲',
      'a)\t子',
      'b)\t丑',
      '2.\t乙',
      'a)\t寅',
    ]);
  });

  it('run on through lists of one definition, in the order of the document', async () => {
    expect(
      await linesOf([listed('甲', 1), listed('乙', 2), listed('丙', 1)], { numbering }),
    ).toEqual(['1.\t甲', '2.\t乙', '3.\t丙']);
  });

  it('begin anew where a list overrides the start', async () => {
    const restarted = numberingOf([{ text: '%1、' }], {
      1: '',
      2: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
    });
    const paragraphs = [listed('甲', 1), listed('乙', 2), listed('丙', 2)];
    expect(await linesOf(paragraphs, { numbering: restarted })).toEqual([
      '1、\t甲',
      '5、\t乙',
      '6、\t丙',
    ]);
  });

  it('follow a list that defines a level itself', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, { format: 'chineseCounting', text: '（%1）' })}</w:lvlOverride>`;
    expect(
      await linesOf([listed('甲', 1), listed('乙', 2)], {
        numbering: numberingOf([{ text: '%1.' }], { 1: '', 2: own }),
      }),
    ).toEqual(['1.\t甲', '（二）\t乙']);
  });

  it('print the levels above, as decimals where the level is legal', async () => {
    const levels = [
      { format: 'chineseCounting', text: '第%1章' },
      { text: '%1.%2', more: '<w:suff w:val="space"/><w:isLgl/>' },
    ];
    expect(
      await linesOf([listed('总则', 1), listed('目标', 1, 1)], { numbering: numberingOf(levels) }),
    ).toEqual(['第一章\t总则', '1.1 目标']);
  });

  it('do not begin anew where a level says so', async () => {
    const levels = [{ text: '%1.' }, { text: '(%2)', more: '<w:lvlRestart w:val="0"/>' }];
    const paragraphs = [listed('甲', 1), listed('子', 1, 1), listed('乙', 1), listed('丑', 1, 1)];
    expect(await linesOf(paragraphs, { numbering: numberingOf(levels) })).toEqual([
      '1.\t甲',
      '(1)\t子',
      '2.\t乙',
      '(2)\t丑',
    ]);
  });

  it('show the first number of a level above that was not used yet', async () => {
    const levels = [{ text: '%1.' }, { text: '%1.%2' }];
    expect(
      await linesOf([listed('甲', 1, 1), listed('乙', 1)], { numbering: numberingOf(levels) }),
    ).toEqual(['1.1\t甲', '2.\t乙']);
  });

  it('are a sign where the list has bullets', async () => {
    const levels = [
      { format: 'bullet', text: '●' },
      { format: 'bullet', text: '\uf06c', more: '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>' },
    ];
    expect(
      await linesOf([listed('甲', 1), listed('乙', 1, 1)], { numbering: numberingOf(levels) }),
    ).toEqual(['●\t甲', '⚫\t乙']);
  });

  it('are left out of a paragraph without text whose mark is deleted', async () => {
    const gone = paragraph(
      '',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>',
    );
    expect(await linesOf([gone, listed('甲', 1)], { numbering })).toEqual(['1.\t甲']);
  });

  it('are nothing where the list is not defined', async () => {
    expect(await linesOf([listed('甲', 9)], { numbering })).toEqual(['甲']);
    expect(await linesOf([listed('甲', 1)], {})).toEqual(['甲']);
  });
});

describe('numbers by style', () => {
  const numPr = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
  const styles = `<w:style w:type="paragraph" w:styleId="A">${numPr}</w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>`;
  const styled = (style: string, more = ''): string =>
    paragraph('甲', `<w:pStyle w:val="${style}"/>${more}`);

  it('come from the style, or from one that it is based on', async () => {
    expect(
      await linesOf([styled('A'), styled('B')], {
        styles,
        numbering: numberingOf([{ text: '%1.' }]),
      }),
    ).toEqual(['1.\t甲', '2.\t甲']);
  });

  it('stand on the level that names the style', async () => {
    const levels = [{ text: '%1.' }, { text: '(%2)', more: '<w:pStyle w:val="A"/>' }];
    expect(await linesOf([styled('A')], { styles, numbering: numberingOf(levels) })).toEqual([
      '(1)\t甲',
    ]);
  });

  it('are taken away by list 0', async () => {
    const none = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    expect(
      await linesOf([styled('A', none)], { styles, numbering: numberingOf([{ text: '%1.' }]) }),
    ).toEqual(['甲']);
  });

  it('come from the definition that a list style stands for', async () => {
    const linked =
      '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>';
    expect(
      await linesOf([listed('甲', 2)], {
        styles,
        numbering: numberingOf([{ text: '%1）' }]) + linked,
      }),
    ).toEqual(['1）\t甲']);
  });
});

describe('numerals', () => {
  it.each([
    ['decimalZero', ['01', '02']],
    ['upperRoman', ['I', 'II', 'III', 'IV']],
    ['lowerRoman', ['i', 'ii']],
    ['upperLetter', ['A', 'B']],
    ['decimalFullWidth', ['１', '２']],
    ['decimalEnclosedCircleChinese', ['①', '②']],
    ['decimalEnclosedParen', ['⑴', '⑵']],
    ['ideographTraditional', ['甲', '乙']],
    ['ideographDigital', ['一', '二']],
    ['chineseLegalSimplified', ['壹', '贰']],
    ['none', ['']],
    ['cardinalText', ['1', '2']],
  ])('%s', async (format, expected) => {
    expect(await numbersOf(format, expected.length)).toEqual(expected);
  });

  it('count on past ten, twenty, a hundred', async () => {
    const picked = async (format: string): Promise<(string | undefined)[]> => {
      const numbers = await numbersOf(format, 110);
      return [10, 11, 20, 21, 99, 100, 105, 110].map((number) => numbers[number - 1]);
    };
    expect(await picked('chineseCounting')).toEqual([
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
      '一〇〇',
      '一〇五',
      '一一〇',
    ]);
    expect(await picked('chineseCountingThousand')).toEqual([
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
      '一百',
      '一百零五',
      '一百一十',
    ]);
    expect(await picked('chineseLegalSimplified')).toEqual([
      '壹拾',
      '壹拾壹',
      '贰拾',
      '贰拾壹',
      '玖拾玖',
      '壹佰',
      '壹佰零伍',
      '壹佰壹拾',
    ]);
    expect(await picked('lowerLetter')).toEqual([
      'j',
      'k',
      't',
      'u',
      'uuuu',
      'vvvv',
      'aaaaa',
      'fffff',
    ]);
    expect((await picked('decimalEnclosedCircle')).slice(1, 4)).toEqual(['⑪', '⑳', '21']);
  });
});
