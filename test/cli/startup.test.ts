import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin } from '../support/cli.ts';
import { inFolder } from '../support/folder.ts';
import { fixtures } from '../support/fixtures.ts';

/** The scripts that a run loads, as V8 itself lists them. */
async function loadedScripts(...args: string[]): Promise<string[]> {
  return inFolder(async (folder) => {
    const run = spawnSync(process.execPath, [bin, ...args], {
      env: { ...process.env, NODE_V8_COVERAGE: folder },
    });
    expect(run.status).toBe(0);
    return readdirSync(folder).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        result: { url: string }[];
      };
      return result.map(({ url }) => url);
    });
  });
}

const ours = (url: string): boolean => url.startsWith('file:');
const packageOf = (url: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url)?.[1] ?? '';
const packagesOf = (urls: readonly string[]): string[] =>
  [...new Set(urls.map(packageOf))].filter((name) => name !== '');

describe('what a command loads', () => {
  it('--version: three files of ours and no package', async () => {
    const urls = await loadedScripts('--version');
    expect(urls.filter(ours).length).toBeLessThanOrEqual(3);
    expect(packagesOf(urls)).toEqual([]);
  });

  it('--help: commander and no other package', async () => {
    expect(packagesOf(await loadedScripts('--help'))).toEqual(['commander']);
  });

  it('parse of tab-separated text: no code for PDF, Word, Excel or web pages', async () => {
    const urls = await loadedScripts('parse', join(fixtures, 'forms/library-tabbed/input.txt'));
    expect(urls.some((url) => url.includes('/dist/formats/tabbed/'))).toBe(true);
    expect(
      urls.filter((url) => /\/dist\/formats\/(?:pdf|docx?|xlsx?|html)\/(?!sniff\.)/u.test(url)),
    ).toEqual([]);
    expect(packagesOf(urls).sort()).toEqual(['commander', 'decimal.js', 'zod']);
  });
});
