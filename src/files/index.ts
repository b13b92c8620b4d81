/** The only folder that touches the disk. */
export { readInput, readStream } from './read.ts';
export { isSameFile, writeOutput } from './write.ts';
