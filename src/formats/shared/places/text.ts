import { isBlank } from '../../../model/index.ts';
import type { Box } from '../../../model/index.ts';
import { quarterOf, turnVector } from './geometry.ts';
import type { Turn } from './geometry.ts';
import type { Glyph } from './types.ts';

/** One line of text, in the frame that its page is read in. */
export interface Line {
  readonly text: string;
  readonly box: Box;
  /** The font size of its last character. */
  readonly em: number;
  /** How wide its first character is. */
  readonly head: number;
  /** White space follows its last character. */
  readonly blankEnd: boolean;
}

/** Baselines within this share of the larger font size are one line (super- and subscripts, mixed fonts). */
const sameLine = 0.5;
/** Gaps, in font sizes, that show as a space: between Latin words or numbers, and beside other scripts. */
const wordGap = 0.3;
const wideGap = 1;
/** Scripts whose words stand without spaces between them. */
const tight = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{3ffff}]/u;

/** Whether a text is of a script whose words stand without spaces. */
export function isTight(text: string): boolean {
  return tight.test(text);
}

interface Placed {
  readonly glyph: Glyph;
  /** Along the line, and down from line to line. */
  readonly along: number;
  readonly reach: number;
  readonly across: number;
  readonly em: number;
}

/** The middle of a glyph: half its width along the line, 0.35 em above the baseline. */
export function middleOf({ x, y, ax, ay, ux, uy }: Glyph): [number, number] {
  return [x + ax / 2 + 0.35 * ux, y + ay / 2 + 0.35 * uy];
}

/** The way a glyph's line runs: quarter turns from upright, or askew, and whether it is written from top to bottom. */
function flowOf(glyph: Glyph): string {
  return `${String(turnOf(glyph) ?? 'askew')}${glyph.vertical ? 'v' : 'h'}`;
}

/** Quarter turns clockwise that make a glyph upright, by its baseline, since slanted type leans; null where it stands askew. */
export function turnOf({ ax, ay, ux, uy }: Glyph): Turn | null {
  const isStill = Math.hypot(ax, ay) < 0.01 * Math.hypot(ux, uy);
  const quarter = isStill ? quarterOf(-uy, ux) : quarterOf(ax, ay);
  return quarter === null ? null : (((4 - quarter) % 4) as Turn);
}

/**
 * Glyphs → lines in reading order: each way of running (upright, sideways, top to bottom) for itself, lines from top to
 * bottom, characters along the line. Lines that show nothing are left out.
 */
export function readLines(glyphs: readonly Glyph[]): Line[] {
  const columns = readColumns(glyphs);
  if (columns !== null) return columns;
  const flows = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const flow = flowOf(glyph);
    const group = flows.get(flow);
    if (group === undefined) flows.set(flow, [glyph]);
    else group.push(glyph);
  }
  return [...flows.values()]
    .flatMap((group) => splitLines(group.map(place)).map(joinLine))
    .filter((line) => !isBlank(line.text));
}

/** What tells lines that run from top to bottom: how far, in font sizes, a step down may stray, and a step to the next line up. */
const columnar = { stray: 0.3, least: 0.2, most: 2, up: -1.5, share: 0.6 };

/**
 * Lines that run from top to bottom, drawn character by character, with numbers lying on their side; null where the glyphs do
 * not stand so. Reading one character below the other as lines of their own is right but for such numbers and a second line.
 */
