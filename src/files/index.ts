/** The only folder that touches the disk, starts workers and outside programs. */
export { parseGuarded, readTablesGuarded } from './guard.ts';
export { readInput, readStream } from './read.ts';
export { isSameFile, writeOutput } from './write.ts';
