import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/docx/index.ts';
import { InputError } from '../../../src/model/index.ts';
import type { Grid } from '../../../src/model/index.ts';
import { accountedFor } from '../../support/office/look.ts';
import { cell, docxEntries, docxOf, paragraph, row, table } from '../../support/office/word.ts';
import { zipOf } from '../../support/office/zip.ts';

const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const styles =
  '<w:style w:type="paragraph" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:vanish/></w:rPr></w:style>';

const containers = [
  'w:p',
  'w:r',
  'w:t',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:tcPr',
  'w:trPr',
  'w:pPr',
  'w:rPr',
  'w:numPr',
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:del',
  'mc:AlternateContent',
  'mc:Choice',
  'mc:Fallback',
  'w:txbxContent',
  'w:fldChar',
  'w:ffData',
  'w:checkBox',
  'm:r',
  'm:t',
  'w:instrText',
  'w:sdtPr',
  'w:ddList',
  'w:sectPr',
];
const leaves = [
  '<w:vMerge w:val="restart"/>',
  '<w:vMerge/>',
  '<w:hMerge w:val="restart"/>',
  '<w:hMerge/>',
  '<w:gridSpan w:val="3"/>',
  '<w:gridSpan w:val="99999"/>',
  '<w:gridBefore w:val="2"/>',
  '<w:numId w:val="1"/>',
  '<w:ilvl w:val="1"/>',
  '<w:pStyle w:val="S"/>',
  '<w:vanish/>',
  '<w:hidden/>',
  '<w:del/>',
  '<w:br/>',
  '<w:tab/>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="separate"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:sym w:font="Wingdings" w:char="F0FE"/>',
  '<w:footnoteReference w:id="1"/>',
  '<w:checked/>',
  '产出',
  '指标',
  '100%',
  ' ',
  '&#x20BB7;',
  '<w:showingPlcHdr/>',
  '<w:strike/>',
  '<w:listEntry w:val="甲"/>',
  '<w:altChunk/>',
  '<v:textpath string="题"/>',
  'eq \\o\\ac(○,3)',
  '单击此处',
];
const leaf = fc.constantFrom(...leaves);
/** Any nesting of what the reader knows, sensible or not. */
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom(...containers), fc.array(tie('tree'), { maxLength: 5 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  ),
}));
/** Tables as Word nests them, with whatever merges. */
const properties = fc
  .array(fc.constantFrom(...leaves.slice(0, 6)), { maxLength: 2 })
  .map((inner) => inner.join(''));
const cellXml = fc
  .tuple(properties, fc.array(leaf, { maxLength: 3 }), fc.boolean())
  .map(
    ([own, inner, list]) =>
      `<w:tc><w:tcPr>${own}</w:tcPr><w:p><w:pPr>${list ? '<w:numPr><w:numId w:val="1"/></w:numPr>' : ''}</w:pPr>${inner.map((piece) => `<w:r><w:t>${piece.startsWith('<') ? '' : piece}</w:t></w:r>`).join('')}</w:p></w:tc>`,
  );
const rowXml = fc
  .tuple(
    fc.constantFrom('', '<w:gridBefore w:val="1"/>', '<w:hidden/>'),
    fc.array(cellXml, { maxLength: 6 }),
  )
  .map(([own, cells]) => `<w:tr><w:trPr>${own}</w:trPr>${cells.join('')}</w:tr>`);
const tableXml = fc
  .array(rowXml, { maxLength: 6 })
  .map((rows) => `<w:tbl>${rows.join('')}</w:tbl>`);

/** Tables in tables, some of them forms. */
const { nested } = fc.letrec<{ nested: string }>((tie) => ({
  nested: fc
    .array(
      fc.array(
        fc.array(
          fc.oneof(
            { depthSize: 'small' },
            fc.constantFrom('项目名称', '主管部门', '实施单位', '总分', '98', ''),
            tie('nested'),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        { maxLength: 3 },
      ),
      { maxLength: 5 },
    )
    .map((rows) =>
      table(
        ...rows.map((cells) =>
          row(
            cells.map((pieces) =>
              cell(
                pieces.map((piece) => (piece.startsWith('<') ? piece : paragraph(piece))).join(''),
              ),
            ),
          ),
        ),
      ),
    ),
}));

function overlaps({ cells, rows, columns }: Grid): boolean {
  const taken = new Set<number>();
  for (const { row, column, rowSpan, columnSpan } of cells) {
    if (row + rowSpan > rows || column + columnSpan > columns) return true;
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + columnSpan; c += 1) {
        if (taken.has(r * columns + c)) return true;
        taken.add(r * columns + c);
      }
    }
  }
  return false;
}

async function read(bytes: Uint8Array): Promise<void> {
  try {
    const { value } = await adapter.read(bytes, {});
    expect(accountedFor(value)).toBe(value.characters.total);
    expect(value.grids.filter(overlaps)).toEqual([]);
    expect(value.grids.map(({ id }) => id)).toEqual(value.grids.map((_, index) => index));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

describe('whatever a docx holds', () => {
  it('any nesting: no crash, no character lost, no two cells in one place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 12 }), (parts) =>
        read(
          docxOf(parts.join(''), {
            numbering,
            styles,
            footnotes: '<w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>',
          }),
        ),
      ),
      { numRuns: 400 },
    );
  });

  it('any table', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tableXml, { maxLength: 3 }), (tables) =>
        read(docxOf(tables.join('<w:p/>'), { numbering, styles })),
      ),
      { numRuns: 300 },
    );
  });

  it('any tables in tables', async () => {
    await fc.assert(
      fc.asyncProperty(nested, (tables) => read(docxOf(`${tables}<w:p/>`))),
      { numRuns: 150 },
    );
  });

  it('any main part that is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(tableXml, fc.double({ min: 0.2, max: 1, noNaN: true }), (xml, share) => {
        const entries = docxEntries(`<w:p><w:r><w:t>题</w:t></w:r></w:p>${xml}`, { numbering });
        const main = entries['word/document.xml'] ?? '';
        return read(zipOf({ ...entries, 'word/document.xml': main.slice(0, main.length * share) }));
      }),
      { numRuns: 200 },
    );
  });

  it('any bytes spoiled', async () => {
    const bytes = docxOf(
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>产出指标</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'.repeat(
        20,
      ),
      { numbering },
    );
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const spoiled = Buffer.from(bytes);
        for (const { at, to } of changes) spoiled[at] = to;
        return read(spoiled);
      }),
      { numRuns: 300 },
    );
  });
});
