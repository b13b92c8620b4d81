import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/formats/index.ts';
import { adapter } from '../../../src/formats/xls/index.ts';
import type { Staged, TableDocument } from '../../../src/model/index.ts';
import { accountedFor, codesOf, linesOf, look } from '../../support/office/look.ts';
import { zipOf } from '../../support/office/zip.ts';

const namespaces = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const styles =
  '<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';

function content(...tables: readonly string[]): string {
  return `<office:document-content ${namespaces} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">${styles}<office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
}

function sheet(inner: string, style = 'ta1'): string {
  return `<table:table table:name="表1" table:style-name="${style}">${inner}</table:table>`;
}

function cell(text: string, attributes = ''): string {
  return `<table:table-cell office:value-type="string"${attributes}>${text.startsWith('<') || text === '' ? text : `<text:p>${text}</text:p>`}</table:table-cell>`;
}

const row = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.join('')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`;

async function read(xml: string): Promise<Staged<TableDocument>> {
  const bytes = zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': xml,
  });
  expect(detectFormat(bytes, 'a.ods')).toBe('xls');
  const staged = await adapter.read(bytes, {});
  expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
  return staged;
}

describe('an OpenDocument sheet', () => {
  it('has its cells where repetitions and merges put them', async () => {
    const covered = '<table:covered-table-cell/>';
    const rows =
      row(
        cell('产出', ' table:number-rows-spanned="2"'),
        cell('甲', ' table:number-columns-spanned="2"'),
        covered,
        cell('乙'),
      ) +
      `<table:table-row table:number-rows-repeated="2">${covered}${cell('10', ' table:number-columns-repeated="2"')}</table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`;
    const { value } = await read(content(sheet(rows)));
    expect(look(value.grids[0])).toEqual([
      '0,0+2x1: 产出',
      '0,1+1x2: 甲',
      '0,3: 乙',
      '1,1: 10',
      '1,2: 10',
      '1,3: ',
      '2,0: ',
      '2,1: 10',
      '2,2: 10',
      '2,3: ',
    ]);
    expect(value.grids[0]?.cells[0]?.origins[0]?.part).toBe('表1!A1');
  });

  it('shows what its cells say, and no comment', async () => {
    const said =
      '<office:annotation><text:p>批注</text:p></office:annotation><text:p>1.<text:s text:c="2"/><text:span>清淤</text:span></text:p><text:p>2.<text:tab/>通\n水<text:line-break/>完</text:p>';
    expect(look((await read(content(sheet(row(cell(said)))))).value.grids[0])).toEqual([
      '0,0: 1.  清淤\n2.\t通 水\n完',
    ]);
  });

  it('leaves out hidden sheets, rows and columns, and says so', async () => {
    const columns = '<table:table-column/><table:table-column table:visibility="collapse"/>';
    const hidden = row(cell('丙')).replace(
      '<table:table-row',
      '<table:table-row table:visibility="filter"',
    );
    const { value, notes } = await read(
      content(sheet(row(cell('藏')), 'ta2'), sheet(columns + row(cell('甲'), cell('乙')) + hidden)),
    );
    expect(value.grids.map(look)).toEqual([['0,0: 甲']]);
    expect(notes).toMatchObject([
      { code: 'hidden-left-out', data: { sheets: 1, rows: 1, columns: 1 } },
    ]);
  });

  it('has text boxes beside its cells', async () => {
    const box = (text: string): string =>
      `<draw:frame><draw:text-box><text:p>${text}</text:p><text:p>（2024年度）</text:p></draw:text-box></draw:frame>`;
    const { value } = await read(
      content(
        sheet(
          `<table:shapes>${box('自评表')}</table:shapes>${row(cell('甲'))}${row(cell(`<text:p>乙</text:p>${box('说明')}`))}`,
        ),
      ),
    );
    expect(look(value.grids[0])).toEqual(['0,0: 甲', '1,0: 乙']);
    expect(linesOf(value)).toEqual(['自评表', '（2024年度）', '说明', '（2024年度）']);
  });

  it('tells a sum of 0 over parts, and a formula without a result', async () => {
    const figure = (value: number, formula: string): string =>
      cell(String(value), ` table:formula="${formula}"`).replace(
        '"string"',
        `"float" office:value="${value}"`,
      );
    const { value, notes } = await read(
      content(
        sheet(
          row(
            figure(5, 'of:=2+3'),
            figure(0, 'of:=SUM([.A1:.A1])'),
            '<table:table-cell table:formula="of:=[.A1]"/>',
          ),
        ),
      ),
    );
    expect(look(value.grids[0])).toEqual(['0,0: 5']);
    expect(notes).toMatchObject([{ code: 'formula-not-calculated', data: { cells: 2 } }]);
  });

  it('keeps what was read where it was cut off, and says so; without a part it is refused', async () => {
    expect(
      codesOf(await read(content(sheet(row(cell('甲')) + row(cell('乙')))).split('乙')[0] ?? '')),
    ).toEqual(['part-damaged']);
    await expect(
      adapter.read(zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), {}),
    ).rejects.toMatchObject({ code: 'office-part-missing' });
  });
});
