import { isNil, leaves, type Piece, type SourceRef, type Unit } from '../model/index.ts';
import type { Role, WholeForm } from '../stitch/index.ts';

type Columns = WholeForm['indicatorColumns'];
type Row = WholeForm['indicators'][number] | WholeForm['funds'][number];

/** Columns that need no values of their own: what they say stands in other fields, or says nothing. */
const silent: ReadonlySet<Role> = new Set<Role>(['block', 'blank', 'other', 'fundLabel']);

/** Headings of columns in which rows print something, though no row has a value for them: the columns were misread. */
export function headingsWithoutValues(form: WholeForm): Piece[] {
  const units = leaves(form.units);
  return [
    ...headingsWithout(form.indicatorColumns, form.indicators, units),
    ...headingsWithout(form.fundColumns, form.funds, units),
  ];
}

function headingsWithout(columns: Columns, rows: readonly Row[], units: readonly Unit[]): Piece[] {
  const filled = new Set(rows.flatMap(rolesIn));
  const empty = columns.filter(({ role }) => !silent.has(role) && !filled.has(role));
  if (empty.length === 0) return [];
  const places = new Set(rows.flatMap(unitsIn).flatMap(({ origins }) => origins.map(rowOf)));
  // Where each row is headed by its own words, these stand below each other.
  const words = new Set(leaves(columns.flatMap(({ heading }) => heading?.units ?? [])));
  const printed = units.filter(
    (unit) =>
      !isNil(unit.raw) &&
      !words.has(unit) &&
      unit.origins[0] !== undefined &&
      places.has(rowOf(unit.origins[0])),
  );
  return empty.flatMap(({ heading, from, to }) => {
    const head = lowest(heading?.units ?? []);
    return heading !== null && printed.some((unit) => standsUnder(unit, head, to - from))
      ? [heading]
      : [];
  });
}

/** The place of a heading's lowest line. Where projects share a table, each has its own count of columns: the heading knows its own. */
function lowest(units: readonly Unit[]): SourceRef | undefined {
  return units
    .flatMap(({ origins }) => origins)
    .reduce<SourceRef | undefined>(
      (low, origin) => ((origin.row ?? -1) > (low?.row ?? -1) ? origin : low),
      undefined,
    );
}

/** Rows of a later table may have slid: only those below the heading itself count. */
function standsUnder({ origins }: Unit, head: SourceRef | undefined, width: number): boolean {
  const [own] = origins;
  if (own?.row === undefined || own.column === undefined || head?.column === undefined)
    return false;
  return (
    own.table === head.table &&
    own.row > (head.row ?? -1) &&
    own.column >= head.column &&
    own.column <= head.column + width
  );
}

function rolesIn(row: Row): Role[] {
  const roles = [...row.pieces].flatMap(([role, { text }]) => (isNil(text) ? [] : [role]));
  if (!('level1' in row)) return roles;
  return [
    ...roles,
    ...(row.level1 === null ? [] : (['level1'] as const)),
    ...(row.level2 === null ? [] : (['level2'] as const)),
  ];
}

function unitsIn(row: Row): readonly Unit[] {
  return leaves([...row.pieces.values()].flatMap((piece) => piece.units));
}

function rowOf({ table, row }: SourceRef): string {
  return `${String(table)}:${String(row)}`;
}
