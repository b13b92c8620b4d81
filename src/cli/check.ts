import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { findingOutcomes, outcomeNames } from '../model/index.ts';
import type { FindingOutcome, Severity } from '../model/index.ts';
import { failLevels, fails, severities } from '../report/run.ts';
import type { CheckedFile, CheckRun, FailOn } from '../report/index.ts';
import { settleBaseline, splitBaseline } from './baseline.ts';
import type { BaselineFlags } from './baseline.ts';
import { checkFiles } from './check-files.ts';
import { loadConfig } from './config.ts';
import { tell } from './console.ts';
import type { Context } from './context.ts';
import { inputsOf } from './inputs.ts';
import type { PerformanceForm } from '../schema/index.ts';
import { addOptions, jobsBy, oneOf, readingOptions, splitFlags } from './options.ts';
import type { ReadingFlags } from './options.ts';
import { writeResult } from './output.ts';
import { line } from './problems.ts';
import { reportsOf, writeReports } from './reports.ts';
import { ruleInfos } from './rules.ts';
import { stoppedCode } from './stopper.ts';
import { withTranslations } from './translations.ts';

interface CheckFlags extends ReadingFlags, BaselineFlags {
  readonly config?: string;
  readonly each?: true;
  readonly failOn?: FailOn;
  readonly filesFrom?: string;
  readonly jobs?: number;
  readonly level?: Severity;
  readonly partial?: Severity;
  readonly printConfig?: true;
  readonly quiet?: true;
  readonly reporter?: readonly string[];
}

/** `zxpj check <paths…>` */
export function addCheck(program: Command, { language, exit, version }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const option = (flags: string, name: string): Option =>
    new Option(flags, say(`help-option-${name}`));
  const command = program
    .command('check')
    .summary(say('help-check'))
    .description(say('help-check'))
    .argument('[paths...]', say('help-paths'))
    .addOption(option('--fail-on <LEVEL>', 'fail-on').argParser(oneOf('--fail-on', failLevels)))
    .addOption(
      option('--reporter <ID[=FILE]>', 'reporter').argParser(
        (value, before: string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .addOption(option('--partial <LEVEL>', 'partial').argParser(oneOf('--partial', severities)))
    .addOption(option('--level <LEVEL>', 'level').argParser(oneOf('--level', severities)))
    .addOption(option('--each', 'each'))
    .addOption(option('--quiet', 'check-quiet'))
    .addOption(option('--jobs <N>', 'jobs').argParser(jobsBy))
    .addOption(option('--files-from <FILE>', 'files-from'))
    .addOption(option('--config <FILE>', 'config'))
    .addOption(option('--print-config', 'print-config'))
    .addOption(option('--baseline <FILE>', 'baseline'))
    .addOption(option('--update-baseline', 'update-baseline'))
    .addOption(option('--reason <TEXT>', 'reason'))
    .addOption(option('--outcome <OUTCOME>', 'outcome').argParser(outcomeBy))
    .addOption(option('--by <NAME>', 'by'))
    .addOption(option('--replace', 'replace'))
    .addHelpText('after', say('help-check-after'))
    .action(async (paths: string[], flags: CheckFlags) =>
      exit(await check(paths, flags, language, version)),
    );
  addOptions(command, [...readingOptions, 'lang'], language);
}

/** An outcome in either language; the baseline keeps the Chinese word. */
function outcomeBy(value: string): FindingOutcome {
  const all = [...findingOutcomes, ...Object.keys(outcomeNames)];
  return outcomeNames[value] ?? oneOf('--outcome', findingOutcomes, all)(value);
}

/** What flags stand for that are not given. */
const defaults = {
  each: false,
  failOn: 'error',
  partial: 'warning',
  quiet: false,
  reporter: [],
} as const;

async function check(
  paths: readonly string[],
  flags: CheckFlags,
  language: Language,
  version: string,
): Promise<number> {
  const all = { ...defaults, jobs: availableParallelism(), ...flags };
  const { wish, rest } = splitBaseline(all);
  const { config: named, filesFrom, partial, printConfig, ...more } = rest;
  const { each, failOn, jobs, level, quiet, reporter, ...reading } = more;
  const reports = reportsOf(reporter);
  const config = await loadConfig(named);
  if (printConfig === true) return showConfig(config);
  const inputs = await inputsOf(paths, filesFrom, language);
  const { how, guard } = splitFlags(reading);
  // A page can be read in both languages, and shows where each value stands.
  const refs = reports.some(({ id }) => id === 'html');
  const options = { ...how, language, audit: config, refs };
  const read = await checkFiles(inputs.files, { options, guard, jobs, quiet, version });
  if (read === null) return stoppedCode;
  const shown = refs
    ? await Promise.all(read.map((checked) => withTranslations(checked, config, language)))
    : read;
  const settled = await settleBaseline([...inputs.failed, ...shown], wish, language);
  const { passedOver, skipped } = inputs;
  const rules = await ruleInfos(
    language,
    config,
    reports.some(({ id }) => id === 'sarif'),
  );
  const told = { version, language, failOn, rules, passedOver, skipped, each, quiet };
  const run: CheckRun = { ...told, ...(level && { level }), ...settled };
  await writeReports(run, reports, run.files);
  // The text report names them; whatever else stdout carries, nobody may miss them.
  if (!reports.some(({ id, file }) => id === 'text' && file === undefined)) tellFailures(run.files);
  return exitCode(run, partial);
}

async function showConfig(config: Awaited<ReturnType<typeof loadConfig>>): Promise<number> {
  const { fillAuditConfig, ruleMetadata } = await import('../audit/index.ts');
  const settled = fillAuditConfig(config);
  const rules = Object.fromEntries(
    ruleMetadata.map(({ id, severity }) => [id, settled.rules[id] ?? severity]),
  );
  await writeResult(undefined, [`${JSON.stringify({ ...settled, rules }, null, 2)}\n`]);
  return 0;
}

function tellFailures(files: readonly CheckedFile[]): void {
  for (const { file, failure } of files) if (failure !== null) tell(line(file, failure.message));
}

/**
 * 2 where a file gave nothing to check, whatever the others show; 1 where a finding fails the run, or a file that was read in part: what of it
 * was not read was not checked either.
 */
function exitCode({ files, failOn }: CheckRun, partial: Severity): number {
  if (files.some((file) => file.failure !== null || isUnchecked(file))) return 2;
  const severities = files.flatMap(({ document, forms }) => [
    ...(document?.status === 'partial' ? [partial] : []),
    ...forms.flatMap(({ findings }) => findings.map(({ severity }) => severity)),
  ]);
  return severities.some((severity) => fails(severity, failOn)) ? 1 : 0;
}

/** A file that was read in part, and holds no figure that could be checked. */
function isUnchecked({ document, forms }: CheckedFile): boolean {
  return document?.status === 'partial' && forms.every(({ form }) => !hasFigures(form));
}

function hasFigures(form: PerformanceForm): boolean {
  return (
    form.indicators.length > 0 || (form.kind === 'self-evaluation' && form.funds.rows.length > 0)
  );
}
