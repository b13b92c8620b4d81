import { readFileSync } from 'node:fs';
import { parseDocument } from '../dist/index.js';
import { readTables } from '../dist/pipeline/index.js';
import { table, time } from './measure.js';

const encoder = new TextEncoder();
const inputs = {
  tabbed: 'fixtures/forms/library-tabbed/input.txt',
  markdown: 'fixtures/forms/two-forms-markdown/input.md',
};

/** Time per form as files grow, the share of each stage, and memory. */
export async function run() {
  for (const [format, path] of Object.entries(inputs)) {
    const text = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
    await growth(format, text);
  }
}

async function growth(format, text) {
  const { length: each } = (await parseDocument(encoder.encode(text))).forms;
  const perForm = {};
  const rows = [['forms', 'ms a form', 'read', 'stitch', 'forms and checks', 'MB a second', 'resident MB']];
  for (const forms of [1, 10, 100, 1000, 10_000]) {
    const bytes = encoder.encode(text.repeat(Math.max(1, forms / each)));
    const count = (await parseDocument(bytes)).forms.length;
    const runs = forms < 1000 ? 15 : 3;
    const raw = await time(() => readTables(bytes, {}, 'raw'), runs);
    const stitched = await time(() => readTables(bytes, {}, 'stitched'), runs);
    const whole = await time(() => parseDocument(bytes), runs);
    perForm[forms] = whole / count;
    const share = (part) => `${Math.round((100 * Math.max(0, part)) / whole)} %`;
    const speed = (bytes.length / 1e6 / (whole / 1000)).toFixed(1);
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    rows.push([count, perForm[forms].toFixed(3), share(raw), share(stitched - raw), share(whole - stitched), speed, memory]);
  }
  console.log(`\n${format}`);
  table(rows);
  const ratio = perForm[10_000] / perForm[1000];
  console.log(`time a form, 10,000 against 1,000 forms: ${ratio.toFixed(2)} (1.00 is linear)`);
}
