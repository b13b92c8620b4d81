import { findLevel1, findLevel2, names } from '../../lexicon/index.ts';
import { joinPieces, largest, type Piece } from '../../model/index.ts';
import { groupOf } from '../columns/level-columns.ts';
import { misfit, type Traits, traitsOf } from './fit.ts';
import { rowSettings } from './settings.ts';
import { withWideLabels } from './wide-labels.ts';
import type { AlignedRow, Column, Item, Slot } from '../types.ts';

/** A row's places under the columns of its heading, as the source has them: position counts, blanks included. */
interface Place {
  readonly piece: Piece | null;
  readonly covered: boolean;
}

/** Below a corner that is as wide as two columns, a fund row's label may be as wide: it is no word of the block. */
function reachesLabel({ column, span }: Slot, { role }: Column, next: Column | undefined): boolean {
  return role === 'block' && next?.role === 'fundLabel' && column + span > next.from;
}

/**
 * Where columns are real, cells are gathered under the heading that they stand below, so that a heading over two columns
 * takes both. Elsewhere the row's cells are its places.
 */
function placesOf(item: Item, columns: readonly Column[]): Place[] {
  // As many cells as headings: they belong together in order, also where the grid's lines do not quite meet.
  if (item.geometry === 'ordinal' || item.slots.length === columns.length)
    return item.slots.map(({ piece, covered }) => ({ piece, covered }));
  const places: Place[] = [];
  let rest: readonly Slot[] = item.slots;
  for (const [index, column] of columns.entries()) {
    const under = rest.filter(
      (slot) => slot.column <= column.to && !reachesLabel(slot, column, columns[index + 1]),
    );
    rest = rest.slice(under.length);
    places.push({
      piece:
        joinPieces(under.filter((slot) => !slot.covered).map((slot) => slot.piece)) ??
        joinPieces(under.map((slot) => slot.piece)),
      covered:
        under.length > 0 &&
        under.every((slot) => slot.covered || slot.piece === null) &&
        under.some((slot) => slot.covered),
    });
  }
  for (const slot of rest) places.push({ piece: slot.piece, covered: slot.covered });
  return places;
}

/**
 * A name that is no group's and stands across all three levels (预算执行率) is what each of them says. Where columns are not
 * real, blanks stand behind it.
 */
function withWideName(
  places: readonly Place[],
  item: Item,
  columns: readonly Column[],
): readonly Place[] {
  const last = columns.findIndex(({ role }) => role === 'level3');
  const from = places.findIndex(({ piece, covered }) => piece !== null && !covered);
  const piece = places[from]?.piece;
  if (
    piece == null ||
    last < 0 ||
    from >= last ||
    columns.slice(0, from).some(({ role }) => role === 'level1') ||
    places.length < columns.length
  )
    return places;
  if (
    places.slice(from + 1, last + 1).some((place) => place.piece !== null) ||
    findLevel1(piece.text) !== null ||
    findLevel2(piece.text) !== null
  )
    return places;
  const slot = item.slots.find((one) => one.piece === piece);
  const wide =
    item.geometry === 'spans'
      ? slot !== undefined && slot.column + slot.span > (columns[last]?.from ?? Infinity)
      : names(piece.text, 'executionRate');
  if (!wide || places.slice(last + 1).every((place) => place.piece === null)) return places;
  return places.map((place, index) =>
    index < from || index > last
      ? place
      : { piece: columns[index]?.role.startsWith('level') === true ? piece : null, covered: false },
  );
}

/** How a row was laid into its columns. */
export interface Alignment {
  readonly row: AlignedRow;
  /** Places were moved: the row had slid. */
  readonly shifted: boolean;
  /** Pieces that no column took. */
  readonly dropped: readonly Piece[];
  readonly cost: number;
}

const Step = { none: 0, match: 1, column: 2, place: 3 } as const;
type Step = (typeof Step)[keyof typeof Step];

/** Beyond so many places × columns no form is this wide: cells stay under their headings. */
const widest = 64 * 64;

