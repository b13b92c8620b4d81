import type { CheckedFile, CheckRun } from '../run.ts';
import { script, scriptHash, style, styleHash } from './assets.ts';
import type { PageIndex } from './data.ts';
import { fileLine, formLine } from './index-lines.ts';
import { mendsIn, packForm } from './pack.ts';

/** A run as far as a page needs it; `files` are gone through once, so that they may come one by one. */
export type PageRun = Pick<
  CheckRun,
  'version' | 'language' | 'rules' | 'passedOver' | 'baseline'
> & { readonly files: Iterable<CheckedFile> };

/**
 * The review page: one HTML file that needs nothing else. Forms are data blocks, each read when it is opened; the list of
 * all stands behind them, so that the whole is written piece by piece.
 */
export function* renderHtml(run: PageRun): Generator<string> {
  yield head(run.language);
  const lines: { -readonly [K in 'files' | 'forms']: PageIndex[K][number][] } = {
    files: [],
    forms: [],
  };
  const checks = { exact: 0, withinRounding: 0, mismatch: 0, unverifiable: 0 };
  for (const file of run.files) {
    const mends = mendsIn(file);
    for (const form of file.forms) {
      yield block(`f${lines.forms.length}`, packForm(form, file, mends));
      lines.forms.push(formLine(form, lines.files.length));
      for (const key of ['exact', 'withinRounding', 'mismatch', 'unverifiable'] as const)
        checks[key] += form.checks[key];
    }
    lines.files.push(fileLine(file, run.language));
  }
  const rules = Object.fromEntries(
    run.rules.map(({ id, title, titles }) => [id, titles ?? { zh: title, en: title }]),
  );
  const { version, language, passedOver, baseline } = run;
  const index: PageIndex = {
    version,
    language,
    rules,
    checks,
    passedOver,
    hidden: baseline?.hidden ?? 0,
    ...lines,
  };
  yield block('index', index);
  yield `<script>${script}</script>\n</body>\n</html>\n`;
}

/** The page as reporters give it. */
export function htmlReport(run: CheckRun): Generator<string> {
  return renderHtml(run);
}

/** Nothing but the page's own program and style may run or load; data blocks are not run. */
const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;

function head(language: 'zh' | 'en'): string {
  return `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>zxpj</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
`;
}

/** JSON that cannot end its element, whatever its texts hold. */
function block(id: string, data: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`;
}
