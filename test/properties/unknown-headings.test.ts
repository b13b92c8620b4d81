import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FormsRead, readForms } from '../../src/forms/index.ts';
import { findLabel, type Term } from '../../src/lexicon/index.ts';
import type { TableDocument } from '../../src/model/index.ts';
import { readDocument } from '../../src/pipeline/read.ts';
import { stitch } from '../../src/stitch/index.ts';
import { fixtureCases } from '../support/fixtures.ts';
import { placesIn, plant } from '../support/planting.ts';

/** Words that head no column of any form. */
const unknown = '鹿鸣栏目';
/** Columns that what stands below them tells. */
const told: ReadonlySet<Term> = new Set<Term>([
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
  'weight',
  'score',
  'target',
  'actual',
  'level1',
  'level2',
]);
/** Forms, and the columns of each that are not told yet. */
const common: readonly (readonly [string, readonly string[]])[] = [
  ['beijing-self-evaluation', []],
  ['central-self-evaluation', []],
  ['library-tabbed', []],
  ['score-before-weight', []],
  ['target-plain', []],
  ['target-level-values', []],
  ['weight-before-target', []],
  ['fujian-ticked-grade', []],
  ['yunnan-with-note-row', []],
  ['target-platform-export', []],
  ['liaoning-parted-columns', ['预算执行数（万元）', '得分 in silence']],
  ['transfer-regional-target', ['资金支付率 in silence']],
];

interface Read {
  readonly forms: FormsRead['forms'];
  readonly sure: boolean;
}

function read(document: TableDocument): Read {
  const whole = stitch(document);
  const { value, notes } = readForms(whole.value);
  const warned = [...whole.notes, ...notes].some(({ severity }) => severity !== 'info');
  return { forms: value.forms, sure: !warned && value.unplaced.length === 0 };
}

/** The tables of a document's first form. */
function tables({ forms }: Read): unknown {
  const form = forms[0]?.form;
  return { funds: form?.funds, goal: form?.goal, indicators: form?.indicators };
}

async function headings(
  input: string,
): Promise<{ readonly right: Read; readonly changed: (readonly [string, Read])[] }> {
  const { value } = await readDocument(new Uint8Array(readFileSync(input)), {
    name: basename(input),
  });
  const changed: (readonly [string, Read])[] = [];
  for (let place = 0; place < placesIn(value); place += 1)
    for (const { way, text, document } of plant(value, unknown, place))
      if (way === 'replaced' && findLabel(text)?.terms.some((term) => told.has(term)) === true)
        changed.push([text, read(document)]);
  return { right: read(value), changed };
}

describe('a column under words that nobody knows', () => {
  const inputs = new Map(fixtureCases('forms').map(({ name, input }) => [name, input]));

  it.each(common)('is told by what stands below it: %s', async (name, open) => {
    const { right, changed } = await headings(inputs.get(name) ?? '');
    const lost = changed.filter(
      ([, form]) => JSON.stringify(tables(form)) !== JSON.stringify(tables(right)),
    );
    expect(changed.length).toBeGreaterThan(2);
    expect(lost.map(([text, { sure }]) => `${text}${sure ? ' in silence' : ''}`)).toEqual(open);
  });
});
