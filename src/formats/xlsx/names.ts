import type { Namespaces, XmlAttributes } from '../shared/xml.ts';

/** The prefixes that the readers know; the second of a pair is the strict variant of ISO/IEC 29500. */
export const namespaces: Namespaces = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
};

export function isTrue(attributes: XmlAttributes, name: string, otherwise = false): boolean {
  const value = attributes[name];
  return value === undefined ? otherwise : value === '1' || value === 'true';
}

/** `_x000D_` and the like stand for characters that XML cannot carry (18.4.12). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
