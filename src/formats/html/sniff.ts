import { isWebArchive } from '../shared/mht.ts';
import { measureText } from '../shared/shape.ts';

export const extensions = ['html', 'htm', 'xhtml', 'shtml', 'mht', 'mhtml'];

/** An HTML document, or a fragment with tables and no other kind of row beside them. */
export function sniff(head: Uint8Array): number {
  if (isWebArchive(head)) return 0.98;
  const shape = measureText(head);
  if (shape === null) return 0;
  if (shape.htmlDocument) return 0.95;
  const others = shape.pipeLines + shape.headings + shape.cellLines;
  if (shape.htmlTables > 0) return others > 0 ? 0.3 : 0.7;
  return shape.htmlTags > 4 && others + shape.tabLines === 0 ? 0.5 : 0;
}
