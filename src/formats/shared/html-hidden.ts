import type { OpenTag } from './html-tokens.ts';

/** Elements whose text is never shown. */
const unseen = new Set([
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'iframe',
  'xml',
  'datalist',
]);

/** Elements without an end: they can hide nothing. */
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** How far out in a table a tag stands: an outer one ends what an inner one left open. */
const ranks: Readonly<Record<string, number>> = {
  td: 1,
  th: 1,
  tr: 2,
  thead: 3,
  tbody: 3,
  tfoot: 3,
  caption: 3,
  table: 4,
};

/** Whether an element and all that it holds is kept from sight. */
export function hides({ name, attributes, selfClosing }: OpenTag): boolean {
  if (selfClosing || empty.has(name)) return false;
  if (unseen.has(name) || attributes.has('hidden')) return true;
  if (attributes.size === 0) return false;
  return /(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all)\b/i.test(
    attributes.get('style') ?? '',
  );
}

/** An element that is not shown: it lasts to its end tag, or to the end of the cell that it stands in. */
export class HiddenElement {
  readonly #name: string;
  readonly #rank: number;
  readonly #inTable: boolean;
  #depth = 1;
  /** Tables open within it. */
  #tables = 0;
  /** The element within, or this one, whose text is no text of a page (a script). */
  #silent: string | null;

  constructor(name: string, inTable: boolean) {
    this.#name = name;
    this.#silent = unseen.has(name) ? name : null;
    this.#rank = ranks[name] ?? 0;
    this.#inTable = inTable || this.#rank > 0;
  }

  /** Whether the element is still open behind an opening tag. */
  outlastsOpen(name: string): boolean {
    if (name === 'p' && this.#name === 'p') return false;
    if (name !== 'table' && this.#ends(ranks[name] ?? 0, Math.max(1, this.#rank))) return false;
    if (name === this.#name) this.#depth += 1;
    else if (name === 'table') this.#tables += 1;
    if (unseen.has(name)) this.#silent ??= name;
    return true;
  }

  /** Where a closing tag stands: inside the element, at its own end, or beyond it, as the tag of an outer element. */
  close(name: string): 'inside' | 'end' | 'beyond' {
    if (this.#ends(ranks[name] ?? 0, this.#rank + 1)) return 'beyond';
    if (name === this.#silent) this.#silent = null;
    if (name === this.#name) this.#depth -= 1;
    else if (name === 'table') this.#tables -= 1;
    return this.#depth === 0 ? 'end' : 'inside';
  }

  /** Whether its text is one that a page keeps from sight, and no script. */
  get holdsText(): boolean {
    return this.#silent === null;
  }

  /** Whether a tag that stands at least so far out ends the element, as it ends the cell around it. */
  #ends(rank: number, least: number): boolean {
    return this.#inTable && this.#tables === 0 && rank >= least;
  }
}
