import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import { failLevels, fails } from '../report/run.ts';
import type { CheckedFile, CheckRun, FailOn } from '../report/index.ts';
import { settleBaseline } from './baseline.ts';
import { checkFile } from './check-file.ts';
import { loadConfig } from './config.ts';
import { tell } from './console.ts';
import type { Context } from './context.ts';
import { inputsOf } from './inputs.ts';
import { addOptions, oneOf, readingOptions, splitFlags } from './options.ts';
import type { ReadingFlags } from './options.ts';
import { writeResult } from './output.ts';
import { line } from './problems.ts';
import { reportsOf, writeReports } from './reports.ts';
import { ruleInfos } from './rules.ts';
import { withTranslations } from './translations.ts';

interface CheckFlags extends ReadingFlags {
  readonly baseline?: string;
  readonly config?: string;
  readonly failOn?: FailOn;
  readonly filesFrom?: string;
  readonly printConfig?: true;
  readonly reason?: string;
  readonly reporter?: readonly string[];
  readonly updateBaseline?: true;
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
    .addOption(option('--files-from <FILE>', 'files-from'))
    .addOption(option('--config <FILE>', 'config'))
    .addOption(option('--print-config', 'print-config'))
    .addOption(option('--baseline <FILE>', 'baseline'))
    .addOption(option('--update-baseline', 'update-baseline'))
    .addOption(option('--reason <TEXT>', 'reason'))
    .addHelpText('after', say('help-check-after'))
    .action(async (paths: string[], flags: CheckFlags) =>
      exit(await check(paths, flags, language, version)),
    );
  addOptions(command, [...readingOptions, 'lang'], language);
}

async function check(
  paths: readonly string[],
  flags: CheckFlags,
  language: Language,
  version: string,
): Promise<number> {
  const {
    baseline,
    config: named,
    failOn = 'error',
    filesFrom,
    printConfig,
    reason,
    reporter = [],
    updateBaseline,
    ...reading
  } = flags;
  if (baseline === undefined && (updateBaseline === true || reason !== undefined))
    throw new InputError('usage-needs-baseline');
  const reports = reportsOf(reporter);
  const config = await loadConfig(named);
  if (printConfig === true) return showConfig(config);
  const inputs = await inputsOf(paths, filesFrom, language);
  const { how, guard } = splitFlags(reading);
  const files: CheckedFile[] = [...inputs.failed];
  // A page can be read in both languages, and shows where each value stands.
  const refs = reports.some(({ id }) => id === 'html');
  for (const file of inputs.files) {
    const checked = await checkFile(file, { ...how, language, audit: config, refs }, guard);
    files.push(refs ? await withTranslations(checked, config, language) : checked);
  }
  const settled = await settleBaseline(files, {
    file: baseline,
    update: updateBaseline === true,
    reason: reason ?? message('baseline-reason', {}, language),
  });
  const rules = await ruleInfos(
    language,
    config,
    reports.some(({ id }) => id === 'sarif'),
  );
  const run: CheckRun = {
    version,
    language,
    failOn,
    rules,
    passedOver: inputs.passedOver,
    ...settled,
  };
  await writeReports(run, reports, files);
  // The text report names them; whatever else stdout carries, nobody may miss them.
  if (!reports.some(({ id, file }) => id === 'text' && file === undefined)) tellFailures(files);
  return exitCode(run);
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

/** 2 where a file gave nothing to check, whatever the others show; 1 where a finding fails the run. */
function exitCode({ files, failOn }: CheckRun): number {
  if (files.some(({ failure }) => failure !== null)) return 2;
  return files.some(({ forms }) =>
    forms.some(({ findings }) => findings.some(({ severity }) => fails(severity, failOn))),
  )
    ? 1
    : 0;
}
