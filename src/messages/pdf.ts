import type { Wordings } from './wording.ts';

/** Why a PDF cannot be read. */
export const pdfErrors = {
  'pdf-damaged': {
    zh: 'PDF 已损坏（{cause}），读不出内容。请重新下载，或用阅读器打开后另存再试。',
    en: 'the PDF is damaged ({cause}) and nothing could be read. Download it again, or print it anew from a viewer.',
  },
  'pdf-encrypted': {
    zh: 'PDF 设有打开密码。请用 --password 给出密码。',
    en: 'the PDF is encrypted. Give its password with --password.',
  },
  'pdf-no-text': {
    zh: 'PDF 没有文字层（共 {pages} 页，可能是扫描件）。请先做文字识别，例如 ocrmypdf -l chi_sim 原件.pdf 新件.pdf。',
    en: 'the PDF has no text layer ({pages} pages, perhaps scanned). Run OCR first, for example ocrmypdf -l chi_sim in.pdf out.pdf.',
  },
  'pdf-page-too-large': {
    zh: '第 {pages} 页的内容多得不合常理，没有读出。请确认来源，或用阅读器打开后另存。',
    en: 'page {pages} holds more than a page can and was not read. Check where the file comes from, or print it anew.',
  },
  'pdf-stream-too-large': {
    zh: 'PDF 中的对象 {object} 解压后超过 {limit} MB，可能是恶意文件。请确认来源，或用阅读器打开后另存。',
    en: 'object {object} of the PDF inflates to more than {limit} MB and may be hostile. Check where it comes from, or print it anew.',
  },
  'pdf-wrong-password': {
    zh: 'PDF 的密码不对。请检查 --password。',
    en: 'the password of the PDF is wrong. Check --password.',
  },
} as const satisfies Wordings;

/** What is noticed while a PDF is read. */
export const pdfNotes = {
  'file-truncated': {
    zh: 'PDF 的末尾缺失，已按残存的内容读取，可能不全。请重新下载。',
    en: 'the end of the PDF is missing; what is left was read and may be incomplete. Download it again.',
  },
  'page-damaged': {
    zh: '第 {pages} 页有损坏，只读出了一部分。请对照原件。',
    en: 'page {pages} is damaged and was read in part. Compare it with the original.',
  },
  'columns-by-place': {
    zh: '来源只有文字和位置，没有框线，行和列是按位置推断的。请对照原件。',
    en: 'the source has words and their places, but no borders: rows and columns were told from the places. Compare them with the original.',
  },
  'page-garbled': {
    zh: '第 {pages} 页的字体没有说明它印的是哪些字，读出的多是乱码。请先做文字识别，例如 ocrmypdf --force-ocr -l chi_sim。',
    en: 'the fonts of page {pages} do not say which characters they print, so the text is mostly garbled. Run OCR first, for example ocrmypdf --force-ocr -l chi_sim.',
  },
  'page-too-large': {
    zh: '第 {pages} 页的内容多得不合常理，只读出了一部分。请对照原件。',
    en: 'page {pages} holds more than a page can and was read in part. Compare it with the original.',
  },
  'page-without-text': {
    zh: '第 {pages} 页没有文字层（可能是扫描件），没有读出。请先做文字识别，例如 ocrmypdf -l chi_sim。',
    en: 'page {pages} has no text layer (perhaps scanned) and was not read. Run OCR first, for example ocrmypdf -l chi_sim.',
  },
  'pages-left-out': {
    zh: '共 {pages} 页，只读了前 {limit} 页。请拆分后再读。',
    en: 'only the first {limit} of {pages} pages were read. Split the file.',
  },
  'stream-damaged': {
    zh: 'PDF 中的对象 {objects} 有损坏，内容可能不全。请对照原件。',
    en: 'objects {objects} of the PDF are damaged; something may be missing. Compare it with the original.',
  },
} as const satisfies Wordings;
