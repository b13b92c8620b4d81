import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exporters } from '../../src/export/index.ts';
import type { ExportFormat } from '../../src/export/index.ts';
import { names } from '../../src/lexicon/index.ts';
import { parseDocument } from '../../src/pipeline/index.ts';
import type { PerformanceForm } from '../../src/schema/index.ts';
import { fixtureCases } from '../support/fixtures.ts';
import { forms as generated } from '../support/forms/arbitraries.ts';
import { print } from '../support/forms/print.ts';
import { bare, readBack } from '../support/read-back.ts';

const formats = Object.keys(exporters) as ExportFormat[];
const documents = await Promise.all(
  fixtureCases('forms').map(async ({ name, input = '' }) => ({
    name,
    forms: (await parseDocument(readFileSync(input), { name: input, audit: false })).forms,
  })),
);
/** Fixtures that our own readers do not read back whole yet; the case fails once they do. */
const open: readonly string[] = [];

/** The values in `form` replaced one by one: a text by one that nobody expects, a figure by another. */
const text = fc
  .array(
    fc.constantFrom(...'河道清淤桥梁养护培训图书馆云溪青石新建修缮共计完成三号线A9“”（）、；'),
    { minLength: 2, maxLength: 24 },
  )
  .map((characters) => `修${characters.join('')}`);
const figure = fc
  .tuple(fc.nat(9_999_999), fc.nat(3))
  .map(([number, decimals]) => (number / 10 ** decimals).toFixed(decimals));

function refilled(
  form: PerformanceForm,
  texts: readonly string[],
  figures: readonly string[],
): PerformanceForm {
  let at = 0;
  const words = <T extends string | null>(value: T): T =>
    value === null || value === '' ? value : (texts[at++ % texts.length] as T);
  const digits = <T extends string | null>(value: T): T =>
    value === null ? value : (figures[at++ % figures.length] as T);
  const shared = {
    project: { ...form.project, name: words(form.project.name) },
    department: words(form.department),
    implementingUnit: words(form.implementingUnit),
  };
  if (form.kind === 'target') {
    return {
      ...form,
      ...shared,
      funds: {
        ...form.funds,
        budget: digits(form.funds.budget),
        purpose: words(form.funds.purpose),
      },
      goal: { expected: words(form.goal.expected) },
      indicators: form.indicators.map((one) => ({ ...one, level3: words(one.level3) })),
    };
  }
  const rows = form.funds.rows.map((row) => ({
    ...row,
    initialBudget: digits(row.initialBudget),
    annualBudget: digits(row.annualBudget),
    executed: digits(row.executed),
    score: digits(row.score),
  }));
  const indicators = form.indicators.map((one) => ({
    ...one,
    level3: words(one.level3),
    score: digits(one.score),
    deviation: words(one.deviation),
  }));
  return {
    ...form,
    ...shared,
    funds: { ...form.funds, rows },
    goal: { expected: words(form.goal.expected), actual: words(form.goal.actual) },
    indicators,
  };
}

/**
 * What other texts and figures leave as clear as it was. A total in words that nobody knows (本年盘子) is told by what it adds up
 * to, and a row of a template that has nothing but its name by that name (指标2：): of another one it may be the end.
 */
function isToldAnyhow({ forms }: { readonly forms: readonly PerformanceForm[] }): boolean {
  return forms.every((form) => {
    const rows: readonly { target: { text: string }; weight?: string | null }[] = form.indicators;
    const filled = rows.every(({ target, weight }) => target.text !== '' || weight != null);
    if (form.kind === 'target') return filled;
    return (
      form.funds.rows.every(
        ({ source, label }) => source !== 'total' || label === '' || names(label, 'fundTotal'),
      ) && filled
    );
  });
}

describe.each(formats)('a form exported as %s', (format) => {
  const readable = documents.filter(({ name, forms }) => forms.length > 0 && !open.includes(name));

  it.each(readable)('$name comes back as it was', async ({ forms }) => {
    expect((await readBack(forms, format)).map(bare)).toEqual(forms.map(bare));
  });

  it.each(documents.filter(({ name }) => open.includes(name)))(
    '$name is still open',
    async ({ forms }) => {
      expect((await readBack(forms, format)).map(bare)).not.toEqual(forms.map(bare));
    },
  );

  it('comes back whatever its texts and figures are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...readable.filter(isToldAnyhow)),
        fc.array(text, { minLength: 7, maxLength: 7 }),
        fc.array(figure, { minLength: 5, maxLength: 5 }),
        async ({ forms }, texts, figures) => {
          const other = forms.map((form) => refilled(form, texts, figures));
          expect((await readBack(other, format)).map(bare)).toEqual(other.map(bare));
        },
      ),
      { numRuns: 40, seed: 20_261_121 },
    );
  }, 60_000);

  it('comes back where the form is made up', async () => {
    await fc.assert(
      fc.asyncProperty(generated, fc.nat(1_000_000), async (samples, seed) => {
        const printed = print(samples, { printing: 'html', seed, damage: [] });
        const document = await parseDocument(new TextEncoder().encode(printed.text), {
          as: 'html',
          audit: false,
        });
        // A column of its own (指标解释) is an extra a row, whose label no standard form has.
        const forms = document.forms.map((form) => ({
          ...form,
          extras: form.extras.filter(
            ({ label }) => form.kind === 'self-evaluation' || !label.includes('（'),
          ),
        }));
        expect((await readBack(forms, format)).map(bare)).toEqual(forms.map(bare));
      }),
      { numRuns: 25, seed: 20_261_121 },
    );
  }, 60_000);
});
