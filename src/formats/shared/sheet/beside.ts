import { findTitle } from '../../../lexicon/index.ts';
import { isBlank } from '../../../model/index.ts';
import type { TextLine } from '../../../model/index.ts';
import { partOf, quoted } from './source.ts';
import type { Sheet, SheetCell } from './source.ts';

/** Lines that stand beside a sheet's cells: those that come before its first row, and the others. */
interface Beside {
  readonly above: readonly TextLine[];
  readonly below: readonly TextLine[];
}

/**
 * What a sheet shows beside its cells: text boxes and shapes where they are anchored. The head that is printed above each page belongs to no form, but where it alone says
 * a form's title it stands above the first row.
 */
export function linesBeside(
  { name, texts = [], head = '' }: Sheet,
  shown: readonly SheetCell[],
): Beside {
  const first = shown.reduce((least, { row }) => Math.min(least, row), Infinity);
  const lines = [...texts]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .flatMap(({ text, row, column }) =>
      linesOf(text).map((line) => ({
        text: line,
        origin: { part: partOf(name, row, column) },
        above: row <= first,
      })),
    );
  const printed = linesOf(headText(head));
  const alone = printed.some(isTitle) && ![...shown, ...lines].some(({ text }) => isTitle(text));
  const heads = alone ? printed.map((text) => ({ text, origin: { part: quoted(name) } })) : [];
  return {
    above: [...heads, ...lines.filter(({ above }) => above).map(lineOf)],
    below: lines.filter(({ above }) => !above).map(lineOf),
  };
}

function lineOf({ text, origin }: TextLine): TextLine {
  return { text, origin };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => !isBlank(line));
}

function isTitle(text: string): boolean {
  return findTitle(text) !== null;
}

/** 18.3.1.46: the left, middle and right of a printed head, as lines; its fonts and its fields (pages, dates) say nothing of a form. */
function headText(code: string): string {
  return code
    .replace(/&"[^"]*"|&K[0-9A-Fa-f+-]{6,8}|&\d{1,3}|&[BIUESXYPNDTFAGZ+-]/g, '')
    .replace(/&[LCR]/g, '\n')
    .replaceAll('&&', '&')
    .replace(/\r\n?/g, '\n');
}
