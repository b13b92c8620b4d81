import type { SheetCell } from '../../export/ooxml/workbook.ts';
import type { Look } from '../../export/ooxml/styles.ts';
import { workbookWords } from '../../messages/workbook.ts';
import type { Language } from '../../messages/index.ts';

export type Word = keyof typeof workbookWords;

export function word(code: Word, language: Language): string {
  return workbookWords[code][language];
}

const plain: Look = { border: true, wrap: true };

export function text(value: string | null, look: Look = {}): SheetCell {
  return { value: value ?? '', kind: 'text', look: { ...plain, ...look } };
}

/** A printed decimal as a number with the places that were printed; null is a blank cell. */
export function figure(value: string | number | null, look: Look = {}): SheetCell {
  return {
    value: value === null ? '' : String(value),
    kind: 'number',
    look: { ...plain, align: 'right', ...look },
  };
}

/** A figure where it is one (what is printed may be words too). */
export function value(printed: string | null): SheetCell {
  return printed !== null && /^-?\d+(?:\.\d+)?$/u.test(printed) ? figure(printed) : text(printed);
}

export function linked(words: string | null, link: string): SheetCell {
  return { ...text(words, { colour: '1D5A85', underline: true }), link };
}

export function headings(codes: readonly Word[], language: Language): SheetCell[] {
  return codes.map((code) =>
    text(word(code, language), { bold: true, fill: 'E7F0F7', align: 'center', middle: true }),
  );
}

export const severityLooks: Readonly<Record<'error' | 'warning' | 'info' | 'unverifiable', Look>> =
  {
    error: { bold: true, colour: 'A4161A', fill: 'FDECEB' },
    warning: { bold: true, colour: '7A4A00', fill: 'FFF3D6' },
    info: { bold: true, colour: '1D5A85', fill: 'E7F0F7' },
    unverifiable: { bold: true, colour: '5C4688', fill: 'F0ECF8' },
  };
