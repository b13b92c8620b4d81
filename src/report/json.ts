import type { ParsedDocument } from '../schema/index.ts';

/**
 * The text of `JSON.stringify(document, null, 2)`, or in one line, with a line's end: a form at a time, since the text of
 * a large document can be longer than a string may be.
 */
export function* jsonPieces(document: ParsedDocument, compact: boolean): Generator<string> {
  const indent = compact ? undefined : 2;
  const [open, comma, close] = compact ? ['[', ',', ']'] : ['[\n    ', ',\n    ', '\n  ]'];
  const hole = JSON.stringify({ ...document, forms: [] }, null, indent);
  const key = compact ? '"forms":' : '"forms": ';
  const at = hole.indexOf(`${key}[]`) + key.length;
  yield hole.slice(0, at);
  if (document.forms.length === 0) yield '[]';
  for (const [index, form] of document.forms.entries()) {
    yield index === 0 ? open : comma;
    yield JSON.stringify(form, null, indent).replaceAll('\n', '\n    ');
  }
  if (document.forms.length > 0) yield close;
  yield `${hole.slice(at + 2)}\n`;
}
