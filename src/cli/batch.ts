import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import { failLevels } from '../report/run.ts';
import { runBatch } from './batch-run.ts';
import type { BatchFlags } from './batch-run.ts';
import type { Context } from './context.ts';
import { addOptions, jobsBy, oneOf, readingOptions } from './options.ts';

/** `zxpj batch <paths…> --out DIR` */
export function addBatch(program: Command, { language, exit, version }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const option = (flags: string, name: string): Option =>
    new Option(flags, say(`help-option-${name}`));
  const command = program
    .command('batch')
    .summary(say('help-batch'))
    .description(say('help-batch'))
    .argument('[paths...]', say('help-batch-paths'))
    .addOption(option('--out <DIR>', 'out'))
    .addOption(option('--jobs <N>', 'jobs').argParser(jobsBy))
    .addOption(option('--force', 'force'))
    .addOption(option('--quiet', 'quiet'))
    .addOption(option('--files-from <FILE>', 'files-from'))
    .addOption(option('--shard <I/N>', 'shard').argParser(shardBy))
    .addOption(option('--database <FILE>', 'database'))
    .addOption(
      option('--fail-on <LEVEL>', 'batch-fail-on').argParser(oneOf('--fail-on', failLevels)),
    )
    .addOption(
      option('--reporter <ID=FILE>', 'batch-reporter').argParser(
        (value, before: string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .addOption(option('--xlsx', 'batch-xlsx'))
    .addOption(option('--config <FILE>', 'config'))
    .addHelpText('after', say('help-batch-after'))
    .action(async (paths: string[], flags: BatchFlags) =>
      exit(await runBatch(paths, flags, language, version)),
    );
  addOptions(command, [...readingOptions, 'lang'], language);
}

function shardBy(value: string): { index: number; count: number } {
  const [index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/u.exec(value) ?? []).slice(1).map(Number);
  if (index < 1 || index > count) throw new InputError('usage-shard', { value });
  return { index, count };
}
