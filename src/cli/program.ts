import { Command, CommanderError } from 'commander';
import { message } from '../messages/index.ts';
import { displayWidth } from '../report/width.ts';
import { addBatch } from './batch.ts';
import { addCheck } from './check.ts';
import { addCompare } from './compare.ts';
import { addCompletion } from './completion.ts';
import type { Context } from './context.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addFormats } from './formats.ts';
import { chooseLanguage } from './language.ts';
import { addOptions } from './options.ts';
import { addMerge } from './merge.ts';
import { addParse } from './parse.ts';
import { tellError } from './problems.ts';
import { addRules } from './rules.ts';
import { addSchema } from './schema.ts';
import { addTables } from './tables.ts';
import { holdHelp, usageError } from './usage.ts';
import { addView } from './view.ts';

/** Runs one command and returns its exit code. */
export async function run(argv: readonly string[], version: string): Promise<number> {
  const language = chooseLanguage(argv, process.env.ZXPJ_LANG);
  let code = 0;
  const fail = (error: unknown): number => {
    tellError(error, language);
    return 2;
  };
  // A library may fail where no promise of ours waits.
  process.once('uncaughtException', (error) => process.exit(fail(error)));
  const program = build({ language, exit: (value) => (code = value), version });
  try {
    holdHelp(argv, program);
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return fail(error);
    if (error.exitCode === 0) return 0;
    // Commander has shown the help: no command was given.
    return error.code === 'commander.help' ? 2 : fail(usageError(error, argv, program));
  }
}

function build(context: Context): Command {
  const say = (code: string): string => message(code, {}, context.language);
  const program = new Command('zxpj')
    .description(say('help-program'))
    .version(context.version, '-V, --version', say('help-option-version'))
    .helpOption('-h, --help', say('help-option-help'))
    .helpCommand('help [command]', say('help-help'))
    .addHelpText('after', say('help-program-after'))
    .configureHelp({
      displayWidth,
      styleTitle: (title) => titles(title, say),
      styleUsage: (usage) => placeholders(usage, say),
      styleSubcommandTerm: (term) => placeholders(term, say),
    })
    // What commander would print is said in the user's language by `run`.
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  addOptions(program, ['lang'], context.language);
  for (const add of [
    addParse,
    addCheck,
    addCompare,
    addBatch,
    addMerge,
    addView,
    addExport,
    addRules,
    addExplain,
    addTables,
    addSchema,
    addFormats,
    addCompletion,
  ])
    add(program, context);
  return program;
}

const titleCodes: Readonly<Record<string, string>> = {
  'Usage:': 'help-title-usage',
  'Arguments:': 'help-title-arguments',
  'Options:': 'help-title-options',
  'Commands:': 'help-title-commands',
};

function titles(title: string, say: (code: string) => string): string {
  const code = titleCodes[title];
  return code === undefined ? title : say(code);
}

/** `[options]` and `[command]`, which commander writes itself. */
function placeholders(usage: string, say: (code: string) => string): string {
  return usage
    .replace('[options]', say('help-place-options'))
    .replace('[command]', say('help-place-command'));
}
