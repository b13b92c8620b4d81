import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zxpj } from '../support/cli.ts';
import { inFolder } from '../support/folder.ts';

const has = (program: string): boolean => {
  const found = spawnSync(program, ['--version']).status === 0;
  if (!found) process.stdout.write(`notice: no ${program}, its completion is not tried\n`);
  return found;
};

async function scriptFor(shell: string): Promise<string> {
  const { stdout, code } = await zxpj(['completion', shell]);
  expect(code).toBe(0);
  return stdout;
}

/** What bash offers for the words before the cursor. */
async function bashOffers(...words: string[]): Promise<string[]> {
  const list = words.map((word) => `'${word}'`).join(' ');
  const { stdout, stderr } = spawnSync(
    'bash',
    [
      '-c',
      `${await scriptFor('bash')}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _zxpj; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  return stdout.split('\n').filter((word) => word !== '');
}

describe('zxpj completion', () => {
  it.skipIf(!has('bash'))('offers commands, options, values and rules in bash', async () => {
    expect((await bashOffers('zxpj', 'ex')).sort()).toEqual(['explain', 'export']);
    expect(await bashOffers('zxpj', 'export', 'a.json', '--to', '')).toEqual([
      'docx',
      'xlsx',
      'markdown',
    ]);
    expect(await bashOffers('zxpj', 'check', 'in', '--fail-on', 'w')).toEqual(['warning']);
    expect(await bashOffers('zxpj', 'check', '--reporter', '=', 'x')).toEqual(['xlsx']);
    expect(await bashOffers('zxpj', 'parse', '--comp')).toEqual(['--compact']);
    expect(await bashOffers('zxpj', 'explain', 'execution-r')).toEqual(['execution-rate']);
    expect(await bashOffers('zxpj', 'parse', 'report')).toEqual([]);
  });

  it.skipIf(!has('fish'))('offers the same in fish', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'zxpj.fish'), await scriptFor('fish'));
      const offers = (line: string): string[] =>
        spawnSync('fish', ['-c', `source ${join(folder, 'zxpj.fish')}; complete -C '${line}'`], {
          encoding: 'utf8',
          env: { ...process.env, HOME: folder },
        })
          .stdout.split('\n')
          .map((one) => one.split('\t')[0] ?? '')
          .filter((word) => word !== '');
      expect(offers('zxpj ex')).toEqual(['explain', 'export']);
      expect(offers('zxpj export a.json --to ').sort()).toEqual(['docx', 'markdown', 'xlsx']);
      expect(offers('zxpj explain execution-r')).toEqual(['execution-rate']);
    });
  });

  it.skipIf(!has('zsh'))('is a script that zsh takes', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, '_zxpj'), await scriptFor('zsh'));
      // compinit needs a terminal: what it would define is stood in for.
      const { status, stdout, stderr } = spawnSync(
        'zsh',
        ['-fc', `compdef() { print "$@" }; source ${join(folder, '_zxpj')}; whence -w _zxpj`],
        { encoding: 'utf8', env: { ...process.env, HOME: folder } },
      );
      expect([status, stdout, stderr]).toEqual([0, '_zxpj zxpj\n_zxpj: function\n', '']);
    });
  });

  it('tells PowerShell of every command in plain ASCII', async () => {
    const script = await scriptFor('powershell');
    expect(script).toMatch(/^[\x20-\x7e\n]+$/u);
    for (const command of ['parse', 'check', 'view', 'export', 'explain'])
      expect(script).toContain(`'${command}' = @(`);
  });

  it('knows the values of every option that has a list of them', async () => {
    const script = await scriptFor('bash');
    for (const flag of ['--as', '--fail-on', '--format', '--lang', '--reporter', '--stage', '--to'])
      expect(script).toContain(`    ${flag}) COMPREPLY=`);
  });

  it('refuses another shell', async () => {
    const { code, stderr } = await zxpj(['completion', 'cmd']);
    expect(code).toBe(2);
    expect(stderr).toContain('bash, zsh, fish, powershell');
  });
});

describe('--help', () => {
  const commands = [
    'parse',
    'check',
    'view',
    'export',
    'rules',
    'explain',
    'tables',
    'schema',
    'formats',
    'completion',
  ];

  it.each(
    commands.flatMap(
      (command) =>
        [
          [command, 'zh'],
          [command, 'en'],
        ] as const,
    ),
  )('of %s in %s shows examples', async (command, language) => {
    const { stdout, code } = await zxpj([command, '--help', '--lang', language]);
    expect(code).toBe(0);
    expect(stdout).toContain(language === 'zh' ? '示例' : 'Examples');
    expect(stdout).toContain(`zxpj ${command}`);
    if (language === 'en') expect(stdout).not.toMatch(/\p{Script=Han}/u);
  });
});
