import { describe, expect, it } from 'vitest';
import { codesOf, linesOf, rowsOf } from '../../support/office/look.ts';
import { read, textOf } from '../../support/office/read-docx.ts';
import { cell, paragraph, row, run, table } from '../../support/office/word.ts';

describe('what is not shown', () => {
  const note = { code: 'hidden-text-left-out', severity: 'info' };

  it('is hidden text, of runs and of styles', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>';
    const runs =
      run('隐', '<w:vanish/>') +
      run('见', '<w:vanish w:val="0"/>') +
      run('藏', '<w:rStyle w:val="H"/>') +
      run('字');
    const { value, notes } = await read(
      paragraph(runs) + paragraph(run('无'), '<w:pStyle w:val="Q"/>'),
      { styles },
    );
    expect(linesOf(value)).toEqual(['见字']);
    expect(notes).toMatchObject([{ ...note, data: { characters: 3, rows: 0 } }]);
    expect(
      await textOf(paragraph(run('显', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="Q"/>'), {
        styles,
      }),
    ).toBe('显');
  });

  it('is hidden where only the mark of the paragraph is: its text is shown', async () => {
    expect(await textOf(paragraph(run('见'), '<w:rPr><w:vanish/></w:rPr>'))).toBe('见');
  });

  it('is a hidden row', async () => {
    const { value, notes } = await read(
      table(row([cell('甲')]), row([cell('藏')], '<w:hidden/>'), row([cell('乙')])),
    );
    expect(rowsOf(value.grids[0])).toEqual([['甲'], ['乙']]);
    expect(notes).toMatchObject([{ ...note, data: { characters: 0, rows: 1 } }]);
  });

  it('is what a tracked change deleted or moved away', async () => {
    const change = 'w:id="1" w:author="x"';
    const kept =
      run('原') +
      `<w:ins ${change}>${run('插')}</w:ins><w:moveTo ${change}>${run('来')}</w:moveTo>`;
    const gone = `<w:del ${change}><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom ${change}>${run('走')}</w:moveFrom>`;
    const { value } = await read(
      table(row([cell(paragraph(kept + gone))]), row([cell('删行')], `<w:del ${change}/>`)),
    );
    expect(rowsOf(value.grids[0])).toEqual([['原插来']]);
    expect(value.characters.total).toBe(3);
  });

  it('is how a paragraph looked before a tracked change', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const before =
      '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    expect(await textOf(paragraph(run('甲'), before), { numbering })).toBe('甲');
  });

  it('is a field’s instruction, while its result is shown', async () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const nested = mark('begin') + run('里') + mark('separate') + run('面') + mark('end');
    const field =
      mark('begin') +
      '<w:r><w:instrText>PAGE</w:instrText></w:r>' +
      nested +
      mark('separate') +
      run('3') +
      mark('end') +
      run('页');
    expect(await textOf(paragraph(field))).toBe('3页');
    expect(
      await textOf(paragraph(`<w:fldSimple w:instr="DATE">${run('2024')}</w:fldSimple>`)),
    ).toBe('2024');
  });

  it('hides nothing behind a field without an end', async () => {
    const open = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run('中'));
    expect(await textOf(open + paragraph('后'))).toBe('后');
  });

  it('is a phonetic guide', async () => {
    expect(
      await textOf(
        paragraph(
          `<w:r><w:ruby><w:rt>${run('pīn')}</w:rt><w:rubyBase>${run('拼')}</w:rubyBase></w:ruby></w:r>`,
        ),
      ),
    ).toBe('拼');
  });
});

describe('what is shown', () => {
  const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;

  it('is a text box, once', async () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box(paragraph('框'))}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(paragraph('框'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(linesOf((await read(paragraph(both) + paragraph('后'))).value)).toEqual(['框', '后']);
    const vml = `<w:r><w:pict><v:textbox>${box(paragraph('旧'))}</v:textbox></w:pict></w:r>`;
    expect(linesOf((await read(paragraph(vml))).value)).toEqual(['旧']);
  });

  it('is a text box in a cell, as part of the cell, and the table in a text box', async () => {
    const inCell = paragraph(run('值') + `<w:r><w:pict>${box(paragraph('框'))}</w:pict></w:r>`);
    expect(await textOf(inCell)).toBe('框\n值');
    const holding = paragraph(
      `<w:r><w:pict>${box(table(row([cell('表')])) + paragraph(''))}</w:pict></w:r>`,
    );
    expect(rowsOf((await read(holding)).value.grids[0])).toEqual([['表']]);
  });

  it('is what a formula says, a symbol of a symbol font, a hyphen', async () => {
    expect(await textOf(paragraph('<m:oMath><m:r><m:t>x≥90</m:t></m:r></m:oMath>'))).toBe('x≥90');
    expect(
      await textOf(
        paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:noBreakHyphen/></w:r>'),
      ),
    ).toBe('🗹-');
    expect(
      await textOf(
        paragraph(
          run('R', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>') + run('新增'),
        ),
      ),
    ).toBe('☑新增');
    expect(await textOf(paragraph('<w:r><w:sym w:font="Arial" w:char="25A1"/></w:r>'))).toBe('□');
  });

  it('is a form’s check box', async () => {
    const field = (checked: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${checked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(
      await textOf(paragraph(field('<w:checked/>') + run('延续') + field('') + run('新增'))),
    ).toBe('☒延续☐新增');
  });

  it('is a footnote that the text refers to, after the tables', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${paragraph('线')}</w:footnote><w:footnote w:id="2">${paragraph('注：含上年结转')}</w:footnote><w:footnote w:id="3">${paragraph('别处')}</w:footnote>`;
    const body = table(
      row([cell(paragraph(run('10') + '<w:r><w:footnoteReference w:id="2"/></w:r>'))]),
    );
    const { value } = await read(body, { footnotes });
    expect(value.after).toEqual([
      { text: '注：含上年结转', origin: { part: 'word/footnotes.xml/p[1]' } },
    ]);
  });

  it('is an endnote too', async () => {
    const endnotes = `<w:endnote w:id="2">${paragraph('注：含结余')}</w:endnote>`;
    const { value } = await read(
      paragraph(run('10') + '<w:r><w:endnoteReference w:id="2"/></w:r>'),
      { endnotes },
    );
    expect(linesOf(value)).toEqual(['10', '注：含结余']);
  });

  it('is told where another document is embedded, which is not read', async () => {
    const embedded = (program: string): string =>
      `<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="${program}"/></w:object></w:r>`;
    expect((await read(paragraph('题') + '<w:altChunk/>')).notes).toMatchObject([
      { code: 'embedded-left-out', data: { parts: 1 } },
    ]);
    expect(
      (await read(paragraph(embedded('Excel.Sheet.12') + embedded('Equation.3')))).notes,
    ).toMatchObject([{ code: 'embedded-left-out', data: { parts: 1 } }]);
  });

  it('is told where there are only pictures, which may be scans', async () => {
    const scan =
      '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>';
    expect(codesOf(await read(paragraph(scan)))).toEqual(['pictures-left-out']);
    expect(codesOf(await read(table(row([cell(paragraph(scan)), cell('盖章')]))))).toEqual([]);
  });
});
