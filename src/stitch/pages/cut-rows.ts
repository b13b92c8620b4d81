import { findLabel, names } from '../../lexicon/index.ts';
import { joinPieces, type Note, type Piece, type Staged } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { note } from '../notes.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { withPiece, withSlots } from '../rows/alike.ts';
import { unitsOf } from '../rows/moves.ts';
import type { Item } from '../types.ts';

/**
 * Joins rows of labels and values, or of headings, that a page's end cut: each piece below stands under one above, and one of
 * these pairs is a label that neither row holds whole (主管 | 南屏县文 above 部门 | 化和旅游局), or all stand under values.
 */
export function joinCutRows(items: readonly Item[]): Staged<Item[]> {
  const joined: Item[] = [];
  const notes: Note[] = [];
  for (const item of items) {
    const above = joined.at(-1);
    const whole = above === undefined || !item.gap ? null : joinHalves(above, item);
    if (whole === null) joined.push(item);
    else {
      joined.splice(-1, 1, whole);
      notes.push(note('row-joined', { rows: 2 }, unitsOf(whole)));
    }
  }
  return { value: joined, notes };
}

function joinHalves(above: Item, below: Item): Item | null {
  if (above.kind !== 'row' || below.kind !== 'row' || above.geometry !== below.geometry)
    return null;
  const lower = new Map(shownSlots(below).map(({ column, piece }) => [column, piece]));
  const halves = shownSlots(above).flatMap(({ column, piece }) => {
    const rest = lower.get(column);
    return rest === undefined ? [] : [[piece.text, rest.text] as const];
  });
  if (halves.length < lower.size || halves.some((texts) => texts.every(isNumber))) return null;
  if (!halves.some(isLabelCut) && !standsUnderValues(above, lower)) return null;
  return withSlots(
    above,
    above.slots.map((slot) =>
      slot.covered || slot.piece === null
        ? slot
        : withPiece(slot, joinPieces([slot.piece, lower.get(slot.column) ?? null])),
    ),
  );
}

/** Below a label, a figure or unit is a value: 分值 | 10, 度量单位 | 万元. */
const value = /\p{N}|^(?:万?元|[%％])$/u;

/** A label that both together make, of which neither is the other's value or heading. */
function isLabelCut([upper, lower]: readonly [string, string]): boolean {
  if (value.test(lower) || findLabel(upper + lower) === null) return false;
  // 年度 is a label by itself, and begins others.
  return findLabel(upper) === null || findLabel(lower) === null || names(upper, 'attribute');
}

/** Whether a row gives labels that we know, each with a value, and what is below stands under its values only. */
function standsUnderValues(above: Item, lower: ReadonlyMap<number, Piece>): boolean {
  const shown = shownSlots(above);
  return (
    shown.length % 2 === 0 &&
    shown.every(
      ({ piece, column }, index) =>
        (findLabel(piece.text) === null) === (index % 2 === 1) &&
        (index % 2 === 1 || !lower.has(column)),
    )
  );
}

function isNumber(text: string): boolean {
  return printedFigure(text).kind === 'number';
}
