import type { OpenTag } from './html-tokens.ts';
import { numeral } from './word/numerals.ts';

interface List {
  /** The number of the item that comes next. */
  next: number;
  readonly step: number;
  /** Null where its items show no number. */
  readonly format: string | null;
}

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  decimal: 'decimal',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'cjk-ideographic': 'chineseCountingThousand',
  'simp-chinese-informal': 'chineseCountingThousand',
  'simp-chinese-formal': 'chineseLegalSimplified',
};

/** The numbers that a page puts before the items of its ordered lists: they stand nowhere in the source, yet readers see them. */
export class HtmlLists {
  readonly #open: List[] = [];

  /** What a tag means for the lists; an item's number as it is shown, or ''. */
  openTag({ name, attributes }: OpenTag): string {
    if (name === 'ol') this.#open.push(listOf(attributes));
    else if (name === 'ul' || name === 'menu') this.#open.push({ next: 1, step: 1, format: null });
    return name === 'li' ? this.#number(attributes) : '';
  }

  closeTag(name: string): void {
    if (name === 'ol' || name === 'ul' || name === 'menu') this.#open.pop();
  }

  #number(attributes: OpenTag['attributes']): string {
    const list = this.#open.at(-1);
    if (list === undefined || list.format === null) return '';
    const own = integer(attributes.get('value'));
    const number = own ?? list.next;
    list.next = number + list.step;
    if (/list-style(?:-type)?\s*:[^;]*\bnone\b/i.test(attributes.get('style') ?? '')) return '';
    return numeral(list.format, number) + (list.format.startsWith('chinese') ? '、' : '. ');
  }
}

function listOf(attributes: OpenTag['attributes']): List {
  const style =
    /list-style(?:-type)?\s*:\s*([^;]*)/i.exec(attributes.get('style') ?? '')?.[1]?.toLowerCase() ??
    '';
  const styled = style
    .split(/\s+/)
    .map((word) => formats[word])
    .find((format) => format !== undefined);
  const format = /\bnone\b/.test(style)
    ? null
    : (styled ?? formats[attributes.get('type') ?? '1'] ?? 'decimal');
  return {
    next: integer(attributes.get('start')) ?? 1,
    step: attributes.has('reversed') ? -1 : 1,
    format,
  };
}

function integer(text: string | undefined): number | null {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(value) ? value : null;
}
