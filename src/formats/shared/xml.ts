import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import { InputError, limits } from '../../model/index.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What is told while a part is read. Names carry the prefix that `namespaces` gives their namespace, whatever the file calls it. */
export interface XmlHandler {
  /** Returning false skips the element with all that it holds. */
  open(name: string, attributes: XmlAttributes, parent: string): boolean;
  text(text: string): void;
  close(name: string): void;
}

/** Namespace → the prefix that handlers know it by. */
export type Namespaces = Readonly<Record<string, string>>;

const chunkBytes = 64 * 1024;

/** Thrown out of the parser where the XML ends being XML; never leaves this file. */
class NotWellFormed extends Error {}

/**
 * Reads the XML of an office part, piece by piece.
 *
 * @returns null, or why reading stopped before the end: what was told until then stands, and what was open is closed
 * @throws InputError `xml-doctype` (a document type declaration, which office parts never carry and entity bombs need),
 *   `xml-too-deep`
 */
export function readXml(
  bytes: Uint8Array,
  namespaces: Namespaces,
  handler: XmlHandler,
): string | null {
  const parser = new SaxesParser();
  const unwind = listen(parser, namespaces, handler);
  try {
    for (const text of decoded(bytes)) parser.write(text);
    parser.close();
    return null;
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    unwind();
    return error.message;
  }
}

function* decoded(bytes: Uint8Array): Iterable<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let start = 0; start <= bytes.length; start += chunkBytes) {
    const chunk = bytes.subarray(start, start + chunkBytes);
    yield decode(decoder, chunk, start + chunkBytes <= bytes.length);
  }
}

function decode(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(chunk, { stream });
  } catch {
    throw new NotWellFormed(`not valid ${decoder.encoding}`);
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** @returns what closes the elements that are open */
function listen(parser: SaxesParser, namespaces: Namespaces, handler: XmlHandler): () => void {
  const names = nameReader(namespaces);
  const path: string[] = [];
  /** Depth of the element that is being skipped; Infinity while none is. */
  let skipped = Infinity;
  parser.on('error', (error) => {
    throw new NotWellFormed(error.message);
  });
  parser.on('doctype', () => {
    throw new InputError('xml-doctype');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const { name, attributes } = names(tag);
    const parent = path.at(-1) ?? '';
    path.push(name);
    if (path.length > limits.depth) throw new InputError('xml-too-deep', { limit: limits.depth });
    if (path.length < skipped && !handler.open(name, attributes, parent)) skipped = path.length;
  });
  parser.on('text', (text) => {
    if (path.length < skipped) handler.text(text);
  });
  parser.on('cdata', (text) => {
    if (path.length < skipped) handler.text(text);
  });
  const close = (): void => {
    const name = path.pop() ?? '';
    if (path.length + 1 === skipped) skipped = Infinity;
    else if (path.length < skipped) handler.close(name);
  };
  parser.on('closetag', close);
  return () => {
    while (path.length > 0) close();
  };
}

type NameReader = (tag: SaxesTagPlain) => { name: string; attributes: XmlAttributes };

/** Nearly every file uses the customary prefixes, so that renaming costs nothing until one does not (`ns0:p`). */
function nameReader(namespaces: Namespaces): NameReader {
  const renamed = new Map<string, string>();
  return ({ name, attributes }) => {
    for (const key in attributes)
      if (key.startsWith('xmlns')) declare(renamed, namespaces, key, attributes[key] ?? '');
    if (renamed.size === 0) return { name, attributes };
    const own = Object.entries(attributes).map(([key, value]) => [
      key.includes(':') ? rename(renamed, key) : key,
      value,
    ]);
    return { name: rename(renamed, name), attributes: Object.fromEntries(own) as XmlAttributes };
  };
}

function declare(
  renamed: Map<string, string>,
  namespaces: Namespaces,
  key: string,
  uri: string,
): void {
  const prefix = key.slice('xmlns:'.length);
  const known = namespaces[uri];
  if (known !== undefined && known !== prefix) renamed.set(prefix, known);
}

function rename(renamed: Map<string, string>, name: string): string {
  const colon = name.indexOf(':');
  const prefix = renamed.get(colon < 0 ? '' : name.slice(0, colon));
  if (prefix === undefined) return name;
  const local = name.slice(colon + 1);
  return prefix === '' ? local : `${prefix}:${local}`;
}
