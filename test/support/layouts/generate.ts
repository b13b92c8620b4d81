import { randomOf } from '../forms/random.ts';
import type { Random } from '../forms/random.ts';
import type { Block, Table } from '../forms/types.ts';
import { monitoringForm } from './beside.ts';
import { listForms } from './list.ts';
import { selfEvaluation } from './self.ts';
import { featuresOf, hash, setOf, structureOf } from './structure.ts';
import type { SetName, Structure } from './structure.ts';
import { targetForm } from './target.ts';
import type { Context, LayoutSample, Style } from './types.ts';
import { wordOf } from './words.ts';
import type { WordKind } from './words.ts';

/** A document of one to three forms of one structure, as one department files them. */
export interface LayoutDocument {
  readonly seed: number;
  readonly set: SetName;
  readonly structure: Structure;
  readonly features: readonly string[];
  readonly samples: readonly LayoutSample[];
}

function styleOf(random: Random): Style {
  const unit = random.chance(0.8) ? '万元' : '元';
  return {
    unit,
    blank: random.pick(['', '', '-', '—', '/']),
    decimals: random.pick(unit === '元' ? [2, 2, 0] : [2, 2, 2, 2, 0, 4]),
    thousands: random.chance(0.3),
    rateDecimals: random.pick([2, 2, 2, 1, 0]),
    brackets: random.chance(0.6) ? 'wide' : 'narrow',
    blockSpan: random.pick([1, 1, 2]),
  };
}

function sampleOf(context: Context): LayoutSample {
  const { structure } = context;
  if (structure.kind === 'list') throw new Error('a list is made as a whole');
  return structure.kind === 'self-evaluation'
    ? selfEvaluation(context, structure.traits)
    : targetForm(context, structure.traits);
}

const counts = { one: 1, two: 2, three: 3, 'one-table': 2 } as const;

/** Two forms in one table: the second's rows go on below the first's. */
function inOneTable(samples: readonly LayoutSample[]): LayoutSample[] {
  const tables = samples.map((sample) =>
    sample.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
  const [first, second] = tables.flat();
  if (first === undefined || second?.columns !== first.columns) return [...samples];
  const joined: Table = {
    columns: first.columns,
    rows: [...first.rows, ...second.rows],
    cells: [
      ...first.cells,
      ...second.cells.map((cell) => ({ ...cell, row: cell.row + first.rows.length })),
    ],
  };
  return samples.map((sample, index) => ({
    ...sample,
    blocks: index === 0 ? [{ kind: 'table', table: joined }] : [],
  }));
}

/** Puts a form that is not read before the first of ours or behind the last, on a page of its own. */
function withOthers(
  samples: readonly LayoutSample[],
  where: 'none' | 'before' | 'behind',
  random: Random,
): LayoutSample[] {
  if (where === 'none') return [...samples];
  const other = monitoringForm(random);
  const at = where === 'before' ? 0 : samples.length - 1;
  return samples.map((sample, index) => {
    if (index !== at) return sample;
    const page: Block = { kind: 'page' };
    const blocks =
      where === 'before' ? [...other, page, ...sample.blocks] : [...sample.blocks, page, ...other];
    return { ...sample, blocks };
  });
}

/** The document of a seed: structure, words and figures all follow from it. */
export function documentOf(seed: number): LayoutDocument {
  const structure = structureOf(randomOf(hash(`structure ${String(seed)}`)));
  const set = setOf(structure);
  const random = randomOf(hash(`values ${String(seed)}`));
  const own = { listed: 0, some: 0.35, many: 0.8 }[structure.traits.words];
  const words = new Map<WordKind, string>();
  const word = (kind: WordKind): string => {
    const known = words.get(kind) ?? wordOf(random, kind, set, own);
    words.set(kind, known);
    return known;
  };
  const style = styleOf(random);
  const shared = random.int(2 ** 30);
  const contextOf = (of: Random): Context => ({
    random: of,
    structure,
    set,
    style,
    empty: structure.traits.filled === 'blank',
    word,
  });
  const samples =
    structure.kind === 'list'
      ? listForms(contextOf(random), structure.traits)
      : Array.from({ length: counts[structure.traits.forms] }, (_, index) =>
          sampleOf(contextOf(randomOf(index === 0 ? shared : random.int(2 ** 30)))),
        );
  return {
    seed,
    set,
    structure,
    features: featuresOf(structure),
    samples: withOthers(
      structure.traits.forms === 'one-table' ? inOneTable(samples) : samples,
      structure.traits.beside,
      random,
    ),
  };
}

/** The first `count` documents of a set, from a seed on. */
export function documentsOf(set: SetName | 'both', count: number, from: number): LayoutDocument[] {
  const found: LayoutDocument[] = [];
  for (let seed = from; found.length < count; seed += 1) {
    const structure = structureOf(randomOf(hash(`structure ${String(seed)}`)));
    if (set === 'both' || setOf(structure) === set) found.push(documentOf(seed));
  }
  return found;
}
