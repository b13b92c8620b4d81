import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { InputError } from '../../src/model/index.ts';
import { parseDocument } from '../../src/pipeline/index.ts';
import { parsedDocumentSchema } from '../../src/schema/index.ts';
import type { ParsedDocument } from '../../src/schema/index.ts';
import { forms } from '../support/forms/arbitraries.ts';
import { compareDocument, describe as describeDifferences } from '../support/forms/compare.ts';
import { damageKinds } from '../support/forms/damage/index.ts';
import { gb18030, utf16, utf8 } from '../support/forms/encode.ts';
import { print, printings, someDamage } from '../support/forms/print.ts';
import type { Printed, PrintingId } from '../support/forms/print.ts';

/** ZXPJ_RUNS=20 runs twenty times as many cases, ZXPJ_SEED=7 others. */
const factor = Number(process.env['ZXPJ_RUNS'] ?? 1);
const seed = Number(process.env['ZXPJ_SEED'] ?? 20_240_601);
const patience = 20_000 * Math.max(1, factor);
vi.setConfig({ testTimeout: 3 * patience });

/** Like fc.assert, but says only what the smallest failing case says: the generated form itself would fill pages. */
async function holds<T>(
  arbitrary: fc.Arbitrary<T>,
  few: number,
  predicate: (value: T) => Promise<void>,
): Promise<void> {
  const result = await fc.check(fc.asyncProperty(arbitrary, predicate), {
    numRuns: Math.ceil(few * factor),
    seed,
    interruptAfterTimeLimit: patience,
    markInterruptAsFailure: true,
  });
  if (!result.failed) return;
  const cause =
    result.errorInstance instanceof Error
      ? result.errorInstance.message
      : 'stopped for want of time';
  throw new Error(`ZXPJ_SEED=${String(result.seed)}, case ${String(result.numRuns)}:\n${cause}`);
}

const printingIds = Object.keys(printings) as PrintingId[];

async function parse(printed: Printed, printing: PrintingId): Promise<ParsedDocument> {
  return parseDocument(new TextEncoder().encode(printed.text), {
    name: `generated.${printing}`,
    as: printings[printing].format,
  });
}

/** The document with its tabs shown and the styles of word processors left out. */
const readable = ({ text }: Printed): string =>
  text
    .replaceAll('\t', '⇥')
    .replace(/ style="[^"]*"| valign="top"| class="[^"]*"| lang="ZH-CN"/g, '')
    .replace(/<\/?span>/g, '');

async function expectSame(printed: Printed, printing: PrintingId): Promise<ParsedDocument> {
  const document = await parse(printed, printing);
  const { differences } = compareDocument(printed.expected, document.forms, printed.accept);
  if (differences.length > 0)
    throw new Error(`${describeDifferences(differences)}\n\n${readable(printed)}`);
  expectSound(document);
  return document;
}

function expectSound(document: ParsedDocument): void {
  const { total, placed, labels, outside, markup, unplaced } = document.accounting;
  expect(placed + labels + outside + markup + unplaced).toBe(total);
  expect(parsedDocumentSchema.safeParse(document).error).toBeUndefined();
}

const seeds = fc.nat({ max: 1_000_000 });

describe('a generated form comes back as it was', () => {
  for (const printing of printingIds) {
    it(`printed as ${printing}, undamaged`, async () => {
      await holds(fc.tuple(forms, seeds), 25, async ([samples, printSeed]) => {
        const printed = print(samples, { printing, seed: printSeed, damage: [] });
        const { unplaced, status } = await expectSame(printed, printing);
        // A form without an indicator, or without a total, may pass for one that was cut off.
        const whole = printed.expected.every(
          (form) =>
            form.indicators.length > 0 && (form.kind === 'target' || form.total.score !== null),
        );
        const found =
          unplaced.length > 0 || (whole && status !== 'ok')
            ? `${status}, unplaced: ${unplaced.map(({ text }) => text).join(' | ')}`
            : '';
        if (found !== '') throw new Error(`${found}\n\n${readable(printed)}`);
      });
    });
    for (const kind of damageKinds.filter(
      ({ formats, unsure }) =>
        unsure !== true && (formats?.includes(printings[printing].damagedAs) ?? true),
    )) {
      it(`printed as ${printing} with ${kind.name}`, async () => {
        await holds(fc.tuple(forms, seeds), 10, async ([samples, printSeed]) => {
          await expectSame(print(samples, { printing, seed: printSeed, damage: [kind] }), printing);
        });
      });
    }
    it(`printed as ${printing} with several kinds of damage at once`, async () => {
      await holds(fc.tuple(forms, seeds), 25, async ([samples, printSeed]) => {
        await expectSame(
          print(samples, { printing, seed: printSeed, damage: someDamage(printSeed) }),
          printing,
        );
      });
    });
  }
});

