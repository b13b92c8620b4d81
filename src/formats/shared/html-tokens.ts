import { Tokenizer } from 'htmlparser2';

/** An opening tag with the attributes that matter to tables and to what is shown. */
export interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the tag begins in the source. */
  readonly start: number;
  /** `<p/>` */
  readonly selfClosing: boolean;
}

/** What a reader of HTML is told, in the order of the source. */
export interface TagReader {
  open(tag: OpenTag): void;
  close(name: string): void;
  text(text: string, start: number): void;
}

const readAttributes = new Set([
  'rowspan',
  'colspan',
  'style',
  'hidden',
  'start',
  'value',
  'type',
  'reversed',
  'selected',
  'checked',
  'multiple',
]);
/** Most tags have none: one map for them all. */
const none: ReadonlyMap<string, string> = new Map();

const ignore = (): void => undefined;
const unread = {
  oncdata: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onprocessinginstruction: ignore,
};

/**
 * Cuts HTML into tags and text (entities decoded) in one pass, without building a tree: a page of 10,000 forms must fit in
 * memory, and a tree builder makes gigabytes of twenty hostile kilobytes (docs/decisions/0005-html-without-a-tree.md).
 */
export function tokenizeHtml(html: string, reader: TagReader): void {
  let name = '';
  let start = 0;
  let attributes: Map<string, string> | null = null;
  let attribute = '';
  let value = '';
  // The tokenizer tells text in pieces; those that touch are one.
  let textStart = 0;
  let textEnd = 0;
  const endText = (): void => {
    if (textEnd > textStart) reader.text(html.slice(textStart, textEnd), textStart);
    textStart = textEnd;
  };
  const opened = (selfClosing: boolean): void => {
    endText();
    reader.open({ name, attributes: attributes ?? none, start, selfClosing });
    attributes = null;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (from, to) => {
        name = html.slice(from, to).toLowerCase();
        start = from - 1;
      },
      onattribname: (from, to) => {
        attribute = html.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata: (from, to) => {
        if (readAttributes.has(attribute)) value += html.slice(from, to);
      },
      onattribentity: (code) => {
        if (readAttributes.has(attribute)) value += String.fromCodePoint(code);
      },
      onattribend: () => {
        if (!readAttributes.has(attribute)) return;
        attributes ??= new Map();
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: () => {
        opened(false);
      },
      onselfclosingtag: () => {
        opened(true);
      },
      onclosetag: (from, to) => {
        endText();
        reader.close(html.slice(from, to).toLowerCase());
      },
      ontext: (from, to) => {
        if (from !== textEnd) endText();
        if (from !== textEnd) textStart = from;
        textEnd = to;
      },
      ontextentity: (code, end) => {
        endText();
        reader.text(String.fromCodePoint(code), end - 1);
        textStart = end;
        textEnd = end;
      },
      onend: endText,
      ...unread,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
