import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import { codesOf, linesOf, look } from '../../support/office/look.ts';
import { cellsOf, read, textOf } from '../../support/office/read-docx.ts';
import {
  across,
  cell,
  further,
  paragraph,
  row,
  run,
  start,
  table,
} from '../../support/office/word.ts';

describe('a document', () => {
  it('is tables with the lines before each, and the lines after the last', async () => {
    const title = paragraph('项目支出绩效自评表') + paragraph('') + paragraph('（2024年度）');
    const { value, notes } = await read(
      title + table(row([cell('甲'), cell('乙')])) + paragraph('附：说明'),
    );
    expect(value.grids[0]?.before.map(({ text }) => text)).toEqual([
      '项目支出绩效自评表',
      '（2024年度）',
    ]);
    expect(value.grids[0]).toMatchObject({
      id: 0,
      page: null,
      rows: 1,
      columns: 2,
      geometry: 'spans',
    });
    expect(value.after.map(({ text }) => text)).toEqual(['附：说明']);
    expect(value).toMatchObject({
      format: 'docx',
      pages: null,
      characters: { total: 23, markup: 0 },
    });
    expect(value.incomplete).toBeUndefined();
    expect(notes).toEqual([]);
  });

  it('says of every cell and line where it stands', async () => {
    const { value } = await read(
      paragraph('题') + table(row([cell('甲', across(2)), cell('乙')])) + table(row([cell('丙')])),
    );
    expect(value.grids[0]?.before[0]?.origin).toEqual({ part: 'word/document.xml/p[1]' });
    expect(value.grids[0]?.cells[1]?.origins).toEqual([
      { table: 0, row: 0, column: 2, part: 'word/document.xml' },
    ]);
    expect(value.grids[1]?.cells[0]?.origins).toEqual([
      { table: 1, row: 0, column: 0, part: 'word/document.xml' },
    ]);
  });

  it('knows its elements whatever their prefix', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const body = table(row([cell('甲', across(2))])).replaceAll('w:', 'ns0:');
    const document = `<ns0:document xmlns:ns0="${strict}"><ns0:body>${body}</ns0:body></ns0:document>`;
    const { zipOf } = await import('../../support/office/zip.ts');
    const { value } = await adapter.read(zipOf({ 'word/document.xml': document }), {});
    expect(look(value.grids[0])).toEqual(['0,0+1x2: 甲']);
  });

  it('passes a table without cells by, and keeps the lines before it', async () => {
    const { value } = await read(
      paragraph('题') + table() + paragraph('问') + table(row([cell('甲')])),
    );
    expect(value.grids).toHaveLength(1);
    expect(linesOf(value)).toEqual(['题', '问']);
  });
});

describe('cells', () => {
  it('span columns and rows', async () => {
    expect(
      await cellsOf(
        row([cell('跨', start), cell('B1', across(2)), cell('D1')]),
        row([cell('', further), cell('B2'), cell('C2'), cell('D2')]),
        row([cell('', '<w:vMerge w:val="continue"/>'), cell('B3', across(3))]),
      ),
    ).toEqual([
      '0,0+3x1: 跨',
      '0,1+1x2: B1',
      '0,3: D1',
      '1,1: B2',
      '1,2: C2',
      '1,3: D2',
      '2,1+1x3: B3',
    ]);
  });

  it('stand in their grid column where a row leaves columns out at its start', async () => {
    expect(
      await cellsOf(
        row([cell('A1'), cell('B1'), cell('C1')]),
        row([cell('C2')], '<w:gridBefore w:val="2"/>'),
      ),
    ).toContain('1,2: C2');
  });

  it('are one where they are merged the old way, in a row and over rows', async () => {
    const left = '<w:hMerge w:val="restart"/>';
    const right = '<w:hMerge/>';
    expect(await cellsOf(row([cell('左', left), cell('', right), cell('C1')]))).toEqual([
      '0,0+1x2: 左',
      '0,2: C1',
    ]);
    expect(
      await cellsOf(
        row([cell('角', left + start), cell('', right + start), cell('C1')]),
        row([cell('', left + further), cell('', right + further), cell('C2')]),
      ),
    ).toEqual(['0,0+2x2: 角', '0,2: C1', '1,2: C2']);
  });

  it('keep text that stands in a cell merged the old way, and say so', async () => {
    const { value, notes } = await read(
      table(row([cell('左', '<w:hMerge w:val="restart"/>'), cell('右', '<w:hMerge/>')])),
    );
    expect(look(value.grids[0])).toEqual(['0,0+1x2: 左\n右']);
    expect(notes).toMatchObject([{ code: 'merged-text-joined', data: { text: '右' } }]);
  });

  it('continue only a cell that is as wide as they are', async () => {
    expect(
      await cellsOf(
        row([cell('甲', start + across(2)), cell('C1')]),
        row([cell('乙', further), cell('B2'), cell('C2')]),
      ),
    ).toEqual(['0,0+1x2: 甲', '0,2: C1', '1,0: 乙', '1,1: B2', '1,2: C2']);
  });

  it('keep text that stands in a continued cell, and say so', async () => {
    const { value, notes } = await read(
      table(row([cell('甲', start), cell('B1')]), row([cell('藏', further), cell('B2')])),
    );
    expect(look(value.grids[0])[0]).toBe('0,0+2x1: 甲\n藏');
    expect(value.grids[0]?.cells[0]?.origins).toHaveLength(2);
    expect(notes).toMatchObject([
      {
        code: 'merged-text-joined',
        severity: 'warning',
        data: { text: '藏' },
        refs: [{ table: 0, row: 1, column: 0 }],
      },
    ]);
  });

  it('say once what an exporter repeats in every continued cell', async () => {
    const { value, notes } = await read(
      table(
        row([cell('产出指标', start), cell('1')]),
        row([cell('产出指标', further), cell('2')]),
        row([cell('产出 指标', further), cell('3')]),
      ),
    );
    expect(look(value.grids[0])[0]).toBe('0,0+3x1: 产出指标');
    expect(value.characters).toEqual({ total: 15, markup: 8 });
    expect(notes).toEqual([]);
  });

  it('take the text of a continued cell where the merged one is blank', async () => {
    expect(
      await cellsOf(row([cell('', start), cell('B1')]), row([cell('藏', further), cell('B2')])),
    ).toContain('0,0+2x1: 藏');
  });

  it('hold paragraphs and breaks as lines', async () => {
    const broken = paragraph(
      run('一') + '<w:r><w:br/></w:r>' + run('二') + '<w:r><w:tab/></w:r>' + run('三'),
    );
    expect(await textOf(broken + paragraph('四') + paragraph(''))).toBe('一\n二\t三\n四');
  });

  it('are found inside content controls', async () => {
    const control = (inner: string): string =>
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    expect(
      await cellsOf(
        row([control(cell('格')), cell(paragraph(control(run('字'))))]),
        control(row([cell('行'), cell('x')])),
      ),
    ).toEqual(['0,0: 格', '0,1: 字', '1,0: 行', '1,1: x']);
  });
});

describe('spans', () => {
  it('are capped, and that is told', async () => {
    const staged = await read(table(row([cell('宽', across(1_000_000_000)), cell('外')])));
    expect(look(staged.value.grids[0])).toEqual(['0,0+1x1000: 宽\n外']);
    expect(codesOf(staged)).toContain('span-capped');
  });
});
