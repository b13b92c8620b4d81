import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import { loadConfig } from './config.ts';
import { tell } from './console.ts';
import type { Context } from './context.ts';
import { openInput } from './input.ts';
import { addOptions, readingOptions, splitFlags } from './options.ts';
import type { ReadingFlags } from './options.ts';
import { writeResult } from './output.ts';
import { about } from './problems.ts';
import { tellDiagnostics } from './remarks.ts';
import { ruleInfos } from './rules.ts';
import { withTranslations } from './translations.ts';

interface ViewFlags extends ReadingFlags {
  readonly config?: string;
  readonly output?: string;
}

/** `zxpj view <file|->` */
export function addView(program: Command, { language, exit, version }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const command = program
    .command('view')
    .summary(say('help-view'))
    .description(say('help-view'))
    .argument('<file>', say('help-file'))
    .addOption(new Option('-o, --output <FILE>', say('help-option-view-output')))
    .addOption(new Option('--config <FILE>', say('help-option-config')))
    .addHelpText('after', say('help-view-after'))
    .action(async (file: string, flags: ViewFlags) =>
      exit(await about(file, () => view(file, flags, language, version))),
    );
  addOptions(command, [...readingOptions, 'lang'], language);
}

/** Writes the review page of one file; 1 where only a part of it was read. */
async function view(
  file: string,
  { config: named, output = pageBeside(file), ...reading }: ViewFlags,
  language: Language,
  version: string,
): Promise<number> {
  const { how, guard } = splitFlags(reading);
  const config = await loadConfig(named);
  const { bytes, name } = await openInput(file, output);
  const { parseGuarded } = await import('../files/index.ts');
  const document = await parseGuarded(
    bytes,
    { ...how, ...name, language, refs: true, audit: config },
    guard,
  );
  if (document.status === 'failed') throw new InputError('no-form');
  const { checkedFile } = await import('../report/index.ts');
  const { renderHtml } = await import('../report/html/index.ts');
  const checked = await withTranslations(checkedFile(file, document, null), config, language);
  await writeResult(
    output,
    renderHtml({
      version,
      language,
      rules: await ruleInfos(language, config, false),
      passedOver: 0,
      baseline: null,
      files: [checked],
    }),
  );
  tellDiagnostics(file, document.diagnostics, language);
  if (output !== undefined && output !== '-')
    tell(message('view-written', { file: output }, language));
  return document.status === 'ok' ? 0 : 1;
}

/** `report.pdf` → `report.pdf.review.html`; what comes from standard input goes to standard output. */
function pageBeside(file: string): string | undefined {
  return file === '-' ? undefined : `${file}.review.html`;
}
