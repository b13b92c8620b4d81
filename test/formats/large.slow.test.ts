import { describe, expect, it } from 'vitest';
import { detectFormat, loadAdapter } from '../../src/formats/index.ts';
import { InputError, limits } from '../../src/model/index.ts';
import { account } from '../support/tables.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const row = ['产出指标', '数量指标', '巡查次数', '≥12次', '12次', '10', '10', ''];
const forms = 10_000;
const rows = 25;

/** A file of ten thousand forms in each text format. */
const large = {
  tabbed: () => `自评表\n\n${`${row.join('\t')}\n`.repeat(rows)}\n`.repeat(forms),
  cells: () =>
    `\n\n自评表\n${`${row.map((cell) => `\t${cell}\n`).join('')}\n`.repeat(rows)}`.repeat(forms),
  markdown: () => `# 自评表\n\n${`| ${row.join(' | ')} |\n`.repeat(rows)}\n`.repeat(forms),
  html: () =>
    `<p>自评表</p><table>${`<tr><td>${row.join('<td>')}</tr>`.repeat(rows)}</table>\n`.repeat(
      forms,
    ),
};

async function time(bytes: Uint8Array): Promise<number> {
  const start = performance.now();
  const id = detectFormat(bytes);
  const read = await (await loadAdapter(id)).read(bytes, {});
  const took = performance.now() - start;
  expect(account(read).found).toBe(account(read).total);
  return took;
}

describe('large files', () => {
  it.each(Object.entries(large))('%s: ten thousand forms take some seconds', async (id, write) => {
    const bytes = utf8(write());
    expect(detectFormat(bytes)).toBe(id);
    expect(await time(bytes)).toBeLessThan(20_000);
  });

  it.each([
    ['a line of 60 million characters', () => 'a'.repeat(60e6)],
    ['tabs', () => '\t'.repeat(60e6)],
    ['line ends', () => '\n'.repeat(60e6)],
    ['rows beyond the cap', () => 'a\tb\n'.repeat(limits.cells)],
    ['cells beyond the cap', () => '\ta\n'.repeat(limits.cells * 2)],
    ['pipes', () => '|a|b|\n|-|-|\n'.repeat(limits.cells)],
    ['opening marks', () => `\t${'<p '.repeat(20e6)}`],
    ['entities', () => `x\ty\n${'&nbsp;'.repeat(10e6)}`],
    ['asterisks', () => `# a\n${'**a'.repeat(20e6)}`],
    ['images', () => `# a\n${'!['.repeat(30e6)}`],
    ['numbered paragraphs', () => `\ta\n\t1.b\n\n${'2.x\n\n'.repeat(10e6)}`],
    ['spans', () => `<table>${'<tr><td colspan=1000 rowspan=1000>x'.repeat(1e6)}`],
    ['angle brackets', () => `<table>${'<'.repeat(60e6)}`],
    ['paragraphs', () => `<html>${'<p>x'.repeat(15e6)}`],
    ['cells without a table', () => `<html>${'<td>'.repeat(15e6)}`],
    ['tables in cells', () => '<table><tr><td>'.repeat(4e6)],
  ])('%s do not hang', async (_, write) => {
    expect(await time(utf8(write()))).toBeLessThan(60_000);
  });

  it.each([
    ['tabbed', 'a\tb\n', 0.75],
    ['cells', '\ta\n\n', 0.75],
    ['markdown', '|a|b|\n', 0.75],
    ['html', '<p>a', 3],
  ] as const)(
    '%s: what stands beyond the cap on cells stays in one text, and a note says so',
    async (id, row, times) => {
      const bytes = utf8(row.repeat(limits.cells * times));
      const read = await (await loadAdapter(id)).read(bytes, {});
      expect(read.notes.map(({ code }) => code)).toEqual(['too-many-cells']);
      expect(read.value.incomplete).toBe(true);
      expect(account(read).found).toBe(account(read).total);
    },
  );

  it('refuses a text beyond the cap at once', async () => {
    const bytes = new Uint8Array(200e6).fill(0x61);
    const adapter = await loadAdapter('tabbed');
    await expect(adapter.read(bytes, {})).rejects.toThrow(InputError);
  });
});
