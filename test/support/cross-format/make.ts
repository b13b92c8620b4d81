/** `npm run fixtures:formats` writes fixtures/cross-format anew; it needs LibreOffice, Chromium, pandoc, a CJK font, and Python with its libraries. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crossForms } from './forms.ts';
import { converted, generated, written } from './printings.ts';

const folder = mkdtempSync(join(tmpdir(), 'zxpj-cross-'));
const fixtures = join(process.cwd(), 'fixtures/cross-format');

function run(program: string, parameters: readonly string[]): void {
  const { status, stderr } = spawnSync(program, parameters, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

function convert(input: string, conversion: (typeof converted)[keyof typeof converted]): Buffer {
  const output = join(folder, `input.${conversion.extension}`);
  rmSync(output, { force: true });
  if (conversion.by === 'chromium') {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${join(folder, 'chromium')}`,
      '--no-pdf-header-footer',
    ];
    run('chromium', [...flags, `--print-to-pdf=${output}`, pathToFileURL(input).href]);
  } else if (conversion.by === 'pandoc') {
    run('pandoc', [input, '--to', conversion.filter, '--output', output]);
  } else {
    const profile = pathToFileURL(join(folder, 'profile')).href;
    run('soffice', [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      `${conversion.extension}:${conversion.filter}`,
      '--outdir',
      folder,
      input,
    ]);
  }
  return readFileSync(output);
}

function save(
  form: string,
  printing: string,
  extension: string,
  content: string | Uint8Array,
): string {
  const path = join(fixtures, form, printing, `input.${extension}`);
  mkdirSync(join(fixtures, form, printing), { recursive: true });
  writeFileSync(path, content);
  return path;
}

for (const [form, { blocks }] of Object.entries(crossForms)) {
  const paths: Record<string, string> = {};
  for (const [printing, { extension, write }] of Object.entries(written))
    paths[printing] = save(form, printing, extension, write(blocks));
  for (const [printing, conversion] of Object.entries(converted)) {
    const source = join(folder, `source.${written[conversion.from].extension}`);
    // LibreOffice names what it writes after what it reads.
    const input = join(folder, `input.${written[conversion.from].extension}`);
    writeFileSync(source, readFileSync(paths[conversion.from] ?? ''));
    writeFileSync(input, readFileSync(source));
    if (
      conversion.by === 'soffice' &&
      conversion.extension === written[conversion.from].extension
    ) {
      const apart = join(folder, 'apart');
      mkdirSync(apart, { recursive: true });
      writeFileSync(join(apart, `input.${conversion.extension}`), readFileSync(source));
      save(
        form,
        printing,
        conversion.extension,
        convert(join(apart, `input.${conversion.extension}`), conversion),
      );
    } else save(form, printing, conversion.extension, convert(input, conversion));
  }
}
for (const [form, { blocks }] of Object.entries(crossForms)) {
  const source = join(folder, 'blocks.json');
  writeFileSync(source, JSON.stringify(blocks));
  for (const [library, { extension }] of Object.entries(generated)) {
    const output = join(folder, `${library}.${extension}`);
    run('python3', [
      join(process.cwd(), 'test/support/cross-format/make.py'),
      library,
      source,
      output,
    ]);
    save(form, library, extension, readFileSync(output));
  }
}
rmSync(folder, { recursive: true, force: true });
