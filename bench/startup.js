import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { table, timeInTurns } from './measure.js';

const bin = fileURLToPath(new URL('../bin/zxpj.js', import.meta.url));
const input = fileURLToPath(new URL('../fixtures/forms/library-tabbed/input.txt', import.meta.url));
const commands = {
  'node -e 0': ['-e', '0'],
  'zxpj --version': [bin, '--version'],
  'zxpj --help': [bin, '--help'],
  'zxpj parse (one form)': [bin, 'parse', input],
};

/** What it costs to start, against Node.js alone. */
export function run() {
  const tasks = Object.values(commands).map(
    (args) => () => spawnSync(process.execPath, args, { stdio: 'ignore' }),
  );
  const times = timeInTurns(tasks, 25);
  const rows = Object.keys(commands).map((name, index) => [
    name,
    times[index].toFixed(1),
    (times[index] / times[0]).toFixed(2),
  ]);
  table([['command', 'ms', 'ratio to bare node'], ...rows]);
}