function readColumns(glyphs: readonly Glyph[]): Line[] | null {
  const shown = glyphs.filter(({ text, vertical }) => !isBlank(text) && !vertical);
  const steps = shown.slice(1).map((glyph, index) => stepBetween(shown[index] ?? glyph, glyph));
  const down = steps.filter(
    ([aside, on]) =>
      Math.abs(aside) <= columnar.stray && on >= columnar.least && on <= columnar.most,
  ).length;
  const isMixed =
    shown.some((glyph) => turnOf(glyph) === 3) && shown.some((glyph) => turnOf(glyph) === 0);
  if (
    steps.length < 2 ||
    down < columnar.share * steps.length ||
    !(isMixed || steps.some(([, on]) => on <= columnar.up))
  )
    return null;
  const columns: Glyph[][] = [];
  shown.forEach((glyph, index) => {
    const last = columns.at(-1);
    if (last === undefined || (steps[index - 1]?.[1] ?? 0) <= columnar.up) columns.push([glyph]);
    else last.push(glyph);
  });
  return columns.map((column) =>
    joinLine(column.map((glyph) => ({ ...place(glyph), along: 0, reach: 0 }))),
  );
}

/** From the middle of a glyph to that of the next, aside and down, in font sizes. */
function stepBetween(one: Glyph, other: Glyph): [number, number] {
  const em = Math.max(Math.hypot(one.ux, one.uy), Math.hypot(other.ux, other.uy));
  const [[xa, ya], [xb, yb]] = [middleOf(one), middleOf(other)];
  return [(xb - xa) / em, (yb - ya) / em];
}

/** Turns a glyph into its own flow's frame, where lines run to the right and follow each other downwards. */
function place(glyph: Glyph): Placed {
  const em = Math.hypot(glyph.ux, glyph.uy);
  const turn = turnOf(glyph);
  const [x, y] = turn === null ? askew(glyph, em) : turnVector(glyph.x, glyph.y, turn);
  const [ax] =
    turn === null ? [Math.hypot(glyph.ax, glyph.ay)] : turnVector(glyph.ax, glyph.ay, turn);
  if (glyph.vertical) return { glyph, along: y, reach: em, across: -(x + ax / 2), em };
  return { glyph, along: Math.min(x, x + ax), reach: Math.abs(ax), across: y, em };
}

/** Along and across a line that runs at any angle. */
function askew(glyph: Glyph, em: number): [number, number] {
  const [ux, uy] = [glyph.ux / em, glyph.uy / em];
  return [-glyph.x * uy + glyph.y * ux, -(glyph.x * ux + glyph.y * uy)];
}

function splitLines(placed: Placed[]): Placed[][] {
  const lines: { across: number; em: number; items: Placed[] }[] = [];
  for (const item of placed.sort((one, other) => one.across - other.across)) {
    const last = lines.at(-1);
    if (last === undefined || item.across - last.across > sameLine * Math.max(item.em, last.em)) {
      lines.push({ across: item.across, em: item.em, items: [item] });
      continue;
    }
    last.items.push(item);
    if (item.em > last.em) {
      last.em = item.em;
      last.across = item.across;
    }
  }
  return lines.map(({ items }) => items.sort((one, other) => one.along - other.along));
}

function joinLine(items: readonly Placed[]): Line {
  const last = items.at(-1);
  return {
    text: textOf(items),
    box: boxOf(items),
    em: last?.em ?? 0,
    head: items.find(({ glyph }) => !isBlank(glyph.text))?.reach ?? 0,
    blankEnd: isBlank(last?.glyph.text ?? ''),
  };
}

/** A line's characters; blanks and gaps are one space. */
function textOf(items: readonly Placed[]): string {
  let text = '';
  let previous: Placed | null = null;
  for (const item of items) {
    const blank = isBlank(item.glyph.text);
    const parts = blank || (previous !== null && hasGap(previous, item));
    if (parts && text !== '' && !text.endsWith(' ')) text += ' ';
    if (!blank) text += item.glyph.text;
    previous = item;
  }
  return text.trimEnd();
}

/** What a cell offers its lines, in points. */
export interface Room {
  readonly width: number;
  /** What its table's cells leave free on either side at least. */
  readonly padding: number;
}

