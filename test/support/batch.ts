import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fixtures } from './fixtures.ts';

const good = [
  'forms/library-tabbed/input.txt',
  'forms/two-forms-markdown/input.md',
  'formats/pdf/two-pages/input.pdf',
  'formats/docx/river-cleaning/input.docx',
  'formats/xlsx/river-cleaning/input.xlsx',
];
const bad: Readonly<Record<string, string | Uint8Array>> = {
  'empty.pdf': '',
  'rubbish.docx': Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 251),
  'letter.txt': '关于报送材料的函\n',
};

/** Lays out a tree of submissions: `copies` of each good file under awkward names, and a few bad files. */
export async function submissions(folder: string, copies: number): Promise<void> {
  const awkward = ['表 一', 'emoji 😀', '长'.repeat(66), 'plain'];
  for (let copy = 0; copy < copies; copy += 1) {
    for (const path of good) {
      const target = join(
        folder,
        `部门 ${copy}`,
        `${awkward[copy % awkward.length]}.${path.split('.').at(-1)}`,
      );
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(fixtures, path), target);
    }
  }
  for (const [name, content] of Object.entries(bad)) await writeFile(join(folder, name), content);
}

/** Every file of a folder of results with its text, but for `run.json`, which may differ. */
export async function resultsIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== 'run.json')
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files
      .sort()
      .map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}
