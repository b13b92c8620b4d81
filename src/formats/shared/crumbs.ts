import { countCharacters } from '../../model/index.ts';
import { decodeEntity } from './entities.ts';

/** A text without exporters' markup, and how many non-blank characters that took away. */
export interface Cleaned {
  readonly text: string;
  readonly markup: number;
}

const inlineTags = 'a|b|big|em|font|i|img|o:p|s|small|span|strike|strong|sub|sup|u';
const blockTags = 'body|br|center|div|h[1-6]|head|hr|html|li|ol|p|pre|ul';
// `<b>` is markup and `a<b` is not: a tag must close, and between its name and its end only name=value pairs may stand.
const value = `"[^"<>]{0,2000}"|'[^'<>]{0,2000}'|[^\\s"'<>]{1,2000}`;
const attributes = `(?:\\s{1,100}[\\w:-]{1,100}\\s{0,100}=\\s{0,100}(?:${value})){0,50}`;
const tag = `<(/?)(${blockTags}|${inlineTags})${attributes}\\s{0,100}/?>`;
const bookmark = '\\[bookmark:[^\\[\\]\\r\\n]{0,200}\\]';
const entity = '&#?\\w{1,32};';
const crumb = new RegExp(`${tag}|${bookmark}|${entity}`, 'gi');
const block = new RegExp(`^(?:${blockTags})$`, 'i');

/**
 * Removes what exporters left in a text: `<p style=…>`, `</p>`, `<span>`, `&nbsp;`, `[bookmark: _GoBack]`. A `<br>` and the
 * border between two paragraphs become a line break. Ordinary text such as `<5%`, `a<b` or `[2020]10号` stays.
 */
export function removeCrumbs(text: string): Cleaned {
  if (!/[<&[]/.test(text)) return { text, markup: 0 };
  const kept: string[] = [];
  let markup = 0;
  let from = 0;
  for (const match of text.matchAll(crumb)) {
    const [whole, , name] = match;
    const replacement = whole.startsWith('&')
      ? decodeEntity(whole)
      : name !== undefined && block.test(name)
        ? '\n'
        : '';
    if (replacement === null) continue;
    kept.push(text.slice(from, match.index), replacement);
    markup += countCharacters(whole) - countCharacters(replacement);
    from = match.index + whole.length;
  }
  if (from === 0) return { text, markup: 0 };
  kept.push(text.slice(from));
  return { text: joinParagraphs(kept), markup };
}

/** `</p><p>` is one border: runs of line breaks made of markup fold into one, and none stands at either end. */
function joinParagraphs(parts: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (part !== '\n') line += part;
    else {
      if (line.trim() !== '') lines.push(line);
      line = '';
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line);
  return lines.join('\n');
}