/** A line that leaves less room than this, in font sizes, in its cell was broken for want of room. */
const room = 1.7;
/** So much more, in font sizes, than a line's next character needs may still be too little for it. */
const roomSlack = 0.15;
/** In running text of at least so many lines, the longest show where lines are broken. */
const running = { lines: 3, ems: 8, slack: 0.6 };

/**
 * Joins a cell's lines by line breaks, but for numbers and codes that were broken for want of room: `1,250.0` and `5`.
 *
 * @param cell what the lines' cell offers, where it is known
 */
export function joinLines(lines: readonly Line[], cell: Room | null): string {
  const farthest = Math.max(...lines.map(({ box }) => box[2]));
  const isFilled = ({ box, em }: Line, next: Line): boolean => {
    const length = box[2] - box[0];
    if (cell !== null && cell.width - 2 * cell.padding - length <= next.head + roomSlack * em)
      return true;
    return (
      lines.length >= running.lines &&
      length >= running.ems * em &&
      farthest - box[2] <= running.slack * em
    );
  };
  const isBroken = (upper: Line, lower: Line): boolean => {
    if (breaksNumber(upper.text, lower.text))
      return (
        isFilled(upper, lower) ||
        (cell !== null && cell.width - (upper.box[2] - upper.box[0]) <= room * upper.em)
      );
    return !upper.blankEnd && breaksWord(upper.text, lower.text) && isFilled(upper, lower);
  };
  return lines.reduce((text, line, index) => {
    const previous = lines[index - 1];
    if (previous === undefined) return line.text;
    return text + (isBroken(previous, line) ? '' : '\n') + line.text;
  }, '');
}

/** Whether a number begins at the end of one line and ends on the next; two whole amounts below each other are two. */
function breaksNumber(upper: string, lower: string): boolean {
  if (!/[\d.,]$/.test(upper) || !/^[\d.,%]/.test(lower)) return false;
  const amount = /^[\d,]+\.\d\d$/;
  return !(amount.test(upper) && amount.test(lower));
}

/** Whether a code or an abbreviation may begin at the end of one line and end on the next; whole words are broken between. */
function breaksWord(upper: string, lower: string): boolean {
  const [tail, head] = [/[A-Za-z\d]+$/.exec(upper)?.[0], /^[A-Za-z\d]+/.exec(lower)?.[0]];
  if (tail === undefined || head === undefined || !/[A-Za-z]/.test(tail + head)) return false;
  return tail === upper || /[A-Z\d]/.test(tail + head);
}

/** Of the cells with several lines, those fuller than this share of them show the padding: text may also run over. */
const fullest = 0.25;

/** What the cells of a table leave free on either side of their fullest lines: their padding. */
export function paddingOf(
  cells: readonly {
    readonly lines: readonly Line[];
    readonly left: number;
    readonly right: number;
  }[],
): number {
  const gaps = cells
    .filter(({ lines }) => lines.length > 1)
    .map(({ lines, left, right }) =>
      Math.max(0, Math.min(...lines.flatMap(({ box }) => [box[0] - left, right - box[2]]))),
    )
    .sort((one, other) => one - other);
  return gaps[Math.floor(gaps.length * fullest)] ?? 0;
}

function hasGap(previous: Placed, next: Placed): boolean {
  const em = Math.max(previous.em, next.em);
  const gap = next.along - previous.along - previous.reach - previous.glyph.tracking;
  if (gap <= wordGap * em) return false;
  return gap > wideGap * em || !(isTight(previous.glyph.text) || isTight(next.glyph.text));
}

/** The box round what a line shows: from 0.12 em below the baseline to 0.88 em above it. */
function boxOf(items: readonly Placed[]): Box {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { glyph } of items) {
    if (isBlank(glyph.text)) continue;
    for (const share of [-0.12, 0.88]) {
      for (const end of [0, 1]) {
        const [x, y] = [
          glyph.x + end * glyph.ax + share * glyph.ux,
          glyph.y + end * glyph.ay + share * glyph.uy,
        ];
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
    }
  }
  return box;
}