function byPosition(item: Item, places: readonly Place[], columns: readonly Column[]): Alignment {
  const covered = new Set<number>();
  places.forEach((place, index) => {
    if (place.covered) covered.add(index);
  });
  const pieces = columns.map((_, index) => places[index]?.piece ?? null);
  const dropped = places
    .slice(columns.length)
    .flatMap(({ piece }) => (piece === null ? [] : [piece]));
  return {
    row: {
      pieces,
      covered,
      gap: item.gap,
      geometry: item.geometry,
      cut: item.cut,
    },
    shifted: false,
    dropped,
    cost: 0,
  };
}

/** A row whose one text stands in one column, whatever columns its cell spans. */
function alone(item: Item, columns: readonly Column[], piece: Piece, at: number): Alignment {
  const pieces = columns.map((_, index) => (index === at ? piece : null));
  const { gap, geometry, cut } = item;
  const row = { pieces, covered: new Set<number>(), gap, geometry, cut };
  return { row, shifted: false, dropped: [], cost: 0 };
}

/** Whether a row says nothing but its number below 序号, beside the block's heading. */
function isNumberOnly({ slots }: Item, columns: readonly Column[]): boolean {
  const columnOf = ({ column }: Slot): Column | undefined =>
    columns.find(({ from, to }) => column >= from && column <= to);
  const [slot, ...more] = slots.filter(
    (own) => own.piece !== null && !own.covered && columnOf(own)?.role !== 'block',
  );
  return (
    slot?.piece != null &&
    more.length === 0 &&
    /^\d{1,3}$/.test(slot.piece.text) &&
    columnOf(slot)?.heading?.text === '序号'
  );
}

/** Lays a row's cells into the columns at least cost: dynamic programming over places × columns. */
export function alignRow(item: Item, columns: readonly Column[]): Alignment {
  const group = groupOf(item);
  const level = group === null ? -1 : columns.findIndex(({ role }) => role === 'level1');
  if (group !== null && level >= 0) return alone(item, columns, group, level);
  if (isNumberOnly(item, columns)) return byPosition(item, placesOf(item, columns), columns);
  const { row, shifted, dropped, cost } = layRow(item, columns);
  return { row: withWideLabels(row, columns), shifted, dropped, cost };
}

function layRow(item: Item, columns: readonly Column[]): Alignment {
  const printed = placesOf(item, columns);
  const places = withWideName(printed, item, columns);
  if (places !== printed || places.length * columns.length > widest)
    return byPosition(item, places, columns);
  // A row that ends before the last column lost a cell, so that its columns are no longer real.
  const width =
    largest(
      columns.map(({ to }) => to),
      -1,
    ) + 1;
  const ragged =
    item.geometry === 'spans' &&
    largest(
      item.slots.map(({ column, span }) => column + span),
      0,
    ) < width;
  const table = fillTable(places, columns, ragged ? 'ordinal' : item.geometry);
  const pieces: (Piece | null)[] = columns.map(() => null);
  const covered = new Set<number>();
  const dropped: Piece[] = [];
  let shifted = false;
  let place = places.length;
  let column = columns.length;
  while (place > 0 || column > 0) {
    const step = table.steps[place * (columns.length + 1) + column];
    if (step === Step.match) {
      place -= 1;
      column -= 1;
      const current = places[place];
      pieces[column] = current?.piece ?? null;
      if (current?.covered === true) covered.add(column);
      shifted ||= current?.piece !== null && place !== column;
    } else if (step === Step.column) {
      column -= 1;
    } else {
      place -= 1;
      const piece = places[place]?.piece ?? null;
      if (piece !== null && places[place]?.covered === false) dropped.unshift(piece);
    }
  }
  return {
    row: {
      pieces,
      covered,
      gap: item.gap,
      geometry: item.geometry,
      cut: item.cut,
    },
    shifted,
    dropped,
    cost: table.cost,
  };
}

interface CostTable {
  readonly cost: number;
  /** The last step to each place and column, row by row. */
  readonly steps: Uint8Array;
}

/** What it costs to leave a place without a column: before the first column, and behind it. */
interface Skip {
  readonly leading: number;
  readonly inner: number;
}

