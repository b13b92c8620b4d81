import { readXml } from '../xml.ts';
import type { XmlAttributes } from '../xml.ts';
import { integerOf, isOn, namespaces, valueOf } from './names.ts';

/** A paragraph's place in a list: `w:numPr`. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

interface Style {
  basedOn?: string;
  hidden?: boolean;
  list?: string;
  level?: number;
}

/** What styles give to paragraphs and runs, as far as it changes the text that is seen. */
export interface Styles {
  /** Whether text in this style is hidden (`w:vanish`). */
  isHidden(style: string | undefined): boolean;
  /** The list of paragraphs in this style; `style` is the one of its ancestors that names the list. */
  listOf(style: string | undefined): { readonly list: string; readonly level: number | undefined; readonly style: string } | undefined;
}

/** Reads `word/styles.xml`; no bytes, no styles. */
export function readStyles(bytes: Uint8Array | undefined): Styles {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  let current: Style = {};
  const begin = (attributes: XmlAttributes): void => {
    const id = attributes['w:styleId'] ?? '';
    current = {};
    styles.set(id, current);
    if (attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1') defaultParagraph = id;
  };
  if (bytes !== undefined) {
    readXml(bytes, namespaces, {
      open: (name, attributes) => {
        if (name === 'w:style') begin(attributes);
        else readProperty(current, name, attributes);
        return name !== 'w:tblStylePr' && name !== 'w:docDefaults';
      },
      text: () => undefined,
      close: () => undefined,
    });
  }
  return lookUp(styles, () => defaultParagraph);
}

function readProperty(style: Style, name: string, attributes: XmlAttributes): void {
  const value = valueOf(attributes);
  if (name === 'w:vanish') style.hidden = isOn(attributes);
  if (name === 'w:ilvl') style.level = integerOf(attributes, 0);
  if (value === undefined) return;
  if (name === 'w:basedOn') style.basedOn = value;
  if (name === 'w:numId') style.list = value;
}

function lookUp(styles: ReadonlyMap<string, Style>, defaultParagraph: () => string | undefined): Styles {
  const ancestry = (id: string | undefined): [string, Style][] => {
    const found = new Map<string, Style>();
    for (let next = id; next !== undefined && !found.has(next); ) {
      const style = styles.get(next);
      if (style === undefined) break;
      found.set(next, style);
      next = style.basedOn;
    }
    return [...found];
  };
  return {
    isHidden: (id) => ancestry(id).find(([, style]) => style.hidden !== undefined)?.[1].hidden ?? false,
    listOf: (id) => {
      const named = ancestry(id ?? defaultParagraph()).find(([, style]) => style.list !== undefined);
      if (named?.[1].list === undefined) return undefined;
      return { list: named[1].list, level: named[1].level, style: named[0] };
    },
  };
}