/** The forms as they are printed, without places: those of the findings differ by format. */
const withoutRefs = (list: ParsedDocument['forms']): string[] =>
  JSON.stringify(list, (key, value: unknown) => (key === 'refs' ? undefined : value), 1).split(
    '\n',
  );

describe('one form in every format', () => {
  it('gives the same forms', async () => {
    await holds(forms, 25, async (samples) => {
      // A lone figure beside 总分 has no column in a cells file.
      fc.pre(
        samples.every(
          ({ expected }) =>
            expected.kind === 'target' ||
            (expected.total.weight === null) === (expected.total.score === null),
        ),
      );
      const [first, ...others] = await Promise.all(
        printingIds.map(async (printing) =>
          withoutRefs(
            (await parse(print(samples, { printing, seed: 1, damage: [] }), printing)).forms,
          ),
        ),
      );
      for (const [index, other] of others.entries()) {
        const at = (first ?? []).findIndex((line, place) => line !== other[place]);
        const context = (list: readonly string[]): string =>
          list.slice(Math.max(0, at - 8), at + 2).join('\n');
        if (at !== -1)
          throw new Error(
            `${printingIds[0] ?? ''}:\n${context(first ?? [])}\n${printingIds[index + 1] ?? ''}:\n${context(other)}`,
          );
      }
    });
  });
});

describe('one document in every encoding', () => {
  it('gives the same forms, recognised by content alone', async () => {
    await holds(
      fc.tuple(forms, fc.constantFrom(...printingIds)),
      15,
      async ([samples, printing]) => {
        const { text } = print(samples, { printing, seed: 1, damage: [] });
        const plain = await parse({ text, expected: [], accept: [] }, printing);
        for (const bytes of [
          utf8(text),
          utf8(`\ufeff${text}`),
          utf16(`\ufeff${text}`),
          gb18030(text),
        ]) {
          const document = await parseDocument(bytes);
          // Without a heading, tab rows and HTML tables bear no sign of markdown.
          if (printing !== 'tabs' && printing !== 'embedded')
            expect(document.source.format).toBe(printings[printing].format);
          expect(document.forms).toEqual(plain.forms);
        }
      },
    );
  });
});

/** A file may be refused, by an InputError that the user can understand; anything else that is thrown is a bug. */
async function expectSoundOrRefused(bytes: Uint8Array, printing: PrintingId): Promise<void> {
  try {
    expectSound(await parseDocument(bytes, { as: printings[printing].format }));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

type Mutation = (bytes: Uint8Array, where: number, what: number) => Uint8Array;

const lines =
  (change: (list: string[], at: number, what: number) => string[]): Mutation =>
  (bytes, where, what) => {
    const list = new TextDecoder().decode(bytes).split('\n');
    return new TextEncoder().encode(change(list, where % list.length, what).join('\n'));
  };

const mutations: Record<string, Mutation> = {
  'a byte changed': (bytes, where, what) => bytes.with(where % bytes.length, what % 256),
  'a bit flipped': (bytes, where, what) =>
    bytes.map((byte, index) => (index === where % bytes.length ? byte ^ (1 << (what % 8)) : byte)),
  'a line deleted': lines((list, at) => list.toSpliced(at, 1)),
  'a line repeated': lines((list, at) => list.toSpliced(at, 0, list[at] ?? '')),
  'a cell deleted': lines((list, at, what) => {
    const cells = (list[at] ?? '').split('\t');
    return list.with(at, cells.toSpliced(what % cells.length, 1).join('\t'));
  }),
  'cut off': (bytes, where) => bytes.slice(0, where % bytes.length),
  'lines exchanged': lines((list, at, what) =>
    list.with(at, list[what % list.length] ?? '').with(what % list.length, list[at] ?? ''),
  ),
};

describe('a mutated document', () => {
  for (const [name, mutate] of Object.entries(mutations)) {
    it(`still gives a sound result with ${name}`, async () => {
      const cases = fc.tuple(
        forms,
        fc.constantFrom(...printingIds),
        seeds,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 5 }),
      );
      await holds(cases, 20, async ([samples, printing, printSeed, places]) => {
        const printed = print(samples, {
          printing,
          seed: printSeed,
          damage: someDamage(printSeed),
        });
        const bytes = places.reduce<Uint8Array>(
          (state, [where, what]) => (state.length === 0 ? state : mutate(state, where, what)),
          new TextEncoder().encode(printed.text),
        );
        await expectSoundOrRefused(bytes, printing);
      });
    });
  }
});
