import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import type { Staged, TableDocument } from '../../../src/model/index.ts';
import { accountedFor, codesOf, linesOf, look, rowsOf } from '../../support/office/look.ts';
import { relationships } from '../../support/office/package.ts';
import { cell, docxEntries, docxOf, paragraph, row, table } from '../../support/office/word.ts';
import { zipOf } from '../../support/office/zip.ts';

const page =
  '<html><p>项目支出绩效自评表</p><table><tr><td rowspan=2>产出<td>甲</tr><tr><td>乙</table><p>注</p></html>';
const archive = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${[
  ...Buffer.from(page),
]
  .map((byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
  )
  .join('')}\r\n--x--`;
const put =
  '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>';
const one = (text: string): string => table(row([cell(text)]));

function holding(chunk: string | Buffer, body = put): Buffer {
  return zipOf({
    ...docxEntries(`${body}<w:sectPr/>`),
    'word/_rels/document.xml.rels': relationships({ 'afchunk.mht': 'aFChunk' }),
    'word/afchunk.mht': chunk,
  });
}

async function read(chunk: string | Buffer, body?: string): Promise<Staged<TableDocument>> {
  const staged = await adapter.read(holding(chunk, body), {});
  expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
  return staged;
}

describe('a document that is put in whole', () => {
  it.each([
    ['a page', page],
    ['a web archive', archive],
  ])('is what is shown, as %s', async (_, chunk) => {
    const { value, notes } = await read(chunk);
    expect(linesOf(value)).toEqual(['项目支出绩效自评表', '注']);
    expect(look(value.grids[0])).toEqual(['0,0+2x1: 产出', '0,1: 甲', '1,1: 乙']);
    expect(value.format).toBe('docx');
    expect(notes).toEqual([]);
  });

  it('stands where it is put, between text and tables of the document’s own', async () => {
    const { value } = await read(page, one('前') + paragraph('题') + put + one('后'));
    expect(value.grids.map(({ id, before }) => [id, before.map(({ text }) => text)])).toEqual([
      [0, []],
      [1, ['题', '项目支出绩效自评表']],
      [2, ['注']],
    ]);
    expect(value.grids.map(rowsOf)).toEqual([[['前']], [['产出', '甲'], ['乙']], [['后']]]);
    expect(
      value.grids[1]?.cells.every(({ origins }) => origins.every((origin) => origin.table === 1)),
    ).toBe(true);
  });

  it('may be a Word document, within which there is no other', async () => {
    const { value, notes } = await read(docxOf(paragraph('题') + one('里')), one('外') + put);
    expect(value.grids.map(rowsOf)).toEqual([[['外']], [['里']]]);
    expect(notes).toEqual([]);
    expect(codesOf(await read(holding(docxOf(one('深')))))).toEqual(['embedded-left-out']);
  });

  it('is shown as often as it is put', async () => {
    expect((await read(page, put + put)).value.grids.map(({ id }) => id)).toEqual([0, 1]);
  });

  it('is told where it is neither, and where it stands in a cell', async () => {
    expect(codesOf(await read('{\\rtf1 x}'))).toEqual(['embedded-left-out']);
    expect(codesOf(await read(''))).toEqual(['embedded-left-out']);
    expect(codesOf(await read(page, table(row([cell(paragraph('值') + put)]))))).toEqual([
      'embedded-left-out',
    ]);
  });
});
