import type { Command } from 'commander';
import type { RuleMeta } from '../audit/index.ts';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import { writeData } from './console.ts';
import type { Context } from './context.ts';
import { addOptions } from './options.ts';

const englishHeading = '## In English\n';

/** `zxpj explain <rule>` */
export function addExplain(program: Command, { language }: Context): void {
  const command = program
    .command('explain')
    .summary(message('help-explain', {}, language))
    .description(message('help-explain', {}, language))
    .addHelpText('after', message('help-explain-after', {}, language))
    .argument('<rule>', message('help-rule', {}, language))
    .action(async (rule: string) => {
      const { ruleMetadata } = await import('../audit/index.ts');
      const meta = ruleMetadata.find(({ id }) => id === rule);
      if (meta === undefined) throw new InputError('usage-unknown-rule', { rule });
      await writeData([await pageIn(meta, language)]);
    });
  addOptions(command, ['lang'], language);
}

/** A rule's page in one language: the Chinese part as it stands, the English one with its title, severity and basis. */
export async function pageIn(
  { docs, id, title, severity, basis }: RuleMeta,
  language: Language,
): Promise<string> {
  const { readPage } = await import('../files/index.ts');
  const page = await readPage(docs);
  const at = page.indexOf(englishHeading);
  if (language === 'zh') return `${page.slice(0, at).trimEnd()}\n`;
  const head = message('explain-head', { severity }, language);
  return [
    `# ${id}: ${title.en}`,
    head,
    page.slice(at + englishHeading.length).trim(),
    `${message('explain-basis', {}, language)}${basis.en}.`,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/u, '\n');
}
