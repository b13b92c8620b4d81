import { readLines } from '../shared/lines.ts';
import type { Line } from '../shared/lines.ts';

/** A line, or an HTML table that stands in the text. `number` and `start` count in the whole text. */
export type Block =
  | ({ readonly kind: 'line' } & Line)
  | {
      readonly kind: 'html';
      readonly html: string;
      readonly number: number;
      readonly start: number;
    };

/** Cuts a text into its lines and the HTML tables between them. */
export function* readBlocks(text: string): Generator<Block> {
  let from = 0;
  let number = 1;
  for (const [start, end] of tableRanges(text)) {
    const between = text.slice(from, start);
    yield* linesOf(between, number, from);
    number += countBreaks(between);
    const html = text.slice(start, end);
    yield { kind: 'html', html, number, start };
    number += countBreaks(html);
    from = end;
  }
  yield* linesOf(text.slice(from), number, from);
}

function* linesOf(text: string, number: number, start: number): Generator<Block> {
  if (text === '') return;
  for (const line of readLines(text))
    yield { kind: 'line', ...line, number: line.number + number - 1, start: line.start + start };
}

/** Where outermost tables begin and end; one that is not closed goes on to the end of the text. */
function* tableRanges(text: string): Generator<[start: number, end: number]> {
  let depth = 0;
  let start = 0;
  for (const { 0: tag, index } of text.matchAll(/<\/?table\b[^<>]*>?/gi)) {
    if (!tag.startsWith('</')) {
      if (depth === 0) start = index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) yield [start, index + tag.length];
    }
  }
  if (depth > 0) yield [start, text.length];
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
