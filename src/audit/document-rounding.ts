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
  return { rate: commonMode(seen(forms, rates)), score: commonMode(seen(forms, scores)) };
}

/**
 * Whether a document prints its rates as fractions (0.985, 1): two at least are, and none is the percentage. One that is
 * neither is wrong for a reason of its own. A single fraction among percentages, or alone, is a slip.
 */
export function printsFractions(forms: readonly PerformanceForm[]): boolean {
  const isFraction = ({ printed: rate, sources }: Observation): boolean =>
    sources.every((source) => asFraction(rate, source) !== null);
  let fractions = 0;
  for (const rate of seen(forms, rates)) {
    if (rate.printed.value.isZero()) continue;
    if (isExplained(rate)) return false;
    if (isFraction(rate)) fractions += 1;
  }
  return fractions > 1;
}

/** What the self-evaluations of a document print, a form at a time: it may have thousands. */
function* seen(
  forms: readonly PerformanceForm[],
  observe: (form: SelfEvaluationForm) => Observation[],
): Generator<Observation> {
  for (const form of forms) if (form.kind === 'self-evaluation') yield* observe(form);
}

/** Whether a figure is what some rounding of its sources gives. */
function isExplained({ printed, sources }: Observation): boolean {
  return sources.some(({ value, interval }) => agreement(printed, value, interval) !== 'mismatch');
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

function commonMode(observations: Iterable<Observation>): RoundingMode | null {
  let modes: readonly RoundingMode[] = roundingModes;
  for (const observation of observations) {
    const { printed, sources } = observation;
    if (modes.length === 0) return null;
    if (isExplained(observation))
      modes = modes.filter((mode) =>
        sources.some(({ value }) => roundTo(value, printed.decimals, mode).eq(printed.value)),
      );
  }
  return modes.length === 1 ? (modes[0] ?? null) : null;
}
