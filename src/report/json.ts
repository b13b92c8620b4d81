import type { DocumentParts } from '../schema/index.ts';

/**
 * The text of `JSON.stringify(document, null, 2)`, or in one line, with a line's end: a form, a diagnostic at a time, since
 * the text of a large document can be longer than a string may be.
 */
export function* jsonPieces(document: DocumentParts, compact: boolean): Generator<string> {
  let open = '{';
  for (const [key, value] of Object.entries<unknown>(document)) {
    yield compact ? `${open}"${key}":` : `${open}\n  "${key}": `;
    if (isList(value)) yield* listPieces(value, compact);
    else yield compact ? JSON.stringify(value) : indented(value, '  ');
    open = ',';
  }
  yield compact ? '}\n' : '\n}\n';
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function* listPieces(list: Iterable<unknown>, compact: boolean): Generator<string> {
  let open = '[';
  for (const item of list) {
    yield compact ? open + JSON.stringify(item) : `${open}\n    ${indented(item, '    ')}`;
    open = ',';
  }
  if (open === '[') yield '[]';
  else yield compact ? ']' : '\n  ]';
}

/** Line ends stand only between the parts of a JSON, never in its strings. */
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
