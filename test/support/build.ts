import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const emittedNothing = 1;

/** Builds `dist` once before the tests that start the program, so that `npm test` works on a fresh clone. */
export function setup(): void {
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  const run = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (run.status === 0) return;
  // Type errors are `npm run check`'s matter; the program was still written.
  if (run.status === emittedNothing || run.status === null)
    throw new Error(`tsc failed:\n${run.stdout}${run.stderr}`);
  process.stderr.write(`tsc reports errors (see npm run check):\n${run.stdout}`);
}
