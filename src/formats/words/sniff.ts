/** Any .xml or .json may be something else: in a folder they are left alone, asked for by name they are looked at. */
export const extensions = ['html', 'hocr', 'alto', 'tsv'];

/** So many bytes show what wrote a file. */
const headBytes = 16 * 1024;

/** What only the outputs of such programs hold near their beginning. */
const marks: readonly RegExp[] = [
  /<doc>[^<>]*<page\s[^<>]*>/,
  /^\ufeff?level\tpage_num\t(?:\w+\t){4}left\ttop\twidth\theight\t/,
  /\bclass=["']?(?:ocr_page|ocrx_word)\b/,
  /<(?:\w+:)?alto\b/,
  /<pdf2xml\b/,
  /<document\b[^<>]*>\s*<page\b[^<>]*>/,
  /^\ufeff?\s*\{(?=[^]*"Pages"\s*:)(?=[^]*"Texts"\s*:)/,
];

/** The outputs of programs that write words with their places. */
export function sniff(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headBytes));
  const text = head.toString('utf8');
  return marks.some((mark) => mark.test(text)) ? 1 : 0;
}
