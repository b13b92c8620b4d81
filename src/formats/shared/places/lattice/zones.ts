import { isTight } from '../text.ts';
import type { Band, Piece, Span, Zone } from './types.ts';

/** What zones cost, in gaps of a font size that no gutter explains. */
const costs = { zone: 1.4, most: 10 };
/** The least width of a gutter, in font sizes: a space between words is narrower, the room between two cells wider. */
const leastGutter = 0.15;
/** Gaps up to this width, in font sizes, may be those between the words of one cell. */
const wordGap = 0.35;
const gapCosts = { figures: 0.8, mostFigures: 1.6, most: 1.2, more: 0.2, tight: 0.7, words: 0.15 };
const slack = 0.02;
/** No zone has more bands: a table's rows beyond these begin another with the same columns. */
const maxBands = 150;

interface Gap {
  readonly span: Span;
  readonly cost: number;
  /** The first band that it stands in. */
  readonly since: number;
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly gutters: readonly Span[];
}

/** Parts bands into zones so that the gaps within bands are gutters of their zone, with as few zones as that takes. */
export function partZones(bands: readonly Band[]): Zone[] {
  const best: Step[] = [{ cost: 0, from: -1, gutters: [] }];
  const gaps = bands.map(({ pieces }, index) => [
    ...gapsOf(pieces, index),
    ...slantedGaps(bands, index),
  ]);
  bands.forEach((_, from) => {
    growZone(bands, gaps, from, best);
  });
  const zones: Zone[] = [];
  for (let to = bands.length, step = best[to]; step !== undefined && to > 0; step = best[to]) {
    zones.unshift({ from: step.from, to, gutters: step.gutters });
    to = step.from;
  }
  return zones;
}

/** Tries every zone that begins with a band. */
function growZone(
  bands: readonly Band[],
  gaps: readonly (readonly Gap[])[],
  from: number,
  best: Step[],
): void {
  const before = best[from]?.cost ?? Infinity;
  const cover = new Cover();
  let open: Gap[] = [];
  let lost = 0;
  for (let to = from; to < Math.min(bands.length, from + maxBands); to += 1) {
    cover.add(bands[to]?.pieces ?? []);
    open.push(...(gaps[to] ?? []).filter(({ since }) => since >= from));
    const closed = open.filter(({ span }) => !cover.hasGutter(span));
    open = open.filter((gap) => !closed.includes(gap));
    lost += closed.reduce((sum, gap) => sum + gap.cost, 0);
    if (lost > costs.most && to > from) return;
    const cost = before + lost + costs.zone;
    if (cost < (best[to + 1]?.cost ?? Infinity))
      best[to + 1] = { cost, from, gutters: cover.gutters() };
  }
}

/** The gaps between the pieces of a band, with what each costs where it is none between columns. */
function gapsOf(pieces: readonly Piece[], since: number): Gap[] {
  return pieces.slice(1).map((piece, index) => {
    const left = pieces[index];
    const span: Span = [left?.right ?? 0, piece.left];
    const width = span[1] - span[0];
    return {
      span,
      since,
      cost: costOf(left, piece, width),
    };
  });
}

/** What it costs that a gap is none between columns: CJK words need no gap, so that even a narrow one is telling. */
function costOf(left: Piece | undefined, right: Piece, width: number): number {
  if (left?.figure === true && right.figure)
    return width < wordGap
      ? gapCosts.figures
      : Math.min(gapCosts.mostFigures, width + gapCosts.more);
  if (width >= wordGap) return Math.min(gapCosts.most, width + gapCosts.more);
  const [tail, head] = [[...(left?.text ?? '')].at(-1) ?? '', [...right.text][0] ?? ''];
  return isTight(tail) && isTight(head) ? gapCosts.tight : gapCosts.words;
}

/** Lines whose baselines are no farther apart, in font sizes, stand beside each other. */
const beside = 0.85;

/** The gaps between a band's pieces and those of bands above that reach down beside it. */
function slantedGaps(bands: readonly Band[], index: number): Gap[] {
  const band = bands[index];
  if (band === undefined) return [];
  const found: Gap[] = [];
  for (let since = index - 1; since >= 0; since -= 1) {
    const above = bands[since];
    if (above?.page !== band.page || band.y - above.y > beside) break;
    const all = bands.slice(since, index + 1).flatMap(({ pieces }) => pieces);
    for (const upper of above.pieces) {
      for (const lower of band.pieces) {
        const span: Span =
          upper.left < lower.left ? [upper.right, lower.left] : [lower.right, upper.left];
        const width = span[1] - span[0];
        if (
          width < 0 ||
          all.some(({ left, right }) => right > span[0] + slack && left < span[1] - slack)
        )
          continue;
        found.push({ span, since, cost: width < wordGap ? 0.15 : 0.6 });
      }
    }
  }
  return found;
}

/** What the pieces of a zone cover of the page's width. */
class Cover {
  #spans: [number, number][] = [];

  add(pieces: readonly Piece[]): void {
    for (const { left, right } of pieces) this.#put(left, right);
  }

  #put(left: number, right: number): void {
    const spans: [number, number][] = [];
    let [from, to] = [left, right];
    let placed = false;
    for (const span of this.#spans) {
      if (span[1] < from) spans.push(span);
      else if (span[0] > to) {
        if (!placed) spans.push([from, to]);
        placed = true;
        spans.push(span);
      } else {
        from = Math.min(from, span[0]);
        to = Math.max(to, span[1]);
      }
    }
    if (!placed) spans.push([from, to]);
    this.#spans = spans;
  }

  gutters(): Span[] {
    const spans = this.#spans;
    return spans
      .slice(1)
      .map((span, index): Span => [spans[index]?.[1] ?? 0, span[0]])
      .filter(([left, right]) => right - left >= leastGutter);
  }

  hasGutter([left, right]: Span): boolean {
    const spans = this.#spans;
    for (let index = 1; index < spans.length; index += 1) {
      const [end, start] = [spans[index - 1]?.[1] ?? 0, spans[index]?.[0] ?? 0];
      if (start > right + slack) return false;
      if (end >= left - slack && start - end >= leastGutter) return true;
    }
    return false;
  }
}
