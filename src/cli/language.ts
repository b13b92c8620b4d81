import { languages } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';

/**
 * The language to speak, known before the arguments are parsed, so that help and usage errors speak it too:
 * `--lang`, else `ZXPJ_LANG`, else Chinese.
 */
export function chooseLanguage(argv: readonly string[], fallback: string | undefined): Language {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex(
    (argument) => argument === '--lang' || argument.startsWith('--lang='),
  );
  const given = at < 0 ? undefined : (options[at]?.split('=')[1] ?? options[at + 1]);
  return (
    languages.find((language) => language === given) ??
    languages.find((language) => language === fallback) ??
    'zh'
  );
}
