import { describe, expect, it } from 'vitest';
import { numberCell, oneSheet, sheetData, sheetRow, textCell } from '../../support/office/excel.ts';
import { codesOf } from '../../support/office/look.ts';
import { read } from '../../support/office/read-xlsx.ts';

describe('a formula', () => {
  const formula = (at: string, text: string, value?: string): string =>
    `<c r="${at}"><f>${text}</f>${value === undefined ? '' : `<v>${value}</v>`}</c>`;
  const parts = numberCell('A1', 3) + numberCell('B1', 4);

  async function last(
    ...rows: readonly string[]
  ): Promise<{ text: string | undefined; codes: string[]; refs: (string | undefined)[] }> {
    const staged = await read(
      oneSheet(sheetData(...rows.map((cells, index) => sheetRow(index + 1, cells)))),
    );
    const refs = staged.notes.flatMap((note) => note.refs.map(({ part }) => part));
    return { text: staged.value.grids[0]?.cells.at(-1)?.text, codes: codesOf(staged), refs };
  }

  it('shows its result', async () => {
    expect(await last(parts + formula('C1', 'SUM(A1:B1)', '7'))).toEqual({
      text: '7',
      codes: [],
      refs: [],
    });
  });

  it('without a result reads as blank, and is told', async () => {
    for (const value of [undefined, '']) {
      expect(await last(parts + formula('C1', 'SUM(A1:B1)', value) + textCell('D1', '止'))).toEqual(
        {
          text: '止',
          codes: ['formula-not-calculated'],
          refs: ['表1!C1'],
        },
      );
    }
  });

  it.each(['SUM(A1:B1)', 'A1+B1', '$A$1*B1', 'A1/B1', 'SUM(A1,B1)', 'A1/B1*100'])(
    '%s that shows 0 over %s was not calculated',
    async (text) => {
      expect(await last(parts + formula('C1', text, '0') + textCell('D1', '止'))).toMatchObject({
        codes: ['formula-not-calculated'],
        refs: ['表1!C1'],
      });
    },
  );

  it.each([
    'A1-B1',
    'IF(A1>B1,1,0)',
    'ROUND(A1/10000,2)',
    '0',
    'SUM(E1:E9)',
    'A1*E1',
    'SUM(Other!A1)',
    'SUM(A1:B1)-7',
  ])('%s may well be 0', async (text) => {
    expect(await last(parts + formula('C1', text, '0'))).toEqual({
      text: '0',
      codes: [],
      refs: [],
    });
  });

  it('is not calculated where it adds what was not calculated', async () => {
    const rows = [
      parts + formula('C1', 'A1+B1', '0'),
      formula('C2', 'SUM(C1:C1)', '0') + textCell('D2', '止'),
    ];
    expect((await last(...rows)).refs).toEqual(['表1!C1', '表1!C2']);
  });

  it('is not calculated, whatever it does, where one of its sheet was not and none shows anything but 0', async () => {
    const rows = [
      parts +
        formula('C1', 'A1+B1', '0') +
        formula('D1', 'ROUND(A1/B1*100,2)', '0.0') +
        textCell('E1', '止'),
    ];
    expect((await last(...rows)).refs).toEqual(['表1!C1', '表1!D1']);
    expect((await last(...rows, formula('A2', 'B1-A1', '1') + textCell('E2', '止'))).refs).toEqual([
      '表1!C1',
    ]);
  });

  it('with negative parts may be 0', async () => {
    expect(
      (await last(numberCell('A1', 3) + numberCell('B1', -3) + formula('C1', 'SUM(A1:B1)', '0')))
        .codes,
    ).toEqual([]);
  });

  it('that others share moves with them', async () => {
    const shared = '<c r="C1"><f t="shared" ref="C1:C2" si="0">A1+B1</f><v>7</v></c>';
    const rows = [
      parts + shared,
      numberCell('A2', 1) + '<c r="C2"><f t="shared" si="0"/><v>0</v></c>' + textCell('D2', '止'),
    ];
    expect((await last(...rows)).refs).toEqual(['表1!C2']);
  });

  it('that adds and gives a blank text was not calculated, as xlwt leaves them', async () => {
    const blank = (text: string): string => `<c r="C1" t="str"><f>${text}</f><v></v></c>`;
    expect((await last(parts + blank('A1+B1') + textCell('D1', '止'))).codes).toEqual([
      'formula-not-calculated',
    ]);
    expect((await last(parts + blank('IF(A1>0,"",B1)') + textCell('D1', '止'))).codes).toEqual([]);
  });

  it('gives text, or none', async () => {
    expect(
      await last('<c r="A1" t="str"><f>B1&amp;""</f><v></v></c>' + textCell('B1', '止')),
    ).toEqual({ text: '止', codes: [], refs: [] });
  });
});
