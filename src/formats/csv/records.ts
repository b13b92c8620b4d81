import { countCharacters, limits } from '../../model/index.ts';
import type { RawCell } from '../shared/pieces.ts';

/** One row of a file whose fields are parted by `delimiter` and may stand in quotes (RFC 4180). */
export interface CsvRecord {
  readonly fields: readonly RawCell[];
  /** Where it begins in the text. */
  readonly start: number;
  /** The line that it begins on, from 1. */
  readonly line: number;
  /** Non-blank characters that only mark up: delimiters and quotes. */
  readonly markup: number;
  /** Whether a field stands in quotes that it needs: it holds a line's end, a quote or the delimiter. */
  readonly quoted: boolean;
  /** False where fields beyond the cap stayed together in the last. */
  readonly whole: boolean;
}

/** The records of a text with unified line ends, one at a time. A quote that nothing closes is a character like any other. */
export function* readRecords(text: string, delimiter: string): Generator<CsvRecord> {
  const scanner = new Scanner(text, delimiter);
  while (!scanner.atEnd) yield scanner.next();
}

interface QuotedField {
  readonly text: string;
  /** The line that it begins on. */
  readonly line: number;
  /** Quotes that only mark up. */
  readonly marks: number;
  /** Whether it could not stand without its quotes. */
  readonly needed: boolean;
}

class Scanner {
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;
  #line = 1;
  #nextEnd = -1;
  #unclosed = false;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  next(): CsvRecord {
    const fields: RawCell[] = [];
    const [start, line] = [this.#at, this.#line];
    let markup = 0;
    let quoted = false;
    for (;;) {
      const last = fields.length === limits.columns - 1;
      const field = (last ? null : this.#quotedField()) ?? this.#noField();
      const rest = this.#plainField(last);
      const cell = { text: field.text + rest, line: field.line };
      fields.push(this.#line > cell.line ? { ...cell, endLine: this.#line } : cell);
      markup += field.marks;
      quoted ||= field.needed;
      if (this.#text[this.#at] !== this.#delimiter) {
        this.#at += 1;
        this.#line += 1;
        return {
          fields,
          start,
          line,
          markup,
          quoted,
          whole: !last || !rest.includes(this.#delimiter),
        };
      }
      this.#at += 1;
      markup += countCharacters(this.#delimiter);
    }
  }

  /** A field in quotes, if one begins here; what stands behind its closing quote is left to the caller. */
  #quotedField(): QuotedField | null {
    if (this.#unclosed || this.#text[this.#at] !== '"') return null;
    let end = this.#text.indexOf('"', this.#at + 1);
    while (end !== -1 && this.#text[end + 1] === '"') end = this.#text.indexOf('"', end + 2);
    if (end === -1) {
      this.#unclosed = true;
      return null;
    }
    const raw = this.#text.slice(this.#at + 1, end);
    const text = raw.replaceAll('""', '"');
    const line = this.#line;
    for (let at = raw.indexOf('\n'); at !== -1; at = raw.indexOf('\n', at + 1)) this.#line += 1;
    this.#at = end + 1;
    return {
      text,
      line,
      marks: 2 + raw.length - text.length,
      needed: /["\n]/.test(raw) || raw.includes(this.#delimiter),
    };
  }

  /** Where no quotes begin a field. */
  #noField(): QuotedField {
    return { text: '', line: this.#line, marks: 0, needed: false };
  }

  /** What stands before the next delimiter or line end; before the line's end where `whole`. */
  #plainField(whole: boolean): string {
    if (this.#nextEnd < this.#at) {
      const found = this.#text.indexOf('\n', this.#at);
      this.#nextEnd = found === -1 ? this.#text.length : found;
    }
    let end = this.#nextEnd;
    for (let at = this.#at; !whole && at < end; at += 1)
      if (this.#text[at] === this.#delimiter) end = at;
    const text = this.#text.slice(this.#at, end);
    this.#at = end;
    return text;
  }
}
