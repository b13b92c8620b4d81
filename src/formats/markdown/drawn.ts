import type { PlacedCell, PlacedGrid } from '../shared/pieces.ts';
import { cellText, columnsOf, widthOf } from './columns.ts';
import type { WideColumns } from './columns.ts';

/** A line that only draws: `+----+====+`, once box-drawing characters are taken for these. */
const wholeRule = /^\s*\+(?:[-=:]+\+)+\s*$/;
/** A piece of such a line among cells that go on. */
const partOfRule = /\+(?:[-=:]{2,}\+)+/;
const edge = /^\s*[+|]/;
/** How far from its column a border may stand: fonts disagree about the width of quotation marks and their like. */
const reach = 4;

/**
 * Reads the table that is drawn with characters and begins with the first of the lines, with the cells that its borders leave joined; null where none does.
 *
 * @param first the number of the first line
 */
export function readDrawn(
  lines: readonly string[],
  first: number,
): { grid: PlacedGrid; lines: number } | null {
  const drawn = lines.slice(0, 1).map(asAscii);
  if (!wholeRule.test(drawn[0] ?? '')) return null;
  for (let index = 1; index < lines.length; index += 1) {
    const line = asAscii(lines[index] ?? '');
    if (!edge.test(line)) break;
    drawn.push(line);
  }
  const last = drawn.findLastIndex((line) => wholeRule.test(line));
  const shown = lines.slice(0, last + 1);
  const grid = last < 2 ? null : gridOf(drawn.slice(0, last + 1), shown, first);
  return grid === null ? null : { grid, lines: shown.length };
}

/** The corners, bars and dashes of box drawing as `+`, `|` and `-`; every character keeps its place. */
function asAscii(line: string): string {
  if (!/[\u2500-\u257f]/.test(line)) return line;
  return line
    .replace(/[─━═╌╍┄┅┈┉╴╶╸╺╼╾]/g, '-')
    .replace(/[│┃║╎╏┆┇┊┋╵╷╹╻╽╿]/g, '|')
    .replace(/[\u2500-\u257f]/g, '+');
}

/** A line with the place of each border that it draws: the number of the vertical line of the table → index in the text. */
interface Traced {
  readonly text: string;
  readonly borders: ReadonlyMap<number, number>;
  readonly line: number;
}

/** Lines between two rules, and for each column whether a rule closes it below. */
interface Band {
  readonly lines: readonly Traced[];
  /** The line that ends the band where it draws in some columns only, and shows text in those that go on. */
  readonly below: Traced | null;
  readonly closed: readonly boolean[];
}

/** The room between two vertical lines, and how it is counted. */
type Room = (left: number, right: number) => [columns: number, wide: WideColumns];

function gridOf(
  drawn: readonly string[],
  shown: readonly string[],
  first: number,
): PlacedGrid | null {
  const places = [
    ...new Set(
      drawn
        .filter((line) => wholeRule.test(line))
        .flatMap((line) => [...line.matchAll(/\+/g)].map(({ index }) => index)),
    ),
  ].sort((a, b) => a - b);
  const wide = wideColumns(drawn, places.at(-1) ?? 0);
  const bands = bandsOf(drawn, shown, places, wide, first);
  const columns = places.length - 1;
  const cells = cellsOf(bands, columns, join(bands, columns), (left, right) => [
    (places[right] ?? 0) - (places[left] ?? 0) - 3,
    wide,
  ]);
  return cells === null ? null : { rows: bands.length, columns, cells, wideRows: [] };
}

/** Programs that count a CJK character as one column end their lines too far to the right otherwise. */
function wideColumns(lines: readonly string[], end: number): WideColumns {
  const meets = (wide: WideColumns): number =>
    lines.filter((line) => Math.abs(widthOf(line, wide) - 1 - end) <= 1).length;
  return meets(1) > meets(2) ? 1 : 2;
}

function bandsOf(
  drawn: readonly string[],
  shown: readonly string[],
  places: readonly number[],
  wide: WideColumns,
  first: number,
): Band[] {
  const bands: Band[] = [];
  let open: Traced[] = [];
  for (let index = 1; index < drawn.length; index += 1) {
    const line = drawn[index] ?? '';
    const rule = partOfRule.test(line);
    const traced = {
      text: shown[index] ?? '',
      borders: bordersOf(line, places, wide, rule),
      line: first + index,
    };
    if (!rule) open.push(traced);
    else if (open.length > 0) {
      bands.push({
        lines: open,
        below: wholeRule.test(line) ? null : traced,
        closed: closedBy(line, places, wide),
      });
      open = [];
    }
  }
  return bands;
}

