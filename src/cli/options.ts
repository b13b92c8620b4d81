import { Option } from 'commander';
import type { Command } from 'commander';
import { languages, message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { formatIds, InputError } from '../model/index.ts';

/** A parser for a value that must be one of a few. */
export function oneOf<T extends string>(option: string, allowed: readonly T[]): (value: string) => T {
  return (value) => {
    const known = allowed.find((one) => one === value);
    if (known !== undefined) return known;
    throw new InputError('usage-invalid-value', { option, value, allowed: allowed.join(', ') });
  };
}

const parsers = {
  as: { flags: '--as <FORMAT>', parse: oneOf('--as', formatIds) },
  compact: { flags: '--compact' },
  encoding: { flags: '--encoding <NAME>' },
  lang: { flags: '--lang <LANG>', parse: oneOf('--lang', languages) },
  output: { flags: '-o, --output <FILE>' },
  refs: { flags: '--refs' },
} as const;

/** Adds options that several commands share, worded in `language`. */
export function addOptions(command: Command, names: readonly (keyof typeof parsers)[], language: Language): Command {
  for (const name of names) {
    const known: { flags: string; parse?: (value: string) => unknown } = parsers[name];
    const option = new Option(known.flags, message(`help-option-${name}`, {}, language));
    command.addOption(known.parse === undefined ? option : option.argParser(known.parse));
  }
  return command;
}
