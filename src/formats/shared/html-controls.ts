import type { OpenTag } from './html-tokens.ts';

/** Fields whose value is no text that stands on the page. */
const silent = new Set([
  'hidden',
  'password',
  'submit',
  'reset',
  'button',
  'image',
  'file',
  'color',
  'range',
]);

/** What a field of a saved page shows: its value, or its tick as Word shows one. */
export function shownInput(attributes: OpenTag['attributes']): string {
  const type = (attributes.get('type') ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return attributes.has('checked') ? '☒' : '☐';
  return silent.has(type) ? '' : (attributes.get('value') ?? '');
}

/** A list to choose from, of which a page shows what is chosen, else the first; all where several may be chosen. */
export class Choice {
  readonly #all: boolean;
  readonly #options: { text: string; readonly chosen: boolean }[] = [];

  constructor(attributes: OpenTag['attributes']) {
    this.#all = attributes.has('multiple');
  }

  open(attributes: OpenTag['attributes']): void {
    this.#options.push({ text: '', chosen: attributes.has('selected') });
  }

  text(text: string): void {
    const option = this.#options.at(-1);
    if (option !== undefined) option.text += text;
  }

  get shown(): string {
    if (this.#all) return this.#options.map(({ text }) => text).join(' ');
    // Of two that claim to be chosen, browsers take the last.
    return (this.#options.findLast(({ chosen }) => chosen) ?? this.#options[0])?.text ?? '';
  }
}
