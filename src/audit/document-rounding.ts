import {
  agreement,
  type Figure,
  type RoundingMode,
  roundingModes,
  roundTo,
} from '../number/index.ts';
import type { PerformanceForm, SelfEvaluationForm } from '../schema/index.ts';
import type { DocumentRounding } from './config.ts';
import { type Computed, executionRatio, executionRow, executionScores, read } from './funds.ts';
import { asFraction } from './hints.ts';

/** A printed figure and what it may have been shortened from. */
interface Observation {
  readonly printed: Figure;
  readonly sources: readonly Computed[];
}

/**
 * The rounding that all forms of one document agree on, for rates and for execution scores. Real exporters differ between
 * the two (Jiading 2022 rounds rates up and scores half up). Figures that no rounding explains are left out; where more than
 * one mode explains the rest, or none explains all, nothing is inferred.
 */
export function documentRounding(forms: readonly PerformanceForm[]): DocumentRounding {
  const evaluations = forms.filter((form) => form.kind === 'self-evaluation');
  return {
    rate: commonMode(evaluations.flatMap(rates)),
    score: commonMode(evaluations.flatMap(scores)),
  };
}

/**
 * Whether a document prints its rates as fractions (0.985, 1): two at least are, and none is the percentage. One that is
 * neither is wrong for a reason of its own. A single fraction among percentages, or alone, is a slip.
 */
export function printsFractions(forms: readonly PerformanceForm[]): boolean {
  const printed = forms
    .filter((form) => form.kind === 'self-evaluation')
    .flatMap(rates)
    .filter((rate) => !rate.printed.value.isZero());
  const fractions = printed.filter(({ printed: rate, sources }) =>
    sources.every((source) => asFraction(rate, source) !== null),
  );
  const isPercentage = ({ printed: rate, sources }: Observation): boolean =>
    sources.some(({ value, interval }) => agreement(rate, value, interval) !== 'mismatch');
  return fractions.length > 1 && !printed.some(isPercentage);
}

function rates(form: SelfEvaluationForm): Observation[] {
  return form.funds.rows.flatMap((row) => {
    const printed = read(row.executionRate);
    const ratio = executionRatio(row);
    return printed === null || ratio.kind !== 'ratio' ? [] : [{ printed, sources: [ratio] }];
  });
}

function scores(form: SelfEvaluationForm): Observation[] {
  const index = executionRow(form);
  const row = index === null ? undefined : form.funds.rows[index];
  const printed = read(row?.score ?? null);
  return row === undefined || printed === null ? [] : [{ printed, sources: executionScores(row) }];
}

function commonMode(observations: readonly Observation[]): RoundingMode | null {
  const explained = observations.filter(({ printed, sources }) =>
    sources.some(({ value, interval }) => agreement(printed, value, interval) !== 'mismatch'),
  );
  const fits =
    (mode: RoundingMode) =>
    ({ printed, sources }: Observation): boolean =>
      sources.some(({ value }) => roundTo(value, printed.decimals, mode).eq(printed.value));
  const modes = roundingModes.filter((mode) => explained.every(fits(mode)));
  return modes.length === 1 ? (modes[0] ?? null) : null;
}
