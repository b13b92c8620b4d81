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
  const env = {
    ...process.env,
    PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`,
    ZXPJ_LANG: '',
    COLUMNS: '80',
  };
  const commands = block.split('\n').filter((line) => line.startsWith('$ '));
  return commands
    .map((command) => {
      const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${command.slice(2)}`], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      // A terminal shows no byte order mark and no CR, which a CSV for Excel has.
      return `${command}\n${stdout.replace(/\uFEFF|\r(?=\n)/gu, '')}`;
    })
    .join('');
}

/** The text without what no two runs of a batch have alike: its speed, its time, and how many lines of progress a slow machine shows. */
function steady(text: string): string {
  const progress = /^(\d+\/\d+  )每秒 [\d.]+ 个  剩 [\d:-]+/u;
  const lines = text
    .split('\n')
    .filter((line, index, all) => !(progress.test(line) && progress.test(all[index + 1] ?? '')));
  return lines
    .map((line) => line.replace(progress, '$1…').replace(/^用时 [\d:]+/u, '用时 …'))
    .join('\n');
}

async function prepare(folder: string): Promise<void> {
  await mkdir(join(folder, 'bin'));
  await symlink(join(root, 'fixtures'), join(folder, 'fixtures'));
  await writeFile(
    join(folder, 'bin/zxpj'),
    `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`,
  );
  await chmod(join(folder, 'bin/zxpj'), 0o755);
}

describe.skipIf(process.platform === 'win32')('README', () => {
  it('shows what its examples really print (UPDATE=1 rewrites it)', async () => {
    await inFolder(async (folder) => {
      await prepare(folder);
      const text = textOf('README.md');
      expect([...text.matchAll(console_)].length).toBeGreaterThanOrEqual(5);
      const real = text.replace(console_, (shown, block: string) => {
        const printed = `\`\`\`console\n${replay(block, folder)}\`\`\``;
        return steady(printed) === steady(shown) ? shown : printed;
      });
      if (updating) await writeFile(join(root, 'README.md'), real);
      else expect(text).toBe(real);
    });
  });
});
