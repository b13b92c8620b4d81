/** One document held in memory, from bytes to JSON. */
export type { ParseOptions } from './options.ts';
export { parseDocument } from './parse.ts';
export { readTables } from './tables.ts';
