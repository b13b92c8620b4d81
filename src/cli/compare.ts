import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import type { ComparedFiles } from '../report/comparison/index.ts';
import type { ParsedDocument } from '../schema/index.ts';
import type { Context } from './context.ts';
import { openInput } from './input.ts';
import { addOptions, oneOf, readingOptions, splitFlags } from './options.ts';
import type { ReadingFlags } from './options.ts';
import { writeResult } from './output.ts';
import { about } from './problems.ts';
import { tellDiagnostics } from './remarks.ts';
import { drawing } from './reports.ts';

const kinds = ['text', 'json', 'html', 'xlsx'] as const;
const failLevels = ['warning', 'never'] as const;

interface CompareFlags extends ReadingFlags {
  readonly failOn?: (typeof failLevels)[number];
  readonly output?: string;
  readonly to?: (typeof kinds)[number];
}

/** `zxpj compare <before> <after>` */
export function addCompare(program: Command, { language, exit }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const command = program
    .command('compare')
    .summary(say('help-compare'))
    .description(say('help-compare'))
    .argument('<before>', say('help-compare-before'))
    .argument('<after>', say('help-compare-after'))
    .addOption(
      new Option('--to <FORMAT>', say('help-option-compare-to')).argParser(oneOf('--to', kinds)),
    )
    .addOption(new Option('-o, --output <FILE>', say('help-option-output')))
    .addOption(
      new Option('--fail-on <LEVEL>', say('help-option-compare-fail-on')).argParser(
        oneOf('--fail-on', failLevels),
      ),
    )
    .addHelpText('after', say('help-compare-more'))
    .action(async (before: string, after: string, flags: CompareFlags) =>
      exit(await compare(before, after, flags, language)),
    );
  addOptions(command, [...readingOptions, 'lang'], language);
}

/** 0; 1 where a file was read only in part, or a warning fails the run. */
async function compare(
  before: string,
  after: string,
  { failOn = 'never', output, to = 'text', ...reading }: CompareFlags,
  language: Language,
): Promise<number> {
  hold(before, after, to, output);
  const documents: ParsedDocument[] = [];
  for (const file of [before, after])
    documents.push(await about(file, () => read(file, output, reading, language)));
  const [one = [], other = []] = documents.map(({ forms }) => forms);
  const { compareForms } = await import('../audit/index.ts');
  const files = { before, after, comparison: compareForms(one, other), language };
  const report = await import('../report/comparison/index.ts');
  await writeResult(output, await piecesOf(files, to));
  const fails = failOn === 'warning' && report.hasWarnings(files);
  return fails || documents.some(({ status }) => status !== 'ok') ? 1 : 0;
}

/** @throws InputError where the options cannot be followed */
function hold(
  before: string,
  after: string,
  to: CompareFlags['to'],
  output: string | undefined,
): void {
  if (before === '-' && after === '-') throw new InputError('usage-compare-stdin');
  if (to === 'xlsx' && output === undefined)
    throw new InputError('usage-missing-option', { name: '-o', command: 'zxpj compare' });
}

async function piecesOf(
  files: ComparedFiles,
  to: (typeof kinds)[number],
): Promise<Iterable<string | Uint8Array>> {
  const report = await import('../report/comparison/index.ts');
  if (to === 'xlsx') return report.comparisonXlsx(files);
  if (to === 'json') return [report.comparisonJson(files)];
  return [to === 'html' ? report.comparisonHtml(files) : report.comparisonText(files, drawing())];
}

async function read(
  file: string,
  output: string | undefined,
  reading: ReadingFlags,
  language: Language,
): Promise<ParsedDocument> {
  const { how, guard } = splitFlags(reading);
  const { bytes, name } = await openInput(file, output);
  const { parseGuarded } = await import('../files/index.ts');
  const options = { ...how, ...name, language, refs: true, audit: false } as const;
  const document = await parseGuarded(bytes, options, guard);
  if (document.status === 'failed') throw new InputError('no-form');
  tellDiagnostics(file, document.diagnostics, language);
  return document;
}
