import { Option } from 'commander';
import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import type { PerformanceForm } from '../schema/index.ts';
import type { ExportFormat } from '../export/index.ts';
import { exportFormats } from '../export/formats.ts';
import { expectedBy, placeOf } from './config.ts';
import { tell } from './console.ts';
import type { Context } from './context.ts';
import { openInput } from './input.ts';
import { addOptions, oneOf } from './options.ts';
import { writeResult } from './output.ts';
import { about } from './problems.ts';

interface ExportFlags {
  readonly output?: string;
  readonly to?: ExportFormat;
}

/** `zxpj export <json|-> --to docx|xlsx|markdown` */
export function addExport(program: Command, { language }: Context): void {
  const say = (code: string): string => message(code, {}, language);
  const command = program
    .command('export')
    .summary(say('help-export'))
    .description(say('help-export'))
    .argument('<json>', say('help-export-json'))
    .addOption(
      new Option('--to <FORMAT>', say('help-option-to')).argParser(oneOf('--to', exportFormats)),
    )
    .addOption(new Option('-o, --output <FILE>', say('help-option-export-output')))
    .addHelpText('after', say('help-export-after'))
    .action((json: string, { to, output }: ExportFlags) => {
      if (to === undefined)
        throw new InputError('usage-missing-option', {
          name: `--to ${exportFormats.join('|')}`,
          command: 'zxpj export',
        });
      return about(json, () => exportForms(json, to, output, language));
    });
  addOptions(command, ['lang'], language);
}

async function exportForms(
  json: string,
  to: ExportFormat,
  named: string | undefined,
  language: Language,
): Promise<void> {
  const output = named ?? fileBeside(json, to);
  const { bytes } = await openInput(json, output);
  const forms = await formsIn(new TextDecoder().decode(bytes));
  const { exporters } = await import('../export/index.ts');
  await writeResult(output, exporters[to](forms));
  if (output !== undefined && output !== '-')
    tell(message('export-written', { file: output, count: forms.length }, language));
}

const endings: Readonly<Record<ExportFormat, string>> = {
  docx: 'docx',
  xlsx: 'xlsx',
  markdown: 'md',
};

/** `report.json` → `report.export.docx`, lest `report.docx` be what was read; what comes from standard input goes to standard output. */
function fileBeside(json: string, to: ExportFormat): string | undefined {
  return json === '-' ? undefined : `${json.replace(/\.json$/iu, '')}.export.${endings[to]}`;
}

/** The forms of what `zxpj parse` printed, or of one form alone. */
async function formsIn(text: string): Promise<PerformanceForm[]> {
  const { readPrinted } = await import('../schema/index.ts');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError('not-json', {
      cause: error instanceof Error ? error.message : String(error),
    });
  }
  const printed = readPrinted(value);
  if (printed.kind === 'form') return [printed.form];
  if (printed.kind === 'other')
    throw new InputError('export-not-forms', {
      path: placeOf(printed.issue),
      expected: expectedBy(printed.issue),
    });
  const { forms } = printed.document;
  if (forms.length === 0) throw new InputError('export-no-forms');
  return forms;
}
