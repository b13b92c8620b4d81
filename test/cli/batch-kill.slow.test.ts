import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { resultsIn, submissions } from '../support/batch.ts';
import { bin, zxpj } from '../support/cli.ts';
import { inFolder } from '../support/folder.ts';

it('killed at 50 moments and taken up again, gives what an unbroken run gives', async () => {
  await inFolder(async (folder) => {
    await submissions(join(folder, 'in'), 6);
    const args = (out: string): string[] => ['batch', 'in', '--out', out, '--jobs', '2', '--quiet'];
    const { took } = await zxpj(args('whole'), { cwd: folder });
    const whole = await resultsIn(join(folder, 'whole'));
    for (let moment = 0; moment < 50; moment += 1) {
      // Several kills fall on one folder before it is finished.
      const out = `out-${Math.floor(moment / 5)}`;
      const child = spawn(process.execPath, [bin, ...args(out)], { cwd: folder, stdio: 'ignore' });
      const ended = once(child, 'exit');
      await wait((took * (moment + 1)) / 50);
      child.kill('SIGKILL');
      await ended;
      if (moment % 5 !== 4) continue;
      await zxpj(args(out), { cwd: folder });
      expect(await resultsIn(join(folder, out))).toEqual(whole);
    }
  });
});
