import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapter } from '../../src/formats/pdf/index.ts';
import { countCharacters } from '../../src/model/index.ts';
import type { Cell, Grid, TableDocument } from '../../src/model/index.ts';
import { parseDocument } from '../../src/pipeline/index.ts';
import { textOf } from '../support/pdf/read.ts';
import { hasShared, shared } from '../support/real.ts';

interface TrueCell {
  readonly r: number;
  readonly rs: number;
  readonly c: number;
  readonly cs: number;
  readonly text: string;
  /** The cell runs over a page's end; its whole text is given on each page. */
  readonly cross: boolean;
}

interface Truth {
  readonly pages: readonly (readonly { readonly cells: readonly TrueCell[] }[])[];
}

const samples = join(shared, 'samples/pdf');
const names = hasShared
  ? readdirSync(samples)
      .filter((file) => file.endsWith('.truth.json'))
      .map((file) => file.replace('.truth.json', ''))
  : [];
/** No borders to read: held by its fields below. */
const ruled = names.filter((name) => name !== 'lo-act-nobd');

function bytesOf(folder: string, file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(shared, 'samples', folder, file)));
}

async function read(name: string): Promise<TableDocument> {
  return (await adapter.read(bytesOf('pdf', `${name}.pdf`), {})).value;
}

const bare = (text: string): string => text.replace(/\s/gu, '');

function hits(truth: readonly TrueCell[], grid: Grid | undefined): number {
  const isSame = (cell: Cell, { r, rs, c, cs, text, cross }: TrueCell): boolean =>
    cell.row === r &&
    cell.rowSpan === rs &&
    cell.column === c &&
    cell.columnSpan === cs &&
    (cross || bare(cell.text) === bare(text));
  return truth.filter((wanted) => grid?.cells.some((cell) => isSame(cell, wanted))).length;
}

/** F1 over cells with their exact place, spans and text, page table by page table. */
function score({ grids }: TableDocument, { pages }: Truth): number {
  let right = 0;
  let wanted = 0;
  pages.forEach((tables, index) => {
    const own = grids.filter(({ page }) => page === index + 1);
    tables.forEach(({ cells }, place) => {
      wanted += cells.length;
      right += hits(cells, own[place]);
    });
  });
  return (2 * right) / (wanted + grids.reduce((sum, { cells }) => sum + cells.length, 0));
}

describe.skipIf(!hasShared)('real PDF files', () => {
  it('there are samples', () => {
    expect(names.length).toBeGreaterThan(15);
  });

  it.each(ruled)('%s: every cell has its place, spans and text', async (name) => {
    const truth = JSON.parse(readFileSync(join(samples, `${name}.truth.json`), 'utf8')) as Truth;
    expect(score(await read(name), truth)).toBeGreaterThanOrEqual(0.99);
  });

  it.each(names)('%s: every character stands in one cell or line', async (name) => {
    const document = await read(name);
    expect(countCharacters(textOf(document))).toBe(document.characters.total);
  });

  it('a form without borders gives the fields of the same form with borders', async () => {
    const parse = async (name: string): Promise<object> => {
      const { forms } = await parseDocument(bytesOf('pdf', `${name}.pdf`), {
        name: `${name}.pdf`,
        refs: false,
        audit: false,
      });
      return forms;
    };
    expect(await parse('lo-act-nobd')).toEqual(await parse('lo-act'));
  });

  it('what the CropBox hides is left out', async () => {
    expect(textOf(await read('crop-hides'))).not.toContain('年初预算数');
  });

  it.each(['cmap-gbk', 'cmap-gbkv', 'cmap-unigb'])(
    '%s: fonts that are not embedded are read by their code maps',
    async (name) => {
      expect((await read(name)).grids[0]?.cells.map(({ text }) => text)).toEqual([
        '项目名称',
        '活动经费',
      ]);
    },
  );
});

describe.skipIf(!hasShared)('hostile PDF files', () => {
  const refused = [
    ['empty', 'pdf-damaged'],
    ['notpdf', 'pdf-damaged'],
    ['trunc50', 'pdf-damaged'],
    ['trunc95', 'pdf-damaged'],
    ['enc-rc4', 'pdf-encrypted'],
    ['enc-user', 'pdf-encrypted'],
    ['imageonly', 'pdf-no-text'],
    ['flatebomb', 'pdf-stream-too-large'],
    ['linebomb', 'pdf-page-too-large'],
  ] as const;

  it.each(refused)('%s is refused as %s', async (name, code) => {
    await expect(adapter.read(bytesOf('hostile', `${name}.pdf`), {})).rejects.toMatchObject({
      name: 'InputError',
      code,
    });
  });

  it('a wrong password is said to be wrong', async () => {
    await expect(
      adapter.read(bytesOf('hostile', 'enc-user.pdf'), { password: 'x' }),
    ).rejects.toMatchObject({ code: 'pdf-wrong-password' });
  });

  const partial = [
    ['badstream', 'page-damaged'],
    ['trunc-tail', 'file-truncated'],
    ['textbomb', 'page-too-large'],
  ] as const;

  it.each(partial)('%s is read in part, with %s', async (name, code) => {
    const { value, notes } = await adapter.read(bytesOf('hostile', `${name}.pdf`), {});
    expect(notes.map((note) => note.code)).toEqual([code]);
    expect(value.incomplete).toBe(true);
    expect(value.characters.total).toBeGreaterThan(0);
  });

  it.each(['enc-owneronly', 'garbage-prefix'])('%s is read whole', async (name) => {
    const { value, notes } = await adapter.read(bytesOf('hostile', `${name}.pdf`), {});
    expect(notes).toEqual([]);
    expect(textOf(value)).toBe(textOf(await read('lo-act')));
  });

  it('countbomb: a page count of a million costs nothing', async () => {
    const { value } = await adapter.read(bytesOf('hostile', 'countbomb.pdf'), {});
    expect(value.pages).toBe(1);
  });
});
