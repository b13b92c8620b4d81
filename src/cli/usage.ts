import type { Command, CommanderError } from 'commander';
import { InputError } from '../model/index.ts';

const codes: Readonly<Record<string, string>> = {
  'commander.excessArguments': 'usage-excess-arguments',
  'commander.missingArgument': 'usage-missing-argument',
  'commander.optionMissingArgument': 'usage-missing-value',
  'commander.unknownCommand': 'usage-unknown-command',
  'commander.unknownOption': 'usage-unknown-option',
};

/** Commander's complaint as one of ours, which has words in both languages. */
export function usageError(
  error: CommanderError,
  argv: readonly string[],
  program: Command,
): InputError {
  const code = codes[error.code];
  if (code === undefined) return new InputError('internal-error', { cause: error.message });
  // `option '--as <FORMAT>' argument missing`: the flag is enough.
  const name = /'([^' ]*)/u.exec(error.message)?.[1] ?? '';
  const similar = /Did you mean (?:one of )?(.+)\?/u.exec(error.message)?.[1];
  const sub = argv.find((word) => isCommand(program, word));
  const data = { name, command: sub === undefined ? 'zxpj' : `zxpj ${sub}` };
  return similar === undefined
    ? new InputError(code, data)
    : new InputError(`${code}-similar`, { ...data, similar });
}

function isCommand(program: Command, word: string): boolean {
  return program.commands.some((command) => command.name() === word);
}

/** `zxpj help chek`, for which commander shows the whole help without a word. */
export function holdHelp([first, name]: readonly string[], program: Command): void {
  const isAsked =
    first === 'help' && name !== undefined && !name.startsWith('-') && name !== 'help';
  if (isAsked && !isCommand(program, name)) throw new InputError('usage-unknown-command', { name });
}
