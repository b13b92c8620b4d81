/**
 * What each cost of the readings does: every number in src/stitch/cover/settings.ts is changed by a fifth, down and up, and the
 * structures to tune on and all fixtures are read again.
 *
 *     node bench/costs.js
 *       --count 60        documents of the generator
 *       --seed 1          where it starts
 *       --format html     formats, with commas between
 *       --step 0.2        the share by which a cost is changed
 *       --only heading    costs whose name holds this
 *
 * A line a cost: what changes with it, and whether the change reads better (+) or worse (-); then the costs that nothing notices.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './load.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    format: { type: 'string', default: 'html' },
    step: { type: 'string', default: '0.2' },
    only: { type: 'string', default: '' },
  },
});

const bench = await load('test/support/layouts/bench.ts');
const { parseDocument, costs } = await load(
  'src/pipeline/index.ts',
  'src/stitch/cover/settings.ts',
);

const fixtures = readdirSync(join(root, 'fixtures/forms')).flatMap((name) => {
  const folder = join(root, 'fixtures/forms', name);
  const input = readdirSync(folder).find((file) => file.startsWith('input.'));
  return input === undefined ? [] : [{ name, path: join(folder, input) }];
});

/** Every number of the settings, with its name and the object that holds it. */
function numbers(holder, path = []) {
  return Object.entries(holder).flatMap(([key, value]) =>
    typeof value === 'number'
      ? [{ name: [...path, key].join('.'), holder, key, value }]
      : numbers(value, [...path, key]),
  );
}

async function readAll() {
  const cases = await bench.measure(parseDocument, {
    set: 'tune',
    count: Number(options.count),
    seed: Number(options.seed),
    formats: options.format.split(','),
    damage: [],
  });
  const { wrongFields, silent, doubted } = bench.figuresOf(cases);
  const read = new Map();
  for (const { name, path } of fixtures) {
    const { forms, status } = await parseDocument(readFileSync(path), {
      name: basename(path),
      audit: false,
    });
    read.set(name, JSON.stringify([forms, status]));
  }
  return { wrongFields, silent, doubted, read };
}

/** One figure for all: a field that is wrong, and one that is so in silence, weigh more than a doubt. */
const price = ({ wrongFields, silent, doubted }) => wrongFields + 20 * silent + 2 * doubted;

function difference(now, before) {
  const changed = fixtures.filter(({ name }) => now.read.get(name) !== before.read.get(name));
  const part = (key) => {
    const by = now[key] - before[key];
    return by === 0 ? '' : ` ${key} ${by > 0 ? '+' : ''}${by}`;
  };
  const words = `${part('wrongFields')}${part('silent')}${part('doubted')}${changed.length === 0 ? '' : ` fixtures ${changed.length}`}`;
  const better = Math.sign(price(before) - price(now));
  return { words, better, noticed: words !== '' };
}

const before = await readAll();
console.log(
  `as they are: ${before.wrongFields} fields wrong, ${before.silent} forms in silence, ${before.doubted} doubted`,
);
const unnoticed = [];
const all = numbers(costs).filter(({ name }) => name.includes(options.only));
for (const { name, holder, key, value } of all) {
  let noticed = false;
  for (const factor of [1 - Number(options.step), 1 + Number(options.step)]) {
    holder[key] =
      Number.isInteger(value) && key === 'beam' ? Math.round(value * factor) : value * factor;
    const found = difference(await readAll(), before);
    holder[key] = value;
    noticed ||= found.noticed;
    if (found.noticed)
      console.log(
        `${name} ${value} x ${factor}:${found.words} ${['-', '=', '+'][found.better + 1]}`,
      );
  }
  if (!noticed) unnoticed.push(name);
}
console.log(
  `${all.length - unnoticed.length} of ${all.length} costs are noticed; not: ${unnoticed.join(', ')}`,
);
