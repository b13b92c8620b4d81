import { type FormsRead, readForms } from '../../src/forms/index.ts';
import { countCharacters, leaves } from '../../src/model/index.ts';
import type { TableDocument, TextLine } from '../../src/model/index.ts';
import { checkAccounting } from '../../src/pipeline/accounting.ts';
import { stitch } from '../../src/stitch/index.ts';

/** How a word gets into a cell or line: in place of its text, behind it, or where nothing stands. */
export type Way = 'replaced' | 'appended' | 'filled';

/** A document into which a word was planted that it does not hold. */
export interface Planted {
  readonly way: Way;
  /** The text that stood there. */
  readonly text: string;
  readonly document: TableDocument;
}

/** Where a planted word comes out. */
export type Fate = 'json' | 'unplaced' | 'outside' | 'vanished' | 'miscounted';

/** How many cells and lines a document has. */
export function placesIn({ grids, after }: TableDocument): number {
  return grids.reduce((sum, { before, cells }) => sum + before.length + cells.length, after.length);
}

/** Plants a word at one of a document's cells and lines, counted in reading order, in every way that its text allows. */
export function plant(document: TableDocument, word: string, place: number): Planted[] {
  const text = textAt(document, place);
  if (countCharacters(text) === 0) return [planted(document, place, text, 'filled', word)];
  return [
    planted(document, place, text, 'replaced', word),
    planted(document, place, text, 'appended', text + word),
  ];
}

function textAt(document: TableDocument, place: number): string {
  let found = '';
  withTexts(document, (text, at) => {
    if (at === place) found = text;
    return text;
  });
  return found;
}

function planted(
  document: TableDocument,
  place: number,
  text: string,
  way: Way,
  now: string,
): Planted {
  const more = countCharacters(now) - countCharacters(text);
  const { total, markup } = document.characters;
  return {
    way,
    text,
    document: {
      ...withTexts(document, (old, at) => (at === place ? now : old)),
      characters: { total: total + more, markup },
    },
  };
}

function withTexts(
  document: TableDocument,
  change: (text: string, at: number) => string,
): TableDocument {
  let next = 0;
  const changed = <T extends { readonly text: string }>(holder: T): T => {
    const text = change(holder.text, next);
    next += 1;
    return text === holder.text ? holder : { ...holder, text };
  };
  const line = (one: TextLine): TextLine => changed(one);
  const grids = document.grids.map((grid) => ({
    ...grid,
    before: grid.before.map(line),
    cells: grid.cells.map(changed),
  }));
  return { ...document, grids, after: document.after.map(line) };
}

/** Reads a document and says where a word of it comes out. */
export function fateOf(word: string, document: TableDocument): Fate {
  const whole = stitch(document).value;
  const read = readForms(whole).value;
  if (checkAccounting(document, { ...document.characters, ...read.accounting }).length > 0)
    return 'miscounted';
  if (inJson(word, read)) return 'json';
  if (read.unplaced.some(({ text }) => compact(text).includes(word))) return 'unplaced';
  const outside = leaves([...whole.outside, ...whole.forms.flatMap((form) => form.outside)]);
  return outside.some(({ raw }) => compact(raw).includes(word)) ? 'outside' : 'vanished';
}

function inJson(word: string, { forms }: FormsRead): boolean {
  return JSON.stringify(forms.map(({ form }) => form)).includes(word);
}

function compact(text: string): string {
  return text.replace(/\s/gu, '');
}
