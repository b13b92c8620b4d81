import { InputError, limits } from '../../model/index.ts';
import { builtInFormat } from '../shared/sheet/format.ts';
import { readXml } from '../shared/xml.ts';
import type { XmlAttributes } from '../shared/xml.ts';
import { isTrue, namespaces, unescaped } from './names.ts';

/** What the parts beside the worksheets say. */
export interface Workbook {
  readonly sheets: readonly {
    readonly name: string;
    readonly hidden: boolean;
    readonly relationship: string;
  }[];
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
    if (sheets.length >= limits.sheets)
      throw new InputError('too-many-items', { limit: limits.sheets });
    const state = attributes['state'] ?? 'visible';
    sheets.push({
      name: attributes['name'] ?? '',
      hidden: state !== 'visible',
      relationship: attributes['r:id'] ?? '',
    });
  });
  return { sheets, date1904 };
}

/** Number formats by cell style: index of the `xf` in `cellXfs` → format code. */
export function readFormats(bytes: Uint8Array | undefined): readonly string[] {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  if (bytes === undefined) return [];
  each(bytes, (name, attributes, parent) => {
    if (name === 'numFmt' && parent === 'numFmts')
      codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
    if (name === 'xf' && parent === 'cellXfs') styles.push(Number(attributes['numFmtId'] ?? 0));
  });
  return styles.map((id) => codes.get(id) ?? builtInFormat(id));
}

/** The strings that cells share, formatting and phonetic guides left out. */
export function readStrings(bytes: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let text = '';
  let inside = false;
  readXml(bytes, namespaces, {
    open: (name) => {
      if (name === 'si') text = '';
      inside = name === 't';
      return name !== 'rPh';
    },
    text: (piece) => {
      if (inside) text += piece;
    },
    close: (name) => {
      inside = false;
      if (name === 'si') strings.push(unescaped(text));
      if (strings.length > limits.officeItems)
        throw new InputError('too-many-items', { limit: limits.officeItems });
    },
  });
  return strings;
}

function each(
  bytes: Uint8Array,
  see: (name: string, attributes: XmlAttributes, parent: string) => void,
): void {
  readXml(bytes, namespaces, {
    open: (name, attributes, parent) => {
      see(name, attributes, parent);
      return name !== 'extLst';
    },
    text: () => undefined,
    close: () => undefined,
  });
}
