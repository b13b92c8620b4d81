import { officeNotes } from './office.ts';
import { pdfNotes } from './pdf.ts';
import type { Wordings } from './wording.ts';

/** What is noticed while a document is read: the diagnostics of the JSON. */
export const notes = {
  ...officeNotes,
  ...pdfNotes,
  'accounting-mismatch': {
    zh: '字数核对不上：原文 {total} 字，各项合计 {sum} 字。这是程序的缺陷，请附上文件反馈。',
    en: 'the characters do not add up: {total} in the source, {sum} accounted for. This is a bug; please report it with the file.',
  },
  'damaged-characters': {
    zh: '有 {count} 个字符无法按 {encoding} 解码，显示为“�”。请检查编码或重新导出。',
    en: '{count} characters could not be decoded as {encoding} and show as "�". Check the encoding, or export the file again.',
  },
  'data-frame': {
    zh: '表里有程序写上的行号、列名或空值标记（如 nan、Unnamed: 1，共 {count} 字），没有当作内容。',
    en: 'row numbers, column names or marks for missing values that a program wrote into the table (nan, Unnamed: 1; {count} characters) were not taken for content.',
  },
  'extension-mismatch': {
    zh: '扩展名是 {extension}，内容却是 {format}，已按 {format} 读取。',
    en: 'the name says {extension}, the content is {format}; it was read as {format}.',
  },
  'figure-unreadable': {
    zh: '“{text}”不是数字，该处（{path}）记为空。',
    en: '"{text}" is no number; null stands at {path}.',
  },
  'form-cut-off': {
    zh: '“{project}”的表不完整，后面的内容可能缺失。请对照原件。',
    en: 'the form of "{project}" breaks off; what follows may be missing. Compare it with the original.',
  },
  'heading-repeated': {
    zh: '续页上重复的表头没有当作数据。',
    en: 'a heading repeated on a later page was not taken for data.',
  },
  'heading-without-values': {
    zh: '“{heading}”一栏印有内容，却没有读出一个值。请对照原件。',
    en: 'the column "{heading}" prints something, but no value was read from it. Compare it with the original.',
  },
  'label-completed': {
    zh: '补全了被截断的标签“{label}”。',
    en: 'the cut label "{label}" was completed.',
  },
  'label-inferred': {
    zh: '有 {rows} 行没有印一级指标，按二级指标补上。',
    en: '{rows} rows print no level-1 label; it was taken from their level-2 label.',
  },
  'label-misread': {
    zh: '“{from}”有一个字不像，按标签“{as}”读取。请对照原件。',
    en: 'one character of "{from}" is no label\'s; it was read as the label "{as}". Compare it with the original.',
  },
  'label-rejoined': {
    zh: '拼回了被拆开的标签“{label}”。',
    en: 'the split label "{label}" was put together.',
  },
  'line-between-pages': {
    zh: '两页之间的“{text}”不是表中的内容，没有当作数据。',
    en: '"{text}" between two pages is no part of the table and was not taken for data.',
  },
  'list-row-bare': {
    zh: '一览表中的“{name}”没有绩效指标和目标，没有当作一张表。',
    en: '"{name}" in the list has neither indicators nor a goal and was not read as a form.',
  },
  'looks-like-markup': {
    zh: '里面有自评表的字样，像是用 {markup} 写的表格，这种表格不能读取。请转成 HTML、DOCX 或 CSV 后再试（例如 pandoc -t html）。',
    en: 'it holds the words of a form and looks like a table written in {markup}, which is not read. Convert it to HTML, DOCX or CSV and try again (for example with pandoc -t html).',
  },
  'looks-like-spaced': {
    zh: '里面有自评表的字样，像是用空格对齐的文字（例如 PDF 转出的文本），没能认出列。请改交原来的 PDF、Word 或 Excel 文件。',
    en: 'it holds the words of a form and looks like text laid out with spaces (taken from a PDF, for example), whose columns were not recognised. Hand in the PDF, Word or Excel file itself.',
  },
  'looks-like-words': {
    zh: '里面有自评表的字样，像是从 PDF、Word 或网页取出的文字，表格的行列已经丢失。请改交原来的 PDF、Word、Excel 文件或网页（.html）。',
    en: 'it holds the words of a form and looks like text taken from a PDF, Word file or web page that lost the rows and columns of its table. Hand in the PDF, Word, Excel or HTML file itself.',
  },
  'merged-repeated': {
    zh: '合并单元格的文字在它占的每一格里都写了一遍（多出 {count} 字），已并回一格。',
    en: 'the text of merged cells stands in each place that they cover ({count} characters too many); it was put back into one cell.',
  },
  'no-form': {
    zh: '没有找到绩效自评表或绩效目标表。可用 zxpj tables 查看读到了哪些表格。',
    en: 'no performance form was found. zxpj tables shows which tables were read.',
  },
  'other-kind': {
    zh: '“{title}”不是绩效自评表或绩效目标表，没有读取。',
    en: '"{title}" is neither a self-evaluation nor a target form and was not read.',
  },
  'part-empty': {
    zh: '印有“{text}”，却没有读出它的内容。请对照原件。',
    en: '"{text}" is printed, but nothing was read of it. Compare it with the original.',
  },
  'reading-uncertain': {
    zh: '“{text}”一处读得没有把握。请对照原件。',
    en: 'the reading of "{text}" is uncertain. Compare it with the original.',
  },
  'row-joined': {
    zh: '把被分页截成 {rows} 段的一行接回为一行。',
    en: 'a row that was cut into {rows} pieces was joined.',
  },
  'rows-glued': {
    zh: '一行里连着 {rows} 行的内容，已拆成 {rows} 行。',
    en: 'a line that held {rows} rows was parted into them.',
  },
  'row-shifted': {
    zh: '一行缺了开头的空格，已移回原来的列。',
    en: 'a row that had lost its leading empty cells was moved back into its columns.',
  },
  'row-too-wide': {
    zh: '有 {rows} 行超过 {limit} 个单元格，多出的并入最后一格。',
    en: '{rows} rows have more than {limit} cells; the rest was joined to the last.',
  },
  'schema-mismatch': {
    zh: '结果中 {path} 不符合 JSON 结构（{cause}）。这是程序的缺陷，请附上文件反馈。',
    en: 'the result does not match its schema at {path} ({cause}). This is a bug; please report it with the file.',
  },
  'text-unplaced': {
    zh: '“{text}”没有归入任何字段，列在 unplaced 中。',
    en: '"{text}" fits no field and is listed under unplaced.',
  },
  'too-many-cells': {
    zh: '单元格超过 {limit} 个的上限，第 {line} 行以后没有当作表格读取。请拆分文件。',
    en: 'there are more than {limit} cells; what follows line {line} was not read as tables. Split the file.',
  },
  'total-rejoined': {
    zh: '把分散在几行的总分接回为一行。',
    en: 'a total spread over several lines was joined.',
  },
} as const satisfies Wordings;
