import { totalmem } from 'node:os';

/** Bounds for reading one document; what is left out follows from its size. */
export interface Guard {
  /** Seconds, the conversion of a .doc aside. */
  readonly timeout?: number;
  /** MB that the process may grow by. */
  readonly maxMemory?: number;
  /** LibreOffice's program, where it is not on PATH. */
  readonly soffice?: string;
}

export interface Bounds {
  /** Seconds. */
  readonly time: number;
  /** MB. */
  readonly memory: number;
}

const megabyte = 1024 * 1024;

/** Beyond it a timer fires at once. */
const longestTimer = 2 ** 31 - 1;

/** A timer of so many seconds, or of the 24 days that a timer can wait. */
export function afterSeconds(seconds: number, act: () => void): NodeJS.Timeout {
  return setTimeout(act, Math.min(seconds * 1000, longestTimer));
}

/** MB of this machine that reading may take. */
export function memoryAtHand(): number {
  return Math.floor((0.75 * totalmem()) / megabyte);
}

/**
 * Honest files need some seconds and some hundred MB for each MB of text; hostile ones are small.
 *
 * @param size bytes
 * @param available MB
 */
export function boundsFor(
  size: number,
  { timeout, maxMemory }: Guard,
  available = memoryAtHand(),
): Bounds {
  const megabytes = size / megabyte;
  return {
    time: timeout ?? Math.ceil(25 + 10 * megabytes),
    memory: maxMemory ?? Math.min(Math.ceil(1024 + 200 * megabytes), available),
  };
}
