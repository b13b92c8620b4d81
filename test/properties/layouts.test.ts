import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { performanceFormSchema } from '../../src/schema/index.ts';
import type { ParsedDocument } from '../../src/schema/index.ts';
import type { LayoutCell } from '../support/forms/types.ts';
import { documentOf, documentsOf } from '../support/layouts/generate.ts';
import type { LayoutDocument } from '../support/layouts/generate.ts';
import { judge } from '../support/layouts/judge.ts';
import { layoutFormats, printLayout } from '../support/layouts/print.ts';
import type { LayoutFormat } from '../support/layouts/print.ts';
import { setOf } from '../support/layouts/structure.ts';
import type { LayoutSample } from '../support/layouts/types.ts';
import { allComposed } from '../support/layouts/words.ts';

const formats = Object.keys(layoutFormats) as LayoutFormat[];
const documents = documentsOf('both', 250, 1);
/** Without what stands beside our forms, and without forms that share one table. */
const simple = documents.filter(
  ({ structure }) =>
    structure.traits.beside === 'none' &&
    structure.traits.forms !== 'one-table' &&
    structure.kind !== 'list',
);

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '');

const cellsOf = (sample: LayoutSample): LayoutCell[] =>
  sample.blocks.flatMap((block) => (block.kind === 'table' ? block.table.cells : []));

/** All that a form prints, cell after cell: a value in three columns stands there in one piece. */
const printed = (sample: LayoutSample): string =>
  bare(
    sample.blocks
      .flatMap((block) =>
        block.kind === 'table'
          ? block.table.cells
              .toSorted((a, b) => a.row - b.row || a.column - b.column)
              .map(({ text }) => text)
          : block.kind === 'line'
            ? [block.text]
            : [],
      )
      .join('\n'),
  );

function values(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => values(entry, `${path}/${key}`));
}

/** Words that the truth does not take from the page as they stand. */
const derived = /\/(?:kind|source|comparator|level1)$/;

describe('the generator of layouts', () => {
  it('expects forms of the published shape', () => {
    for (const { expected } of documents.flatMap(({ samples }) => [...samples]))
      expect(performanceFormSchema.safeParse({ ...expected, extras: [] }).error).toBeUndefined();
  });

  it('prints every value that it expects', () => {
    for (const { seed, samples } of simple)
      for (const sample of samples) {
        const text = printed(sample);
        const shown = (part: string): boolean => text.includes(bare(part));
        const lost = values(sample.expected).filter(
          ([path, value]) => !derived.test(path) && !value.split('。').every(shown),
        );
        expect({ seed, lost }).toEqual({ seed, lost: [] });
        const extras = sample.extras.filter(
          ({ label, value }) => !text.includes(bare(label)) || !text.includes(bare(value)),
        );
        expect({ seed, extras }).toEqual({ seed, extras: [] });
      }
  });

  it('prints nothing but labels, numbers of rows and what it expects', () => {
    for (const { seed, samples } of simple)
      for (const sample of samples) {
        const right = bare(JSON.stringify([sample.expected, sample.extras]).replaceAll('\\"', '"'));
        const foreign = cellsOf(sample)
          .filter(({ role }) => role === 'text' || role === 'value' || role === 'number')
          .flatMap(({ text }) => text.split('\n'))
          .filter((text) => !explained(text, right));
        expect({ seed, foreign }).toEqual({ seed, foreign: [] });
      }
  });

  it('gives weights that add up to a hundred, and scores that are not above them', () => {
    for (const { seed, samples } of documents)
      for (const { expected } of samples) {
        if (expected.kind !== 'self-evaluation' || expected.total.weight === null) continue;
        expect({ seed, weight: Number(expected.total.weight) }).toEqual({ seed, weight: 100 });
        for (const { weight, score } of expected.indicators)
          expect(Number(score ?? 0)).toBeLessThanOrEqual(Number(weight ?? 0));
      }
  });

  it('makes the same document again from the same seed, in every format', () => {
    for (const { seed } of documents.slice(0, 8)) {
      expect(documentOf(seed)).toEqual(documentOf(seed));
      for (const format of formats)
        expect(printLayout(documentOf(seed), format, ['some'])).toEqual(
          printLayout(documentOf(seed), format, ['some']),
        );
    }
  });

  it('keeps families of structures in one set, and has some in each', () => {
    for (const document of documents) expect(setOf(document.structure)).toBe(document.set);
    const held = documents.filter(({ set }) => set === 'hold').length;
    expect(held).toBeGreaterThan(documents.length * 0.1);
    expect(held).toBeLessThan(documents.length * 0.4);
  });

  it('composes words that no list of the reader holds', () => {
    const folder = new URL('../../src/lexicon/', import.meta.url);
    const listed = new Set(
      readdirSync(folder).flatMap((name) =>
        readFileSync(new URL(name, folder), 'utf8').split(/[\s'"`,[\]]+/),
      ),
    );
    expect(allComposed.filter((word) => listed.has(word.replace(/^其中：/, '')))).toEqual([]);
  });
});

/** A figure, a dash, the number of a row, a label with its amount, or the name of a task stand for themselves. */
function explained(text: string, right: string): boolean {
  const value = bare(text)
    .replace(/[%分]$/, '')
    .replace(/^(?:\[\d+\]|[\dA-Z]+-)/, '');
  if (value === '' || /^[-—/]+$/.test(value) || right.includes(value)) return true;
  if (/^\d{1,2}$/.test(value) || value === '无') return true;
  if (/^(?:河道治理|管网改造|设备购置|业务培训|宣传推广)$/.test(value)) return true;
  if (value.startsWith('备注:')) return right.includes(value.replace('备注:', ''));
  const [, label, amount] = /^(.*):([\d.]*)$/.exec(value) ?? [];
  return label !== undefined && right.includes(amount ?? '');
}

describe('judging a layout', () => {
  const wholeOf = (document: LayoutDocument): ParsedDocument => ({
    schemaVersion: '1.0',
    source: { file: null, format: 'html', sha256: '0'.repeat(64), bytes: 0, pages: null },
    status: 'ok',
    forms: document.samples.map(({ expected, extras }) => ({
      ...structuredClone(expected),
      extras: [...extras],
    })),
    accounting: { total: 0, placed: 0, labels: 0, outside: 0, markup: 0, unplaced: 0 },
    unplaced: [],
    diagnostics: [],
  });

  it('finds the truth right, and each field that was changed wrong', () => {
    for (const document of documents.slice(0, 40)) {
      const parsed = wholeOf(document);
      const right = judge(document, document.samples, parsed);
      expect(right.forms.flatMap((form) => [...form.differences])).toEqual([]);
      expect(right.doubted).toBe(false);
      const [form] = parsed.forms;
      if (form === undefined) throw new Error('no form');
      form.title = '别的标题';
      form.extras = [];
      const wrong = judge(document, document.samples, { ...parsed, status: 'partial' });
      const lost = document.samples[0]?.extras.length ?? 0;
      expect(wrong.forms[0]?.differences.map(({ path }) => path)).toEqual([
        'title',
        ...new Array<string>(lost).fill(expect.stringMatching(/^extras/) as string),
      ]);
      expect(wrong.doubted).toBe(true);
    }
  });
});
