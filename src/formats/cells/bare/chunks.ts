import { findTitle, names } from '../../../lexicon/index.ts';
import type { Line } from '../../shared/lines.ts';
import type { Paragraph } from '../segments.ts';

/** So many lines are read together before a new form is waited for, and at most. */
const manyLines = 200;
const mostLines = 3000;
const longestOpening = 60;

/** Parts of a text that are read one by one: cut before what opens a form, so that time grows with the length alone. */
export function* chunksOf(lines: Iterable<Line>): Generator<Paragraph[]> {
  let chunk: Paragraph[] = [];
  for (const { text, number } of lines) {
    if (chunk.length >= mostLines || (chunk.length >= manyLines && opens(text))) {
      yield chunk;
      chunk = [];
    }
    chunk.push({ text, number });
  }
  yield chunk;
}

function opens(text: string): boolean {
  if (text.length > longestOpening) return false;
  const words = text.replaceAll(/\s+/gu, '');
  return words !== '' && (findTitle(words) !== null || names(words, 'projectName'));
}
