import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Context } from './context.ts';
import { addOptions, oneOf } from './options.ts';
import { writeResult } from './output.ts';

/** `zxpj schema [form|document]` */
export function addSchema(program: Command, { language }: Context): void {
  const command = program
    .command('schema')
    .summary(message('help-schema', {}, language))
    .description(message('help-schema', {}, language))
    .addHelpText('after', message('help-schema-after', {}, language))
    .argument('[name]', message('help-schema-name', {}, language))
    .action(async (given: string | undefined, { output }: { output?: string }) => {
      const { jsonSchema, schemaNames } = await import('../schema/index.ts');
      const name = oneOf('schema', schemaNames)(given ?? 'document');
      await writeResult(output, [`${JSON.stringify(jsonSchema(name), null, 2)}\n`]);
    });
  addOptions(command, ['output', 'lang'], language);
}
