import type { Wordings } from './wording.ts';

/** What the reports of `zxpj check` say. */
export const report = {
  'report-severity-error': { zh: '错误', en: 'error' },
  'report-severity-warning': { zh: '警告', en: 'warning' },
  'report-severity-info': { zh: '提示', en: 'info' },
  'report-unverifiable': { zh: '未核', en: 'open' },
  'report-printed': { zh: '印出 {value}', en: 'printed {value}' },
  'report-expected': { zh: '应为 {value}', en: 'expected {value}' },
  'report-range': { zh: '允许 {from}～{to}', en: 'range {from}–{to}' },
  'report-line': { zh: '第 {line} 行', en: 'line {line}' },
  'report-lines': { zh: '第 {line}–{endLine} 行', en: 'lines {line}–{endLine}' },
  'report-page': { zh: '第 {page} 页', en: 'page {page}' },
  'report-cell': {
    zh: '表 {table} 第 {row} 行第 {column} 列',
    en: 'table {table}, row {row}, column {column}',
  },
  'report-form': { zh: '第 {number} 张', en: 'form {number}' },
  'report-unnamed': { zh: '（未写项目名称）', en: '(no project name)' },
  'report-forms': { zh: '{count} 张表', en: 'forms: {count}' },
  'report-unreadable': { zh: '未核对', en: 'not checked' },
  'report-partial': { zh: '只读出一部分', en: 'read in part' },
  'report-many': { zh: '{title}：{count} 处（{places}）', en: '{title}: {count} times ({places})' },
  'report-many-more': { zh: '{places} 等', en: '{places} …' },
  'report-clean': { zh: '没有问题。', en: 'No findings.' },
  'report-clean-rest': { zh: '没有新问题。', en: 'No new findings.' },
  'report-clean-forms': {
    zh: '其余 {count} 张表没有问题',
    en: 'no findings in the other forms: {count}',
  },
  'report-summary-files': {
    zh: '文件 {files} 个，表 {forms} 张',
    en: 'files {files}, forms {forms}',
  },
  'report-summary-findings': {
    zh: '错误 {error}，警告 {warning}，提示 {info}',
    en: 'errors {error}, warnings {warning}, info {info}',
  },
  'report-summary-checks': {
    zh: '核对 {all} 项：完全相符 {exact}，舍入内相符 {withinRounding}，不符 {mismatch}，无法核对 {unverifiable}',
    en: 'checks {all}: exact {exact}, within rounding {withinRounding}, mismatch {mismatch}, not verifiable {unverifiable}',
  },
  'report-summary-unverifiable': {
    zh: '无法核对的规则（表数）：',
    en: 'rules not verifiable (forms): ',
  },
  'report-summary-failed': {
    zh: '有 {count} 个文件没有核对，见上',
    en: 'files not checked: {count}, see above',
  },
  'report-summary-partial': {
    zh: '有 {count} 个文件只读出一部分，其余部分没有核对',
    en: 'files read in part, the rest unchecked: {count}',
  },
  'report-summary-passed-over': {
    zh: '文件夹中有 {count} 个其他类型的文件没有读',
    en: 'files of other kinds passed over: {count}',
  },
  'report-summary-hidden': {
    zh: '基线隐藏 {hidden} 个问题',
    en: 'hidden by the baseline: {hidden}',
  },
  'report-summary-stale': {
    zh: '基线中有 {stale} 条已不再出现，可用 --update-baseline 清除',
    en: 'entries of the baseline that occur no more: {stale} (--update-baseline removes them)',
  },
  'report-title': { zh: '绩效自评表复核结果', en: 'Review of performance forms' },
  'report-column-file': { zh: '文件', en: 'File' },
  'report-column-form': { zh: '表序号', en: 'Form' },
  'report-column-project': { zh: '项目名称', en: 'Project' },
  'report-column-department': { zh: '主管部门', en: 'Department' },
  'report-column-severity': { zh: '级别', en: 'Severity' },
  'report-column-rule': { zh: '规则', en: 'Rule' },
  'report-column-message': { zh: '说明', en: 'Message' },
  'report-column-printed': { zh: '印出', en: 'Printed' },
  'report-column-expected': { zh: '应为', en: 'Expected' },
  'report-column-from': { zh: '允许下限', en: 'Range from' },
  'report-column-to': { zh: '允许上限', en: 'Range to' },
  'report-column-hint': { zh: '可能原因', en: 'Likely cause' },
  'report-column-place': { zh: '位置', en: 'Place' },
  'report-column-path': { zh: '字段', en: 'Field' },
  'report-column-fingerprint': { zh: '指纹', en: 'Fingerprint' },
} as const satisfies Wordings;