/** Which vertical lines a text crosses: one after the other where it has as many as the table, else the nearest. */
function bordersOf(
  line: string,
  places: readonly number[],
  wide: WideColumns,
  rule: boolean,
): Map<number, number> {
  const found = [...line.matchAll(rule ? /[+|]/g : /(?<!\\)\|/g)].map(({ index }) => index);
  if (found.length === places.length) return new Map(found.map((index, place) => [place, index]));
  const columns = columnsOf(line, wide);
  const borders = new Map<number, number>();
  let from = 0;
  for (const index of found) {
    const column = columns[index] ?? 0;
    const distance = (place: number): number => Math.abs((places[place] ?? Infinity) - column);
    let best = from;
    for (let place = from; place < places.length; place += 1)
      if (distance(place) < distance(best)) best = place;
    if (best >= places.length || distance(best) > reach) continue;
    borders.set(best, index);
    from = best + 1;
  }
  return borders;
}

/** For each column whether a rule runs through its middle. */
function closedBy(line: string, places: readonly number[], wide: WideColumns): boolean[] {
  const columns = columnsOf(line, wide);
  const runs = [...line.matchAll(new RegExp(partOfRule, 'g'))].map(
    ({ index, 0: run }) => [columns[index] ?? 0, columns[index + run.length] ?? 0] as const,
  );
  return places.slice(1).map((right, column) => {
    const middle = (right + (places[column] ?? right)) / 2;
    return runs.some(([from, to]) => from < middle && middle < to);
  });
}

/** For each place of each band, row by row, the first place of its cell. */
function join(bands: readonly Band[], columns: number): number[] {
  const owner = Array.from({ length: bands.length * columns }, (_, place) => place);
  const first = (place: number): number => {
    let at = place;
    for (let next = owner[at]; next !== undefined && next !== at; next = owner[at]) at = next;
    return at;
  };
  const unite = (place: number, next: number): void => {
    const [a, b] = [first(place), first(next)];
    owner[Math.max(a, b)] = Math.min(a, b);
    owner[next] = Math.min(a, b);
  };
  bands.forEach(({ lines, closed }, band) => {
    for (let column = 0; column < columns; column += 1) {
      const place = band * columns + column;
      if (column + 1 < columns && !lines.some(({ borders }) => borders.has(column + 1)))
        unite(place, place + 1);
      if (band + 1 < bands.length && closed[column] === false) unite(place, place + columns);
    }
  });
  return owner.map((_, place) => first(place));
}

/** The cells, or null where what is joined is no rectangle: then it was no table. */
function cellsOf(
  bands: readonly Band[],
  columns: number,
  owner: readonly number[],
  room: Room,
): PlacedCell[] | null {
  const boxes = new Map<
    number,
    { top: number; bottom: number; left: number; right: number; size: number }
  >();
  owner.forEach((first, place) => {
    const [row, column] = [Math.floor(place / columns), place % columns];
    const box = boxes.get(first);
    if (box === undefined)
      boxes.set(first, { top: row, bottom: row, left: column, right: column, size: 1 });
    else
      Object.assign(box, {
        bottom: row,
        left: Math.min(box.left, column),
        right: Math.max(box.right, column),
        size: box.size + 1,
      });
  });
  const cells: PlacedCell[] = [];
  for (const { top, bottom, left, right, size } of boxes.values()) {
    const [rowSpan, columnSpan] = [bottom - top + 1, right - left + 1];
    if (size !== rowSpan * columnSpan) return null;
    cells.push({
      row: top,
      column: left,
      rowSpan,
      columnSpan,
      ...textOf(bands.slice(top, bottom + 1), left, right + 1, room),
    });
  }
  return cells;
}

function textOf(
  bands: readonly Band[],
  left: number,
  right: number,
  room: Room,
): { text: string; line: number; endLine: number } {
  const lines = bands.flatMap(({ lines: own, below }, index) =>
    below === null || index === bands.length - 1 ? own : [...own, below],
  );
  const text = cellText(
    lines.map((one) =>
      one.text.slice((one.borders.get(left) ?? -1) + 1, one.borders.get(right) ?? one.text.length),
    ),
    ...room(left, right),
  );
  return { text, line: lines[0]?.line ?? 0, endLine: lines.at(-1)?.line ?? 0 };
}
