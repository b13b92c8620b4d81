/**
 * White space, control characters and zero-width characters: what a reader cannot see and the accounting does not count.
 */
const blank = /[\s\p{Cc}\p{Cf}]/u;

function isBlankCode(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x7f) return false;
  if (code >= 0x2e80 && code < 0xd800 && code !== 0x3000) return false;
  return blank.test(String.fromCodePoint(code));
}

/** Number of non-blank characters (code points) of a text. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    if (!isBlankCode(code)) count += 1;
  }
  return count;
}

/** Whether a text shows nothing. */
export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    if (!isBlankCode(code)) return false;
  }
  return true;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Whether a character takes two columns on a screen of fixed columns, as CJK and full-width ones do. */
export function isWide(character: string): boolean {
  return wide.test(character);
}
