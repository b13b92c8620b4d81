import {
  agreement,
  type Figure,
  type RoundingMode,
  roundingModes,
  roundTo,
} from '../number/index.ts';
import type { PerformanceForm, SelfEvaluationForm } from '../schema/index.ts';
import type { DocumentRounding } from './config.ts';
import { type Computed, executionRatio, executionFund, executionScores, read } from './funds.ts';
import { asFraction } from './hints.ts';

/** A printed figure and what it may have been shortened from. */
interface Observation {
  readonly printed: Figure;
  readonly sources: readonly Computed[];
}

/** How a document prints its figures, learnt from one form after the other. */
export class PrintingHabits {
  readonly #rate = new CommonMode();
  readonly #score = new CommonMode();
  #fractions = 0;
  #percentages = false;
  #scoreDecimals: number | null = null;
  /** Scores that are printed with decimals, and whole ones that were rounded. */
  #withDecimals = 0;
  #rounded = 0;

  /** Takes a form's figures into account; only self-evaluations print any. */
  see(form: PerformanceForm): void {
    if (form.kind !== 'self-evaluation') return;
    // A copy: its caller may change the form, and what is worked out of one is kept.
    const own = { ...form };
    for (const rate of rates(own)) {
      this.#rate.see(rate);
      this.#seeFraction(rate);
    }
    for (const score of scores(own)) {
      this.#score.see(score);
      this.#seeDecimals(score);
    }
  }

  /**
   * The rounding that all forms agree on, for rates and for execution scores. Real exporters differ between the two (Jiading
   * 2022 rounds rates up and scores half up). Figures that no rounding explains are left out; where more than one mode
   * explains the rest, or none explains all, nothing is inferred.
   */
  get rounding(): DocumentRounding {
    return { rate: this.#rate.found, score: this.#score.found };
  }

  /**
   * Whether the document prints its rates as fractions (0.985, 1): two at least are, and none is the percentage. One that is
   * neither is wrong for a reason of its own. A single fraction among percentages, or alone, is a slip.
   */
  get fractions(): boolean {
    return !this.#percentages && this.#fractions > 1;
  }

  /** Whether the document prints rates as percentages: a fraction among them is a slip. */
  get percentages(): boolean {
    return this.#percentages;
  }

  /**
   * The fewest decimals, one at least, that the document prints an execution score with; null where as a rule its scores are whole numbers. Beside
   * 9.23 a bare 10 is 10.00 without its zeros, not some 9.6 rounded.
   */
  get scoreDecimals(): number | null {
    return this.#rounded > this.#withDecimals ? null : this.#scoreDecimals;
  }

  #seeDecimals({ printed, sources }: Observation): void {
    const { decimals, value } = printed;
    if (decimals > 0) {
      this.#withDecimals += 1;
      this.#scoreDecimals = Math.min(decimals, this.#scoreDecimals ?? decimals);
    } else if (!sources.some((source) => source.value.eq(value))) this.#rounded += 1;
  }

  #seeFraction(rate: Observation): void {
    if (this.#percentages || rate.printed.value.isZero()) return;
    if (isExplained(rate)) this.#percentages = true;
    else if (rate.sources.every((source) => asFraction(rate.printed, source) !== null))
      this.#fractions += 1;
  }
}

/** The habits of all forms of a document. */
export function habitsOf(forms: Iterable<PerformanceForm>): PrintingHabits {
  const habits = new PrintingHabits();
  for (const form of forms) habits.see(form);
  return habits;
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
  const row = executionFund(form)?.row;
  const printed = read(row?.score ?? null);
  return row === undefined || printed === null ? [] : [{ printed, sources: executionScores(row) }];
}

/** The rounding that explains all figures that some rounding explains. */
class CommonMode {
  #modes: readonly RoundingMode[] = roundingModes;

  see(observation: Observation): void {
    if (this.#modes.length === 0 || !isExplained(observation)) return;
    const { printed, sources } = observation;
    this.#modes = this.#modes.filter((mode) =>
      sources.some(({ value }) => roundTo(value, printed.decimals, mode).eq(printed.value)),
    );
  }

  get found(): RoundingMode | null {
    return this.#modes.length === 1 ? (this.#modes[0] ?? null) : null;
  }
}
