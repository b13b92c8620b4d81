import type { Wordings } from './wording.ts';

/** Why a Word or Excel file cannot be read. */
export const officeErrors = {
  'is-archive': {
    zh: '这是 {format} 压缩包。请先解压，再读其中的文件。',
    en: 'this is a {format} archive. Unpack it first and read the files in it.',
  },
  'is-image': {
    zh: '这是 {format} 图片，没有文字。请先做文字识别（OCR），例如转成可搜索的 PDF：ocrmypdf -l chi_sim --image-dpi 300。',
    en: 'this is a {format} image without text. Recognise its text first (OCR), for example into a PDF: ocrmypdf -l chi_sim --image-dpi 300.',
  },
  'kind-unsupported': {
    zh: '不支持 {format} 格式。请用能打开它的软件另存或打印成 PDF 后再试。',
    en: 'the format {format} is not supported. Save or print it as PDF with a program that opens it and try again.',
  },
  'office-damaged': {
    zh: '文件已损坏（{part}：{cause}）。请用 Word 或 WPS 打开并另存后再试。',
    en: 'the file is damaged ({part}: {cause}). Open it in an office program, save it anew and try again.',
  },
  'office-encrypted': {
    zh: '文件设有密码。请在 Word、Excel 或 WPS 中取消密码后再试。',
    en: 'the file is protected by a password. Remove it in an office program and try again.',
  },
  'office-mismatch': {
    zh: '文件内容是 {format}，不是指定的格式。请去掉 --as，或改为 --as {format}。',
    en: 'the content is {format}, not the format that was named. Leave out --as, or use --as {format}.',
  },
  'office-part-missing': {
    zh: '文件不完整，缺少 {part}。请用 Word、Excel 或 WPS 打开并另存后再试。',
    en: 'the file is incomplete: {part} is missing. Open it in an office program, save it anew and try again.',
  },
  'office-unsupported': {
    zh: '不支持 {format} 格式。请用 Excel 或 WPS 另存为 .xlsx 后再试。',
    en: 'the format {format} is not supported. Save the file as .xlsx in an office program and try again.',
  },
  'soffice-failed': {
    zh: 'LibreOffice 转换失败（{cause}）。请用 Word 或 WPS 打开并另存为 .docx 后再试。',
    en: 'LibreOffice could not convert it ({cause}). Open it in an office program, save it as .docx and try again.',
  },
  'soffice-missing': {
    zh: '读 .doc、.wps、.rtf、.odt 需要 LibreOffice。请安装（Debian：apt install libreoffice-writer；Windows、macOS：libreoffice.org），或另存为 .docx。',
    en: 'reading .doc, .wps, .rtf and .odt needs LibreOffice. Install it (Debian: apt install libreoffice-writer; Windows, macOS: libreoffice.org), or save as .docx.',
  },
  'soffice-timeout': {
    zh: 'LibreOffice 在 {seconds} 秒内没有转换完。请用 --timeout 放宽，或用 Word 或 WPS 另存为 .docx 后再试。',
    en: 'LibreOffice did not convert it within {seconds} s. Allow more with --timeout, or save it as .docx in an office program.',
  },
  'too-many-items': {
    zh: '内容超过 {limit} 项的上限。请拆分后再试。',
    en: 'the document holds more than {limit} items. Split it and try again.',
  },
  'xml-doctype': {
    zh: '文件含有不允许的 XML 声明（DOCTYPE），可能是恶意文件。请用 Word 或 WPS 另存后再试。',
    en: 'the file holds an XML declaration that is not allowed (DOCTYPE) and may be hostile. Save it anew in an office program.',
  },
  'xml-too-deep': {
    zh: '文件的嵌套超过 {limit} 层，可能是恶意文件。请用 Word 或 WPS 另存后再试。',
    en: 'the file is nested deeper than {limit} levels and may be hostile. Save it anew in an office program.',
  },
  'zip-bomb': {
    zh: '{part} 解压后大得不合常理，可能是恶意文件。请确认来源，或另存后再试。',
    en: '{part} inflates beyond reason and may be hostile. Check where it comes from, or save it anew.',
  },
  'zip-damaged': {
    zh: '压缩结构已损坏（{cause}）。请重新下载，或用 Word、Excel 或 WPS 修复后再试。',
    en: 'the zip structure is damaged ({cause}). Download the file again, or repair it in an office program.',
  },
  'zip-unsupported': {
    zh: '{part} 的压缩或加密方式不受支持。请用 Word、Excel 或 WPS 另存后再试。',
    en: '{part} is packed or encrypted in a way that is not supported. Save the file anew in an office program.',
  },
} as const satisfies Wordings;

/** What is noticed while a Word or Excel file is read. */
export const officeNotes = {
  'covered-left-out': {
    zh: '合并单元格下面有 {cells} 个看不见的值，没有读取。',
    en: '{cells} values that a merged cell covers are not shown and were not read.',
  },
  'embedded-left-out': {
    zh: '有 {parts} 个嵌入的文档没有读取。如其中有表，请单独保存后再读。',
    en: '{parts} embedded documents were not read. Save them on their own if they hold forms.',
  },
  'error-values': {
    zh: '有 {cells} 个单元格显示的是公式错误（如 #DIV/0!），不是数字。请在 Excel 或 WPS 中改正公式后再试。',
    en: '{cells} cells show the error of a formula (such as #DIV/0!) and no figure. Correct the formulas in a spreadsheet program.',
  },
  'formula-not-calculated': {
    zh: '有 {cells} 个公式没有计算结果，记为空。请用 Excel 或 WPS 打开并保存后再试。',
    en: '{cells} formulas hold no result and count as blank. Open the file in an office program, save it and try again.',
  },
  'hidden-left-out': {
    zh: '略去了隐藏的内容：{sheets} 个工作表，{rows} 行，{columns} 列。',
    en: 'hidden content was left out: {sheets} sheets, {rows} rows, {columns} columns.',
  },
  'hidden-text-left-out': {
    zh: '略去了隐藏的内容：{characters} 个字符，{rows} 行。',
    en: 'hidden content was left out: {characters} characters, {rows} rows.',
  },
  'merged-text-joined': {
    zh: '合并单元格中被遮住的文字“{text}”已并入该单元格。',
    en: 'the text "{text}", covered by a merged cell, was joined to it.',
  },
  'pictures-left-out': {
    zh: '文件里没有表格，有 {pictures} 张图片没有读取。如果表是扫描的图片，请先做文字识别（OCR）。',
    en: 'the file holds no table but {pictures} pictures, which were not read. Recognise their text first (OCR) if they are scans.',
  },
  'part-damaged': {
    zh: '{part} 有损坏（{cause}），只读出了前面的部分。',
    en: '{part} is damaged ({cause}); only what stands before was read.',
  },
  'span-capped': {
    zh: '一个单元格声称合并 {span} 列，按 {limit} 列读取。',
    en: 'a cell claims to span {span} columns; {limit} were taken.',
  },
  'too-many-columns': {
    zh: '表格超过 {limit} 列，多出的没有读取。',
    en: 'a table is wider than {limit} columns; the rest was not read.',
  },
} as const satisfies Wordings;
