import { headText, measureText } from '../shared/shape.ts';
import type { TextShape } from '../shared/shape.ts';
import { hasHeadingInLines } from './bare/shape.ts';

export const extensions = ['txt'];

/** Nearly every line with a tab begins with it and holds one text. */
export function sniff(head: Uint8Array): number {
  const shape = measureText(head);
  if (shape === null || shape.htmlDocument) return 0;
  if (isBare(shape)) return hasHeadingInLines(headText(head)) ? 0.7 : 0;
  if (shape.cellLines < 2) return 0;
  return shape.cellLines > shape.tabLines * 0.8 ? 0.8 : 0;
}

/** Lines without anything that parts cells. */
function isBare({ tabLines, pipeLines, drawnLines, htmlTables }: TextShape): boolean {
  return tabLines + pipeLines + drawnLines + htmlTables === 0;
}
