import { countCharacters } from '../../model/index.ts';
import type { Cleaned } from '../shared/crumbs.ts';

const image = '!\\[[^\\[\\]\\n]{0,200}\\]\\([^()\\s]{0,1000}\\)';
const escaped = '\\\\[!-/:-@[-`{-~]';
const removable = new RegExp(`${image}|${escaped}`, 'g');

/** `**x**`, but not the blanks that forms leave to be filled in: `≥**%`, `**年**月`. */
const strong = /(?<![\\*])\*\*(?![\s*%％])([^*]{1,500}?)(?<![\s\\（(])\*\*(?!\*)/g;
/** A text that is emphasised as a whole: `*x*`, `_x_`, `***x***`, `**_x_**`. */
const whole = /^(?<!\\)([*_]{1,4})(?![*_\s])([^*_]*[^*_\s\\])([*_]{1,4})$/;
const border = /^[\s\p{P}]$/u;
const figure = /^[%％]$/;

/** Removes what markdown adds to a text: emphasis that is closed, backslashes before punctuation, images. */
export function removeInline(text: string): Cleaned {
  let markup = 0;
  const unwrapped = text
    .trim()
    .replace(whole, (kept: string, opening: string, inner: string, closing: string) => {
      if (opening !== [...closing].reverse().join('')) return kept;
      markup += 2 * opening.length;
      return inner;
    });
  const plain = unwrapped.replace(strong, (kept: string, inner: string, at: number) => {
    if (!isBorder(unwrapped.charAt(at - 1)) || !isBorder(unwrapped.charAt(at + kept.length)))
      return kept;
    markup += 4;
    return inner;
  });
  const shown = withBreaks(plain).replace(removable, (printed) => {
    const kept = printed.startsWith('\\') ? printed.slice(1) : '';
    markup += countCharacters(printed) - countCharacters(kept);
    return kept;
  });
  return { text: shown, markup };

  /** `\\\\` before white space, or at the end, breaks the line in wikis. */
  function withBreaks(printed: string): string {
    return printed.replace(/\\\\(?=\s|$)\s*/g, () => {
      markup += 2;
      return '\n';
    });
  }
}

function isBorder(character: string): boolean {
  return character === '' || (border.test(character) && !figure.test(character));
}
