import { layoutForm } from '../../../export/layout.ts';
import type { Layout, LayoutCell, LayoutForm } from '../../../export/layout.ts';
import type { Level, Packed, PackedFinding, Place } from '../data.ts';
import { formOf } from './unpack-form.ts';

export interface OpenFinding {
  readonly id: string;
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly translation: string | null;
  readonly path: string;
  readonly printed: string | null;
  readonly expected: string | null;
  readonly range: readonly [string, string] | null;
  readonly place: Place | null;
  /** The cell that it is about, as an index of `layout.cells`. */
  readonly cell: number | null;
}

/** A form as it is shown. */
export interface OpenForm {
  readonly form: LayoutForm;
  readonly layout: Layout;
  /** Errors first. */
  readonly findings: readonly OpenFinding[];
  /** By the index of a cell. */
  readonly places: ReadonlyMap<number, Place>;
  readonly mends: ReadonlyMap<number, readonly string[]>;
  /** The numbers within target and actual, by JSON Pointer. */
  readonly numbers: ReadonlyMap<string, string>;
}

const order: readonly Level[] = ['error', 'warning', 'info', 'unverifiable'];

export function unpack(packed: Packed): OpenForm {
  const { form, numbers } = formOf(packed);
  const layout = layoutForm(form);
  const byPath = new Map<string, number>();
  for (const [at, { paths }] of layout.cells.entries())
    for (const path of paths) byPath.set(path, at);
  const findings = packed.findings.map((finding) => openFinding(finding, layout.cells, byPath));
  findings.sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
  const mends = new Map<number, string[]>();
  for (const [words, paths] of packed.mends) {
    for (const at of new Set(paths.map((path) => byPath.get(path))))
      if (at !== undefined) mends.set(at, [...(mends.get(at) ?? []), words]);
  }
  return { form, layout, findings, places: placesOf(packed, layout.cells), mends, numbers };
}

function openFinding(
  packed: PackedFinding,
  cells: readonly LayoutCell[],
  byPath: ReadonlyMap<string, number>,
): OpenFinding {
  const [id, rule, level, message, translation, path, printed, expected, from, to, place] = packed;
  const range = from === null || to === null ? null : ([from, to] as const);
  return {
    id,
    rule,
    level,
    message,
    translation,
    path,
    printed,
    expected,
    range,
    place,
    cell: cellFor(path, cells, byPath),
  };
}

/** The cell that shows a value, else one that shows a part of it, else of its neighbours. */
function cellFor(
  path: string,
  cells: readonly LayoutCell[],
  byPath: ReadonlyMap<string, number>,
): number | null {
  const own = byPath.get(path);
  if (own !== undefined) return own;
  for (let stem = path; stem !== ''; stem = stem.slice(0, stem.lastIndexOf('/'))) {
    const near = cells.findIndex(({ paths }) => paths.some((one) => one.startsWith(`${stem}/`)));
    if (near >= 0) return near;
  }
  return null;
}

function placesOf({ places }: Packed, cells: readonly LayoutCell[]): Map<number, Place> {
  const found = new Map<number, Place>();
  let last: Place | null = null;
  let next = 0;
  for (const [at, { paths }] of cells.entries()) {
    if (paths.length === 0) continue;
    const place = places[next] ?? null;
    next += 1;
    last = place === 0 ? last : place;
    if (last !== null) found.set(at, last);
  }
  return found;
}
