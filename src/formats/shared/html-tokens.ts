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

/** Text, entities decoded. The tokenizer tells it in pieces; those that touch are one. */
function textOf(html: string, reader: TagReader) {
  let from = 0;
  let to = 0;
  const endText = (): void => {
    if (to > from) reader.text(html.slice(from, to), from);
    from = to;
  };
  return {
    endText,
    callbacks: {
      ontext: (start: number, end: number): void => {
        if (start !== to) endText();
        if (start !== to) from = start;
        to = end;
      },
      ontextentity: (code: number, end: number): void => {
        endText();
        reader.text(String.fromCodePoint(code), end - 1);
        from = end;
        to = end;
      },
    },
  };
}

/** The attributes of one tag after another; of two by one name the first counts. */
function attributesOf(html: string) {
  let attributes: Map<string, string> | null = null;
  let name = '';
  let value = '';
  return {
    /** Those of the tag that has just ended. */
    take: (): ReadonlyMap<string, string> => {
      const taken = attributes ?? none;
      attributes = null;
      return taken;
    },
    callbacks: {
      onattribname: (from: number, to: number): void => {
        name = html.slice(from, to).toLowerCase();
        value = '';
      },
      onattribdata: (from: number, to: number): void => {
        if (readAttributes.has(name)) value += html.slice(from, to);
      },
      onattribentity: (code: number): void => {
        if (readAttributes.has(name)) value += String.fromCodePoint(code);
      },
      onattribend: (): void => {
        if (!readAttributes.has(name)) return;
        attributes ??= new Map();
        if (!attributes.has(name)) attributes.set(name, value);
      },
    },
  };
}

/**
 * Cuts HTML into tags and text (entities decoded) in one pass, without building a tree: a page of 10,000 forms must fit in
 * memory, and a tree builder makes gigabytes of twenty hostile kilobytes (docs/decisions/0005-html-without-a-tree.md).
 */
export function tokenizeHtml(html: string, reader: TagReader): void {
  const text = textOf(html, reader);
  const attributes = attributesOf(html);
  let name = '';
  let start = 0;
  const opened = (selfClosing: boolean): void => {
    text.endText();
    reader.open({ name, attributes: attributes.take(), start, selfClosing });
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...unread,
      ...text.callbacks,
      ...attributes.callbacks,
      onopentagname: (from, to) => {
        name = html.slice(from, to).toLowerCase();
        start = from - 1;
      },
      onopentagend: () => {
        opened(false);
      },
      onselfclosingtag: () => {
        opened(true);
      },
      onclosetag: (from, to) => {
        text.endText();
        reader.close(html.slice(from, to).toLowerCase());
      },
      onend: text.endText,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
