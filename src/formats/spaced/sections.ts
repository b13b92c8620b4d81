import { findTitle, findLabel, lengths } from '../../lexicon/index.ts';
import { readLines } from '../shared/lines.ts';
import type { Line } from '../shared/lines.ts';

/** A title and what stands below it. */
export interface Section {
  readonly title: Line | null;
  readonly lines: readonly Line[];
  /** Whether words of a form stand in it. */
  readonly form: boolean;
}

const longestTitle = 80;
/** A form shows so many of its words. */
const enoughWords = 3;

/** The parts of a text between titles, which stand alone on their lines. */
export function* sectionsOf(text: string): Generator<Section> {
  let title: Line | null = null;
  let lines: Line[] = [];
  const words = new Set<string>();
  for (const line of readLines(text)) {
    if (isTitle(line.text)) {
      yield { title, lines, form: words.size >= enoughWords };
      title = line;
      lines = [];
      words.clear();
      continue;
    }
    lines.push(line);
    if (words.size < enoughWords)
      for (const word of line.text.split(/\s+/u))
        if (word.length > 1 && word.length <= lengths.label && findLabel(word) !== null)
          words.add(word);
  }
  yield { title, lines, form: words.size >= enoughWords };
}

function isTitle(line: string): boolean {
  const text = line.trim();
  return (
    text.length > 4 &&
    text.length <= longestTitle &&
    !/\s{2}/u.test(text) &&
    findTitle(text) !== null
  );
}
