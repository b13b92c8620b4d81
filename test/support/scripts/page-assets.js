import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const page = fileURLToPath(new URL('../../../src/report/html/page/', import.meta.url));
export const assetsFile = fileURLToPath(
  new URL('../../../src/report/html/assets.ts', import.meta.url),
);

/** The module that holds the page's program and style as strings, with the hashes that its policy allows. */
export async function assetsOf() {
  const [script, style] = await Promise.all([bundle('main.ts'), bundle('style.css')]);
  const lines = Object.entries({ script, scriptHash: hash(script), style, styleHash: hash(style) });
  return `// Made by npm run page from src/report/html/page: change it there.\n${lines.map(([name, text]) => `export const ${name} = ${quoted(text)};\n`).join('')}`;
}

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [`${page}${entry}`],
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome103', 'firefox110', 'safari16'],
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
  });
  const text = outputFiles[0].text.trim();
  // Inside an element of HTML, its own end would end it.
  if (/<\/(?:script|style)|<!--/iu.test(text)) throw new Error(`${entry} cannot stand in a page`);
  return text;
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}
