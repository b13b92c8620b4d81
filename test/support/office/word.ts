import { contentTypes, relationships } from './package.ts';
import { zipOf } from './zip.ts';

const wordMl = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const others = [
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

/** The inside of the parts beside the body. */
export interface WordParts {
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
}

/** A .docx with the given body. */
export function docxOf(body: string, parts: WordParts = {}): Buffer {
  return zipOf(docxEntries(body, parts));
}

/** The entries of a .docx, for tests that spoil one. */
export function docxEntries(body: string, parts: WordParts = {}): Record<string, string> {
  const roots = {
    numbering: 'w:numbering',
    styles: 'w:styles',
    footnotes: 'w:footnotes',
    endnotes: 'w:endnotes',
  };
  const present = Object.entries(parts) as [keyof WordParts, string][];
  return {
    '[Content_Types].xml': contentTypes({
      'word/document.xml': `${wordMl}.document.main+xml`,
      ...Object.fromEntries(present.map(([part]) => [`word/${part}.xml`, `${wordMl}.${part}+xml`])),
    }),
    '_rels/.rels': relationships({ 'word/document.xml': 'officeDocument' }),
    'word/document.xml': `<w:document ${main} ${others}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      Object.fromEntries(present.map(([part]) => [`${part}.xml`, part])),
    ),
    ...Object.fromEntries(
      present.map(([part, inner]) => [
        `word/${part}.xml`,
        `<${roots[part]} ${main}>${inner}</${roots[part]}>`,
      ]),
    ),
  };
}

/** A run. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of one text. */
export function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;
}

/** A paragraph in a list. */
export function listed(content: string, list: number, level = 0): string {
  return paragraph(
    content,
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  );
}

/** A cell: paragraphs, or one text. */
export function cell(content = '', properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : paragraph(content)}</w:tc>`;
}

export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

export const across = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
export const start = '<w:vMerge w:val="restart"/>';
export const further = '<w:vMerge/>';
