import type { Wordings } from './wording.ts';

/** What `zxpj compare` says. */
export const compareWords = {
  'help-compare': {
    zh: '比较两份文件：目标与自评、初稿与定稿、两年',
    en: 'what differs between two files of forms',
  },
  'help-compare-before': { zh: '先前的文件，- 表示标准输入', en: 'the earlier file; - is stdin' },
  'help-compare-after': { zh: '后来的文件', en: 'the later file' },
  'help-option-compare-to': {
    zh: 'text（默认）、json、html 或 xlsx',
    en: 'text (default), json, html or xlsx',
  },
  'help-option-compare-fail-on': {
    zh: 'warning：有警告时退出码为 1；默认 never',
    en: 'warning: exit code 1 where there is one; default never',
  },
  'help-compare-more': {
    zh: `
示例：
  zxpj compare 目标表.pdf 自评表.docx
  zxpj compare 初稿.xlsx 定稿.xlsx --to xlsx -o 改动.xlsx
  zxpj compare 2023.json 2024.json --to json

同一项目按项目编码对应，没有编码的按名称和单位，名称相近的会说明。指标值降低、
指标减少、预算变动三成以上是警告；改名、分值调整、新增是提示。相邻两年的自评表
另比：指标值低于上年实际、结转多于上年未用完的资金。

退出码：0 已比较；1 有文件只读出一部分，或有警告而用了 --fail-on warning；
2 有文件无法读取、没有表，或用法有误。`,
    en: `
Examples:
  zxpj compare targets.pdf report.docx
  zxpj compare draft.xlsx final.xlsx --to xlsx -o changes.xlsx
  zxpj compare 2023.json 2024.json --to json

Projects are paired by code, else by name and unit; a name that is only alike is
told. A lowered target, an indicator that is gone and a budget that moved by
30 % are warnings; new names, weights and indicators are info. Between two
years: targets below last year's actual, more carried over than was left.

Exit codes: 0 compared; 1 a file was read in part, or a warning with
--fail-on warning; 2 a file cannot be read or has no form, or wrong usage.`,
  },
  'compare-title': { zh: '两份文件的不同', en: 'What differs' },
  'compare-form-dropped': {
    zh: '后来的文件里没有这个项目',
    en: 'the later file has no such project',
  },
  'compare-form-added': {
    zh: '先前的文件里没有这个项目',
    en: 'the earlier file has no such project',
  },
  'compare-paired-likeness': {
    zh: '按名称相近对应：先前叫“{name}”',
    en: 'paired by a name that is alike: it was "{name}"',
  },
  'compare-paired-only': {
    zh: '两份文件各只有一张表，按此对应：先前叫“{name}”',
    en: 'paired as the only form of each file: it was "{name}"',
  },
  'compare-summary': {
    zh: '对应 {pairs} 个项目，有改动的 {changed} 个；后来没有的 {dropped} 个，新增 {added} 个',
    en: 'projects paired {pairs}, with changes {changed}; gone {dropped}, new {added}',
  },
  'compare-column-project': { zh: '项目名称', en: 'Project' },
  'compare-column-severity': { zh: '级别', en: 'Severity' },
  'compare-column-message': { zh: '说明', en: 'Message' },
  'compare-column-before': { zh: '先前', en: 'Before' },
  'compare-column-after': { zh: '后来', en: 'After' },
  'compare-column-place-before': { zh: '先前的位置', en: 'Place before' },
  'compare-column-place-after': { zh: '后来的位置', en: 'Place after' },
} as const satisfies Wordings;
