import { limits } from '../../../model/index.ts';
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
  listOf(
    style: string | undefined,
  ):
    | { readonly list: string; readonly level: number | undefined; readonly style: string }
    | undefined;
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
    if (attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1')
      defaultParagraph = id;
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

function lookUp(
  styles: ReadonlyMap<string, Style>,
  defaultParagraph: () => string | undefined,
): Styles {
  /** The nearest style, from `id` up, that says something; a chain that is longer than any or runs in a ring is cut. */
  const nearest = (
    id: string | undefined,
    says: (style: Style) => boolean,
  ): [string, Style] | undefined => {
    let next = id;
    for (let steps = 0; next !== undefined && steps < limits.depth; steps += 1) {
      const style = styles.get(next);
      if (style === undefined) return undefined;
      if (says(style)) return [next, style];
      next = style.basedOn;
    }
    return undefined;
  };
  return {
    isHidden: (id) => nearest(id, ({ hidden }) => hidden !== undefined)?.[1].hidden ?? false,
    listOf: (id) => {
      const [style = '', { list, level } = {}] =
        nearest(id ?? defaultParagraph(), (own) => own.list !== undefined) ?? [];
      return list === undefined ? undefined : { list, level, style };
    },
  };
}
