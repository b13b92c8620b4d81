import { batchHelp } from './batch.ts';
import { checkHelp } from './check.ts';
import { exportHelp } from './export.ts';
import type { Wordings } from './wording.ts';

/** What `--help` says. */
export const help = {
  ...batchHelp,
  ...checkHelp,
  ...exportHelp,
  'help-program': {
    zh: '把项目支出绩效自评表、绩效目标表读成可校验的 JSON。',
    en: 'Reads performance self-evaluation and target forms into validated JSON.',
  },
  'help-program-after': {
    zh: `
示例：
  zxpj parse 自评表.txt -o 自评表.json     读一个文件，写出 JSON
  zxpj check 报送/                         复核一个文件夹，列出问题
  zxpj view 自评表.pdf                     写出复核网页，用浏览器看
  zxpj export 自评表.json --to docx        导出规范的表
  zxpj parse --help                        某个命令的用法

退出码：0 正常；1 只读出一部分、没有把握，或没有找到表；2 无法读取，或用法有误。
数据写到标准输出，提示写到标准错误。--lang en（或 ZXPJ_LANG=en）用英文。`,
    en: `
Examples:
  zxpj parse report.txt -o report.json      read a file, write its JSON
  zxpj check in/                            check a folder, list the findings
  zxpj view report.pdf                      write a review page for the browser
  zxpj export report.json --to docx         export a clean form
  zxpj parse --help                         how to use one command

Exit codes: 0 read; 1 read in part or unsure, or no form found; 2 unreadable
or misused.
Data go to standard output, remarks to standard error. --lang zh for Chinese.`,
  },
  'help-parse': {
    zh: '读一个文件中的全部表，输出 JSON',
    en: 'read every form of a file, print JSON',
  },
  'help-parse-after': {
    zh: `
示例：
  zxpj parse 自评表.txt -o 自评表.json
  zxpj parse 旧系统导出.txt --encoding gb18030 --as tabbed
  iconv -f gbk -t utf-8 表.txt | zxpj parse - --compact | jq '.forms[].total'

退出码：0 全部读出；1 只读出一部分或没有把握，或没有找到表；
2 无法读取，或用法有误。`,
    en: `
Examples:
  zxpj parse report.txt -o report.json
  zxpj parse export.txt --encoding gb18030 --as tabbed
  iconv -f gbk -t utf-8 a.txt | zxpj parse - --compact | jq '.forms[].total'

Exit codes: 0 read; 1 read in part or unsure, or no form found; 2 unreadable
or misused.`,
  },
  'help-tables': {
    zh: '看一个文件中读到的表格',
    en: 'show the tables that were read in a file',
  },
  'help-tables-after': {
    zh: `
示例：
  zxpj tables 自评表.txt --format markdown            文件里原来的样子
  zxpj tables 自评表.txt --stage stitched --format html -o 表格.html
  zxpj tables 自评表.txt --stage explained            为什么这样读

--stage explained：每张表逐行列出读作什么、代价、次选和余地，没有把握的标 ?。
读错了或提示“没有把握”时看它；不写 --format 就输出文字，宽 80 列。`,
    en: `
Examples:
  zxpj tables report.txt --format markdown            as the file has them
  zxpj tables report.txt --stage stitched --format html -o tables.html
  zxpj tables report.txt --stage explained            why it is read so

--stage explained lists the rows of each form: what each was read as, its cost,
the runner-up and how much dearer that is; ? marks what is uncertain. Look here
when a form is read wrong or told as uncertain. Text unless --format is given.`,
  },
  'help-schema': {
    zh: '输出 JSON Schema（document 或 form）',
    en: 'print a JSON Schema (document or form)',
  },
  'help-formats': { zh: '列出能读的格式', en: 'list the formats that can be read' },
  'help-help': { zh: '某个命令的用法', en: 'how to use a command' },
  'help-file': { zh: '要读的文件；- 表示标准输入', en: 'the file to read; - is standard input' },
  'help-schema-name': { zh: 'document（默认）或 form', en: 'document (default) or form' },
  'help-option-as': {
    zh: '指定格式，不自动识别（见 zxpj formats）',
    en: 'the format, instead of detecting it (see zxpj formats)',
  },
  'help-option-audit': { zh: '不复核数字', en: 'leave out the audit of the figures' },
  'help-option-compact': { zh: '输出不换行、不缩进', en: 'no line breaks or indentation' },
  'help-option-encoding': {
    zh: '文本的编码，如 gb18030；默认自动识别',
    en: 'the encoding of a text, such as gb18030; detected by default',
  },
  'help-option-format': {
    zh: 'json（默认）、markdown 或 html',
    en: 'json (default), markdown or html',
  },
  'help-option-help': { zh: '显示用法', en: 'show how to use this' },
  'help-option-lang': { zh: 'zh（默认）或 en', en: 'zh (default) or en' },
  'help-option-max-memory': {
    zh: '内存上限（默认随文件大小而定）',
    en: 'most memory to take (by default from the size)',
  },
  'help-option-output': {
    zh: '写到文件（UTF-8），不输出到屏幕',
    en: 'write to a file (UTF-8) instead of standard output',
  },
  'help-option-password': { zh: '加密的 PDF 的密码', en: 'the password of an encrypted PDF' },
  'help-option-refs': {
    zh: '每张表附上各值在原文中的位置',
    en: 'add to each form where its values stand',
  },
  'help-option-soffice': {
    zh: 'LibreOffice 程序的路径（读 .doc 用）',
    en: "LibreOffice's program (to read .doc)",
  },
  'help-option-stage': {
    zh: 'raw（默认，原样）、stitched（修补之后）或 explained（怎样读的）',
    en: 'raw (default), stitched (mended) or explained (how rows are read)',
  },
  'help-option-timeout': {
    zh: '时间上限（默认随文件大小而定）',
    en: 'most time to take (by default from the size)',
  },
  'help-option-version': { zh: '显示版本', en: 'show the version' },
  'help-place-command': { zh: '[命令]', en: '[command]' },
  'help-place-options': { zh: '[选项]', en: '[options]' },
  'help-title-arguments': { zh: '参数:', en: 'Arguments:' },
  'help-title-commands': { zh: '命令:', en: 'Commands:' },
  'help-title-options': { zh: '选项:', en: 'Options:' },
  'help-title-usage': { zh: '用法:', en: 'Usage:' },
  'format-tabbed': { zh: '制表符分隔的文本（OCR 结果）', en: 'text with tabs (OCR output)' },
  'format-cells': {
    zh: '每行一个单元格的文本（Word 另存）',
    en: 'text with one cell a line (saved by a word processor)',
  },
  'format-csv': {
    zh: '逗号分隔的文本（Excel、WPS 另存）',
    en: 'text with commas (saved by a spreadsheet program)',
  },
  'format-markdown': {
    zh: 'Markdown，可含 HTML 表格和用字符画出的表',
    en: 'Markdown, with HTML tables and tables drawn with characters',
  },
  'format-html': { zh: '网页', en: 'web page' },
  'format-pdf': { zh: 'PDF', en: 'PDF' },
  'format-docx': { zh: 'Word 文档', en: 'Word document' },
  'format-doc': {
    zh: '旧版 Word 文档（需要 LibreOffice）',
    en: 'old Word document (needs LibreOffice)',
  },
  'format-xlsx': { zh: 'Excel 工作簿', en: 'Excel workbook' },
  'format-xls': { zh: '旧版 Excel 工作簿', en: 'old Excel workbook' },
  'format-words': {
    zh: '带位置的文字（pdftotext -bbox/-tsv、pdftohtml -xml、mutool stext、pdf2json、hOCR、ALTO、tesseract TSV）',
    en: 'words with places (pdftotext -bbox/-tsv, pdftohtml -xml, mutool stext, pdf2json, hOCR, ALTO, tesseract TSV)',
  },
  'format-spaced': {
    zh: '用空格对齐的文本（html-to-text、pandas to_string、tabulate 等）；按列的位置推断，所以总是 partial',
    en: 'text aligned with spaces (html-to-text, pandas to_string, tabulate …); told by the places of columns, so always partial',
  },
  'more-diagnostics': {
    zh: '还有 {count} 条提示，见 JSON 的 diagnostics。',
    en: '{count} more remarks, see diagnostics in the JSON.',
  },
} as const satisfies Wordings;
