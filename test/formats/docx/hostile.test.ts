import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import { limits } from '../../../src/model/index.ts';
import { accountedFor, codesOf, rowsOf } from '../../support/office/look.ts';
import { cell, docxEntries, docxOf, paragraph, row, table } from '../../support/office/word.ts';
import { zipOf } from '../../support/office/zip.ts';

const body = table(row([cell('甲'), cell('乙')]), row([cell('丙'), cell('丁')]));

/** A package whose main part is the given text. */
function withMain(document: string, lies = {}): Buffer {
  return zipOf({ ...docxEntries(''), 'word/document.xml': document }, lies);
}

describe('a damaged docx', () => {
  it('is read as far as it goes, and says so', async () => {
    const whole = docxEntries(body)['word/document.xml'] ?? '';
    const staged = await adapter.read(
      withMain(whole.slice(0, whole.indexOf('丁') + '丁</w:t>'.length)),
      {},
    );
    expect(rowsOf(staged.value.grids[0])).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
    expect(staged.value.incomplete).toBe(true);
    expect(staged.notes).toMatchObject([
      { code: 'part-damaged', severity: 'error', data: { part: 'word/document.xml' } },
    ]);
    expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
  });

  it('is cut anywhere without a crash or a lost character', async () => {
    const whole = docxEntries(paragraph('题') + body)['word/document.xml'] ?? '';
    for (let length = whole.indexOf('题') + '题</w:t>'.length; length < whole.length; length += 7) {
      const { value } = await adapter.read(withMain(whole.slice(0, length)), {});
      expect(accountedFor(value)).toBe(value.characters.total);
    }
  });

  it('loses nothing where a row or a cell stands within another', async () => {
    const inner = '<w:tr><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>';
    for (const nested of [inner, '<w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc>']) {
      const { value } = await adapter.read(
        docxOf(
          `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p>${nested}</w:tc></w:tr></w:tbl>`,
        ),
        {},
      );
      expect(rowsOf(value.grids[0])).toEqual([['甲']]);
      expect(accountedFor(value)).toBe(value.characters.total);
    }
  });

  it('is refused where nothing can be read of it', async () => {
    await expect(adapter.read(withMain('<w:document'), {})).rejects.toMatchObject({
      code: 'office-damaged',
    });
    await expect(adapter.read(zipOf({ 'word/other.xml': '' }), {})).rejects.toMatchObject({
      code: 'office-part-missing',
    });
    await expect(adapter.read(Buffer.from('hello'), {})).rejects.toMatchObject({
      code: 'zip-damaged',
    });
  });

  it('is told from one whose checksum alone does not hold', async () => {
    const staged = await adapter.read(zipOf(docxEntries(body), { checksum: 7 }), {});
    expect(codesOf(staged)).toEqual(['part-damaged']);
    expect(rowsOf(staged.value.grids[0])).toHaveLength(2);
  });
});

describe('a docx that is a bomb', () => {
  it('of entities is refused', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    await expect(
      adapter.read(withMain(`${entities}<w:document>&b;</w:document>`), {}),
    ).rejects.toMatchObject({ code: 'xml-doctype' });
  });

  it('of nesting is refused', async () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(limits.depth);
    await expect(adapter.read(docxOf(deep), {})).rejects.toMatchObject({ code: 'xml-too-deep' });
  });

  it('of paragraphs is refused while it inflates', async () => {
    const million = '<w:p><w:r><w:t>x</w:t></w:r></w:p>'.repeat(1_000_000);
    await expect(adapter.read(docxOf(million), {})).rejects.toMatchObject({ code: 'zip-bomb' });
  });

  it('in a part that is not read does no harm', async () => {
    const zip = zipOf({
      ...docxEntries(body),
      'word/media/zero.bin': Buffer.alloc(limits.zipFreeBytes * 4),
    });
    expect(codesOf(await adapter.read(zip, {}))).toEqual([]);
  });

  it('of a list number that is long and blank is refused', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="${' '.repeat(4_000_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const listed = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'.repeat(100);
    await expect(adapter.read(docxOf(listed, { numbering }), {})).rejects.toMatchObject({
      code: 'text-too-large',
    });
  });

  it('of styles that stand on each other in a ring, and of fields that never end, is read', async () => {
    const styles =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    const fields = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(10_000);
    const { value } = await adapter.read(
      docxOf(
        paragraph('甲', '<w:pStyle w:val="A"/>') +
          paragraph(fields) +
          paragraph('乙').repeat(10_000),
        { styles },
      ),
      {},
    );
    expect(value.characters.total).toBe(10_001);
  });

  it('of numbers in attributes is capped', async () => {
    const wide = row(
      [cell('甲', '<w:gridSpan w:val="1e9"/>'), cell('乙', '<w:gridSpan w:val="-3"/>')],
      '<w:gridBefore w:val="999999999"/>',
    );
    const { value } = await adapter.read(docxOf(table(wide)), {});
    expect(value.grids[0]?.columns).toBeLessThanOrEqual(limits.columns);
    expect(accountedFor(value)).toBe(value.characters.total);
  });
});
