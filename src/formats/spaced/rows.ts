import type { RawCell } from '../shared/pieces.ts';
import type { Line } from '../shared/lines.ts';
import { cellsOf } from './places.ts';
import type { Token } from './places.ts';
import type { Starts } from './starts.ts';

/** A line with its cells in their columns. */
export interface PlacedLine {
  readonly number: number;
  readonly cells: readonly PlacedCell[];
}

export interface PlacedCell extends Token {
  readonly column: number;
}

/** The cells of a line, each in the column at whose start it stands, or of which it covers most. */
export function placeLine({ text, number }: Line, starts: Starts): PlacedLine {
  const { measure, places } = starts;
  const known = new Set(places);
  const own = cellsOf(text, measure, known);
  return { number, cells: own.map((cell) => ({ ...cell, column: columnOf(cell, places) })) };
}

function columnOf({ from, to }: Token, places: readonly number[]): number {
  let best = { column: 0, shared: -Infinity };
  for (let column = 0; column < places.length; column += 1) {
    const start = places[column] ?? 0;
    if (start === from) return column;
    const left = column === 0 ? -Infinity : start;
    const shared = Math.min(to, places[column + 1] ?? Infinity) - Math.max(from, left);
    if (shared > best.shared) best = { column, shared };
  }
  return best.column;
}

/** The cells of a row: blank where a column shows nothing. */
export function toRow(lines: readonly PlacedLine[], { measure, places }: Starts): RawCell[] {
  const first = lines[0]?.number ?? 1;
  const row = places.map((_, column): RawCell => {
    const own = lines.flatMap(({ cells, number }) =>
      cells.filter((cell) => cell.column === column).map(({ text }) => ({ text, number })),
    );
    const [head] = own;
    if (head === undefined) return { text: '', line: first };
    const endLine = own.at(-1)?.number ?? head.number;
    return {
      text: own
        .map(
          ({ text, number }, index) =>
            (index === 0 ? '' : number === own[index - 1]?.number ? ' ' : '\n') + text,
        )
        .join(''),
      line: head.number,
      endLine,
    };
  });
  return measure.side === 'left' ? row : row.reverse();
}
