import { printedDecimal, printedFigure } from '../../number/index.ts';

/** Whether figures are in each row what the amounts give, in hundredths. */
export function isRatio(
  rates: readonly string[],
  executed: readonly string[],
  budgets: readonly string[],
): boolean {
  if (rates.length !== executed.length || rates.length !== budgets.length) return false;
  const known = rates.flatMap((rate, row) => {
    const [own, spent, whole] = [rate, executed[row] ?? '', budgets[row] ?? ''].map((text) =>
      Number(printedDecimal(text) ?? NaN),
    ) as [number, number, number];
    return whole > 0 && !Number.isNaN(own + spent) ? [Math.abs(own - (100 * spent) / whole)] : [];
  });
  return known.length > 0 && known.every((difference) => difference < 1);
}

/** Whether rates are printed that tell which amounts they are reckoned from. */
export function saysRates(rates: readonly string[], executed: readonly string[]): boolean {
  return (
    rates.length > 0 &&
    rates.length === executed.length &&
    rates.some((rate) => printedFigure(rate).kind === 'number')
  );
}

/** Whether figures may be weights: some above nothing, none above a hundred. */
export function areWeights(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(printedDecimal(text) ?? 0));
  return numbers.some((number) => number > 0) && numbers.every((number) => number <= 100);
}

/** Whether no score is above the weight beside it. */
export function isBelow(scores: readonly string[], weights: readonly string[]): boolean {
  if (scores.length !== weights.length) return true;
  return scores.every(
    (score, index) =>
      Number(printedDecimal(score) ?? 0) <=
      Number(printedDecimal(weights[index] ?? '') ?? Infinity),
  );
}
