import type { Wordings } from './wording.ts';

/** What is noticed while a document is read: the diagnostics of the JSON. */
export const notes = {
  'accounting-mismatch': {
    zh: '字数核对不上：原文 {total} 字，各项合计 {sum} 字。这是程序的缺陷，请附上文件反馈。',
    en: 'the characters do not add up: {total} in the source, {sum} accounted for. This is a bug; please report it with the file.',
  },
  'extension-mismatch': {
    zh: '扩展名是 {extension}，内容却是 {format}，已按 {format} 读取。',
    en: 'the name says {extension}, the content is {format}; it was read as {format}.',
  },
  'no-form': {
    zh: '没有找到绩效自评表或绩效目标表。可用 zxpj tables 查看读到了哪些表格。',
    en: 'no performance form was found. zxpj tables shows which tables were read.',
  },
  'schema-mismatch': {
    zh: '结果中 {path} 不符合 JSON 结构（{cause}）。这是程序的缺陷，请附上文件反馈。',
    en: 'the result does not match its schema at {path} ({cause}). This is a bug; please report it with the file.',
  },
} as const satisfies Wordings;
