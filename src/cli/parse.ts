import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import type { ParsedDocument } from '../schema/index.ts';
import { loadConfig } from './config.ts';
import type { Context } from './context.ts';
import { openInput } from './input.ts';
import { addOptions, readingOptions, splitFlags } from './options.ts';
import type { ReadingFlags } from './options.ts';
import { writeResult } from './output.ts';
import { about } from './problems.ts';
import { mostTold, tellDiagnostics } from './remarks.ts';

interface ParseFlags extends ReadingFlags {
  /** False where `--no-audit` is given. */
  readonly audit: boolean;
  readonly compact?: true;
  readonly config?: string;
  readonly output?: string;
  readonly refs?: true;
}

/** `zxpj parse <file|->` */
export function addParse(program: Command, { language, exit }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const command = program
    .command('parse')
    .summary(say('help-parse'))
    .description(say('help-parse'))
    .argument('<file>', say('help-file'))
    .addOption(new Option('--config <FILE>', say('help-option-config')))
    .addHelpText('after', say('help-parse-after'))
    .action(async (file: string, flags: ParseFlags) =>
      exit(await about(file, () => parse(file, flags, language))),
    );
  addOptions(command, ['output', 'compact', 'refs', 'audit', ...readingOptions, 'lang'], language);
}

async function parse(file: string, flags: ParseFlags, language: Language): Promise<number> {
  const { audit: wanted, compact = false, config, output, refs = false, ...reading } = flags;
  const { how, guard } = splitFlags(reading);
  const audit = wanted && (await loadConfig(config));
  const { bytes, name } = await openInput(file, output);
  const { printGuarded } = await import('../files/index.ts');
  const options = { ...how, ...name, language, refs, audit };
  const print = { compact, remarks: mostTold };
  const { told, pieces } = await printGuarded(bytes, options, print, guard);
  await writeResult(output, pieces);
  tellDiagnostics(file, told.diagnostics, language, told.serious);
  return exitCode(told);
}

/** 0 read; 1 read in part, or no form in a text that was read; 2 nothing could be read. */
function exitCode({ status, accounting }: Pick<ParsedDocument, 'status' | 'accounting'>): number {
  if (status === 'ok') return 0;
  return status === 'failed' && accounting.total === 0 ? 2 : 1;
}
