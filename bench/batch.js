import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CFB, read as readWorkbook } from '@e965/xlsx';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { table } from './measure.js';

/** Override with BATCH_FILES=400 where the machine is needed for other things too. */
const most = Number(process.env.BATCH_FILES ?? 2000);
const least = most / 10;
const source = (name) => readFileSync(new URL(`../fixtures/cross-format/${name}`, import.meta.url));
const kinds = [
  ['txt', source('self-evaluation/tabbed/input.txt')],
  ['html', source('self-evaluation/html/input.html')],
  ['docx', source('target/docx/input.docx')],
  ['xlsx', source('target/xlsx/input.xlsx')],
  ['pdf', source('self-evaluation/chromium-pdf/input.pdf')],
];

/** Files a second with one process and with two, memory and time over ten times the files, and the price beside the bare libraries. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'zxpj-bench-'));
  try {
    generate(join(folder, 'few'), least);
    generate(join(folder, 'many'), most);
    const bare = await bareLoop(join(folder, 'many'), most);
    const few = await batch(folder, 'few', 2);
    const one = await batch(folder, 'many', 1);
    const two = await batch(folder, 'many', 2);
    const apart = await shards(folder, 'many');
    const line = (name, files, { seconds, memory }) => [
      name,
      files,
      seconds.toFixed(1),
      (files / seconds).toFixed(1),
      memory ?? '',
      (seconds / bare.seconds).toFixed(2),
    ];
    table([
      ['', 'files', 'seconds', 'files a second', 'main MB', 'ratio'],
      line('bare libraries', most, bare),
      line('--jobs 1', most, one),
      line('--jobs 2', most, two),
      line('two shards', most, apart),
      line('--jobs 2', least, few),
    ]);
    console.log(
      `speed-up by the second process: ${(one.seconds / two.seconds).toFixed(2)}; by two programs apart: ${(one.seconds / apart.seconds).toFixed(2)}`,
    );
    console.log(
      `time a file, ${most} files against ${least}: ${(two.seconds / most / (few.seconds / least)).toFixed(2)} (below 1: starting up weighs less)`,
    );
    console.log(
      `memory of the main process, ${most} files against ${least}: ${(two.memory / few.memory).toFixed(2)}`,
    );
    console.log(
      'ratio: time against a loop in one process that only reads the bytes and runs the library of the format',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nameOf = (index) => `${String(index).padStart(6, '0')}.${kinds[index % kinds.length][0]}`;

/** As many files as wanted, of five formats in turn, no two alike. */
function generate(folder, count) {
  mkdirSync(folder);
  for (let index = 0; index < count; index += 1) {
    const [extension, bytes] = kinds[index % kinds.length];
    writeFileSync(join(folder, nameOf(index)), unlike(extension, bytes, index));
  }
}

function unlike(extension, bytes, index) {
  if (extension === 'pdf') return Buffer.concat([bytes, Buffer.from(`\n% ${index}\n`)]);
  if (extension === 'html') return Buffer.concat([bytes, Buffer.from(`<!-- ${index} -->`)]);
  if (extension === 'txt') return Buffer.concat([bytes, Buffer.from(`\n${index}\n`)]);
  const zip = CFB.read(bytes, { type: 'buffer' });
  CFB.utils.cfb_add(zip, '/customXml/number.txt', Buffer.from(String(index)));
  return CFB.write(zip, { type: 'buffer', fileType: 'zip', compression: true });
}

const libraries = {
  txt: (bytes) => new TextDecoder().decode(bytes),
  html: (bytes) => new Parser({}).end(new TextDecoder().decode(bytes)),
  docx: (buffer) => mammoth.convertToHtml({ buffer }),
  xlsx: (bytes) => readWorkbook(bytes, { type: 'buffer' }),
  pdf: async (bytes) => {
    const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      await page.getTextContent();
      await page.getOperatorList();
    }
    await task.destroy();
  },
};

async function bareLoop(folder, count) {
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const name = nameOf(index);
    await libraries[name.split('.').at(-1)](await readFile(join(folder, name)));
  }
  return { seconds: (performance.now() - start) / 1000 };
}

const program = fileURLToPath(new URL('../bin/zxpj.js', import.meta.url));
const tellPeak =
  'data:text/javascript,process.on("exit",()=>console.error(process.resourceUsage().maxRSS))';

/** Runs the program as a user would; its own peak memory, that of its readers aside, it says itself when it ends. */
async function batch(folder, input, jobs, ...more) {
  const start = performance.now();
  const args = [
    '--import',
    tellPeak,
    program,
    'batch',
    input,
    '--out',
    ['out', input, jobs, ...more].join('-').replace('/', 'of'),
    '--jobs',
    String(jobs),
    '--quiet',
    ...more,
  ];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`zxpj batch ended with ${status}: ${said}`);
  return { seconds: (performance.now() - start) / 1000, memory: Math.round(Number(said) / 1000) };
}

/** What two programs that know nothing of each other take: how much the machine's second core is worth at the moment. */
async function shards(folder, input) {
  const all = await Promise.all(
    ['1/2', '2/2'].map((shard) => batch(folder, input, 1, '--shard', shard)),
  );
  return {
    seconds: Math.max(...all.map(({ seconds }) => seconds)),
    memory: Math.max(...all.map(({ memory }) => memory)),
  };
}
