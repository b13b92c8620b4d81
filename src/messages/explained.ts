import type { Wordings } from './wording.ts';

/** What `zxpj tables --stage explained` says. */
export const explainedWords = {
  'explained-place': { zh: '位置', en: 'place' },
  'explained-claim': { zh: '读作', en: 'read as' },
  'explained-cost': { zh: '代价', en: 'cost' },
  'explained-margin': { zh: '余地', en: 'spare' },
  'explained-rival': { zh: '次选', en: 'runner-up' },
  'explained-text': { zh: '内容', en: 'text' },
  'explained-row': { zh: '表 {table} 行 {row}', en: 'table {table}:{row}' },
  'explained-sum': { zh: '代价 {cost}', en: 'cost {cost}' },
  'explained-or': { zh: '或 {reading}', en: 'or {reading}' },
  'explained-legend': {
    zh: '余地：改读作次选要贵多少。? 一行读得没有把握。',
    en: 'spare: how much dearer the runner-up would be. ? marks what is uncertain.',
  },
} as const satisfies Wordings;
