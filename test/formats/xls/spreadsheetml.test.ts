import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/formats/index.ts';
import { adapter } from '../../../src/formats/xls/index.ts';
import type { Staged, TableDocument } from '../../../src/model/index.ts';
import { gb18030 } from '../../support/forms/encode.ts';
import { accountedFor, codesOf, look } from '../../support/office/look.ts';

const styles =
  '<Styles><Style ss:ID="Default"/><Style ss:ID="two"><NumberFormat ss:Format="Fixed"/></Style><Style ss:ID="rate" ss:Parent="two"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="child" ss:Parent="two"/><Style ss:ID="own"><NumberFormat ss:Format="0.0&quot;万元&quot;"/></Style><Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style></Styles>';

function workbook(rows: string, options = '', declaration = '<?xml version="1.0"?>'): string {
  const namespaces =
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"';
  return `${declaration}<?mso-application progid="Excel.Sheet"?><Workbook ${namespaces}>${styles}<Worksheet ss:Name="表1"><Table>${rows}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><PageSetup><Header x:Data="页眉"/></PageSetup>${options}</WorksheetOptions></Worksheet><Worksheet ss:Name="表2"><Table/></Worksheet></Workbook>`;
}

const data = (
  text: string | number,
  type = typeof text === 'number' ? 'Number' : 'String',
): string => `<Data ss:Type="${type}">${text}</Data>`;
const cell = (text: string | number, attributes = ''): string =>
  `<Cell${attributes}>${data(text)}</Cell>`;
const row = (...cells: readonly string[]): string => `<Row>${cells.join('')}</Row>`;

async function read(source: string | Uint8Array): Promise<Staged<TableDocument>> {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source;
  expect(detectFormat(bytes, 'a.xls')).toBe('xls');
  const staged = await adapter.read(bytes, {});
  expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
  return staged;
}

async function cellsOf(source: string | Uint8Array): Promise<string[]> {
  return look((await read(source)).value.grids[0]);
}

describe('a workbook in the XML of Excel 2003', () => {
  it('has its cells where indexes and merges put them', async () => {
    const rows =
      row(cell('产出', ' ss:MergeDown="1"'), cell('甲', ' ss:MergeAcross="1"'), cell('乙')) +
      row(cell('丙', ' ss:Index="2"'), cell('丁')) +
      `<Row ss:Index="4">${cell('戊')}</Row>`;
    expect(await cellsOf(workbook(rows))).toEqual([
      '0,0+2x1: 产出',
      '0,1+1x2: 甲',
      '0,3: 乙',
      '1,1: 丙',
      '1,2: 丁',
      '1,3: ',
      '3,0: 戊',
      '3,1: ',
      '3,2: ',
      '3,3: ',
    ]);
  });

  it('shows values in the format of the cell, its row or its column', async () => {
    const rows = `<Column ss:Index="2" ss:StyleID="own"/><Row ss:StyleID="two">${cell(208)}${cell(0.9983, ' ss:StyleID="rate"')}</Row><Row>${cell(208)}${cell(3)}${cell(5, ' ss:StyleID="child"')}<Cell ss:StyleID="day">${data('2024-11-05T00:00:00.000', 'DateTime')}</Cell><Cell>${data('#DIV/0!', 'Error')}</Cell><Cell>${data(1, 'Boolean')}</Cell></Row>`;
    expect((await cellsOf(workbook(rows))).filter((text) => !text.endsWith(': '))).toEqual([
      '0,0: 208.00',
      '0,1: 99.83%',
      '1,0: 208',
      '1,1: 3.0万元',
      '1,2: 5.00',
      '1,3: 2024/11/5',
      '1,4: #DIV/0!',
      '1,5: TRUE',
    ]);
  });

  it('leaves out hidden rows, columns and sheets, and says so', async () => {
    const rows = `<Column ss:Hidden="1"/>${row(cell('藏'), cell('甲'))}<Row ss:Hidden="1">${cell('乙', ' ss:Index="2"')}</Row>`;
    const { value, notes } = await read(workbook(rows));
    expect(look(value.grids[0])).toEqual(['0,0: 甲']);
    expect(notes).toMatchObject([
      { code: 'hidden-left-out', data: { sheets: 0, rows: 1, columns: 1 } },
    ]);
    expect(
      (await read(workbook(row(cell('甲')), '<Visible>SheetHidden</Visible>'))).notes,
    ).toMatchObject([{ data: { sheets: 1 } }]);
  });

  it('shows text with its formatting, and no comment', async () => {
    const rich =
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>产出</B><Font html:Color="#FF0000">指标</Font></ss:Data><Comment ss:Author="张"><ss:Data>批注</ss:Data></Comment></Cell>';
    expect(
      await cellsOf(
        workbook(
          row(
            rich,
            '<Cell><Data ss:Type="String"><![CDATA[≤10月]]></Data></Cell>',
            cell('一&#10;级'),
          ),
        ),
      ),
    ).toEqual(['0,0: 产出指标', '0,1: ≤10月', '0,2: 一\n级']);
  });

  it('tells a formula without a result, and a sum of 0 over parts', async () => {
    const rows =
      row(cell(5)) +
      row(cell(0, ' ss:Formula="=R[-1]C"'), cell(0, ' ss:Formula="=R1C1*RC[-1]"')) +
      row('<Cell ss:Formula="=ROUND(R1C1,0)"/>');
    const { value, notes } = await read(workbook(rows));
    expect(look(value.grids[0])).toEqual(['0,0: 5']);
    expect(notes).toMatchObject([{ code: 'formula-not-calculated', data: { cells: 3 } }]);
  });
});

describe('its encoding', () => {
  const rows = row(cell('项目名称'), cell('河道清淤'));
  const expected = ['0,0: 项目名称', '0,1: 河道清淤'];

  it.each([
    ['GB2312', gb18030(workbook(rows, '', '<?xml version="1.0" encoding="GB2312"?>'))],
    [
      'UTF-16',
      Buffer.from(
        `\ufeff${workbook(rows, '', '<?xml version="1.0" encoding="UTF-16"?>')}`,
        'utf16le',
      ),
    ],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${workbook(rows)}`)],
    ['UTF-8 behind a blank line', Buffer.from(`\n${workbook(rows)}`)],
    ['UTF-8 without a declaration', Buffer.from(workbook(rows, '', ''))],
  ])('may be %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual(expected);
  });
});

describe('a workbook that was cut off', () => {
  it('keeps what was read, and says so', async () => {
    const staged = await read(workbook(row(cell('甲')) + row(cell('乙'))).split('乙')[0] ?? '');
    expect(look(staged.value.grids[0])).toEqual(['0,0: 甲']);
    expect(staged.value.incomplete).toBe(true);
    expect(codesOf(staged)).toEqual(['part-damaged']);
  });
});
