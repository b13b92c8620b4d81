import { findLabel, lengths } from '../../lexicon/index.ts';

/** So many lines with wide gaps, and so many of a form's words in them, make a text one whose columns spaces show. */
const least = { lines: 3, words: 4, share: 0.3 };

/** Whether a text shows the words of a form in lines that hold wide gaps. */
export function showsColumns(text: string): boolean {
  let lines = 0;
  const words = new Set<string>();
  for (const line of text.split('\n')) {
    const parts = line.trim().split(/[ \u3000]{2,}/u);
    if (parts.length < 2) continue;
    lines += 1;
    for (const part of parts)
      for (const word of part.split(/\s/u))
        if (word.length <= lengths.label && findLabel(word) !== null) words.add(word);
    if (lines >= least.lines && words.size >= least.words) return true;
  }
  return false;
}
