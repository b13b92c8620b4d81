import { Parser } from 'htmlparser2';

/** What a tag says besides its name. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is told while markup is read. */
export interface MarkupHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Reads the XML or XHTML of a program, damaged or not: these files are often cut or joined by hand. */
export function readMarkup(text: string, handler: MarkupHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        handler.open(name, attributes);
      },
      ontext: (data) => handler.text?.(data),
      onclosetag: (name) => handler.close?.(name),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
}

/** The numbers of some attributes; what is missing or no number is 0. */
export function numbersOf(attributes: Attributes, names: readonly string[]): number[] {
  return names.map((name) => Number.parseFloat(attributes[name] ?? '0'));
}

/** From left, top, width and height to a box. */
export function boxOf([left = 0, top = 0, width = 0, height = 0]: readonly number[]): number[] {
  return [left, top, left + width, top + height];
}
