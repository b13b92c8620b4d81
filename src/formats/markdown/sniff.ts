import { measureText } from '../shared/shape.ts';

export const extensions = ['md', 'markdown'];

/** Tables drawn with characters, pipe tables with an alignment row, headings, or HTML tables among lines of text. */
export function sniff(head: Uint8Array): number {
  const shape = measureText(head);
  if (shape === null || shape.htmlDocument || shape.foreignTables > 0) return 0;
  if (shape.drawnLines > 0 && shape.tabLines === 0) return 0.9;
  if (shape.alignmentLines > 0 && shape.pipeLines + shape.barLines > 0) return 0.9;
  if (shape.headings > 0) return 0.7;
  if (shape.htmlTables > 0 && shape.proseLines > 0) return 0.7;
  return shape.pipeLines > 1 ? 0.65 : 0;
}
