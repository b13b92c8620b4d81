import { renderCells } from '../forms/render/cells.ts';
import { renderEmbedded, renderHtml } from '../forms/render/html.ts';
import type { HtmlOptions } from '../forms/render/html.ts';
import { renderPipes } from '../forms/render/markdown.ts';
import { spell } from '../forms/render/spell.ts';
import { renderTabbed } from '../forms/render/tabbed.ts';
import type { Block, Table } from '../forms/types.ts';
import { renderExcel } from './excel.ts';
import { renderWord } from './word.ts';

const html: HtmlOptions = { breaks: 'br', header: 'td', dialect: 'word', nested: false };

/** Widths that the columns share: labels are narrow, names and reasons wide. */
function sharesOf({ columns }: Table): readonly number[] {
  if (columns === 9) return [8, 9, 9, 17, 12, 12, 8, 8, 17];
  return columns === 7 ? [11, 10, 16, 14, 14, 14, 14] : [10, 10, 16, 22, 14, 16];
}

/** What we write ourselves: the file's extension and its bytes. */
export const written = {
  html: { extension: 'html', write: (blocks: readonly Block[]) => renderHtml(blocks, html) },
  'html-plain': {
    extension: 'html',
    write: (blocks: readonly Block[]) =>
      renderHtml(blocks, { breaks: 'p', header: 'th', dialect: 'named', nested: true }),
  },
  tabbed: {
    extension: 'txt',
    write: (blocks: readonly Block[]) =>
      renderTabbed(spell(blocks, { spelling: 'first', columns: 'blanks' }), { headings: 'spaced' }),
  },
  cells: {
    extension: 'txt',
    write: (blocks: readonly Block[]) =>
      renderCells(spell(blocks, { spelling: 'first', columns: 'once' }), { blank: '', gap: [''] }),
  },
  markdown: {
    extension: 'md',
    write: (blocks: readonly Block[]) =>
      renderPipes(spell(blocks, { spelling: 'repeat', columns: 'blanks' }), '---', false),
  },
  'markdown-html': {
    extension: 'md',
    write: (blocks: readonly Block[]) => renderEmbedded(blocks, { ...html, dialect: 'plain' }),
  },
  docx: { extension: 'docx', write: (blocks: readonly Block[]) => renderWord(blocks, sharesOf) },
  xlsx: { extension: 'xlsx', write: (blocks: readonly Block[]) => renderExcel(blocks, sharesOf) },
} as const;

/** What an outside program makes of one of those. */
export const converted = {
  'chromium-pdf': { from: 'html', by: 'chromium', extension: 'pdf' },
  'writer-pdf': { from: 'docx', by: 'soffice', extension: 'pdf', filter: 'writer_pdf_Export' },
  'calc-pdf': { from: 'xlsx', by: 'soffice', extension: 'pdf', filter: 'calc_pdf_Export' },
  'writer-docx': { from: 'docx', by: 'soffice', extension: 'docx', filter: 'MS Word 2007 XML' },
  'calc-xlsx': { from: 'xlsx', by: 'soffice', extension: 'xlsx', filter: 'Calc MS Excel 2007 XML' },
  'calc-csv': {
    from: 'xlsx',
    by: 'soffice',
    extension: 'csv',
    filter: 'Text - txt - csv (StarCalc):44,34,76,1',
  },
  'calc-text': {
    from: 'xlsx',
    by: 'soffice',
    extension: 'txt',
    filter: 'Text - txt - csv (StarCalc):9,34,76,1',
  },
  'calc-html': { from: 'xlsx', by: 'soffice', extension: 'html', filter: 'HTML (StarCalc)' },
  'writer-html': { from: 'docx', by: 'soffice', extension: 'html', filter: 'HTML (StarWriter)' },
  rtf: { from: 'docx', by: 'soffice', extension: 'rtf', filter: 'Rich Text Format' },
  xls: { from: 'xlsx', by: 'soffice', extension: 'xls', filter: 'MS Excel 97' },
  doc: { from: 'docx', by: 'soffice', extension: 'doc', filter: 'MS Word 97' },
  'pandoc-grid': { from: 'docx', by: 'pandoc', extension: 'md', filter: 'markdown-smart' },
} as const;

/** What libraries of Python write, of which web systems are made. */
export const generated = {
  'python-docx': { extension: 'docx' },
  openpyxl: { extension: 'xlsx' },
  xlsxwriter: { extension: 'xlsx' },
  xlwt: { extension: 'xls' },
} as const;
