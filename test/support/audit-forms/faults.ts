import type { Random } from '../forms/random.ts';
import { besideOf, cellOf, placesOf, withCells } from './cells.ts';
import { moreFaults } from './more-faults.ts';
import { type SlipName, slips } from './slips.ts';
import type { Sheet } from './types.ts';

/** A sheet with one slip in it, and the cells that it stands in. */
export interface Slipped {
  readonly sheet: Sheet;
  readonly changed: readonly string[];
}

/** What a slip may ask of the document besides: whether the form has sisters. */
export interface Around {
  readonly random: Random;
  readonly sisters: number;
}

export type Fault = (sheet: Sheet, around: Around) => Slipped | null;

/** A figure of one kind, spoilt by one slip. */
const at =
  (place: string, slip: SlipName): Fault =>
  (sheet, { random }) => {
    const paths = (placesOf(sheet)[place] ?? []).filter((path) => cellOf(sheet, path) !== null);
    if (paths.length === 0) return null;
    const path = random.pick(paths);
    const text = cellOf(sheet, path) ?? '';
    const number = /-?\d+(?:\.\d+)?/.exec(text)?.[0] ?? '';
    const other = number === '' ? null : slips[slip](number, random);
    if (other === null) return null;
    const cells = [[path, text.replace(number, other)] as const];
    return { sheet: withCells(sheet, cells), changed: [path] };
  };

/** A figure left out. */
const blank =
  (place: string): Fault =>
  (sheet, { random }) => {
    const paths = (placesOf(sheet)[place] ?? []).filter((path) => cellOf(sheet, path) !== null);
    if (paths.length === 0) return null;
    const path = random.pick(paths);
    return { sheet: withCells(sheet, [[path, null]]), changed: [path] };
  };

/** What stands in the row above or below, copied. */
const copied =
  (place: string, by: 1 | -1): Fault =>
  (sheet, { random }) => {
    const paths = (placesOf(sheet)[place] ?? []).filter((path) => {
      const [own, other] = [cellOf(sheet, path), cellOf(sheet, besideOf(path, by))];
      return own !== null && other !== null && own !== other;
    });
    if (paths.length === 0) return null;
    const path = random.pick(paths);
    const cells = [[path, cellOf(sheet, besideOf(path, by))] as const];
    return { sheet: withCells(sheet, cells), changed: [path] };
  };

const ofAmounts: readonly SlipName[] = [
  'digits swapped',
  'point lost',
  'digit dropped',
  'ten times',
  'in yuan',
  'last place off',
  'off by 0.1',
];

/** Which slips are tried where. */
const table: Readonly<Record<string, readonly SlipName[]>> = {
  'the rate': [
    'digits swapped',
    'point lost',
    'digit dropped',
    'digit mistyped',
    'off by 1',
    'short by 1',
    'off by 0.1',
    'a tenth',
    'zero',
    'negative',
  ],
  'a rate below': ['digits swapped', 'off by 1', 'digit dropped', 'a tenth'],
  'the execution score': [
    'digits swapped',
    'point lost',
    'digit mistyped',
    'off by 0.1',
    'off by 0.02',
    'short by 1',
    'ten times',
    'zero',
    'negative',
  ],
  'the execution weight': ['off by 1', 'short by 1', 'ten times', 'digit doubled', 'a tenth'],
  'the initial budget': ofAmounts,
  'the annual budget': [...ofAmounts, 'digit doubled'],
  'the amount executed': [...ofAmounts, 'zero', 'negative'],
  "a source's initial budget": ['digits swapped', 'point lost', 'ten times', 'last place off'],
  "a source's annual budget": ['digits swapped', 'point lost', 'in yuan', 'last place off', 'zero'],
  "a source's amount executed": [
    'digits swapped',
    'digit mistyped',
    'last place off',
    'zero',
    'negative',
  ],
  'a breakdown': ['digits swapped', 'digit mistyped', 'ten times', 'last place off'],
  'a score': [
    'digits swapped',
    'point lost',
    'digit mistyped',
    'off by 0.1',
    'off by 0.02',
    'off by 1',
    'short by 1',
    'ten times',
    'zero',
    'negative',
  ],
  'a weight': ['off by 1', 'short by 1', 'ten times', 'digit doubled', 'off by 0.1'],
  'an actual': ['digits swapped', 'digit dropped', 'ten times', 'a tenth', 'zero'],
  'a target': ['digits swapped', 'digit doubled', 'ten times'],
  'the total score': [
    'digits swapped',
    'point lost',
    'digit mistyped',
    'off by 1',
    'short by 1',
    'off by 0.1',
    'off by 0.02',
    'off by 10',
    'zero',
  ],
  'the total weight': ['off by 10', 'short by 1', 'a tenth', 'digit doubled', 'zero'],
  "a group's weight": ['off by 1', 'off by 10', 'ten times'],
  budget: ['digits swapped', 'point lost', 'ten times', 'last place off', 'in yuan'],
  'fiscal funds': ['digits swapped', 'digit dropped', 'last place off'],
  'other funds': ['digits swapped', 'digit mistyped'],
  'a step of the plan': ['ten times', 'a tenth', 'off by 10'],
};

const blanks = [
  'the execution score',
  'the execution weight',
  'the annual budget',
  'the amount executed',
  "a source's annual budget",
  "a source's amount executed",
  'a score',
  'a weight',
  'the total score',
];
const copies = [
  'a score',
  'a weight',
  "a source's annual budget",
  "a source's amount executed",
  'a breakdown',
];

/** Every kind of fault by name. */
export const faults: Readonly<Record<string, Fault>> = Object.fromEntries([
  ...Object.entries(table).flatMap(([place, names]) =>
    names.map((slip): [string, Fault] => [`${place}: ${slip}`, at(place, slip)]),
  ),
  ...blanks.map((place): [string, Fault] => [`${place}: left blank`, blank(place)]),
  ...copies.flatMap((place): [string, Fault][] => [
    [`${place}: copied from the row above`, copied(place, -1)],
    [`${place}: copied from the row below`, copied(place, 1)],
  ]),
  ...Object.entries(moreFaults),
]);
