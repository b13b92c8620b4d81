/**
 * How many fields come back right, for each format and each kind of damage. Not a test: it shows where the reader is weak.
 *
 *     npx tsc -p test/properties/tsconfig.json && node node_modules/.cache/zxpj-measure/test/properties/measure.js
 *       --runs 100        forms for each format and kind
 *       --seed 1          where the generator starts
 *       --format tabbed   one format only (tabbed, cells, pipes, tabs, embedded, html)
 *       --damage NAME     one kind only (`none`, `all`: several kinds at once)
 *       --causes       counts the wrong fields by name
 *       --smallest TEXT looks for the smallest document whose wrong fields name TEXT (`score`, `level2`, `crash`; '' for any;
 *                       `unplaced` for text that found no place)
 *       --without A,B   leaves out documents that hold one of these texts: known weaknesses hide the others
 *       --worst 5         shows so many of the worst documents; with --text their text as well
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { parseDocument } from '../../src/pipeline/index.ts';
import { forms } from '../support/forms/arbitraries.ts';
import { compareDocument, describe } from '../support/forms/compare.ts';
import type { Difference, DocumentComparison } from '../support/forms/compare.ts';
import { damageKinds } from '../support/forms/damage/index.ts';
import type { DamageKind } from '../support/forms/damage/index.ts';
import { print, printings, someDamage } from '../support/forms/print.ts';
import type { Printed, PrintingId } from '../support/forms/print.ts';
import type { Sample } from '../support/forms/types.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string' },
    damage: { type: 'string' },
    worst: { type: 'string', default: '0' },
    text: { type: 'boolean', default: false },
    causes: { type: 'boolean', default: false },
    smallest: { type: 'string' },
    without: { type: 'string', default: '' },
  },
});

interface Case {
  readonly format: PrintingId;
  readonly kind: string;
  readonly run: number;
  readonly printed: Printed;
  readonly comparison: Measured;
}

interface Measured extends DocumentComparison {
  /** Characters that the reader could not place. */
  readonly unplaced: number;
}

async function read(printed: Printed, format: PrintingId): Promise<Measured> {
  try {
    const document = await parseDocument(new TextEncoder().encode(printed.text), {
      name: `generated.${format}`,
      as: printings[format].format,
    });
    return {
      ...compareDocument(printed.expected, document.forms, printed.accept),
      unplaced: document.accounting.unplaced,
    };
  } catch (error) {
    const none = compareDocument(printed.expected, [], printed.accept);
    return {
      ...none,
      unplaced: printed.text.length,
      differences: [
        { path: 'crash', expected: 'a document', got: String(error) },
        ...none.differences,
      ],
    };
  }
}

const runs = Number(options.runs);
const seed = Number(options.seed);

const damageOf = (kind: string, printSeed: number): DamageKind[] =>
  kind === 'all' ? someDamage(printSeed) : damageKinds.filter(({ name }) => name === kind);

const without = options.without.split(',').filter((text) => text !== '');
const known = (printed: Printed): boolean => without.some((text) => printed.text.includes(text));

/** Shrinks a failing document as far as fast-check gets. */
async function smallest(field: string): Promise<void> {
  const format = (options.format ?? 'tabbed') as PrintingId;
  const show = (samples: Sample[], printSeed: number): Printed =>
    print(samples, {
      printing: format,
      seed: printSeed,
      damage: damageOf(options.damage ?? 'none', printSeed),
    });
  const wrong = async (printed: Printed): Promise<Measured> => read(printed, format);
  const result = await fc.check(
    fc.asyncProperty(forms, fc.nat({ max: 5000 }), async (samples, printSeed) => {
      const printed = show(samples, printSeed);
      if (known(printed)) return true;
      const { differences, unplaced } = await wrong(printed);
      return field === 'unplaced'
        ? unplaced === 0
        : !differences.some(({ path }) => path.includes(field));
    }),
    { numRuns: runs, seed },
  );
  if (result.counterexample === null) {
    console.log(
      `nothing wrong with ${field === '' ? 'any field' : field} in ${String(result.numRuns)} documents`,
    );
    return;
  }
  const printed = show(...result.counterexample);
  console.log(
    `${describe((await wrong(printed)).differences)}\n${printed.text.replaceAll('\t', '⇥')}`,
  );
}

if (options.smallest !== undefined) {
  await smallest(options.smallest);
  process.exit();
}

const samples = fc.sample(forms, { seed, numRuns: runs });
const cases: Case[] = [];
for (const format of Object.keys(printings) as PrintingId[]) {
  if (options.format !== undefined && options.format !== format) continue;
  for (const kind of ['none', ...damageKinds.map(({ name }) => name), 'all']) {
    if (options.damage !== undefined && options.damage !== kind) continue;
    if (
      damageKinds
        .find(({ name }) => name === kind)
        ?.formats?.includes(printings[format].damagedAs) === false
    )
      continue;
    for (const [run, document] of samples.entries()) {
      const printed = print(document, {
        printing: format,
        seed: seed * 1000 + run,
        damage: damageOf(kind, seed * 1000 + run),
      });
      if (!known(printed))
        cases.push({ format, kind, run, printed, comparison: await read(printed, format) });
    }
  }
}

const share = (list: readonly Case[]): string => {
  const fields = list.reduce((sum, { comparison }) => sum + comparison.fields, 0);
  const wrong = list.reduce(
    (sum, { comparison }) => sum + Math.min(comparison.differences.length, comparison.fields),
    0,
  );
  const whole = list.filter(({ comparison }) => comparison.differences.length === 0).length;
  const unplaced = list.reduce((sum, { comparison }) => sum + comparison.unplaced, 0);
  return `${(100 * (1 - wrong / fields)).toFixed(2).padStart(6)} % of fields, ${String(whole).padStart(4)} of ${String(list.length)} documents whole, ${String(unplaced)} characters unplaced`;
};
for (const format of new Set(cases.map((one) => one.format))) {
  for (const kind of new Set(cases.map((one) => one.kind))) {
    const list = cases.filter((one) => one.format === format && one.kind === kind);
    if (list.length > 0) console.log(`${format.padEnd(9)} ${kind.padEnd(22)} ${share(list)}`);
  }
}
console.log(`${''.padEnd(9)} ${'everything'.padEnd(22)} ${share(cases)}`);

if (options.causes) {
  const causes = new Map<string, Difference[]>();
  for (const one of cases.flatMap(({ comparison }) => [...comparison.differences])) {
    const path = one.path.replace(/\d+/g, 'n');
    causes.set(path, [...(causes.get(path) ?? []), one]);
  }
  for (const [path, list] of [...causes].sort((a, b) => b[1].length - a[1].length)) {
    const [first] = list;
    console.log(
      `${String(list.length).padStart(6)} ${path.padEnd(36)} ${JSON.stringify(first?.expected)} → ${JSON.stringify(first?.got)}`,
    );
  }
}

const worst = cases
  .filter(({ comparison }) => comparison.differences.length > 0)
  .sort(
    (a, b) =>
      b.comparison.differences.length - a.comparison.differences.length ||
      a.printed.text.length - b.printed.text.length,
  );
const shown = options.text
  ? worst.toSorted((a, b) => a.printed.text.length - b.printed.text.length)
  : worst;
for (const { format, kind, run, printed, comparison } of shown.slice(0, Number(options.worst))) {
  console.log(
    `\n${format} ${kind} run ${String(run)}: ${String(comparison.differences.length)} of ${String(comparison.fields)} wrong\n${describe(comparison.differences)}`,
  );
  if (options.text) console.log(printed.text.replaceAll('\t', '⇥'));
}
