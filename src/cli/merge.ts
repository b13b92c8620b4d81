import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import { batchSummary } from './batch-summary.ts';
import { writeData } from './console.ts';
import type { Context } from './context.ts';
import { addOptions } from './options.ts';

interface MergeFlags {
  readonly database?: string;
  readonly out?: string;
  readonly quiet?: true;
}

/** `zxpj merge <folders…> --out DIR` */
export function addMerge(program: Command, { language, exit, version }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const command = program
    .command('merge')
    .summary(say('help-merge'))
    .description(say('help-merge'))
    .argument('<folders...>', say('help-merge-folders'))
    .addOption(new Option('--out <DIR>', say('help-option-out')))
    .addOption(new Option('--database <FILE>', say('help-option-database')))
    .addOption(new Option('--quiet', say('help-option-quiet')))
    .addHelpText('after', say('help-merge-after'))
    .action(async (folders: string[], flags: MergeFlags) =>
      exit(await runMerge(folders, flags, language, version)),
    );
  addOptions(command, ['lang'], language);
}

async function runMerge(
  folders: readonly string[],
  { database, out, quiet }: MergeFlags,
  language: Language,
  version: string,
): Promise<number> {
  if (out === undefined) throw new InputError('usage-batch-needs-out', { command: 'zxpj merge' });
  const { merge, requireDatabase, writeDatabase } = await import('../files/batch/index.ts');
  if (database !== undefined) await requireDatabase();
  const started = Date.now();
  const { folder, outcomes } = await merge({ folders, out, version, language });
  if (database !== undefined) await writeDatabase(folder, database);
  const told = {
    outcomes,
    unchanged: 0,
    others: 0,
    passedOver: 0,
    seconds: (Date.now() - started) / 1000,
    folder: folder.path,
    report: folder.report,
  };
  if (quiet !== true) await writeData([batchSummary(told, language)]);
  return outcomes.every(({ status }) => status === 'ok') ? 0 : 1;
}
