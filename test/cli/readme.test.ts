import { spawnSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin } from '../support/cli.ts';
import { updating } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';
import { root, textOf } from '../support/sources.ts';

const console_ = /```console\n([^]*?)```/gu;

/** Runs the commands of a block, `$ ` before each, and gives the block as a terminal would show it. */
function replay(block: string, folder: string): string {
  const env = { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, ZXPJ_LANG: '' };
  const commands = block.split('\n').filter((line) => line.startsWith('$ '));
  return commands
    .map((command) => {
      const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${command.slice(2)}`], { cwd: folder, env, encoding: 'utf8' });
      return `${command}\n${stdout}`;
    })
    .join('');
}

async function prepare(folder: string): Promise<void> {
  await mkdir(join(folder, 'bin'));
  await symlink(join(root, 'fixtures'), join(folder, 'fixtures'));
  await writeFile(join(folder, 'bin/zxpj'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
  await chmod(join(folder, 'bin/zxpj'), 0o755);
}

describe.skipIf(process.platform === 'win32')('README', () => {
  it('shows what its examples really print (UPDATE=1 rewrites it)', async () => {
    await inFolder(async (folder) => {
      await prepare(folder);
      const text = textOf('README.md');
      expect([...text.matchAll(console_)].length).toBeGreaterThanOrEqual(5);
      const real = text.replace(console_, (_, block: string) => `\`\`\`console\n${replay(block, folder)}\`\`\``);
      if (updating) await writeFile(join(root, 'README.md'), real);
      else expect(text).toBe(real);
    });
  });
});
