import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { padTo } from '../report/width.ts';
import type { Context } from './context.ts';
import { writeData } from './console.ts';
import { addOptions } from './options.ts';

/** `zxpj formats` */
export function addFormats(program: Command, { language }: Context): void {
  const command = program
    .command('formats')
    .summary(message('help-formats', {}, language))
    .description(message('help-formats', {}, language))
    .addHelpText('after', message('help-formats-after', {}, language))
    .action(() => listFormats(language));
  addOptions(command, ['lang'], language);
}

async function listFormats(language: Language): Promise<void> {
  const { formats } = await import('../formats/index.ts');
  const named = formats.map(({ id, extensions }) => ({
    id,
    names: extensions.map((extension) => `.${extension}`).join(' '),
  }));
  const widest = Math.max(...named.map(({ names }) => names.length));
  await writeData(
    named.map(
      ({ id, names }) =>
        `${padTo(id, 10)}${padTo(names, widest + 2)}${message(`format-${id}`, {}, language)}\n`,
    ),
  );
}
