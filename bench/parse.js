import { readFileSync } from 'node:fs';
import { parseDocument } from '../dist/index.js';
import { readTables } from '../dist/pipeline/index.js';
import { table, time } from './measure.js';

const encoder = new TextEncoder();
const inputs = {
  tabbed: 'fixtures/forms/library-tabbed/input.txt',
  markdown: 'fixtures/forms/two-forms-markdown/input.md',
};

/** Where the time of a file goes, and whether it grows with the number of forms alone. */
export async function run() {
  for (const [format, path] of Object.entries(inputs)) {
    const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
    const { length: each } = (await parseDocument(encoder.encode(text))).forms;
    const file = (forms) => encoder.encode(text.repeat(Math.max(1, forms / each)));
    console.log(`\n${format}: where the time goes`);
    table([
      ['forms', 'ms a form', 'read', 'stitch', 'forms and checks'],
      ...(await shares(file, [2, 20, 200])),
    ]);
    console.log(`\n${format}: growth`);
    table([
      ['forms', 'ms a form', 'MB a second', 'resident MB', 'ratio'],
      ...(await growth(file, [100, 1000, 10_000])),
    ]);
  }
  console.log('\nratio: time a form against that in a file of 1,000 forms; 1.00 is linear growth');
}

async function shares(file, counts) {
  const rows = [];
  for (const forms of counts) {
    const bytes = file(forms);
    const raw = await time(() => readTables(bytes, {}, 'raw'));
    const stitched = await time(() => readTables(bytes, {}, 'stitched'));
    const whole = await time(() => parseDocument(bytes));
    const share = (part) => `${Math.round((100 * Math.max(0, part)) / whole)} %`;
    rows.push([
      forms,
      (whole / forms).toFixed(2),
      share(raw),
      share(stitched - raw),
      share(whole - stitched),
    ]);
  }
  return rows;
}

async function growth(file, counts) {
  const measured = [];
  for (const forms of counts) {
    const bytes = file(forms);
    const whole = await time(() => parseDocument(bytes), forms > 1000 ? 1 : 3);
    measured.push({
      forms,
      each: whole / forms,
      speed: bytes.length / 1000 / whole,
      memory: process.memoryUsage().rss / 1e6,
    });
  }
  const base = measured.find(({ forms }) => forms === 1000).each;
  return measured.map(({ forms, each, speed, memory }) => [
    forms,
    each.toFixed(2),
    speed.toFixed(2),
    Math.round(memory),
    (each / base).toFixed(2),
  ]);
}
