import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import type { TableDocument } from '../../../src/model/index.ts';
import { accountedFor, linesOf } from '../../support/office/look.ts';
import { relationships } from '../../support/office/package.ts';
import { cell, docxEntries, paragraph, row, table } from '../../support/office/word.ts';
import { zipOf } from '../../support/office/zip.ts';

const form = table(row([cell('项目名称'), cell('河道清淤')]));
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const reference =
  '<w:sectPr><w:headerReference r:id="rId1" w:type="default" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></w:sectPr>';

async function read(body: string, header: string): Promise<TableDocument> {
  const { value } = await adapter.read(
    zipOf({
      ...docxEntries(body + reference),
      'word/_rels/document.xml.rels': relationships({ 'header1.xml': 'header' }),
      'word/header1.xml': `<w:hdr ${main}>${header}</w:hdr>`,
    }),
    {},
  );
  expect(accountedFor(value)).toBe(value.characters.total);
  return value;
}

describe('the running head', () => {
  it('stands above the first table where it alone says the form’s title', async () => {
    const value = await read(form, paragraph('项目支出绩效自评表') + paragraph('（2024年度）'));
    expect(linesOf(value)).toEqual(['项目支出绩效自评表', '（2024年度）']);
    expect(value.grids[0]?.before[0]?.origin).toEqual({ part: 'word/header1.xml/p[1]' });
  });

  it('is read in a table too', async () => {
    expect(linesOf(await read(form, table(row([cell('项目支出绩效自评表'), cell('')]))))).toEqual([
      '项目支出绩效自评表',
    ]);
  });

  it('is left out where the body says the title, or the head says none', async () => {
    expect(
      linesOf(
        await read(paragraph('项目支出绩效自评表') + form, paragraph('部门项目支出绩效自评表')),
      ),
    ).toEqual(['项目支出绩效自评表']);
    expect(linesOf(await read(form, paragraph('某某局文件')))).toEqual([]);
  });
});

describe('the running heads of sections', () => {
  const section = (id: number): string =>
    `<w:sectPr><w:headerReference r:id="rId${id}" w:type="default" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></w:sectPr>`;
  const ends = (id: number): string => paragraph('', section(id));
  const titles = async (
    body: string,
    ...headers: readonly string[]
  ): Promise<(readonly string[])[]> => {
    const parts = headers.map((text, index) => [
      `word/header${index + 1}.xml`,
      `<w:hdr ${main}>${paragraph(text)}</w:hdr>`,
    ]);
    const targets = Object.fromEntries(
      headers.map((_, index) => [`header${index + 1}.xml`, 'header']),
    );
    const entries = {
      ...docxEntries(body),
      'word/_rels/document.xml.rels': relationships(targets),
      ...(Object.fromEntries(parts) as Record<string, string>),
    };
    const { value } = await adapter.read(zipOf(entries), {});
    expect(accountedFor(value)).toBe(value.characters.total);
    return value.grids.map(({ before }) => before.map(({ text }) => text));
  };

  it('stand above the first table of each', async () => {
    expect(
      await titles(
        form + ends(1) + form + form + section(2),
        '河道项目支出绩效自评表',
        '道路项目支出绩效自评表',
      ),
    ).toEqual([['河道项目支出绩效自评表'], ['道路项目支出绩效自评表'], []]);
  });

  it('stand there once where the next section only runs on', async () => {
    expect(
      await titles(form + ends(1) + form + section(2), '项目支出绩效自评表', '项目支出绩效自评表'),
    ).toEqual([['项目支出绩效自评表'], []]);
    expect(
      await titles(
        form + ends(1) + form + paragraph('', '<w:sectPr/>') + form + section(2),
        '项目支出绩效自评表',
        '某某局文件',
      ),
    ).toEqual([['项目支出绩效自评表'], [], []]);
  });

  it('wait for a table where a cover has none', async () => {
    expect(
      await titles(paragraph('封面') + ends(1) + form + '<w:sectPr/>', '项目支出绩效自评表'),
    ).toEqual([['项目支出绩效自评表', '封面']]);
  });
});
