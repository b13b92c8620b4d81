import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditForms } from '../../src/audit/index.ts';
import type { PerformanceForm } from '../../src/schema/index.ts';
import { consistent, consistentDocument } from '../support/audit/consistent.ts';
import { variants } from '../support/audit/variants.ts';
import { spoils, targetForms, targetSpoils } from '../support/audit/spoils.ts';

const errors = (form: PerformanceForm): string[] =>
  auditForms([form]).flatMap(({ findings }) =>
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ path, message }) => `${path} ${message}`),
  );

describe('a form whose figures hold together', () => {
  it('has no error, under each rounding mode at each precision', () => {
    fc.assert(
      fc.property(consistent, ({ form }) => {
        expect(errors(form)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  }, 60_000);

  it('has no error whatever is left blank, broken down or below zero', () => {
    fc.assert(
      fc.property(variants, (form) => {
        expect(errors(form)).toEqual([]);
      }),
      { numRuns: 1200 },
    );
  }, 60_000);

  it('has no error among others of its document', () => {
    fc.assert(
      fc.property(consistentDocument, (all) => {
        const audits = auditForms(all.map(({ form }) => form));
        expect(
          audits.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')),
        ).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('of targets has no error', () => {
    fc.assert(
      fc.property(targetForms, (form) => {
        expect(errors(form)).toEqual([]);
      }),
    );
  });
});

describe('one figure spoilt beyond rounding is found:', () => {
  it.each(Object.entries(spoils))(
    '%s',
    (_name, spoil) => {
      let applied = 0;
      fc.assert(
        fc.property(consistent, fc.nat(1000), (whole, pick) => {
          const spoilt = spoil(whole, pick);
          if (spoilt === null) return;
          applied += 1;
          const told = auditForms([spoilt.form]).flatMap(({ findings }) => findings);
          // Beside amounts in whole 万元, a rate that is a little off is likely wrong and no more.
          expect(
            told.filter(({ severity }) => severity !== 'info').map(({ path }) => path),
          ).toContain(spoilt.path);
        }),
        { numRuns: 200 },
      );
      expect(applied).toBeGreaterThan(30);
    },
    60_000,
  );

  it.each(Object.entries(targetSpoils))('%s', (_name, spoil) => {
    fc.assert(
      fc.property(targetForms, fc.nat(1000), (whole, pick) => {
        expect(errors(spoil(whole, pick))).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});
