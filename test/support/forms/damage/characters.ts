import type { Random } from '../random.ts';

/** Han characters and the punctuation set with them: white space beside one vanishes. */
const cjk = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]/u;

/** Places inside a text where a break loses nothing: beside a Chinese character, never inside a Latin word or number. */
function breaks(text: string): number[] {
  const places: number[] = [];
  for (let index = 1; index < text.length; index += 1) {
    const before = text[index - 1] ?? '';
    const after = text[index] ?? '';
    if (/\s/.test(before + after)) continue;
    if (cjk.test(before) || cjk.test(after)) places.push(index);
  }
  return places;
}

/** Breaks a text into lines of about `width` characters, as a narrow column does. */
export function wrapText(text: string, width: number, mark: string): string {
  const allowed = new Set(breaks(text));
  let out = '';
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (length >= width && allowed.has(index)) {
      out += mark;
      length = 0;
    }
    out += text[index] ?? '';
    length += 1;
  }
  return out;
}

/** Two parts of a text, cut where nothing is lost; null where it is too short to be cut. */
export function cutText(text: string, random: Random): [string, string] | null {
  const places = breaks(text).filter((place) => place >= 2 && place <= text.length - 2);
  if (places.length === 0) return null;
  const place = random.pick(places);
  return [text.slice(0, place), text.slice(place)];
}
