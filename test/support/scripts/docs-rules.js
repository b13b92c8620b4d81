// Rewrites docs/rules/README.md from the rules' metadata: the test that holds it current writes it when told to.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'unit', 'test/audit/rule-pages.test.ts', '-t', 'README'],
  {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    env: { ...process.env, UPDATE: '1' },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
