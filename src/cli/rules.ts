import type { Command } from 'commander';
import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import type { RuleInfo } from '../report/index.ts';
import { padTo, wrapTo } from '../report/width.ts';
import type { AuditConfig } from '../schema/index.ts';
import { writeData } from './console.ts';
import type { Context } from './context.ts';
import { pageIn } from './explain.ts';
import { addOptions } from './options.ts';

const idWidth = 25;
const severityWidth = 9;
const width = 80;

/** `zxpj rules` */
export function addRules(program: Command, { language }: Context): void {
  const command = program
    .command('rules')
    .summary(message('help-rules', {}, language))
    .description(message('help-rules', {}, language))
    .addHelpText('after', message('help-rules-after', {}, language))
    .action(async () => {
      const { ruleMetadata } = await import('../audit/index.ts');
      const blank = ' '.repeat(idWidth + severityWidth);
      const lines = ruleMetadata.map(({ id, severity, title }) => {
        const [first = '', ...rest] = wrapTo(title[language], width - idWidth - severityWidth);
        const word = message(`report-severity-${severity}`, {}, language);
        return [
          padTo(id, idWidth) + padTo(word, severityWidth) + first,
          ...rest.map((more) => blank + more),
        ]
          .map((text) => `${text}\n`)
          .join('');
      });
      await writeData(lines);
    });
  addOptions(command, ['lang'], language);
}

/** The rules as reports show them, with the severities that a configuration gives them. */
export async function ruleInfos(
  language: Language,
  { rules = {} }: AuditConfig,
  withPages: boolean,
): Promise<RuleInfo[]> {
  const { ruleMetadata } = await import('../audit/index.ts');
  const on = ruleMetadata.filter(({ id }) => rules[id] !== 'off');
  return Promise.all(
    on.map(async (meta) => {
      const set = rules[meta.id];
      const severity = set === undefined || set === 'off' ? meta.severity : set;
      const { id, title, basis } = meta;
      return {
        id,
        severity,
        title: title[language],
        titles: title,
        basis: basis[language],
        ...(withPages && { page: await pageIn(meta, language) }),
      };
    }),
  );
}
