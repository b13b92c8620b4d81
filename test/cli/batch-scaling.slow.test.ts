import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultsIn, submissions } from '../support/batch.ts';
import { bin, zxpj } from '../support/cli.ts';
import { inFolder } from '../support/folder.ts';
import { textOf } from '../support/sources.ts';

const hasParallel = spawnSync('parallel', ['--version']).status === 0;
if (!hasParallel) process.stdout.write('notice: GNU parallel is absent, its test is skipped\n');

/** What the page's commands find on PATH; ssh and sbatch run on this machine what they are given for another. */
const programs = {
  zxpj: `exec "${process.execPath}" "${bin}" "$@"`,
  ssh: 'shift\n[ "$1" = -- ] && shift\nexec sh -c "$*"',
  sbatch:
    'range=${1#--array=}\nfor task in $(seq "${range%-*}" "${range#*-}"); do SLURM_ARRAY_TASK_ID=$task sh -c "$3"; done',
};

/** What the commands print, for a test that fails. GNU parallel with -S runs nothing, and says nothing, without the SHELL that a login sets. */
async function run(folder: string, commands: string): Promise<string> {
  await mkdir(join(folder, 'bin'));
  for (const [name, script] of Object.entries(programs))
    await writeFile(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const env = {
    ...process.env,
    PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
    ZXPJ_LANG: '',
    SHELL: '/bin/sh',
  };
  const { stdout, stderr } = spawnSync('sh', ['-c', commands], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`;
}

describe.skipIf(!hasParallel)('docs/scaling.md', () => {
  const blocks = [...textOf('docs/scaling.md').matchAll(/```sh\n([^]*?)```/gu)].map(
    ([, commands]) => commands ?? '',
  );

  it('has commands for one machine, several, and Slurm', () => {
    expect(blocks.map((commands) => /-j2|-S host1|sbatch/u.exec(commands)?.[0])).toEqual([
      '-j2',
      '-S host1',
      'sbatch',
    ]);
  });

  it.each(blocks)('%s: what comes of it, merged, is what one run gives', async (commands) => {
    await inFolder(async (folder) => {
      await submissions(join(folder, '报送'), 4);
      const printed = await run(folder, commands);
      const shards = (await readdir(folder)).filter((name) => /^结果-\d+$/u.test(name));
      expect(shards.length, printed).toBeGreaterThanOrEqual(2);
      await zxpj(['merge', ...shards, '--out', '结果', '--quiet'], { cwd: folder });
      await zxpj(['batch', '报送', '--out', '一次', '--quiet'], { cwd: folder });
      expect(await resultsIn(join(folder, '结果'))).toEqual(await resultsIn(join(folder, '一次')));
    });
  });
});
