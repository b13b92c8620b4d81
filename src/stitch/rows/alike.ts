import type { Item, Slot } from '../types.ts';

/*
 * Code that reads rows is compiled anew for each shape of object that it meets, which takes longer than most documents take to
 * be read. So rows, however they came about, are made here, and look alike: the same fields in the same order.
 */

function slotOf(slot: Slot, piece: Slot['piece'], column: number): Slot {
  return { piece, column, span: slot.span, covered: slot.covered };
}

function itemOf(item: Item, slots: readonly Slot[], gap: boolean): Item {
  const { kind, geometry, page, cut } = item;
  return { kind, slots, geometry, page, gap, cut };
}

/** A row with other slots. */
export function withSlots(item: Item, slots: readonly Slot[]): Item {
  return itemOf(item, slots, item.gap);
}

/** A row with a gap before it or none. */
export function withGap(item: Item, gap: boolean): Item {
  return itemOf(item, item.slots, gap);
}

/** A slot with another piece. */
export function withPiece(slot: Slot, piece: Slot['piece']): Slot {
  return slotOf(slot, piece, slot.column);
}

/** A slot in another column. */
export function atColumn(slot: Slot, column: number): Slot {
  return slotOf(slot, slot.piece, column);
}
