import { headText, measureText } from '../shared/shape.ts';
import { showsColumns } from './columns.ts';

/** Any .txt may be such a text. */
export const extensions = ['txt'];

/** The words of a form, in lines whose gaps stand below each other. */
export function sniff(bytes: Uint8Array): number {
  const shape = measureText(bytes);
  if (shape === null || shape.htmlDocument) return 0;
  const { tabLines, pipeLines, barLines, alignmentLines, drawnLines, htmlTables, proseLines } =
    shape;
  if (drawnLines > 0) return 0;
  if (tabLines + pipeLines + barLines + alignmentLines + htmlTables > proseLines / 10) return 0;
  return showsColumns(headText(bytes)) ? 0.75 : 0;
}
