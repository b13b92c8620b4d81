/** Printed figures: decimals exactly as printed, and values with sign and unit. */
export { divideMeasure, parseMeasure } from './measure.ts';
export { printedDecimal, printedFigure, remarkedDecimal } from './printed.ts';
export { closes, exact, hundred, sum, unitOf, zero } from './decimal.ts';
export type { Exact } from './decimal.ts';
export { figure, preciseTo, withoutArtefact } from './figure.ts';
export type { Figure } from './figure.ts';
export { cap, divide, hull, nearest, point, scale, spread } from './interval.ts';
export type { Interval } from './interval.ts';
export { agreement, printRange, reaches, roundingModes, roundTo } from './rounding.ts';
export type { RoundingMode } from './rounding.ts';
