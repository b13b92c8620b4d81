import { memoText } from './memo.ts';

const anySpace = /[\s\u200b-\u200d\u2060\ufeff]/;
const spaces = /[\s\u200b-\u200d\u2060\ufeff]+/g;
/** Soft hyphens and marks of writing direction: word processors and pages leave them between characters, and nobody sees them. */
const unseen = /[\u00ad\u200e\u200f\u202a-\u202e\u2061-\u2064\u2066-\u2069]/g;

function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** Scripts and marks beside which Chinese typesetting puts no space. */
const tight =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{P}\p{S}\u3000-\u303f\uff00-\uffef]/u;

function standsTight(character: string | undefined): boolean {
  return character === undefined || tight.test(character);
}

/**
 * Folds white space as CONTRACT.md says: beside a CJK character or a punctuation mark it vanishes, between two Latin words
 * or numbers it becomes one space. Nothing else is changed.
 */
export function cleanText(raw: string): string {
  const text = withoutUnseen(raw).trim();
  if (!anySpace.test(text)) return text;
  return text.replace(spaces, (run, offset: number) => {
    const before = text[offset - 1];
    const after = text[offset + run.length];
    return standsTight(before) || standsTight(after) ? '' : ' ';
  });
}

/** Full-width ASCII as plain ASCII: `（１）` → `(1)`, `：` → `:`. Length is kept, so positions stay comparable. */
export function foldWidth(text: string): string {
  if (!/[\uff01-\uff5e]/.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** A label's key for look-ups: width folded, all white space removed, closing colons dropped. */
export function labelKey(text: string): string {
  return foldWidth(withoutUnseen(text))
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/:+$/, '');
}

/** So many numbers one behind the other count columns, and say nothing else. */
const fewestCounted = 4;

/** Whether texts count: 1, 2, 3, 4 … */
export function countUp(texts: readonly string[]): boolean {
  return texts.length >= fewestCounted && texts.every((text, index) => text === String(index + 1));
}

/** What people write for "nothing": blank, dashes, a slash, 无. */
export const isNil = memoText((text): boolean =>
  /^(?:|[-‐-―－—–─一]{1,4}|\/|\\|无|不涉及)$/.test(text.replace(/\s/g, '')),
);
