import type { Random } from '../forms/random.ts';
import type { Style } from './types.ts';

type Named<T> = readonly (readonly [habit: string, value: T])[];

const amounts: Named<Pick<Style, 'unit' | 'amountDecimals' | 'trims'>> = [
  ['amounts with two decimals', { unit: '万元', amountDecimals: 2, trims: false }],
  ['amounts with two decimals', { unit: '万元', amountDecimals: 2, trims: false }],
  ['amounts with one decimal', { unit: '万元', amountDecimals: 1, trims: false }],
  ['whole amounts', { unit: '万元', amountDecimals: 0, trims: false }],
  ['amounts with six decimals', { unit: '万元', amountDecimals: 6, trims: false }],
  ['amounts without closing zeros', { unit: '万元', amountDecimals: 4, trims: true }],
  ['amounts in yuan', { unit: '元', amountDecimals: 2, trims: false }],
  ['whole amounts in yuan', { unit: '元', amountDecimals: 0, trims: false }],
];

const rates: Named<Pick<Style, 'rateMode' | 'rateDecimals' | 'fractions'>> = [
  ['rates half up', { rateMode: 'half-up', rateDecimals: [2], fractions: false }],
  ['rates half up', { rateMode: 'half-up', rateDecimals: [2], fractions: false }],
  ['rates truncated', { rateMode: 'truncation', rateDecimals: [2], fractions: false }],
  ['rates rounded up', { rateMode: 'ceiling', rateDecimals: [2], fractions: false }],
  ['rates half even', { rateMode: 'half-even', rateDecimals: [2], fractions: false }],
  ['whole rates', { rateMode: 'half-up', rateDecimals: [0], fractions: false }],
  ['rates with one decimal', { rateMode: 'half-up', rateDecimals: [1], fractions: false }],
  ['rates with mixed decimals', { rateMode: 'half-up', rateDecimals: [0, 2, 3], fractions: false }],
  ['rates as long quotients', { rateMode: 'truncation', rateDecimals: [13], fractions: false }],
  ['rates as fractions', { rateMode: 'half-up', rateDecimals: [4], fractions: true }],
];

const scores: Named<Pick<Style, 'scoreMode' | 'scoreDecimals'>> = [
  ['scores half up', { scoreMode: 'half-up', scoreDecimals: 2 }],
  ['scores half up', { scoreMode: 'half-up', scoreDecimals: 2 }],
  ['scores truncated', { scoreMode: 'truncation', scoreDecimals: 2 }],
  ['scores rounded up', { scoreMode: 'ceiling', scoreDecimals: 2 }],
  ['scores half even', { scoreMode: 'half-even', scoreDecimals: 2 }],
  ['scores with one decimal', { scoreMode: 'half-up', scoreDecimals: 1 }],
  ['whole scores', { scoreMode: 'half-up', scoreDecimals: 0 }],
  ['scores as long quotients', { scoreMode: 'truncation', scoreDecimals: 12 }],
];

const scoreSources: Named<Style['scoreFrom']> = [
  ['scores from the amounts', 'amounts'],
  ['scores from the printed rate', 'printed rate'],
];

const totals: Named<Style['total']> = [
  ['totals of what is printed', 'printed'],
  ['totals of what is printed', 'printed'],
  ['totals of what is printed', 'printed'],
  ['totals with the execution score rounded again', 'unrounded'],
  ['totals with a float artefact', 'float'],
];

const weights: Named<Pick<Style, 'weightDecimals'>> = [
  ['whole weights', { weightDecimals: 0 }],
  ['weights with two decimals', { weightDecimals: 2 }],
];

const executionWeights: Named<number> = [
  ['execution of 10 points', 10],
  ['execution of 10 points', 10],
  ['execution of 10 points', 10],
  ['execution of 20 points', 20],
  ['execution of 15 points', 15],
];

/** How the program of one document prints, and its habits by name. */
export function styleOf(random: Random): { style: Style; habits: string[] } {
  const habits: string[] = [];
  const drawn = <T>(from: Named<T>): T => {
    const [habit, value] = random.pick(from);
    habits.push(habit);
    return value;
  };
  const style: Style = {
    ...drawn(amounts),
    ...drawn(rates),
    ...drawn(scores),
    ...drawn(weights),
    scoreFrom: drawn(scoreSources),
    total: drawn(totals),
    executionWeight: drawn(executionWeights),
  };
  return { style, habits };
}
