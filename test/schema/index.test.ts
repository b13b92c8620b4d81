import { describe, expect, it } from 'vitest';
import {
  jsonSchema,
  parsedDocumentSchema,
  schemaNames,
  selfEvaluationSchema,
  targetFormSchema,
} from '../../src/schema/index.ts';
import { decimalSchema } from '../../src/schema/values.ts';
import type { ParsedDocument, SelfEvaluationForm, TargetForm } from '../../src/schema/index.ts';

const nothing = { text: '', comparator: null, number: null, unit: null };
const head = {
  title: null,
  year: null,
  project: { name: '古树巡护', code: null },
  department: null,
  departmentCode: null,
  implementingUnit: null,
};
const form: SelfEvaluationForm = {
  kind: 'self-evaluation',
  ...head,
  funds: { unit: null, rows: [] },
  goal: { expected: null, actual: null },
  indicators: [
    {
      level1: null,
      level2: null,
      level3: '株数',
      target: nothing,
      actual: nothing,
      weight: null,
      score: null,
      deviation: null,
    },
  ],
  groupWeights: [],
  total: { weight: null, score: null },
  rating: null,
  extras: [],
};
const target: TargetForm = {
  kind: 'target',
  ...head,
  funds: { unit: '万元', budget: '5.60', fiscal: null, other: null, purpose: null },
  disbursementPlan: [{ by: '3月底', percent: '25.00' }],
  goal: { expected: null },
  indicators: [
    {
      level1: null,
      level2: null,
      level3: '株数',
      description: null,
      target: { ...nothing, description: null },
      basis: null,
    },
  ],
  extras: [],
};
const document: ParsedDocument = {
  schemaVersion: '1.0',
  source: { file: null, format: 'tabbed', sha256: 'a'.repeat(64), bytes: 0, pages: null },
  status: 'ok',
  forms: [form, target],
  accounting: { total: 0, placed: 0, labels: 0, outside: 0, markup: 0, unplaced: 0 },
  unplaced: [],
  diagnostics: [],
};

describe('a printed number', () => {
  it.each(['0', '10.00', '-3.5', '98.21000000000001', '007'])('may be %s', (text) => {
    expect(decimalSchema.safeParse(text).success).toBe(true);
  });

  it.each(['', '1,043.40', '10%', '１０', '.5', '5.', '1e3', '+1', ' 1', '1\n', 'NaN'])(
    'may not be %j',
    (text) => {
      expect(decimalSchema.safeParse(text).success).toBe(false);
    },
  );
});

describe('a document', () => {
  it('holds forms of both kinds', () => {
    expect(parsedDocumentSchema.parse(document)).toEqual(document);
  });

  it.each([
    ['another version', { ...document, schemaVersion: '0.9' }],
    ['an unknown status', { ...document, status: 'good' }],
    ['a digest of another length', { ...document, source: { ...document.source, sha256: 'ab' } }],
    ['a negative count', { ...document, accounting: { ...document.accounting, unplaced: -1 } }],
    [
      'a number in place of its digits',
      { ...document, forms: [{ ...form, total: { weight: 100, score: null } }] },
    ],
    ['a form of no kind', { ...document, forms: [{ ...form, kind: 'report' }] }],
    ['a missing field', { ...document, forms: [{ ...form, rating: undefined }] }],
  ])('may not have %s', (_, wrong) => {
    expect(parsedDocumentSchema.safeParse(wrong).success).toBe(false);
  });
});

describe('forms', () => {
  it('carry audit and refs only where they were asked for', () => {
    const audit = {
      checks: { exact: 0, withinRounding: 0, mismatch: 0, unverifiable: 0 },
      findings: [],
    };
    const refs = { '/project/name': { line: 3 } };
    expect(selfEvaluationSchema.parse({ ...form, audit, refs })).toEqual({ ...form, audit, refs });
    expect(targetFormSchema.parse(target)).toEqual(target);
  });
});

describe('the published schemas', () => {
  it.each(schemaNames)(
    '%s is draft 2020-12 and names every field that its form must have',
    (name) => {
      const schema = jsonSchema(name) as {
        $schema: string;
        required?: string[];
        oneOf?: { required: string[] }[];
      };
      expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
      if (name === 'document')
        expect(schema.required?.sort()).toEqual(Object.keys(document).sort());
      else
        expect(schema.oneOf?.map(({ required }) => [...required].sort())).toEqual([
          Object.keys(form).sort(),
          Object.keys(target).sort(),
        ]);
    },
  );
});
