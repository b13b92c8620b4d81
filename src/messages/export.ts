import type { Wordings } from './wording.ts';

/** Why forms cannot be exported. */
export const exportErrors = {
  'export-not-forms': {
    zh: '这个 JSON 不是 zxpj parse 输出的文档或其中一张表：{path} 处应为 {expected}。可用 zxpj schema 查看结构。',
    en: 'this JSON is neither what zxpj parse prints nor one form of it: {expected} is expected at {path}. See zxpj schema.',
  },
  'export-no-forms': {
    zh: '这个 JSON 里没有表。请先用 zxpj parse 读出有表的文件。',
    en: 'this JSON holds no form. Read a file that has one with zxpj parse first.',
  },
} as const satisfies Wordings;

/** `--help` of the commands that write pages and files for people. */
export const exportHelp = {
  'help-view': {
    zh: '把一个文件的复核结果写成网页，用浏览器打开',
    en: "write a file's review as a page for the browser",
  },
  'help-view-after': {
    zh: `
示例：
  zxpj view 自评表.pdf                  写出 自评表.pdf.review.html
  zxpj view 自评表.docx -o 复核.html    写到指定的文件
  zxpj check 报送/ --reporter html=复核.html   许多文件合成一页

网页只有一个文件，不联网，可以放在 U 盘里；右上角可以切换英文。

退出码：0 写好了；1 只读出一部分；2 无法读取、没有表，或用法有误。`,
    en: `
Examples:
  zxpj view report.pdf                  writes report.pdf.review.html
  zxpj view report.docx -o review.html  writes where you say
  zxpj check in/ --reporter html=review.html   one page for many files

The page is one file that loads nothing; its language can be switched.

Exit codes: 0 written; 1 read in part; 2 unreadable, no form, or misused.`,
  },
  'help-export': {
    zh: '把 JSON 里的表重新写成 Word、Excel 或 Markdown',
    en: 'write the forms of a JSON as Word, Excel or Markdown',
  },
  'help-export-json': {
    zh: 'zxpj parse 输出的 JSON，或其中一张表；- 表示标准输入',
    en: 'what zxpj parse printed, or one form of it; - is standard input',
  },
  'help-export-after': {
    zh: `
示例：
  zxpj parse 自评表.pdf -o 自评表.json
  zxpj export 自评表.json --to docx             写出 自评表.export.docx
  zxpj export 自评表.json --to xlsx -o 更正.xlsx
  zxpj parse 自评表.pdf | zxpj export - --to markdown

改好 JSON 里的数字再导出，就是一份规范的自评表；再用 zxpj parse 读回来，
得到的还是同样的 JSON。

退出码：0 写好了；2 不是这样的 JSON，或用法有误。`,
    en: `
Examples:
  zxpj parse report.pdf -o report.json
  zxpj export report.json --to docx             writes report.export.docx
  zxpj export report.json --to xlsx -o corrected.xlsx
  zxpj parse report.pdf | zxpj export - --to markdown

Correct the figures in the JSON and export it: a clean form to file, which
zxpj parse reads back as the same JSON.

Exit codes: 0 written; 2 no such JSON, or misused.`,
  },
  'help-option-view-output': {
    zh: '写到这个文件（默认 <file>.review.html）',
    en: 'the file to write (default: <file>.review.html)',
  },
  'help-option-export-output': {
    zh: '写到这个文件（默认 <json>.export.docx 等）',
    en: 'the file to write (default: <json>.export.docx …)',
  },
  'help-option-to': { zh: 'docx、xlsx 或 markdown', en: 'docx, xlsx or markdown' },
  'export-written': { zh: '已写出 {file}（{count} 张表）。', en: 'wrote {file} (forms: {count}).' },
  'help-completion': { zh: '输出命令行补全脚本', en: "print a script for the shell's completion" },
  'help-completion-shell': {
    zh: 'bash、zsh、fish 或 powershell',
    en: 'bash, zsh, fish or powershell',
  },
  'help-completion-after': {
    zh: `
示例（写一次，新开的终端就会补全）：
  zxpj completion bash >> ~/.bashrc
  zxpj completion zsh > ~/.zfunc/_zxpj        （~/.zfunc 要在 fpath 里）
  zxpj completion fish > ~/.config/fish/completions/zxpj.fish
  zxpj completion powershell >> $PROFILE`,
    en: `
Examples (once; every new terminal then completes):
  zxpj completion bash >> ~/.bashrc
  zxpj completion zsh > ~/.zfunc/_zxpj        (~/.zfunc being in fpath)
  zxpj completion fish > ~/.config/fish/completions/zxpj.fish
  zxpj completion powershell >> $PROFILE`,
  },
  'help-formats-after': {
    zh: `
示例：
  zxpj formats
  zxpj parse 导出.txt --as cells     指定其中一种`,
    en: `
Examples:
  zxpj formats
  zxpj parse export.txt --as cells     names one of them`,
  },
  'help-schema-after': {
    zh: `
示例：
  zxpj schema > document.schema.json
  zxpj schema form -o form.schema.json`,
    en: `
Examples:
  zxpj schema > document.schema.json
  zxpj schema form -o form.schema.json`,
  },
  'help-rules-after': {
    zh: `
示例：
  zxpj rules
  zxpj explain execution-rate     其中一条的说明`,
    en: `
Examples:
  zxpj rules
  zxpj explain execution-rate     one of them in full`,
  },
  'help-explain-after': {
    zh: `
示例：
  zxpj explain execution-rate
  zxpj explain fund-parts --lang en`,
    en: `
Examples:
  zxpj explain execution-rate
  zxpj explain fund-parts --lang zh`,
  },
  'view-written': {
    zh: '已写出 {file}，用浏览器打开即可。',
    en: 'wrote {file}; open it in a browser.',
  },
} as const satisfies Wordings;
