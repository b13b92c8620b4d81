import { countCharacters } from '../../model/index.ts';
import type { Cleaned } from '../shared/crumbs.ts';

const image = '!\\[[^\\[\\]\\n]{0,200}\\]\\([^()\\s]{0,1000}\\)';
const escaped = '\\\\[!-/:-@[-`{-~]';
const removable = new RegExp(`${image}|${escaped}`, 'g');

/** `**x**`, but not the blanks that forms leave to be filled in: `≥**%`, `**年**月`. */
const strong = /(?<![\\*])\*\*(?![\s*%％])([^*]{1,500}?)(?<![\s\\（(])\*\*(?!\*)/g;
const border = /^[\s\p{P}]$/u;
const figure = /^[%％]$/;

/** Removes what markdown adds to a text: emphasis that is closed, backslashes before punctuation, images. */
export function removeInline(text: string): Cleaned {
  let markup = 0;
  const plain = text.replace(strong, (whole: string, inner: string, at: number) => {
    if (!isBorder(text.charAt(at - 1)) || !isBorder(text.charAt(at + whole.length))) return whole;
    markup += 4;
    return inner;
  });
  const shown = plain.replace(removable, (whole) => {
    const kept = whole.startsWith('\\') ? whole.slice(1) : '';
    markup += countCharacters(whole) - countCharacters(kept);
    return kept;
  });
  return { text: shown, markup };
}

function isBorder(character: string): boolean {
  return character === '' || (border.test(character) && !figure.test(character));
}
