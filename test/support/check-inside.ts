import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zxpj } from './cli.ts';
import type { Run, RunOptions } from './cli.ts';
import { fixtures } from './fixtures.ts';
import { inFolder } from './folder.ts';

/** A form without a finding. */
export const clean = await readFile(join(fixtures, 'forms/library-tabbed/input.txt'), 'utf8');
/** One rate that cannot be, in the total row alone. */
export const spoilt = clean.replace('96.00', '69.00');
/** An actual that repeats its target: worth an info, no more. */
export const remarked = clean.replace('104.00(次)', '≥100.00(次)');

/** Runs the program in a folder with these files. */
export function inside(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  options: RunOptions = {},
  then?: (folder: string, run: Run) => Promise<void>,
): Promise<Run> {
  return inFolder(async (folder) => {
    await mkdir(join(folder, 'in'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const run = await zxpj(args, { cwd: folder, ...options });
    await then?.(folder, run);
    return run;
  });
}

/** Runs `zxpj check` in a folder with these files. */
export const check = (files: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> =>
  inside(files, ['check', ...args]);
/** A configuration among the files. */
export const config = (value: unknown): Record<string, string> => ({
  'zxpj.config.json': typeof value === 'string' ? value : JSON.stringify(value),
});
