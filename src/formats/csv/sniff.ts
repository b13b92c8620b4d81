import { decodeText } from '../shared/decode.ts';
import { unifyLineEnds } from '../shared/lines.ts';
import { measureText } from '../shared/shape.ts';
import { findDelimiter } from './delimiter.ts';

export const extensions = ['csv'];

/** Bytes within which the width of the records shows. */
const headBytes = 32 * 1024;

/** Records of one width, where nothing else is to be seen. */
export function sniff(head: Uint8Array): number {
  const shape = measureText(head);
  if (shape === null || shape.htmlDocument || shape.htmlTables + shape.alignmentLines > 0) return 0;
  const { text } = decodeText(head.length > headBytes ? head.subarray(0, headBytes) : head);
  const delimiter = findDelimiter(unifyLineEnds(text));
  return delimiter === null ? 0 : delimiter === '\t' ? 0.75 : 0.65;
}
