import { toldOf } from './habits.ts';
import { lineOf } from './place.ts';
import { unreadParts } from './run.ts';
import type { CheckRun } from './run.ts';
import { summarise } from './summary.ts';
import { summaryLines, toldWords } from './words.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions: an annotation a finding, or what repeats, and a file that was not read, the summary as a last one. */
export function githubReport(run: CheckRun): string {
  const lines = run.files.flatMap((checked) => {
    const { file, failure } = checked;
    if (failure !== null) return [command('error', { file, title: failure.code }, failure.message)];
    return [
      ...unreadParts(checked).map(({ code, message, refs }) =>
        command('warning', { file, line: refs[0]?.line, title: code }, message),
      ),
      ...toldOf(checked).map((told) => {
        const { finding } = told;
        const properties = {
          file,
          line: lineOf(finding),
          endLine: finding.refs[0]?.endLine,
          title: finding.rule,
        };
        return command(commands[finding.severity], properties, toldWords(told, run));
      }),
    ];
  });
  lines.push(
    command('notice', { title: 'zxpj' }, summaryLines(summarise(run), run.language).join('\n')),
  );
  return `${lines.join('\n')}\n`;
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  words: string,
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return `::${name} ${given.map(([key, value]) => `${key}=${property(String(value))}`).join(',')}::${data(words)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
