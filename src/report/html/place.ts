import type { Finding } from '../../schema/index.ts';
import type { Place } from './data.ts';

type Ref = Finding['refs'][number];

/** A source place in short. */
export function shortPlace(ref: Ref | undefined): Place | null {
  if (ref === undefined) return null;
  const { line, endLine, page, boxes, part, table, row, column } = ref;
  if (line !== undefined)
    return endLine === undefined || endLine === line ? `L${line}` : `L${line}-${endLine}`;
  if (part?.includes('!') === true) return `S${part}`;
  if (page !== undefined)
    return `P${page}${boxes === undefined ? '' : `:${boxes.map((box) => box.map(Math.round).join(',')).join(';')}`}`;
  if (table === undefined || row === undefined || column === undefined) return null;
  return `T${table + 1},${row + 1},${column + 1}`;
}
