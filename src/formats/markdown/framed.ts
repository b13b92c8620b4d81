import type { PlacedCell, PlacedGrid } from '../shared/pieces.ts';

/** The frame around a table whose columns only the lines within show: `+-----+`. */
const frame = /^\s*\+-{3,}\+\s*$/;
/** A piece of a rule between two bars: `----+---`. */
const rulePiece = /^-{2,}(?:\+-{2,})*$/;

/** A cell under way: the row and the place where it begins, and its lines. */
interface Open {
  readonly row: number;
  readonly column: number;
  readonly texts: string[];
  readonly line: number;
  endLine: number;
}

/**
 * Reads the table that a text browser draws: a frame without corners within, rules from bar to bar between its rows, and beside those the text
 * of cells that go on. Fonts disagree about the width of characters, so a cell is known by its number, not by its place. Null where none begins.
 *
 * @param first the number of the first line
 */
export function readFramed(
  lines: readonly string[],
  first: number,
): { grid: PlacedGrid; lines: number } | null {
  if (!frame.test(lines[0] ?? '')) return null;
  const end = lines.findIndex((line, index) => index > 0 && !/^\s*\|.*\|\s*$/.test(line));
  if (end < 2 || !frame.test(lines[end] ?? '')) return null;
  const rows = lines.slice(1, end).map((line) => line.trim().slice(1, -1).split('|'));
  if (!rows.some((pieces) => pieces.every(isRule))) return null;
  const reader = new FrameReader();
  const fits = rows.every((pieces, index) => reader.read(pieces, first + 1 + index));
  return fits ? { grid: reader.grid(), lines: end + 1 } : null;
}

function isRule(piece: string): boolean {
  return rulePiece.test(piece);
}

class FrameReader {
  readonly #cells: Open[] = [];
  /** The cells of the row that is being read; null above it. */
  #row: Open[] | null = null;
  /** Cells that go on below the last rule: those in front, and those behind. */
  #kept: { readonly front: readonly Open[]; readonly back: readonly Open[] } = {
    front: [],
    back: [],
  };
  /** The line on which each row begins. */
  readonly #lines: number[] = [];

  /** @returns false where the line fits no table */
  read(pieces: readonly string[], line: number): boolean {
    if (!pieces.some(isRule)) return this.#readText(pieces, line);
    const [front, back] = [
      pieces.findIndex(isRule),
      pieces.length - 1 - pieces.findLastIndex(isRule),
    ];
    const above = this.#row;
    if (above === null || front + back > above.length) return false;
    const kept = { front: above.slice(0, front), back: above.slice(above.length - back) };
    add(kept.front, pieces.slice(0, front), line);
    add(kept.back, pieces.slice(pieces.length - back), line);
    this.#kept = kept;
    this.#row = null;
    return true;
  }

  grid(): PlacedGrid {
    const columns = this.#cells.reduce((most, { column }) => Math.max(most, column + 1), 0);
    const byPlace = new Map(this.#cells.map((cell) => [cell.row * columns + cell.column, cell]));
    const rows = this.#lines.length;
    const cells = Array.from({ length: rows * columns }, (_, place): PlacedCell => {
      const cell = byPlace.get(place);
      const line = cell?.line ?? this.#lines[Math.floor(place / columns)] ?? 1;
      return {
        text: (cell?.texts ?? []).join('\n'),
        row: Math.floor(place / columns),
        column: place % columns,
        rowSpan: 1,
        columnSpan: 1,
        line,
        endLine: cell?.endLine ?? line,
      };
    });
    return { rows, columns, cells, wideRows: [] };
  }

  #readText(pieces: readonly string[], line: number): boolean {
    this.#row ??= this.#begin(pieces.length, line);
    if (this.#row.length !== pieces.length) return false;
    add(this.#row, pieces, line);
    return true;
  }

  /** A row of so many cells, of which some began above. */
  #begin(length: number, line: number): Open[] {
    const { front, back } = this.#kept;
    const row = this.#lines.push(line) - 1;
    return Array.from({ length }, (_, column): Open => {
      const above = front[column] ?? back[column - (length - back.length)];
      if (above !== undefined) return above;
      const cell = { row, column, texts: [], line, endLine: line };
      this.#cells.push(cell);
      return cell;
    });
  }
}

function add(cells: readonly Open[], pieces: readonly string[], line: number): void {
  cells.forEach((cell, index) => {
    const text = (pieces[index] ?? '').trim();
    if (text === '') return;
    cell.texts.push(text);
    cell.endLine = line;
  });
}
