import { countCharacters, InputError, limits } from '../../model/index.ts';
import { builtInFormat } from '../shared/sheet/format.ts';
import { readXml } from '../shared/xml.ts';
import type { XmlAttributes } from '../shared/xml.ts';
import { isTrue, namespaces, unescaped } from './names.ts';

/** What the parts beside the worksheets say. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly relationship: string }[];
  /** Days are counted from 1904, as old Macs did. */
  readonly date1904: boolean;
}

/** Reads the workbook part: its sheets in the order of their tabs. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const sheets: Workbook['sheets'][number][] = [];
  let date1904 = false;
  each(bytes, (name, attributes) => {
    if (name === 'workbookPr') date1904 = isTrue(attributes, 'date1904');
    if (name !== 'sheet') return;
    if (sheets.length >= limits.sheets) throw new InputError('too-many-items', { limit: limits.sheets });
    const state = attributes['state'] ?? 'visible';
    sheets.push({ name: attributes['name'] ?? '', hidden: state !== 'visible', relationship: attributes['r:id'] ?? '' });
  });
  return { sheets, date1904 };
}

/** How a cell shows what it holds. */
export interface CellStyle {
  readonly format: string;
  /** Whether the cell is struck out. */
  readonly struck: boolean;
}

/** Cell styles by the index of their `xf` in `cellXfs`. */
export function readStyles(bytes: Uint8Array | undefined): readonly CellStyle[] {
  const codes = new Map<number, string>();
  const struckFonts = new Set<number>();
  const styles: { readonly format: number; readonly font: number }[] = [];
  let fonts = 0;
  let ofCell = false;
  if (bytes === undefined) return [];
  each(bytes, (name, attributes, parent) => {
    if (name === 'numFmt' && parent === 'numFmts') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
    if (name === 'font') {
      ofCell = parent === 'fonts';
      if (ofCell) fonts += 1;
    }
    if (name === 'strike' && ofCell && isTrue(attributes, 'val', true)) struckFonts.add(fonts - 1);
    if (name === 'xf' && parent === 'cellXfs') styles.push({ format: Number(attributes['numFmtId'] ?? 0), font: Number(attributes['fontId'] ?? 0) });
  });
  return styles.map(({ format, font }) => ({ format: codes.get(format) ?? builtInFormat(format), struck: struckFonts.has(font) }));
}

/** The strings that cells share, and how many of their non-blank characters are struck out, which stand in no string. */
export interface SharedStrings {
  readonly texts: readonly string[];
  readonly struck: ReadonlyMap<number, number>;
}

/** Reads the shared strings, formatting and phonetic guides left out. */
export function readStrings(bytes: Uint8Array | undefined): SharedStrings {
  const texts: string[] = [];
  const struck = new Map<number, number>();
  if (bytes === undefined) return { texts, struck };
  let text = '';
  let inside = false;
  let runStruck = false;
  readXml(bytes, namespaces, {
    open: (name, attributes) => {
      if (name === 'si') text = '';
      if (name === 'si' || name === 'r') runStruck = false;
      if (name === 'strike') runStruck = isTrue(attributes, 'val', true);
      inside = name === 't';
      return name !== 'rPh';
    },
    text: (piece) => {
      if (inside && runStruck) struck.set(texts.length, (struck.get(texts.length) ?? 0) + countCharacters(piece));
      else if (inside) text += piece;
    },
    close: (name) => {
      inside = false;
      if (name === 'si') texts.push(unescaped(text));
      if (texts.length > limits.officeItems) throw new InputError('too-many-items', { limit: limits.officeItems });
    },
  });
  return { texts, struck };
}

function each(bytes: Uint8Array, see: (name: string, attributes: XmlAttributes, parent: string) => void): void {
  readXml(bytes, namespaces, {
    open: (name, attributes, parent) => {
      see(name, attributes, parent);
      return name !== 'extLst';
    },
    text: () => undefined,
    close: () => undefined,
  });
}