function skipsOf(
  places: readonly Place[],
  width: number,
  traits: readonly Traits[],
  far: number,
  lastText: number,
): Skip[] {
  const { degree, move } = rowSettings;
  // A row no wider than its heading has no blank too many: an unknown level alone moves none.
  const leadingBlank = far * (lastText >= width ? move.slid : move.tight);
  const innerBlank = far * (places.length > width ? move.slid : degree.strange);
  // A name that slid to the row's start leaves the blanks it passed behind it.
  const firstText = places.findIndex(({ piece }) => piece !== null);
  const slidName =
    firstText === 0 &&
    traits[0] !== undefined &&
    !traits[0].level1 &&
    !traits[0].level2 &&
    !traits[0].fragment &&
    !traits[0].blockLabel;
  const secondText = places.findIndex(({ piece }, index) => piece !== null && index > firstText);
  const same = (cost: number): Skip => ({ leading: cost, inner: cost });
  return places.map(({ piece, covered }, place) => {
    if (covered) return same(far * move.tight);
    if (piece === null && slidName && place < secondText) return same(far * move.slid);
    if (piece === null)
      return place > lastText ? same(0) : { leading: leadingBlank, inner: innerBlank };
    // A cell printed twice makes a row wider than its heading; elsewhere an actual may well equal its target.
    const twice =
      places.length > width &&
      (piece.text === places[place - 1]?.piece?.text ||
        piece.text === places[place + 1]?.piece?.text);
    return same(twice ? degree.wrong : far * move.tight + degree.never);
  });
}

function fillTable(
  places: readonly Place[],
  columns: readonly Column[],
  geometry: Item['geometry'],
): CostTable {
  const { degree, move } = rowSettings;
  const far = geometry === 'spans' ? move.spans : 1;
  const width = columns.length;
  const traits = places.map(({ piece }) => traitsOf(piece));
  // The parts of a total have no weight and score.
  const weighed = !columns.some(({ role }) => role === 'fundLabel');
  const hasValues = weighed && traits.some((trait) => trait.figure || trait.measure);
  const lastText = places.findLastIndex(({ piece }) => piece !== null);
  // 80.00 | 76.50 | 74.97 | 98.00%: where the blank weight of a part left no cell, its rate is no weight.
  const rated = !weighed && columns.some(({ role }) => role === 'executionRate');
  const skips = skipsOf(places, width, traits, far, lastText);
  const leadingColumn =
    far * (geometry === 'spans' && places.length >= width ? degree.odd : move.slid);
  // A row that is as wide as its heading has the blank column's cell, too.
  const blankColumn = places.length < width ? degree.slight : move.tight;
  const steps = new Uint8Array((places.length + 1) * (width + 1));
  // Of the row above, then of the row itself.
  const costs = new Float64Array(width + 1).fill(Infinity);
  for (let place = 0; place <= places.length; place += 1) {
    const trait = traits[place - 1];
    const skip = skips[place - 1];
    const skipColumn = place === 0 ? leadingColumn : place > lastText ? 0 : far * move.tight;
    // A block's heading that runs down beside the rows is in its place, whatever its words.
    const isCovered = places[place - 1]?.covered === true;
    let corner = costs[0] ?? 0;
    costs[0] = skip === undefined ? 0 : corner + skip.leading;
    if (skip !== undefined) steps[place * (width + 1)] = Step.place;
    for (let column = 1; column <= width; column += 1) {
      const role = columns[column - 1]?.role ?? 'other';
      const above = costs[column] ?? Infinity;
      let best = Infinity;
      let step: Step = Step.none;
      if (trait !== undefined) {
        best = corner + (role === 'block' && isCovered ? 0 : misfit(trait, role, hasValues));
        if (rated && role === 'weight' && trait.percent) best += far * move.tight;
        step = Step.match;
      }
      const beside =
        (costs[column - 1] ?? Infinity) +
        (role === 'blank'
          ? Math.min(blankColumn, skipColumn)
          : rated && role === 'weight'
            ? Math.min(skipColumn, far * move.slid)
            : skipColumn);
      if (beside < best - 1e-9) {
        best = beside;
        step = Step.column;
      }
      const left = skip === undefined ? Infinity : above + skip.inner;
      if (left < best - 1e-9) {
        best = left;
        step = Step.place;
      }
      corner = above;
      costs[column] = best;
      steps[place * (width + 1) + column] = step;
    }
  }
  return { cost: costs[width] ?? 0, steps };
}
