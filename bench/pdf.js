import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { adapter } from '../dist/formats/pdf/index.js';
import { table } from './measure.js';

const samples = fileURLToPath(new URL('../../shared/samples/pdf/', import.meta.url));
const fixture = fileURLToPath(
  new URL('../fixtures/formats/pdf/two-pages/input.pdf', import.meta.url),
);
const cMapUrl = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'cmaps/',
);

/** How well tables are read, at what price beside pdfjs alone, and whether memory stays flat over many pages. */
export async function run() {
  const names = existsSync(samples)
    ? readdirSync(samples)
        .filter((file) => file.endsWith('.truth.json'))
        .map((file) => file.replace('.truth.json', ''))
    : [];
  if (names.length > 0) await scores(names);
  else console.log('notice: ../shared is absent, so there is nothing to score');
  await speed(names.length > 0 ? names.map((name) => join(samples, `${name}.pdf`)) : [fixture]);
  await memory();
}

const bare = (text) => text.replace(/\s/gu, '');

/** A cell that runs over a page's end (`cross`) carries its whole text in the truth of each page: only its place is compared. */
const isSame = (cell, { r, rs, c, cs, text, cross }) =>
  cell.row === r &&
  cell.rowSpan === rs &&
  cell.column === c &&
  cell.columnSpan === cs &&
  (cross || bare(cell.text) === bare(text));

/** Cells with exact place, spans and text, page table by page table. */
async function scores(names) {
  console.log('\ncells with exact place, spans and text');
  const rows = [];
  const sum = { right: 0, wanted: 0, given: 0 };
  for (const name of names) {
    const { pages } = JSON.parse(readFileSync(join(samples, `${name}.truth.json`), 'utf8'));
    const { value } = await adapter.read(
      new Uint8Array(readFileSync(join(samples, `${name}.pdf`))),
      {},
    );
    const one = {
      right: 0,
      wanted: 0,
      given: value.grids.reduce((count, { cells }) => count + cells.length, 0),
    };
    for (const [index, tables] of pages.entries()) {
      const own = value.grids.filter(({ page }) => page === index + 1);
      for (const [place, { cells }] of tables.entries()) {
        one.wanted += cells.length;
        one.right += cells.filter((wanted) =>
          own[place]?.cells.some((cell) => isSame(cell, wanted)),
        ).length;
      }
    }
    // Without borders there are no spans to be read; its fields are held by test:real.
    const counts = !name.endsWith('-nobd');
    if (counts) for (const key of Object.keys(sum)) sum[key] += one[key];
    rows.push([counts ? name : `(${name})`, one.wanted, one.given, one.right, f1(one)]);
  }
  table([
    ['file', 'cells', 'read', 'right', 'F1'],
    ...rows,
    ['all with borders', sum.wanted, sum.given, sum.right, f1(sum)],
  ]);
}

const f1 = ({ right, wanted, given }) => ((2 * right) / (wanted + given)).toFixed(4);

/** Time a page against what pdfjs alone needs for the text and the operators of the same pages. */
async function speed(files) {
  const all = files.map((file) => new Uint8Array(readFileSync(file)));
  const alone = [];
  const whole = [];
  let pages = 0;
  for (let round = 0; round < 5; round += 1) {
    let start = performance.now();
    pages = 0;
    for (const bytes of all) pages += await readBare(bytes);
    alone.push((performance.now() - start) / pages);
    start = performance.now();
    for (const bytes of all) await adapter.read(bytes, {});
    whole.push((performance.now() - start) / pages);
  }
  const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const [base, own] = [median(alone), median(whole)];
  console.log(`\n${files.length} files, ${pages} pages: time a page`);
  table([
    ['ms', 'pdfjs alone, ms', 'ratio'],
    [own.toFixed(1), base.toFixed(1), (own / base).toFixed(2)],
  ]);
}

async function readBare(bytes) {
  const task = getDocument({
    data: bytes.slice(),
    cMapUrl,
    cMapPacked: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  const { numPages } = document;
  await task.destroy();
  return numPages;
}

/** Resident memory while files of more and more pages are read. */
async function memory() {
  const rows = [];
  for (const pages of [50, 500]) {
    const bytes = manyPages(pages);
    let peak = 0;
    const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const start = performance.now();
    await adapter.read(bytes, {});
    clearInterval(timer);
    rows.push([
      pages,
      ((performance.now() - start) / pages).toFixed(1),
      Math.round(Math.max(peak, process.memoryUsage().rss) / 1e6),
    ]);
  }
  console.log('\nmany pages: memory');
  table([['pages', 'ms a page', 'resident MB'], ...rows]);
}

/** The fixture with its first page as often as wanted, each page an object of its own. */
function manyPages(count) {
  const source = readFileSync(fixture, 'latin1');
  const page = /100 0 obj\n([^]*?)\nendobj/u.exec(source)[1];
  const numbers = Array.from({ length: count }, (_, index) => 1000 + index);
  const kids = `/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]/Count ${count}`;
  const body = source
    .slice(0, source.lastIndexOf('\nxref\n') + 1)
    .replace(/\/Kids\[[^\]]*\]\/Count \d+/u, kids);
  const pages = numbers.map((number) => `${number} 0 obj\n${page}\nendobj\n`).join('');
  // Without a cross-reference table, pdfjs looks for the objects itself.
  return new Uint8Array(
    Buffer.from(`${body}${pages}trailer\n<</Size ${1000 + count}/Root 1 0 R>>\n%%EOF\n`, 'latin1'),
  );
}
