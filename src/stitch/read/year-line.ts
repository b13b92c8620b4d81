import { findYearLine, splitInline } from '../../lexicon/index.ts';
import { type Piece, splitUnit } from '../../model/index.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { withGap, withPiece, withSlots } from '../rows/alike.ts';
import type { Item } from '../types.ts';

/** A year, then labels with their values: （2022年度）　单位：万元. */
const yearFirst = /^(\s*[(（]?\s*(?:19|20)\d\d\s*年度?\s*[)）,，、;；]?)(\s*\S[\s\S]*)$/u;

function parts(piece: Piece): (Piece | null)[] | null {
  const unit = piece.units.length === 1 ? piece.units[0] : undefined;
  const match = unit === undefined ? null : yearFirst.exec(unit.raw);
  if (unit === undefined || match === null || findYearLine(match[1] ?? '') === null) return null;
  if (splitInline(match[2] ?? '') === null && !/^\s*金额[:：]\s*万?元\s*$/u.test(match[2] ?? ''))
    return null;
  return splitUnit(unit, match.slice(1));
}

/** （2024年度） | 单位：万元 in one row: the cells, where one is the year's and each other holds labels with their values. */
function cellsBesideYear(item: Item): Item[] | null {
  const shown = shownSlots(item);
  const others = shown.filter(({ piece }) => findYearLine(piece.text) === null);
  const apart =
    shown.length > 1 &&
    others.length === shown.length - 1 &&
    others.every(({ piece }) => splitInline(piece.units[0]?.raw ?? '') !== null);
  return apart
    ? shown.map((own, index) => {
        const slots = item.slots.map((slot) =>
          slot === own || slot.covered ? slot : withPiece(slot, null),
        );
        return withGap(withSlots(item, slots), item.gap && index === 0);
      })
    : null;
}

/** Parts a line that says the year and more, so that each is an item of its own. */
export function* partYears(items: Iterable<Item>): Generator<Item> {
  for (const item of items) yield* cellsBesideYear(item) ?? partsOf(item) ?? [item];
}

function partsOf(item: Item): Item[] | null {
  const [slot, ...more] = shownSlots(item);
  const read = slot === undefined || more.length > 0 ? null : parts(slot.piece);
  return (
    read?.map((piece, index) => {
      const slots = item.slots.map((one) =>
        one.piece === slot?.piece ? withPiece(one, piece) : one,
      );
      return withGap(withSlots(item, slots), item.gap && index === 0);
    }) ?? null
  );
}
