/** Many files: found, read by several processes, written into one folder, taken up again after a kill, and joined from shards. */
export { requireDatabase, writeDatabase } from './database.ts';
export { merge } from './merge.ts';
export { results } from './results.ts';
export { batch } from './run.ts';
export type { BatchResult } from './run.ts';
export { inScratchFolder } from './scratch.ts';
