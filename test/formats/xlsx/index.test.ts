import { describe, expect, it } from 'vitest';
import {
  merged,
  numberCell,
  oneSheet,
  sheetData,
  sheetRow,
  textCell,
  xlsxEntries,
  xlsxOf,
} from '../../support/office/excel.ts';
import { look, rowsOf } from '../../support/office/look.ts';
import { read, shown } from '../../support/office/read-xlsx.ts';
import { zipOf } from '../../support/office/zip.ts';

describe('a workbook', () => {
  it('is one grid a sheet, in the order of its tabs, each cell with its address', async () => {
    const { value, notes } = await read(
      xlsxOf({
        sheets: [
          {
            name: '自评表',
            xml: sheetData(sheetRow(2, textCell('B2', '项目名称') + textCell('C2', '甲'))),
          },
          { name: "2024 'A'", xml: sheetData(sheetRow(7, textCell('C7', '乙'))) },
          { name: '空', xml: sheetData(sheetRow(1, '<c r="A1" s="1"/>')) },
        ],
      }),
    );
    expect(value.grids).toMatchObject([
      { id: 0, page: null, rows: 1, columns: 2, geometry: 'spans', before: [] },
      { id: 1, rows: 1, columns: 1 },
    ]);
    expect(value.grids[0]?.cells[1]?.origins).toEqual([
      { table: 0, row: 0, column: 1, part: '自评表!C2' },
    ]);
    expect(value.grids[1]?.cells[0]?.origins).toEqual([
      { table: 1, row: 0, column: 0, part: "'2024 ''A'''!C7" },
    ]);
    expect(value).toMatchObject({
      format: 'xlsx',
      pages: null,
      after: [],
      characters: { total: 6, markup: 0 },
    });
    expect(notes).toEqual([]);
  });

  it('keeps merges as spans, blank cells and blank rows between', async () => {
    const rows = [
      sheetRow(1, textCell('A1', '题')),
      sheetRow(2, textCell('A2', '产出') + textCell('B2', '数量')),
      sheetRow(4, textCell('C4', '质量')),
    ];
    const { value } = await read(oneSheet(sheetData(...rows) + merged('A1:C1', 'A2:A4', 'B3:B4')));
    expect(look(value.grids[0])).toEqual([
      '0,0+1x3: 题',
      '1,0+3x1: 产出',
      '1,1: 数量',
      '1,2: ',
      '2,1+2x1: ',
      '3,2: 质量',
    ]);
    expect(value.grids[0]).toMatchObject({ rows: 4, columns: 3 });
  });

  it('leaves out what stands under a merge, and says so', async () => {
    const staged = await read(
      oneSheet(
        sheetData(sheetRow(1, textCell('A1', '见') + textCell('B1', '藏'))) + merged('A1:B1'),
      ),
    );
    expect(look(staged.value.grids[0])).toEqual(['0,0+1x2: 见']);
    expect(staged.notes).toMatchObject([
      {
        code: 'covered-left-out',
        severity: 'info',
        data: { cells: 1 },
        refs: [{ part: '表1!B1' }],
      },
    ]);
  });

  it('knows its elements whatever their prefix, and cells without an address', async () => {
    const entries = xlsxEntries({ sheets: [{ xml: '' }] });
    const sheet =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { value } = await read(zipOf({ ...entries, 'xl/worksheets/sheet1.xml': sheet }));
    expect(rowsOf(value.grids[0])).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
  });
});

