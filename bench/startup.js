import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, table } from './measure.js';

const bin = fileURLToPath(new URL('../bin/zxpj.js', import.meta.url));
const input = fileURLToPath(new URL('../fixtures/forms/library-tabbed/input.txt', import.meta.url));
const commands = {
  'node -e 0': ['-e', '0'],
  'zxpj --version': [bin, '--version'],
  'zxpj --help': [bin, '--help'],
  'zxpj parse (one form)': [bin, 'parse', input],
};
const rounds = 25;

/** The commands take turns, so that a busy moment of the machine falls on all alike. */
export function run() {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const start = performance.now();
      spawnSync(process.execPath, args, { stdio: 'ignore' });
      times[name].push(performance.now() - start);
    }
  }
  const bare = median(times['node -e 0']);
  const rows = Object.entries(times).map(([name, all]) => [name, median(all).toFixed(1), (median(all) / bare).toFixed(2)]);
  table([['command', 'ms', 'ratio to bare node'], ...rows]);
}
