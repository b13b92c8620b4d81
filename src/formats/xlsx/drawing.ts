import type { SheetText } from '../shared/sheet/source.ts';
import { readXml } from '../shared/xml.ts';
import { isTrue } from './names.ts';

const namespaces = {
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing': 'xdr',
  'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing': 'xdr',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
};

/** What the text that comes belongs to. */
type Taking = 'row' | 'column' | 'text' | null;

interface Drawing {
  readonly texts: readonly SheetText[];
  /** Why reading stopped before the end, or null. */
  readonly stopped: string | null;
}

/** The text boxes and shapes of a drawing part, each with the cell that it is anchored to. */
export function readDrawing(bytes: Uint8Array): Drawing {
  const texts: SheetText[] = [];
  const anchor = { row: 0, column: 0 };
  let taking: Taking = null;
  let text = '';
  let hidden = false;
  const stopped = readXml(bytes, namespaces, {
    open: (name, attributes, parent) => {
      if (name === 'xdr:row' && parent === 'xdr:from') taking = 'row';
      else if (name === 'xdr:col' && parent === 'xdr:from') taking = 'column';
      else if (name === 'a:t') taking = 'text';
      else if (name === 'a:br') text += '\n';
      else if (name === 'xdr:cNvPr') hidden = isTrue(attributes, 'hidden');
      // Older programs read the other variant of the same shape.
      return name !== 'mc:Fallback';
    },
    text: (piece) => {
      if (taking === 'text') text += piece;
      else if (taking !== null) anchor[taking] = Number(piece) || 0;
    },
    close: (name) => {
      if (name === 'a:p') text += '\n';
      if (name === 'xdr:txBody') {
        if (!hidden) texts.push({ text, ...anchor });
        text = '';
      }
      taking = null;
    },
  });
  return { texts, stopped };
}
