/**
 * How well forms of random structures are read: fields right, forms wrong, of these in silence, and right forms doubted.
 *
 *     node bench/layouts.js
 *       --set tune        tune (structures to tune on), hold (only measured on) or both
 *       --count 200       documents
 *       --seed 1          where the generator starts
 *       --format html     formats, with commas between (html, embedded, pipes, filled, tabbed, csv, cells); all where left out
 *       --damage NAME     kinds of damage, with commas between, where they fit; `some`: one or two told by the seed
 *       --show 5          the first failing cases with the fields that differ
 *       --only TEXT       with --show: cases that have a difference, a feature or a format that holds TEXT
 *       --silent          with --show: only forms that are wrong in silence
 *       --doubted         with --show: right forms that are doubted
 *       --dump FOLDER     writes each shown case there: its input, and the JSON that is right
 *       --parser FILE     a bundle that exports parseDocument; the sources where left out
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './load.js';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'tune' },
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string' },
    damage: { type: 'string', default: '' },
    show: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    silent: { type: 'boolean', default: false },
    doubted: { type: 'boolean', default: false },
    dump: { type: 'string' },
    parser: { type: 'string', default: process.env.ZXPJ_PARSER ?? '' },
  },
});

const bench = await load('test/support/layouts/bench.ts');
const { parseDocument } =
  options.parser === ''
    ? await load('src/pipeline/index.ts')
    : await import(pathToFileURL(resolve(options.parser)).href);

const formats = options.format === undefined ? bench.allFormats : options.format.split(',');
const started = performance.now();
const cases = await bench.measure(parseDocument, {
  set: options.set,
  count: Number(options.count),
  seed: Number(options.seed),
  formats,
  damage: options.damage.split(',').filter((name) => name !== ''),
});

function line(name, list) {
  const { forms, fields, wrongFields, wrong, silent, doubted } = bench.figuresOf(list);
  const share = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(2).padStart(6)} %`;
  return `${name.padEnd(10)} ${share(fields - wrongFields, fields)} of fields  ${share(wrong, forms)} wrong  ${share(silent, forms)} silent  ${share(doubted, forms - wrong)} of right doubted  (${forms} forms)`;
}

console.log(`set ${options.set}, ${options.count} documents from seed ${options.seed}`);
for (const format of formats)
  console.log(
    line(
      format,
      cases.filter((one) => one.format === format),
    ),
  );
console.log(line('all', cases));
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log('\nstructures');
for (const text of bench.worstFeatures(cases, 15)) console.log(`  ${text}`);
console.log('\nfields');
for (const text of bench.worstFields(cases, 12)) console.log(text);

const wanted = cases
  .filter((one) =>
    options.doubted ? !bench.isWrong(one) && one.verdict.doubted : bench.isWrong(one),
  )
  .filter((one) => !options.silent || !one.verdict.doubted)
  .filter((one) =>
    `${bench.describeCase(one)} ${one.document.features.join(' ')}`.includes(options.only),
  )
  .slice(0, Number(options.show));
for (const one of wanted) {
  console.log(`\n${bench.describeCase(one)}`);
  if (options.dump !== undefined) dump(one);
}

function dump({ document, format, printed }) {
  mkdirSync(options.dump, { recursive: true });
  const name = join(options.dump, `${document.seed}-${format}`);
  writeFileSync(`${name}.${printed.extension}`, printed.text);
  const right = printed.samples.map(({ expected, extras, open }) => ({
    ...expected,
    extras,
    open,
  }));
  writeFileSync(`${name}.right.json`, JSON.stringify(right, null, 1));
}