describe('a value', () => {
  it.each([
    ['0.00', 208, '208.00'],
    ['0.00%', 0.9983, '99.83%'],
    ['0.00_ ', 187.72, '187.72'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', 1043.4, '1,043.40'],
    ['0.00"万元"', 3, '3.00万元'],
    ['"≥"0', 95, '≥95'],
    ['#,##0.00;-#,##0.00;;@', 0, undefined],
    ['yyyy"年"m"月"d"日"', 45000, '2023年3月15日'],
    ['0!.0,"万"', 123456.789, '12.3万'],
    ['[DBNum2][$-804]General"元整"', 208.5, '208.5元整'],
    ['[$-804]yyyy"年"m"月"d"日";@', 45000, '2023年3月15日'],
    ['[$-F800]dddd, mmmm dd, yyyy', 45000, '2023年3月15日'],
    ['[>=1]0.00%;0.0%', 0.9983, '99.8%'],
    ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0.00', 45000, '4.5万'],
    ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0.00', 208, '208.00'],
    ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0.00', 230000000, '2.30亿'],
    ['0!.00,"万元"', -12345, '-0.12万元'],
    ['General"次"', 12, '12次'],
    ['"共"General"次";"减"General', -12.5, '减12.5'],
    ['0"次/年"', 12, '12次/年'],
    ['[$¥-804]#,##0.00', 1043.4, '¥1,043.40'],
    ['"重要!"0\\!', 5, '重要!5!'],
    ['#,##0.00;[红色]-#,##0.00', -12.5, '-12.50'],
    ['0.00;-0.00;"—"', 0, '—'],
    [4, 1043.4, '1,043.40'],
    [10, 0.5, '50.00%'],
    [43, 208, '208.00'],
    [14, 45000, '2023/3/15'],
    [31, 45000, '2023年3月15日'],
    [0, 98.21000000000001, '98.21'],
    [49, 12, '12'],
  ])('in format %s: %s is shown as %s', async (format, value, expected) => {
    expect(await shown(numberCell('A1', value, 1), { formats: [format] })).toBe(expected);
  });

  it('takes no longer in a format that is made to take long', async () => {
    expect(await shown(numberCell('A1', 5, 1), { formats: [`${'_-'.repeat(120)}General;`] })).toBe(
      '5',
    );
    expect(await shown(numberCell('A1', 5, 1), { formats: [`0!.0${'_*'.repeat(120)}`] })).toBe(
      '0.5',
    );
  }, 2_000);

  it('counts its days from 1904 where the workbook does', async () => {
    expect(await shown(numberCell('A1', 45000 - 1462, 1), { formats: [14], date1904: true })).toBe(
      '2023/3/15',
    );
  });

  it('is a shared string, with its runs and without its phonetic guide', async () => {
    const strings = [
      '<r><t>产出</t></r><r><rPr><b/></rPr><t>指标</t></r><rPh sb="0" eb="2"><t>chǎn</t></rPh>',
      '甲_x000A_乙',
    ];
    expect(await shown('<c r="A1" t="s"><v>0</v></c>', { strings })).toBe('产出指标');
    expect(await shown('<c r="A1" t="s"><v>1</v></c>', { strings })).toBe('甲\n乙');
  });

  it('is text, a truth, an error, a date of its own, as they are shown', async () => {
    expect(await shown(textCell('A1', '≥95%'))).toBe('≥95%');
    expect(await shown('<c r="A1" t="str"><f>A2</f><v>优</v></c>')).toBe('优');
    expect(await shown('<c r="A1" t="b"><v>1</v></c>')).toBe('TRUE');
    expect(await shown('<c r="A1" t="e"><v>#DIV/0!</v></c>')).toBe('#DIV/0!');
    expect(await shown('<c r="A1" t="n"><v>08</v></c>')).toBe('8');
    expect(await shown('<c r="A1" t="d"><v>2024-03-01T00:00:00</v></c>')).toBe('2024/3/1');
    expect(await shown('<c r="A1" s="1" t="d"><v>2024-03-01</v></c>', { formats: ['m"月"'] })).toBe(
      '3月',
    );
  });

  it('that is the error of a formula is no figure, which is told once', async () => {
    const cells =
      '<c r="A1" t="e"><f>B1/C1</f><v>#DIV/0!</v></c><c r="B1" t="e"><v>#N/A</v></c>' +
      textCell('C1', '#1楼');
    const { value, notes } = await read(oneSheet(sheetData(sheetRow(1, cells))));
    expect(rowsOf(value.grids[0])).toEqual([['#DIV/0!', '#N/A', '#1楼']]);
    expect(notes).toEqual([
      {
        code: 'error-values',
        severity: 'warning',
        stage: 'format',
        data: { cells: 2 },
        refs: [{ part: '表1!A1' }, { part: '表1!B1' }],
      },
    ]);
  });

  it('of zero is not shown where the sheet shows none', async () => {
    const views = '<sheetViews><sheetView showZeros="0"/></sheetViews>';
    const { value } = await read(
      oneSheet(views + sheetData(sheetRow(1, numberCell('A1', 0) + numberCell('B1', 5)))),
    );
    expect(rowsOf(value.grids[0])).toEqual([['5']]);
  });
});

describe('what is hidden', () => {
  const threeRows = sheetData(
    sheetRow(1, textCell('A1', '甲') + textCell('B1', '乙') + textCell('C1', '丙')),
    sheetRow(2, textCell('A2', '丁') + textCell('B2', '戊'), ' hidden="1"'),
    sheetRow(3, textCell('A3', '己') + textCell('C3', '庚')),
  );

  it('is left out and told: sheets, rows, columns', async () => {
    const xml = `<cols><col min="2" max="2" hidden="1" width="9"/></cols>${threeRows}`;
    const staged = await read(
      xlsxOf({
        sheets: [
          { xml },
          { xml: threeRows, state: 'hidden' },
          { xml: threeRows, state: 'veryHidden' },
        ],
      }),
    );
    expect(staged.value.grids.map((grid) => look(grid))).toEqual([
      ['0,0: 甲', '0,1: 丙', '1,0: 己', '1,1: 庚'],
    ]);
    expect(staged.value.grids[0]?.cells[3]?.origins[0]?.part).toBe('表1!C3');
    expect(staged.notes).toMatchObject([
      { code: 'hidden-left-out', severity: 'info', data: { sheets: 2, rows: 1, columns: 1 } },
    ]);
  });

  it('is a row or a column without height or width, and every row that is not said to be shown', async () => {
    const flat = sheetData(
      sheetRow(1, textCell('A1', '甲')),
      sheetRow(2, textCell('A2', '乙'), ' ht="0" customHeight="1"'),
    );
    expect(rowsOf((await read(oneSheet(flat))).value.grids[0])).toEqual([['甲']]);
    const narrow = `<cols><col min="1" max="1" width="0" customWidth="1"/></cols>${sheetData(sheetRow(1, textCell('A1', '甲') + textCell('B1', '乙')))}`;
    expect(rowsOf((await read(oneSheet(narrow))).value.grids[0])).toEqual([['乙']]);
  });

  it('does not hide a merge that is seen in part', async () => {
    const rows = sheetData(
      sheetRow(1, textCell('A1', '甲'), ' hidden="1"'),
      sheetRow(2, ''),
      sheetRow(3, textCell('B3', '乙')),
    );
    const { value, notes } = await read(oneSheet(rows + merged('A1:A2')));
    expect(look(value.grids[0])).toEqual(['0,0: 甲', '0,1: ', '1,0: ', '1,1: 乙']);
    expect(notes).toEqual([]);
    const columns = `<cols><col min="1" max="1" hidden="1"/></cols>${sheetData(sheetRow(1, textCell('A1', '甲') + textCell('D1', '乙')))}${merged('A1:C1')}`;
    expect(look((await read(oneSheet(columns))).value.grids[0])).toEqual([
      '0,0+1x2: 甲',
      '0,2: 乙',
    ]);
  });
});
