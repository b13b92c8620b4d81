import type { Band, Columns, Piece, Span, Zone } from './types.ts';

const slack = 0.02;

/** The columns of a table: its edges, and where each zone's gutters stand among them. */
export interface Lattice {
  readonly edges: readonly number[];
  readonly placeOf: (band: number, piece: Piece) => Columns;
}

/** The fewest edges that stand in every gutter of every zone, since all gutters over one border hold that border. */
export function findLattice(bands: readonly Band[], zones: readonly Zone[]): Lattice {
  const edges = stab(zones.flatMap(({ gutters }) => gutters));
  const count = edges.length + 1;
  const zoneAt: number[] = [];
  zones.forEach(({ from, to }, index) => {
    for (let band = from; band < to; band += 1) zoneAt[band] = index;
  });
  const columns = zones.map((zone) => columnsOf(zone, bands, edges));
  return {
    edges: [-Infinity, ...edges, Infinity],
    placeOf: (band, piece) => {
      const own = columns[zoneAt[band] ?? 0] ?? [];
      const found = own.find(
        ({ span }) => piece.right <= span[1] + slack && piece.left >= span[0] - slack,
      );
      return found?.columns ?? [0, count];
    },
  };
}

/** The fewest places that meet every gutter, each in the middle of what its gutters share. */
function stab(gutters: readonly Span[]): number[] {
  const shared: [number, number][] = [];
  for (const [left, right] of [...gutters].sort((a, b) => a[1] - b[1])) {
    const last = shared.at(-1);
    if (last !== undefined && left <= last[1] + slack) last[0] = Math.max(last[0], left);
    else shared.push([left, right]);
  }
  return shared.map(([left, right]) => (left + right) / 2);
}

/** What a zone's own columns take of the table's: where a wide gutter holds several edges, those between stay blank. */
function columnsOf(
  { from, to, gutters }: Zone,
  bands: readonly Band[],
  edges: readonly number[],
): { span: Span; columns: Columns }[] {
  const pieces = bands.slice(from, to).flatMap((band) => band.pieces);
  const least = Math.min(...pieces.map(({ left }) => left));
  const most = Math.max(...pieces.map(({ right }) => right));
  const starts = [least, ...gutters.map(([, right]) => right)];
  const ends = [...gutters.map(([left]) => left), most];
  return starts.map((start, index) => {
    const end = ends[index] ?? most;
    return {
      span: [start, end],
      columns: [
        edges.filter((edge) => edge <= start + slack).length,
        edges.filter((edge) => edge < end - slack).length + 1,
      ],
    };
  });
}
