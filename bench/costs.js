/**
 * What each cost of the readings does: every number in the settings of stitch and lexicon is changed by a fifth, down and up, and the
 * structures to tune on and all fixtures are read again, as far as they asked for that number.
 *
 *     node bench/costs.js
 *       --count 40        documents of the generator
 *       --seed 1          where it starts
 *       --format html     formats, with commas between
 *       --step 0.2        the share by which a cost is changed
 *       --only heading    costs whose name holds this
 *
 * A line a change: fields, forms and fixtures that are read otherwise, and whether better (+) or worse (-); then the fixtures
 * whose line in test/pipeline/reading-table.txt (cost and margins) changes. At the end: how many are noticed by what, and the
 * costs that nothing notices.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './load.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string', default: 'html' },
    step: { type: 'string', default: '0.2' },
    only: { type: 'string', default: '' },
  },
});

const {
  parseDocument,
  costs,
  rowSettings,
  lengths,
  forgetTexts,
  measure,
  figuresOf,
  documentsOf,
  readingLines,
} = await load(
  'src/pipeline/index.ts',
  'test/support/settings.ts',
  'test/support/layouts/bench.ts',
  'test/support/layouts/generate.ts',
  'test/support/reading-table.ts',
);

/** The costs that were asked for since this was cleared. */
const asked = new Set();

/** Every number of the settings: from here on it can be changed, and tells when it is asked for. */
function numbers(holder, path = []) {
  return Object.entries(holder).flatMap(([key, value]) => {
    const name = [...path, key].join('.');
    if (typeof value !== 'number') return numbers(value, [...path, key]);
    const cost = { name, value, now: value };
    const get = () => {
      asked.add(name);
      return cost.now;
    };
    Object.defineProperty(holder, key, { enumerable: true, get });
    return [cost];
  });
}

const all = [
  ...numbers(costs),
  ...numbers(rowSettings, ['rows']),
  ...numbers(lengths, ['lengths']),
];

/** Fixtures: their JSON and their line of the table. */
const fixtures = readdirSync(join(root, 'fixtures/forms')).flatMap((name) => {
  const folder = join(root, 'fixtures/forms', name);
  const input = readdirSync(folder).find((file) => file.startsWith('input.'));
  if (input === undefined) return [];
  const bytes = readFileSync(join(folder, input));
  const read = async () => {
    const { forms, status } = await parseDocument(bytes, { name: basename(input), audit: false });
    const table = await readingLines(name, input, bytes);
    return { json: JSON.stringify([forms, status]), table: table.join('\n') };
  };
  return [{ name, read }];
});

/** Documents of the generator: how well they are read. */
const layouts = [...documentsOf('tune', Number(options.count), Number(options.seed))].map(
  ({ seed }) => ({
    read: async () => {
      const formats = options.format.split(',');
      const how = { set: 'tune', count: 1, seed, formats, damage: [] };
      return figuresOf(await measure(parseDocument, how));
    },
  }),
);

for (const document of [...fixtures, ...layouts]) {
  asked.clear();
  forgetTexts();
  document.before = await document.read();
  document.asked = new Set(asked);
}

const figures = ['wrongFields', 'silent', 'doubted'];

/** One figure for all: a field that is wrong, and one that is so in silence, weigh more than a doubt. */
const price = ({ wrongFields, silent, doubted }) => wrongFields + 20 * silent + 2 * doubted;

/** What is read otherwise with one cost as it is now. */
async function difference(name) {
  forgetTexts();
  const by = { wrongFields: 0, silent: 0, doubted: 0 };
  for (const { read, before } of layouts.filter((one) => one.asked.has(name))) {
    const now = await read();
    for (const key of figures) by[key] += now[key] - before[key];
  }
  const [read, table] = [[], []];
  for (const fixture of fixtures.filter((one) => one.asked.has(name))) {
    const now = await fixture.read();
    if (now.json !== fixture.before.json) read.push(fixture.name);
    if (now.table !== fixture.before.table) table.push(fixture.name);
  }
  const words = figures
    .filter((key) => by[key] !== 0)
    .map((key) => `${key} ${by[key] > 0 ? '+' : ''}${by[key]}`);
  if (read.length > 0) words.push(`fixtures ${read.length} (${read.slice(0, 2).join(', ')})`);
  return { words, table, better: Math.sign(-price(by)) };
}

/** What counts whole things. */
const counted = /^(?:beam|lengths\..*)$/;

const noticed = { reading: 0, table: 0 };
const unnoticed = [];
const chosen = all.filter(({ name }) => name.includes(options.only));
for (const cost of chosen) {
  const by = new Set();
  for (const factor of [1 - Number(options.step), 1 + Number(options.step)]) {
    cost.now = counted.test(cost.name) ? Math.round(cost.value * factor) : cost.value * factor;
    const { words, table, better } = await difference(cost.name);
    cost.now = cost.value;
    if (words.length > 0) by.add('reading');
    if (table.length > 0) by.add('table');
    const said = words.length === 0 ? '' : ` ${words.join(' ')} ${['-', '=', '+'][better + 1]};`;
    const lines = `table ${table.length} (${table.slice(0, 2).join(', ')})`;
    console.log(`${cost.name} ${cost.value} x ${factor}:${said} ${lines}`);
  }
  if (by.has('reading')) noticed.reading += 1;
  else if (by.has('table')) noticed.table += 1;
  else unnoticed.push(cost.name);
}
console.log(
  `${chosen.length - unnoticed.length} of ${chosen.length} numbers are noticed: ${noticed.reading} by what is read, ${noticed.table} by costs and margins alone; not: ${unnoticed.join(', ') || 'none'}`,
);
