import { decodeText } from '../shared/decode.ts';
import { unifyLineEnds } from '../shared/lines.ts';
import { measureText } from '../shared/shape.ts';
import { findDelimiter, isRagged } from './delimiter.ts';

export const extensions = ['csv'];

/** Bytes within which the width of the records shows. */
const headBytes = 32 * 1024;

/** Records of one width, where nothing else is to be seen. */
export function sniff(head: Uint8Array, name = ''): number {
  const shape = measureText(head);
  if (shape === null || shape.htmlDocument || shape.htmlTables + shape.alignmentLines > 0) return 0;
  const { text } = decodeText(head.length > headBytes ? head.subarray(0, headBytes) : head);
  const lines = unifyLineEnds(text);
  const delimiter = findDelimiter(lines);
  if (delimiter !== null) return delimiter === '\t' ? 0.75 : 0.65;
  return /\.csv$/i.test(name) && isRagged(lines) ? 0.6 : 0;
}
