/** One document held in memory, from bytes to JSON. */
export type { ParseOptions, TableStage } from './options.ts';
export { parseDocument } from './parse.ts';
export { readTables } from './tables.ts';
