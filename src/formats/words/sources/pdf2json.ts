import type { WordSource } from '../types.ts';
import { PageGatherer } from './gather.ts';

/** Points to one of the units of x and y; widths are in points. */
const unit = 16;
/** A line's height, of which nothing is said: any that no line of a form exceeds. */
const height = 0.5;

interface Run {
  readonly T?: unknown;
}

/** JSON of pdf2json: `Pages[].Texts[]` with x, y, w and R[].T, which is coded as in an address. */
export const pdf2json: WordSource = {
  looksLike: (head) => /^\s*\{/.test(head) && /"Texts"\s*:\s*\[/.test(head) && /"Pages"/.test(head),
  read: (text) => {
    const found = new PageGatherer();
    for (const page of listOf(parsed(text), 'Pages', 'formImage')) {
      found.page();
      const texts = listOf(page, 'Texts');
      const scale = scaleOf(texts);
      for (const item of texts) addText(found, item, scale);
    }
    return [...found.pages];
  },
};

/** A share so small of the distances may be too short, where characters are pushed together. */
const pushed = 0.1;

/** What widths are to be multiplied with: they leave out the page's own scale, which the distances of neighbours show. */
function scaleOf(texts: readonly Record<string, unknown>[]): number {
  const ratios = texts.flatMap((item, index) => {
    const next = texts[index + 1];
    const [x, w, after] = [item['x'], item['w'], next?.['x']].map(Number) as [
      number,
      number,
      number,
    ];
    const ratio = ((after - x) * unit) / w;
    return next?.['y'] === item['y'] && ratio > 0 ? [ratio] : [];
  });
  ratios.sort((one, other) => one - other);
  return Math.min(1, ratios[Math.floor(ratios.length * pushed)] ?? 1);
}

function addText(found: PageGatherer, item: Record<string, unknown>, scale: number): void {
  const runs = listOf(item, 'R') as readonly Run[];
  const words = runs.map(({ T }) => decoded(typeof T === 'string' ? T : '')).join('');
  const [x, y, w] = [item['x'], item['y'], item['w']].map(Number) as [number, number, number];
  found.word(words, [x * unit, y * unit, x * unit + w * scale, (y + height) * unit]);
}

/** A list of objects under one of some keys; whatever else stands there is none. */
function listOf(value: unknown, ...keys: readonly string[]): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  for (const key of keys) {
    const inner = (value as Record<string, unknown>)[key];
    if (Array.isArray(inner))
      return inner.filter(
        (one): one is Record<string, unknown> => typeof one === 'object' && one !== null,
      );
    if (inner !== undefined) return listOf(inner, ...keys);
  }
  return [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
