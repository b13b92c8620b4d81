import type { Namespaces, XmlAttributes } from '../xml.ts';

/** The prefixes that the readers know; the second of a pair is the strict variant of ISO/IEC 29500. */
export const namespaces: Namespaces = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

export function valueOf(attributes: XmlAttributes): string | undefined {
  return attributes['w:val'];
}

/** ECMA-376 part 1, 17.17.4: a toggle is on where it has no value. */
export function isOn(attributes: XmlAttributes): boolean {
  const value = valueOf(attributes);
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

/** A count of grid columns or a counter's number: a whole number of at least `least`, or `otherwise`. */
export function integerOf(attributes: XmlAttributes, otherwise: number, least = 0): number {
  const value = Number.parseInt(valueOf(attributes) ?? '', 10);
  return Number.isSafeInteger(value) && value >= least ? value : otherwise;
}
