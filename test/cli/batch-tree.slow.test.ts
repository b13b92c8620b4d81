import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findSoffice } from '../../src/files/soffice.ts';
import { zxpj } from '../support/cli.ts';
import { crossForms } from '../support/cross-format/forms.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';

/** What a file must come to: the printed form that it holds, or the code of its failure. */
type Wanted = { readonly indicators: number } | { readonly code: string };

interface Outcome {
  readonly file: string;
  readonly status: 'ok' | 'partial' | 'failed';
  readonly sha256: string | null;
  readonly forms: number;
  readonly indicators: number;
  readonly error: { readonly code: string } | null;
  readonly duplicateOf: string | null;
}

const names = [
  '表 一',
  'emoji 😀',
  'n'.repeat(200),
  '长'.repeat(66),
  "quote ' & $HOME",
  '\u0645\u0644\u0641',
  'plain',
];
const hasSoffice = (await findSoffice()) !== null;
if (!hasSoffice) process.stdout.write('notice: LibreOffice is absent, its files must fail\n');

/** Every printing of both forms, in folders of its own, under awkward names; LibreOffice is slow, so what it must convert is there once. */
async function printings(): Promise<Map<string, readonly [Uint8Array, Wanted]>> {
  const tree = new Map<string, readonly [Uint8Array, Wanted]>();
  for (const form of ['self-evaluation', 'target'] as const) {
    for (const printing of await readdir(join(fixtures, 'cross-format', form))) {
      const [input = ''] = (await readdir(join(fixtures, 'cross-format', form, printing))).filter(
        (name) => name.startsWith('input.'),
      );
      const bytes = await readFile(join(fixtures, 'cross-format', form, printing, input));
      const extension = input.slice(input.indexOf('.'));
      const needsSoffice = ['.doc', '.rtf'].includes(extension);
      const wanted =
        needsSoffice && !hasSoffice
          ? { code: 'soffice-missing' }
          : { indicators: crossForms[form].expected.indicators.length };
      for (let copy = 0; copy < (needsSoffice ? 1 : names.length); copy += 1)
        tree.set(`部门 ${copy}/${form} ${printing}/${names[copy]}${extension}`, [bytes, wanted]);
    }
  }
  return tree;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const bomb = (docx: Uint8Array): Uint8Array =>
  zipSync(
    { ...unzipSync(docx), 'word/document.xml': new Uint8Array(200_000_000).fill(32) },
    { level: 1 },
  );
const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 37 + (at >> 3)) % 251);

type Spoiled = readonly [string, readonly [Uint8Array, Wanted]];

/** Files that nothing can come of, and why. */
async function spoiled(): Promise<Spoiled[]> {
  const docx = await readFile(join(fixtures, 'cross-format/target/docx/input.docx'));
  const pdf = await readFile(join(fixtures, 'cross-format/target/writer-pdf/input.pdf'));
  const endings = ['txt', 'md', 'csv', 'html', 'docx', 'xlsx', 'xls', 'pdf', 'rtf', 'doc'];
  return [
    ...endings.map((ending): Spoiled => [
      `空/空.${ending}`,
      [new Uint8Array(), { code: 'empty-file' }],
    ]),
    ...endings.map((ending): Spoiled => [
      `坏/noise.${ending}`,
      [noise, { code: 'binary-content' }],
    ]),
    ['坏/cut.docx', [docx.subarray(0, 3000), { code: 'zip-damaged' }]],
    ['坏/cut.pdf', [pdf.subarray(0, 3000), { code: 'pdf-damaged' }]],
    ['坏/bomb.docx', [bomb(docx), { code: 'zip-bomb' }]],
    ['坏/deep.html', [bytesOf('<table><tr><td>'.repeat(200_000)), { code: 'no-form' }]],
    ['坏/letter.txt', [bytesOf('关于报送材料的函\n'), { code: 'no-form' }]],
  ];
}

describe('zxpj batch over a tree of 300 files', () => {
  it('every outcome is right', async () => {
    await inFolder(async (folder) => {
      const tree = new Map(
        [...(await printings()), ...(await spoiled())].map(
          ([path, file]) => [`in/${path}`, file] as const,
        ),
      );
      expect(tree.size).toBeGreaterThanOrEqual(300);
      for (const [path, [bytes]] of tree) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), bytes);
      }
      expect(await zxpj(['batch', 'in', '--out', 'out', '--quiet'], { cwd: folder })).toMatchObject(
        { code: 1, stdout: '', stderr: '' },
      );
      const { files } = JSON.parse(await readFile(join(folder, 'out/report.json'), 'utf8')) as {
        files: Outcome[];
      };
      expect(files.map(({ file }) => file)).toEqual([...tree.keys()].sort());
      const came = files.map(({ file, error, forms, indicators }) => [
        file,
        error === null ? { forms, indicators } : { code: error.code },
      ]);
      expect(came).toEqual(
        [...tree]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([file, [, wanted]]) => [file, 'code' in wanted ? wanted : { forms: 1, ...wanted }]),
      );
      expect(files.map(({ duplicateOf }) => duplicateOf)).toEqual(firstOfEach(files, tree));
    });
  });
});

/** For each file that was read, the first with the same bytes, if that is another. */
function firstOfEach(
  files: readonly Outcome[],
  tree: ReadonlyMap<string, readonly [Uint8Array, Wanted]>,
): (string | null)[] {
  const first = new Map<string, string>();
  return files.map(({ file, sha256 }) => {
    if (sha256 === null) return null;
    const hash = createHash('sha256')
      .update(tree.get(file)?.[0] ?? '')
      .digest('hex');
    expect(sha256).toBe(hash);
    const original = first.get(hash);
    if (original === undefined) first.set(hash, file);
    return original ?? null;
  });
}
