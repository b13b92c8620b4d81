import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { performanceFormSchema } from '../../src/schema/index.ts';
import { forms } from '../support/forms/arbitraries.ts';
import { compareForm } from '../support/forms/compare.ts';
import { damageKinds } from '../support/forms/damage/index.ts';
import { readings } from '../support/forms/damage/merged.ts';
import { print, printings, someDamage } from '../support/forms/print.ts';
import type { PrintingId } from '../support/forms/print.ts';

const seeds = fc.nat({ max: 1_000_000 });
const anyPrinting = fc.constantFrom(...(Object.keys(printings) as PrintingId[]));
/** What a reader sees of a document, white space and separators aside. */
const bare = (text: string): string =>
  text
    .replace(/<\/?[a-z][^>]*>|&nbsp;|\\(?=[|\\])|\*\*|[\s|]/gi, '')
    .replace(/&ge;/g, '≥')
    .replace(/&#8804;/g, '≤')
    .replace(/&ldquo;/g, '“')
    .replace(/&#x201D;/g, '”')
    .replace(/&mdash;/g, '—')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

describe('the generator of forms', () => {
  it('expects forms of the published shape', () => {
    fc.assert(
      fc.property(forms, (samples) => {
        for (const { expected } of samples)
          expect(
            performanceFormSchema.safeParse({ ...expected, extras: [] }).error,
          ).toBeUndefined();
      }),
    );
  });

  it('prints every value that it expects, whatever the format', () => {
    fc.assert(
      fc.property(forms, anyPrinting, seeds, (samples, printing, seed) => {
        const { text } = print(samples, { printing, seed, damage: [] });
        const shown = bare(text);
        for (const { expected } of samples) {
          expect(shown).toContain(bare(expected.project.name ?? ''));
          expect(shown).toContain(bare(expected.goal.expected ?? ''));
          for (const { level2, level3, target } of expected.indicators) {
            expect(shown).toContain(bare(level2 ?? ''));
            expect(shown).toContain(bare(level3));
            expect(shown).toContain(bare(target.text));
          }
        }
      }),
    );
  });

  it('prints the same document again for the same seed', () => {
    fc.assert(
      fc.property(forms, anyPrinting, seeds, (samples, printing, seed) => {
        const once = print(samples, { printing, seed, damage: someDamage(seed) });
        expect(print(samples, { printing, seed, damage: someDamage(seed) })).toEqual(once);
      }),
    );
  });

  it('changes something with every kind of damage', () => {
    const samples = fc.sample(forms, { seed: 1, numRuns: 40 });
    for (const kind of damageKinds) {
      const changed = (Object.keys(printings) as PrintingId[]).some((printing) =>
        samples.some(
          (document, seed) =>
            print(document, { printing, seed, damage: [kind] }).text !==
            print(document, { printing, seed, damage: [] }).text,
        ),
      );
      expect({ kind: kind.name, changed }).toEqual({ kind: kind.name, changed: true });
    }
  });
});

describe('comparing forms', () => {
  it('names each field that differs, and lets pass what damage made acceptable', () => {
    const [sample] =
      fc.sample(
        forms.filter(([first]) => (first?.expected.indicators.length ?? 0) > 1),
        { seed: 2, numRuns: 1 },
      )[0] ?? [];
    if (sample === undefined) throw new Error('no form');
    const form = structuredClone({ ...sample.expected, extras: [] });
    expect(compareForm(sample.expected, form, {}).differences).toEqual([]);
    const [first] = form.indicators;
    if (first === undefined) throw new Error('no indicator');
    first.level1 = null;
    form.project.name = '别的项目';
    expect(compareForm(sample.expected, form, {}).differences.map(({ path }) => path)).toEqual([
      'project/name',
      'indicators/0/level1',
    ]);
    expect(
      compareForm(sample.expected, form, { 'indicators/0/level1': [null] }).differences.map(
        ({ path }) => path,
      ),
    ).toEqual(['project/name']);
  });
});

describe('labels in the middle of their rows', () => {
  it('are asked for only where the rows divide in one way', () => {
    expect(readings([1], 3)).toBe(1);
    expect(readings([1, 3, 4], 5)).toBe(1);
    expect(readings([1, 4], 6)).toBe(2);
  });
});
