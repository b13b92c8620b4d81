import { Option } from 'commander';
import type { Command } from 'commander';
import { languages, message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { formatIds, InputError } from '../model/index.ts';
import type { FormatId } from '../model/index.ts';

/** A parser for a value that must be one of a few, of which an error names those or others that stand for them. */
export function oneOf<T extends string>(
  option: string,
  allowed: readonly T[],
  named: readonly string[] = allowed,
): (value: string) => T {
  return (value) => {
    const known = allowed.find((one) => one === value);
    if (known !== undefined) return known;
    throw new InputError('usage-invalid-value', { option, value, allowed: named.join(', ') });
  };
}

/** A number above 0, such as seconds. */
function positive(option: string): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (number > 0 && Number.isFinite(number)) return number;
    throw new InputError('usage-not-positive', { option, value });
  };
}

const mostJobs = 256;

/** A number of processes. */
export function jobsBy(value: string): number {
  const jobs = Number(value);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= mostJobs) return jobs;
  throw new InputError('usage-not-count', { option: '--jobs', value, most: mostJobs });
}

const known = {
  as: { flags: '--as <FORMAT>', parse: oneOf('--as', formatIds) },
  audit: { flags: '--no-audit' },
  compact: { flags: '--compact' },
  encoding: { flags: '--encoding <NAME>' },
  lang: { flags: '--lang <LANG>', parse: oneOf('--lang', languages) },
  output: { flags: '-o, --output <FILE>' },
  password: { flags: '--password <TEXT>' },
  refs: { flags: '--refs' },
  timeout: { flags: '--timeout <SECONDS>', parse: positive('--timeout') },
  'max-memory': { flags: '--max-memory <MB>', parse: positive('--max-memory') },
  soffice: { flags: '--soffice <PATH>' },
} as const;

/** How a file is read, for every command that reads one. */
export const readingOptions = [
  'as',
  'encoding',
  'password',
  'timeout',
  'max-memory',
  'soffice',
] as const;

/** What commander makes of `readingOptions`. */
export interface ReadingFlags {
  readonly as?: FormatId;
  readonly encoding?: string;
  readonly password?: string;
  readonly timeout?: number;
  readonly maxMemory?: number;
  readonly soffice?: string;
}

/** The flags for the pipeline, and those for its guard. */
export function splitFlags({ timeout, maxMemory, soffice, ...how }: ReadingFlags) {
  const guard = {
    ...(timeout && { timeout }),
    ...(maxMemory && { maxMemory }),
    ...(soffice && { soffice }),
  };
  return { how, guard };
}

/** Adds options that several commands share, worded in `language`. */
export function addOptions(
  command: Command,
  names: readonly (keyof typeof known)[],
  language: Language,
): Command {
  for (const name of names) {
    const { flags, parse }: { flags: string; parse?: (value: string) => unknown } = known[name];
    const option = new Option(flags, message(`help-option-${name}`, {}, language));
    command.addOption(parse === undefined ? option : option.argParser(parse));
  }
  return command;
}
