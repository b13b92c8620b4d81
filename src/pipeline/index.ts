/** One document held in memory, from bytes to JSON. */
export type { ParseOptions, TableStage } from './options.ts';
export { parseDocument, parseInParts } from './parse.ts';
export { readTables } from './tables.ts';
export type { DocumentInParts } from './parse.ts';
