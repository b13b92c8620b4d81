/** Printed figures: decimals exactly as printed, and values with sign and unit. */
export { divideMeasure, parseMeasure } from './measure.ts';
export type { DividedMeasure, MeasureParts } from './measure.ts';
export { printedDecimal, printedFigure } from './printed.ts';
export type { PrintedFigure } from './printed.ts';
