import { page } from '../../../messages/page.ts';
import type { PageWord } from '../../../messages/page.ts';

export type { PageWord } from '../../../messages/page.ts';

let language: 'zh' | 'en' = 'zh';

export function currentLanguage(): 'zh' | 'en' {
  return language;
}

export function speak(wanted: 'zh' | 'en'): void {
  language = wanted;
  document.documentElement.lang = wanted === 'zh' ? 'zh-CN' : 'en';
}

/** The page's words in the language that is chosen. */
export function t(word: PageWord, data: Readonly<Record<string, string | number>> = {}): string {
  return page[word][language].replace(/\{(\w+)\}/gu, (_, name: string) => String(data[name] ?? ''));
}
