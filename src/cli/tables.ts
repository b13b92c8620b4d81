import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { tableStages } from '../pipeline/options.ts';
import type { TableStage } from '../pipeline/options.ts';
import { tableStyles } from '../report/tables.ts';
import type { TableStyle } from '../report/tables.ts';
import type { Context } from './context.ts';
import { openInput } from './input.ts';
import { addOptions, oneOf, readingOptions, splitFlags } from './options.ts';
import type { ReadingFlags } from './options.ts';
import { writeResult } from './output.ts';
import { about } from './problems.ts';
import { tellDiagnostics } from './remarks.ts';

interface TablesFlags extends ReadingFlags {
  readonly format?: TableStyle;
  readonly output?: string;
  readonly stage?: TableStage;
}

/** `zxpj tables <file|->` */
export function addTables(program: Command, { language }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const command = program
    .command('tables')
    .summary(say('help-tables'))
    .description(say('help-tables'))
    .argument('<file>', say('help-file'))
    .addOption(
      new Option('--stage <STAGE>', say('help-option-stage')).argParser(
        oneOf('--stage', tableStages),
      ),
    )
    .addOption(
      new Option('--format <STYLE>', say('help-option-format')).argParser(
        oneOf('--format', tableStyles),
      ),
    )
    .addHelpText('after', say('help-tables-after'))
    .action((file: string, flags: TablesFlags) => about(file, () => tables(file, flags, language)));
  addOptions(command, ['output', ...readingOptions, 'lang'], language);
}

async function tables(file: string, flags: TablesFlags, language: Language): Promise<void> {
  const { format, output, stage = 'raw', ...reading } = flags;
  const { how, guard } = splitFlags(reading);
  const { bytes, name } = await openInput(file, output);
  const { readTablesGuarded } = await import('../files/index.ts');
  const { explainedRenderers, tableRenderers } = await import('../report/index.ts');
  const { grids, explained, diagnostics } = await readTablesGuarded(
    bytes,
    { ...how, ...name, language },
    stage,
    guard,
  );
  const rendered =
    stage === 'explained'
      ? explainedRenderers[format ?? 'text'](explained, language)
      : tableRenderers[format ?? 'json'](grids);
  await writeResult(output, rendered);
  tellDiagnostics(file, diagnostics, language);
}
