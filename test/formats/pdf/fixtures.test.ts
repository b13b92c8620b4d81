import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/pdf/index.ts';
import { countCharacters } from '../../../src/model/index.ts';
import { parseDocument } from '../../../src/pipeline/index.ts';
import type { PerformanceForm } from '../../../src/schema/index.ts';
import { fixtureCases, fixtures, updating } from '../../support/fixtures.ts';
import { cases } from '../../support/pdf/cases.ts';
import { textOf } from '../../support/pdf/read.ts';
import { writePdf } from '../../support/pdf/write.ts';

const folder = join(fixtures, 'formats/pdf');
const bytesOf = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(join(folder, name, 'input.pdf')));

describe('fixtures', () => {
  it('are the cases that are drawn', () => {
    if (!updating)
      expect(fixtureCases('formats/pdf').map(({ name }) => name)).toEqual(
        Object.keys(cases).sort(),
      );
  });

  it.each(Object.entries(cases))('%s', async (name, spec) => {
    const golden = join(folder, name, 'expected.json');
    if (updating) {
      await mkdir(join(folder, name), { recursive: true });
      await writeFile(join(folder, name, 'input.pdf'), writePdf(spec));
    }
    const { value, notes } = await adapter.read(await bytesOf(name), {});
    expect(countCharacters(textOf(value))).toBe(value.characters.total);
    if (updating) await writeFile(golden, `${JSON.stringify({ value, notes }, null, 1)}\n`);
    expect(JSON.parse(JSON.stringify({ value, notes }))).toEqual(
      JSON.parse(await readFile(golden, 'utf8')),
    );
  });

  it('the form without borders gives the same fields as the one with borders', async () => {
    const parse = async (name: string): Promise<PerformanceForm[]> =>
      (await parseDocument(await bytesOf(name), { name: 'form.pdf', audit: false })).forms;
    const [bordered] = await parse('two-pages');
    expect(bordered).toMatchObject({
      project: { name: '流动书车运行' },
      total: { weight: '100.00', score: '99.50' },
    });
    expect(bordered?.indicators).toHaveLength(4);
    expect(await parse('without-borders')).toEqual([bordered]);
  });
});
