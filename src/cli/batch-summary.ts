import { message, oneLine } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { duplicatesAmong, totalsOf } from '../report/outcome.ts';
import type { FileOutcome } from '../report/outcome.ts';
import { clock } from './batch-progress.ts';

const mostNamed = 20;

interface Told {
  readonly outcomes: readonly FileOutcome[];
  readonly unchanged: number;
  readonly others: number;
  readonly passedOver: number;
  readonly seconds: number;
  readonly folder: string;
  readonly report: string;
}

/** What a batch came to, for people: the files that failed, by name, then the sums. */
export function batchSummary(
  { outcomes, unchanged, others, passedOver, seconds, folder, report }: Told,
  language: Language,
): string {
  const say = (code: string, data: Readonly<Record<string, string | number>>): string =>
    message(code, data, language);
  const { files, ok, partial, failed, forms, indicators, findings } = totalsOf(outcomes);
  const bad = outcomes.flatMap(({ file, error }) =>
    error === null ? [] : [`${oneLine(file)}: ${error.message}`],
  );
  const copies = duplicatesAmong(outcomes).size;
  const counted = (code: string, count: number): string[] =>
    count > 0 ? [say(code, { count })] : [];
  const lines = [
    ...bad.slice(0, mostNamed),
    ...(bad.length > mostNamed
      ? [say('batch-summary-more', { count: bad.length - mostNamed, file: report })]
      : []),
    ...(bad.length > 0 ? [''] : []),
    say('batch-summary-files', { files, ok, partial, failed }),
    ...counted('batch-summary-unchanged', unchanged),
    say('batch-summary-forms', { forms, indicators, ...findings }),
    ...counted('batch-summary-duplicates', copies),
    ...counted('batch-summary-passed-over', passedOver),
    ...counted('batch-summary-others', others),
    say('batch-summary-took', { time: clock(seconds), folder }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
