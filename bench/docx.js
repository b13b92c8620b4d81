import { existsSync, readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import mammoth from 'mammoth';
import { adapter } from '../dist/formats/docx/index.js';
import { table } from './measure.js';

const fixture = new URL('../fixtures/formats/docx/river-cleaning/input.docx', import.meta.url);
const samples = ['act', 'long', 'nine', 'seven'].map((name) => [
  `lo-${name}.docx`,
  new URL(`../../shared/samples/office/lo-${name}.docx`, import.meta.url),
]);

/** What reading a .docx costs, against mammoth alone, which makes HTML of it but no tables yet. */
export async function run() {
  const files = [1, 20, 200].map((forms) => [`${forms} forms`, repeated(forms)]);
  for (const [name, path] of samples) if (existsSync(path)) files.push([name, readFileSync(path)]);
  const rows = [];
  for (const [name, buffer] of files) {
    const [read, bare] = await inTurns(
      [() => adapter.read(buffer, {}), () => mammoth.convertToHtml({ buffer })],
      9,
    );
    rows.push([name, read.toFixed(1), bare.toFixed(1), (read / bare).toFixed(2)]);
  }
  table([['file', 'ms', 'mammoth ms', 'ratio'], ...rows]);
}

/** The fixture with its body as many times over. */
function repeated(times) {
  const zip = CFB.read(readFileSync(fixture), { type: 'buffer' });
  const entry = CFB.find(zip, '/word/document.xml');
  const document = Buffer.from(entry.content).toString('utf8');
  const [head, rest] = document.split('<w:body>');
  const [body, tail] = rest.split('<w:sectPr/>');
  entry.content = Buffer.from(`${head}<w:body>${body.repeat(times)}${tail}`);
  entry.size = entry.content.length;
  return CFB.write(zip, { type: 'buffer', fileType: 'zip', compression: true });
}

/** The median milliseconds of each task, the first round left out. */
async function inTurns(tasks, rounds) {
  const times = tasks.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      await task();
      if (round > 0) times[index].push(performance.now() - start);
    }
  }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]);
}
