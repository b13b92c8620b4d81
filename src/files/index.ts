/**
 * The only folder that touches the disk, starts workers and outside programs. `find.ts` is imported by itself: it loads
 * packages that reading one file does without.
 */
export { parseGuarded, printGuarded, readTablesGuarded } from './guard.ts';
export { readInput, readStream } from './read.ts';
export { findConfig, readJson, readPage } from './settings.ts';
export type { JsonFile } from './settings.ts';
export { isSameFile, writeOutput } from './write.ts';
