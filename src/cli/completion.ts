import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Context } from './context.ts';
import { completionFor, shells } from './completion-scripts.ts';
import type { Completion, Shell } from './completion-scripts.ts';
import { writeData } from './console.ts';
import { addOptions, oneOf } from './options.ts';

/** `zxpj completion bash|zsh|fish|powershell` */
export function addCompletion(program: Command, { language }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const command = program
    .command('completion')
    .summary(say('help-completion'))
    .description(say('help-completion'))
    .argument('<shell>', say('help-completion-shell'), oneOf('<shell>', shells))
    .addHelpText('after', say('help-completion-after'))
    .action(async (shell: Shell) => writeData([completionFor(shell, await completionOf(program))]));
  addOptions(command, ['lang'], language);
}

/** What there is to complete, from the commands themselves and the lists that their values come from. */
async function completionOf(program: Command): Promise<Completion> {
  const { ruleMetadata } = await import('../audit/index.ts');
  const { exportFormats } = await import('../export/formats.ts');
  const { languages } = await import('../messages/index.ts');
  const { formatIds } = await import('../model/index.ts');
  const { tableStages } = await import('../pipeline/options.ts');
  const { reporters } = await import('../report/reporters.ts');
  const { failLevels } = await import('../report/run.ts');
  const { tableStyles } = await import('../report/tables.ts');
  const { schemaNames } = await import('../schema/index.ts');
  const values: Readonly<Record<string, readonly string[]>> = {
    '--as': formatIds,
    '--fail-on': failLevels,
    '--format': tableStyles,
    '--lang': languages,
    '--reporter': Object.keys(reporters),
    '--stage': tableStages,
    '--to': exportFormats,
  };
  const commands = program.commands.map((command) => ({
    name: command.name(),
    summary: command.summary(),
    options: command.options.map(({ short, long, description, required }) => ({
      short: short ?? null,
      long: long ?? '',
      description,
      takesValue: required,
      values: values[long ?? ''] ?? [],
    })),
  }));
  const names = commands.map(({ name }) => name);
  return {
    commands,
    words: {
      completion: shells,
      explain: ruleMetadata.map(({ id }) => id),
      help: names,
      schema: schemaNames,
    },
  };
}
