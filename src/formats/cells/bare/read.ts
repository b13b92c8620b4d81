import type { Paragraph } from '../segments.ts';
import { spareOf } from './align.ts';
import { isTable } from './columns.ts';
import type { Columns } from './columns.ts';
import type { Move } from './moves.ts';
import { margins } from './rivals.ts';
import { cheapestPath } from './search.ts';
import type { Path, Placed } from './search.ts';
import { tokensOf, waysOf } from './tokens.ts';
import type { Token, Way } from './tokens.ts';

/** A row that was read, or a text outside every table. */
export interface BareRow {
  readonly kind: 'row' | 'outside';
  /** The lines of each cell; none where nothing stands for it. */
  readonly cells: readonly (readonly Paragraph[])[];
  /** Another reading is nearly as likely, or something stands where it is not asked for. */
  readonly doubted: boolean;
}

interface Reading extends Path {
  readonly tokens: readonly Token[];
  readonly way: Way;
}

/** That every row is complete has to be shown by more rows than one. */
const regularWay = 0.5;

/** Reads lines as cells, its blank lines taken in the way that lets the rows close at least cost. */
export function readBare(lines: readonly Paragraph[]): {
  readonly rows: BareRow[];
  /** Whether every row is complete, so that its cells can be counted. */
  readonly counted: boolean;
} {
  const ways = waysOf(lines);
  const loose = cheapestOf(
    lines,
    ways.filter(({ regular }) => !regular),
  );
  const regular = ways.filter(
    (way) => way.regular && (way.rowEnd === Infinity || way.rowEnd === loose?.way.rowEnd),
  );
  const strict = cheapestOf(lines, regular);
  const best = strict !== null && strict.cost < (loose?.cost ?? Infinity) ? strict : loose;
  return best === null
    ? { rows: [], counted: true }
    : { rows: joinedBlocks(rowsOf(best)), counted: best.way.regular };
}

/**
 * Rows of which nothing but their words tells where they end: measured on forms that nobody had seen, one in thirty is wrong
 * where every row seems right. The first row of a table says so for all.
 */
export function withDoubt(rows: readonly BareRow[]): BareRow[] {
  const first = rows.findIndex(({ kind, cells }) => kind === 'row' && cells.length > 2);
  return rows.map((row, index) => (index === first ? { ...row, doubted: true } : row));
}

function cheapestOf(lines: readonly Paragraph[], ways: readonly Way[]): Reading | null {
  let best: Reading | null = null;
  for (const way of ways) {
    const tokens = tokensOf(lines, way);
    const path = cheapestPath(tokens, way.regular);
    const cost = path.cost + (way.regular ? regularWay : 0);
    if (best === null || cost < best.cost - 1e-9) best = { ...path, cost, tokens, way };
  }
  return best;
}

interface Drafted extends BareRow {
  readonly move: Move['kind'];
}

function rowsOf(reading: Reading): Drafted[] {
  const { tokens, moves } = reading;
  const spare = margins(reading, tokens);
  const first = moves.findIndex(({ move }) => !apart.has(move.kind));
  const last = moves.findLastIndex(({ move }) => !apart.has(move.kind));
  return moves.flatMap((placed, index): Drafted[] => {
    const { kind, length } = placed.move;
    if (kind === 'spacer') return [];
    const cells = tokens.slice(placed.at, placed.at + length);
    const doubted =
      index >= first && index <= last && isDoubted(placed, cells, spare, reading.way.regular);
    return rowsOfMove(placed, cells).map((row) => ({
      kind: lines.has(kind) ? 'outside' : 'row',
      cells: row,
      doubted,
      move: kind,
    }));
  });
}

const apart: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['spacer', 'outside']);

/** What stands between the grids: the titles of parts hardly ever stand in one. */
const lines: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['outside', 'section']);

/** A row that costs more says something which its place does not ask for. */
const doubtful = 2.4;
/** Another reading is as likely. */
const slight = 0.5;

function isDoubted(
  { at, move, state }: Placed,
  cells: readonly Token[],
  spare: readonly number[],
  regular: boolean,
): boolean {
  if (move.cost >= doubtful) return true;
  if (Math.min(...spare.slice(at, at + move.length)) < slight) return true;
  if (move.aligned !== null && state !== null) {
    const inTable = regular && isTable(state);
    if (spareOf(cells, state.roles, inTable, move.aligned) < slight) return true;
  }
  // Lines of two goals below each other: nothing but their numbers tells where the second one begins.
  const { aligned } = move;
  const lines = move.kind === 'pair' ? 2 : new Set(aligned?.places).size || cells.length;
  const more = cells.filter(({ facts }, index) => index > 0 && !facts.blank).slice(1);
  return lines < cells.length && !more.some(({ facts }) => facts.numbering > 1);
}

type Cells = readonly (readonly Paragraph[])[];

/** The cells of what a move read, in their columns, row by row. */
function rowsOfMove({ move, state }: Placed, tokens: readonly Token[]): Cells[] {
  const cells = tokens.map((token) => token.lines);
  if (move.kind === 'pair') return [[cells[0] ?? [], cells.slice(1).flat()]];
  if (move.kind === 'heading' && move.columns !== null) return headingRows(tokens, move.columns);
  const { aligned } = move;
  if (aligned === null || state === null) return [cells];
  return [
    state.roles.map((_, column) =>
      cells.filter((__, index) => aligned.places[index] === column).flat(),
    ),
  ];
}

function headingRows(tokens: readonly Token[], { roles, added, below }: Columns): Cells[] {
  const shown = below === undefined ? tokens : tokens.filter(({ facts }) => !facts.blank);
  const cells = shown.map((token) => token.lines);
  const lower = below === undefined ? [] : cells.splice(-below.length);
  for (const column of added.toSorted((one, two) => one - two)) cells.splice(column, 0, []);
  if (below === undefined) return [cells];
  return [cells, roles.map((_, column) => lower[below.indexOf(column)] ?? [])];
}

/** A block's label that stands alone begins the row of the pair behind it. */
function joinedBlocks(rows: readonly Drafted[]): BareRow[] {
  const joined: BareRow[] = [];
  let label: Drafted | null = null;
  for (const row of rows) {
    if (label !== null && row.move === 'pair')
      joined.push({ ...row, cells: [...label.cells, ...row.cells] });
    else {
      if (label !== null) joined.push(label);
      if (row.move !== 'block') joined.push(row);
    }
    label = row.move === 'block' ? row : null;
  }
  if (label !== null) joined.push(label);
  return joined;
}
