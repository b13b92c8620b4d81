import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/xlsx/index.ts';
import type { Staged, TableDocument } from '../../../src/model/index.ts';
import {
  merged,
  oneSheet,
  sheetData,
  sheetRow,
  textCell,
  xlsxEntries,
} from '../../support/office/excel.ts';
import type { SheetSpec } from '../../support/office/excel.ts';
import { accountedFor, codesOf, linesOf } from '../../support/office/look.ts';
import { relationships } from '../../support/office/package.ts';
import { zipOf } from '../../support/office/zip.ts';

const form = sheetData(
  sheetRow(3, textCell('A3', '项目名称') + textCell('B3', '河道清淤')),
  sheetRow(4, textCell('A4', '总分')),
);
const link =
  '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>';

function box(row: number, inner: string, properties = ''): string {
  return `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:col>7</xdr:col><xdr:row>99</xdr:row></xdr:to><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="文本框 1"${properties}/></xdr:nvSpPr><xdr:txBody><a:bodyPr/>${inner}</xdr:txBody></xdr:sp></xdr:twoCellAnchor>`;
}

const words = (...runs: readonly string[]): string =>
  `<a:p>${runs.map((run) => `<a:r><a:t>${run}</a:t></a:r>`).join('')}</a:p>`;

async function read(
  drawing: string,
  sheets: readonly SheetSpec[] = [{ xml: form + link }],
): Promise<Staged<TableDocument>> {
  const staged = await adapter.read(
    zipOf({
      ...xlsxEntries({ sheets }),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships({
        '../drawings/drawing1.xml': 'drawing',
      }),
      'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${drawing}</xdr:wsDr>`,
    }),
    {},
  );
  expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
  return staged;
}

describe('a text box', () => {
  it('stands above the table, or below it, by where it is anchored', async () => {
    const { value } = await read(
      box(9, words('说明')) + box(0, words('项目支出', '绩效自评表') + words('（2024年度）')),
    );
    expect(value.grids[0]?.before).toEqual([
      { text: '项目支出绩效自评表', origin: { part: '表1!B1' } },
      { text: '（2024年度）', origin: { part: '表1!B1' } },
    ]);
    expect(value.after).toEqual([{ text: '说明', origin: { part: '表1!B10' } }]);
  });

  it('is read once where it has a variant for older programs, and not where it is hidden', async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="a14">${box(0, words('新'))}</mc:Choice><mc:Fallback>${box(0, words('旧'))}</mc:Fallback></mc:AlternateContent>`;
    expect(linesOf((await read(both + box(0, words('藏'), ' hidden="1"'))).value)).toEqual(['新']);
  });

  it('of a sheet without cells, or below its cells, stands before the next sheet', async () => {
    const { value } = await read(box(9, words('说明')), [{ xml: form + link }, { xml: form }]);
    expect(value.grids.map(({ before }) => before.length)).toEqual([0, 1]);
    expect(
      linesOf(
        (await read(box(0, words('封面')), [{ xml: sheetData() + link }, { xml: form }])).value,
      ),
    ).toEqual(['封面']);
  });

  it('of a hidden sheet is left out with it, and damage is told', async () => {
    expect(
      linesOf((await read(box(0, words('藏')), [{ xml: form + link, state: 'hidden' }])).value),
    ).toEqual([]);
    expect(codesOf(await read('<xdr:sp>'))).toEqual(['part-damaged']);
  });
});

describe('the head that is printed above a sheet', () => {
  const head = (code: string, cells = form): Promise<Staged<TableDocument>> =>
    adapter.read(
      oneSheet(
        `${cells}<headerFooter><oddHeader>${code}</oddHeader><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>`,
      ),
      {},
    );

  it('stands above the table where it alone says the form’s title', async () => {
    const { value } = await head(
      '&amp;L附件2&amp;C&amp;"黑体,常规"&amp;16项目支出绩效自评表\n&amp;K000000（2024年度）&amp;R&amp;D',
    );
    expect(value.grids[0]?.before).toEqual(
      ['附件2', '项目支出绩效自评表', '（2024年度）'].map((text) => ({
        text,
        origin: { part: '表1' },
      })),
    );
    expect(accountedFor(value)).toBe(value.characters.total);
  });

  it('is left out where a cell says the title, or the head says none', async () => {
    const titled =
      sheetData(
        sheetRow(1, textCell('A1', '项目支出绩效自评表')),
        sheetRow(2, textCell('A2', '项目名称')),
      ) + merged('A1:B1');
    expect(linesOf((await head('&amp;C项目支出绩效自评表', titled)).value)).toEqual([]);
    expect(linesOf((await head('&amp;C某某局')).value)).toEqual([]);
  });
});
