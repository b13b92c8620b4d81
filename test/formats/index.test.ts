import { describe, expect, it } from 'vitest';
import { detectFormat, extensionNotes, formats, loadAdapter } from '../../src/formats/index.ts';
import { InputError } from '../../src/model/index.ts';
import { oleOf } from '../support/office/ole.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const detect = (source: string | Uint8Array, name = ''): string => {
  try {
    return detectFormat(typeof source === 'string' ? utf8(source) : source, name);
  } catch (error) {
    if (error instanceof InputError) return `!${error.code}`;
    throw error;
  }
};
/** A zip of empty files, without its central directory, as a broken download leaves it. */
const zip = (...names: string[]): Uint8Array =>
  Buffer.concat(
    names.map((name) => {
      const header = Buffer.alloc(30);
      header.write('PK\x03\x04', 'latin1');
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name)]);
    }),
  );

const cells = '\t项目名称\n\t绿道\n\n\t总分\n\t100\n\n';
const tabbed = '项目名称\t绿道\n总分\t100\n';
const pipes = '| 项目名称 | 绿道 |\n|---|---|\n| 总分 | 100 |\n';
const table = '<table>\n\t<tr>\n\t\t<td>项目名称</td>\n\t\t<td>绿道</td>\n\t</tr>\n</table>\n';

describe('detectFormat', () => {
  it.each([
    ['tabbed', tabbed],
    ['tabbed', `财政项目支出绩效自评表\n\n<p>${tabbed}`],
    ['tabbed', '通知\n各单位：\n'],
    ['tabbed', `项目名称\t\t绿道\n\t总额\t5\n\t\n`],
    ['cells', cells],
    ['cells', `附件3\n2031年度自评表\n${cells}备注：无\n`],
    ['markdown', pipes],
    ['markdown', `# 自评表\n\n${tabbed}`],
    ['markdown', `##自评表\n\n${table}`],
    ['markdown', `自评表\n\n${table}`],
    ['markdown', '|a|b|\n|1|2|\n'],
    ['html', `<!DOCTYPE html>\n${table}`],
    [
      'html',
      `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"># 1\n${pipes}</html>`,
    ],
    ['html', table],
    ['html', '<div><p>一</p><p>二</p><span>三</span></div>'],
    ['pdf', '%PDF-1.7\n…'],
    ['pdf', `${'junk\n'.repeat(100)}%PDF-1.4\n…`],
    ['docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['doc', '{\\rtf1\\ansi 项目}'],
    [
      'xls',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ],
    ['!empty-file', ''],
    ['!is-archive', zip('readme.txt')],
    ['!unknown-format', oleOf(['PowerPoint Document'])],
    [
      '!binary-content',
      Uint8Array.from({ length: 3000 }, (_, index) => (index * 167 + (index >> 3) * 91) % 256),
    ],
    ['!undecodable', new Uint8Array(100).fill(0xff)],
  ])('%s', (format, source) => {
    expect(detect(source)).toBe(format);
  });

  it('believes the content, and the name only where the content says nothing', () => {
    expect(detect(zip('word/document.xml'), 'report.pdf')).toBe('docx');
    expect(detect(cells, 'a.md')).toBe('cells');
    expect(detect('一句话\n', 'a.html')).toBe('tabbed');
    const fragment = `说明\n${table}`;
    expect(detect(fragment, 'a.html')).toBe('html');
    expect(detect(fragment, 'a.md')).toBe('markdown');
  });

  it('reads no more of a large text than its beginning', () => {
    expect(
      detect(Buffer.concat([utf8(tabbed.repeat(10_000)), new Uint8Array(1_000_000).fill(0xff)])),
    ).toBe('tabbed');
  });
});

describe('extensionNotes', () => {
  it('notes where the name promises another format', () => {
    expect(extensionNotes('docx', 'Report.PDF')).toEqual([
      {
        code: 'extension-mismatch',
        severity: 'info',
        stage: 'format',
        data: { extension: '.pdf', format: 'docx' },
        refs: [],
      },
    ]);
    expect(extensionNotes('html', 'report.xls')).toHaveLength(1);
  });

  it.each([
    ['docx', 'a.docx'],
    ['cells', 'a.md'],
    ['tabbed', 'a.txt'],
    ['tabbed', 'a'],
    ['pdf', 'a.2031'],
    ['tabbed', ''],
  ] as const)('says nothing of %s in %s', (format, name) => {
    expect(extensionNotes(format, name)).toEqual([]);
  });
});

describe('formats', () => {
  it.each(formats)('$id: the registry and the adapter say the same', async ({ id, extensions }) => {
    const adapter = await loadAdapter(id);
    expect(adapter.id).toBe(id);
    expect(adapter.extensions.map((extension) => extension.replace('.', ''))).toEqual(extensions);
  });

  it('knows no other', async () => {
    await expect(loadAdapter('odt' as never)).rejects.toThrow(InputError);
  });
});
