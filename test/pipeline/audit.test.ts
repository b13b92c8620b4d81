import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/pipeline/index.ts';
import { fixtures } from '../support/fixtures.ts';

const text = (name: string): string =>
  readFileSync(join(fixtures, 'forms', name, 'input.txt'), 'utf8');
const encode = (source: string): Uint8Array => new TextEncoder().encode(source);
const spoilt = text('library-tabbed').replace('96.00', '69.00');

describe('the audit of a document', () => {
  it('finds a figure that was spoilt, and the line where it stands', async () => {
    const { forms } = await parseDocument(encode(spoilt));
    const errors = forms[0]?.audit?.findings.filter(({ severity }) => severity === 'error');
    expect(errors?.map(({ rule, printed, expected }) => [rule, printed, expected])).toEqual([
      ['execution-rate', '69.00', '96.00'],
    ]);
    expect(errors?.[0]?.refs[0]?.line).toBe(
      spoilt.split('\n').findIndex((line) => line.includes('69.00')) + 1,
    );
    expect(forms[0]?.audit?.checks.mismatch).toBe(1);
  });

  it('speaks the language that is asked for, goes by a configuration, and can be left out', async () => {
    const english = await parseDocument(encode(spoilt), { language: 'en' });
    expect(english.forms[0]?.audit?.findings[0]?.message).toContain('execution rate');
    const off = await parseDocument(encode(spoilt), {
      audit: { rules: { 'execution-rate': 'off' } },
    });
    expect(off.forms[0]?.audit?.findings.filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
    const without = await parseDocument(encode(spoilt), { audit: false });
    expect(without.forms[0]).not.toHaveProperty('audit');
  });

  it('proves nothing by the sums of a form that breaks off', async () => {
    const { forms } = await parseDocument(encode(text('cut-off')));
    const sums = forms[0]?.audit?.findings.filter(({ rule }) => rule.endsWith('-sum'));
    expect(sums?.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(forms[0]?.audit?.checks.unverifiable).toBeGreaterThan(0);
  });

  it('puts refs into the form only where they are asked for', async () => {
    expect((await parseDocument(encode(spoilt))).forms[0]).not.toHaveProperty('refs');
    expect((await parseDocument(encode(spoilt), { refs: true })).forms[0]?.refs).toHaveProperty(
      '/total/score',
    );
  });
});
