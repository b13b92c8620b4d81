import { measureText } from '../shared/shape.ts';

export const extensions = ['txt'];

/** Nearly every line with a tab begins with it and holds one text. */
export function sniff(head: Uint8Array): number {
  const shape = measureText(head);
  if (shape === null || shape.htmlDocument || shape.cellLines < 2) return 0;
  return shape.cellLines > shape.tabLines * 0.8 ? 0.8 : 0;
}
