import { findLabel, findMisread, lengths, type Term } from '../../lexicon/index.ts';
import type { Note, Unit } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import { headingTerms } from '../columns/roles.ts';
import { note } from '../notes.ts';
import { shownSlots } from '../blocks/label-values.ts';
import { withPiece, withSlots } from '../rows/alike.ts';
import type { Item } from '../types.ts';

type Shown = ReturnType<typeof shownSlots>[number];

/** Labels of the fields that a form must have. What other rows call themselves is free, and often only resembles a label. */
const rowTerms: ReadonlySet<Term> = new Set<Term>([
  'projectName',
  'projectCode',
  'department',
  'implementingUnit',
  'reportingUnit',
  'fundsBlock',
  'goalBlock',
  'goalExpected',
  'goalActual',
  'indicatorBlock',
  'total',
  'rating',
]);

function isKnown({ piece }: Shown): boolean {
  return findLabel(piece.text) !== null;
}

/** A row of words of which at least two, and half of all, are labels that we know. */
function isHeading(shown: readonly Shown[]): boolean {
  const labels = shown.filter(isKnown).length;
  return (
    labels >= 2 &&
    labels * 2 >= shown.length &&
    shown.every(
      ({ piece }) =>
        piece.text.length <= lengths.label && printedFigure(piece.text).kind === 'text',
    )
  );
}

/** Whether a cell stands where a row's labels stand: at its start, or behind labels with a value each. */
function isRowLabel(shown: readonly Shown[], index: number): boolean {
  const next = shown[index + 1];
  if (next === undefined || isKnown(next)) return false;
  if (index === 0) return shown[0]?.column === 0;
  return (
    index % 2 === 0 && shown.every((slot, at) => at >= index || isKnown(slot) === (at % 2 === 0))
  );
}

function mend(shown: readonly Shown[], index: number, heading: boolean): string | null {
  const piece = shown[index]?.piece;
  const starts = isRowLabel(shown, index);
  if (piece === undefined || !(heading || starts) || findLabel(piece.text) !== null) return null;
  const read = findMisread(piece.text);
  const fits =
    read?.terms.some(
      (term) => (heading && headingTerms.has(term)) || (starts && rowTerms.has(term)),
    ) ?? false;
  return fits ? (read?.text ?? null) : null;
}

/**
 * Reads labels in which one character is another than in the one label that it may be (全年鑫算数): in headings and at rows'
 * starts. Notes what it read so.
 */
export function* mendMisread(items: Iterable<Item>, notes: Note[]): Generator<Item> {
  // A cell that spans rows stands in each of them.
  const texts = new Map<Unit | undefined, string>();
  for (const item of items) {
    const shown = item.kind === 'row' ? shownSlots(item) : [];
    const heading = isHeading(shown);
    shown.forEach(({ piece }, index) => {
      const text = mend(shown, index, heading);
      if (text === null) return;
      texts.set(piece.units[0], text);
      notes.push(note('label-misread', { from: piece.text, as: text }, piece.units));
    });
    yield item.kind === 'row' && texts.size > 0 ? withTexts(item, texts) : item;
  }
}

function withTexts(item: Item, texts: ReadonlyMap<Unit | undefined, string>): Item {
  if (!item.slots.some(({ piece }) => piece !== null && texts.has(piece.units[0]))) return item;
  const slots = item.slots.map((slot) =>
    withPiece(
      slot,
      slot.piece && {
        text: texts.get(slot.piece.units[0]) ?? slot.piece.text,
        units: slot.piece.units,
      },
    ),
  );
  return withSlots(item, slots);
}
