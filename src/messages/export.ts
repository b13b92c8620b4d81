import type { Wordings } from './wording.ts';

/** `--help` of the commands that write pages and files for people. */
export const exportHelp = {
  'help-view': { zh: '把一个文件的复核结果写成网页，用浏览器打开', en: "write a file's review as a page for the browser" },
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
  'view-written': { zh: '已写出 {file}，用浏览器打开即可。', en: 'wrote {file}; open it in a browser.' },
} as const satisfies Wordings;
