import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import { detectFormat } from '../../../src/formats/index.ts';
import { accountedFor, codesOf, linesOf, rowsOf } from '../../support/office/look.ts';
import { cell, docxEntries, listed, paragraph, row, table } from '../../support/office/word.ts';
import { zipOf } from '../../support/office/zip.ts';

const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const entries = docxEntries(
  paragraph('题') + table(row([cell('项目名称'), cell(listed('清淤', 1))])),
  { numbering },
);
const picture =
  '<pkg:part pkg:name="/word/media/image1.png" pkg:contentType="image/png"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part>';
const flat = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\r\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${picture}${Object.entries(
  entries,
)
  .map(
    ([name, part]) =>
      `<pkg:part pkg:name="/${name}" pkg:contentType="application/xml"><pkg:xmlData>${part}</pkg:xmlData></pkg:part>`,
  )
  .join('')}</pkg:package>`;

describe('a Word document in one XML file', () => {
  it('reads as its parts do', async () => {
    const bytes = Buffer.from(flat);
    expect(detectFormat(bytes, 'a.xml')).toBe('docx');
    const { value, notes } = await adapter.read(bytes, {});
    expect(linesOf(value)).toEqual(['题']);
    expect(rowsOf(value.grids[0])).toEqual([['项目名称', '1.\t清淤']]);
    expect(accountedFor(value)).toBe(value.characters.total);
    expect(notes).toEqual([]);
  });

  it('keeps what was read where it was cut off, and says so', async () => {
    const staged = await adapter.read(Buffer.from(flat.slice(0, flat.indexOf('清淤'))), {});
    expect(rowsOf(staged.value.grids[0])).toEqual([['项目名称', '']]);
    expect(codesOf(staged)).toEqual(['part-damaged']);
  });
});

describe('a zip whose names are parted the other way', () => {
  it('is known by its parts, and read', async () => {
    const bytes = zipOf(
      Object.fromEntries(
        Object.entries(entries).map(([name, part]) => [name.replaceAll('/', '\\'), part]),
      ),
    );
    expect(detectFormat(bytes)).toBe('docx');
    expect(rowsOf((await adapter.read(bytes, {})).value.grids[0])).toEqual([
      ['项目名称', '1.\t清淤'],
    ]);
  });
});
