import type {
  FormatAdapter,
  Grid,
  GridStream,
  ReadOptions,
  Staged,
  TableDocument,
} from '../../model/index.ts';
import { appendGrid } from '../../model/index.ts';
import { decodeText } from './decode.ts';
import type { DecodedText } from './decode.ts';
import { unifyLineEnds } from './lines.ts';
import { withIdeographs } from './radicals.ts';

/** The tables of a text, one at a time, and then the document with those that were not told yet. */
export type TextGrids = Generator<Grid, Staged<TableDocument>>;

/** Reads a text whose line ends are unified. */
type ReadText = (text: string, decoded: DecodedText) => TextGrids;

/** What an adapter of a text format does with bytes. */
export function textReader(read: ReadText): Required<Pick<FormatAdapter, 'read' | 'stream'>> {
  const stream = (bytes: Uint8Array, { encoding }: ReadOptions): (() => GridStream) => {
    const raw = decodeText(bytes, encoding);
    const text = withIdeographs(unifyLineEnds(raw.text));
    const decoded = { ...raw, text };
    return () => read(text, decoded);
  };
  return {
    stream,
    read: async (bytes, options) => collected(stream(bytes, options)()),
  };
}

/** A document with all its tables. */
function collected(stream: GridStream): Staged<TableDocument> {
  const grids: Grid[] = [];
  let next = stream.next();
  for (; next.done !== true; next = stream.next()) appendGrid(grids, next.value);
  const { value, notes } = next.value;
  for (const grid of value.grids) appendGrid(grids, grid);
  return { value: { ...value, grids }, notes };
}
