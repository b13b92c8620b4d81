/** Every message by code, in Chinese and English. */
import { batchWords } from './batch.ts';
import { compareWords } from './compare.ts';
import { errors } from './errors.ts';
import { explainedWords } from './explained.ts';
import { help } from './help.ts';
import { notes } from './notes.ts';
import { excerpt } from './plain.ts';
import { report } from './report.ts';
import { usage } from './usage.ts';
import type { Language, Wordings } from './wording.ts';

export { oneLine } from './plain.ts';
export { languages } from './wording.ts';
export type { Language } from './wording.ts';

const wordings: Wordings = {
  ...batchWords,
  ...compareWords,
  ...errors,
  ...explainedWords,
  ...help,
  ...notes,
  ...report,
  ...usage,
};

/**
 * The words for a code. Data come from files, so control characters vanish from them and long pieces are cut:
 * a message can neither break its line nor steer a terminal.
 *
 * @param data fills the `{name}` places of the wording
 */
export function message(
  code: string,
  data: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const wording = wordings[code];
  if (wording === undefined) return `${code} ${excerpt(JSON.stringify(data))}`;
  return wording[language].replace(/\{(\w+)\}/gu, (_, name: string) =>
    excerpt(String(data[name] ?? '?')),
  );
}
