import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/width.ts';
import { zxpj } from '../support/cli.ts';
import packageJson from '../../package.json' with { type: 'json' };

describe('wrong usage', () => {
  it.each([
    [['pars', 'x'], '没有“pars”这个命令，是不是 parse？用 zxpj --help 查看全部命令。'],
    [['parse'], '缺少参数 file。用 zxpj parse --help 查看用法。'],
    [
      ['parse', 'a', '--compct'],
      '没有“--compct”这个选项，是不是 --compact？用 zxpj parse --help 查看用法。',
    ],
    [['parse', 'a', '--as'], '选项 --as 缺少值。用 zxpj parse --help 查看用法。'],
    [['parse', 'a', '--as', 'word'], '--as 的值“word”无效，可用：tabbed, '],
    [['parse', 'a', 'b'], '参数太多。用 zxpj parse --help 查看用法。'],
    [['parse', 'a', '--lang', 'fr'], '--lang 的值“fr”无效，可用：zh, en。'],
    [
      ['tables', 'a', '--stage', 'half'],
      '--stage 的值“half”无效，可用：raw, stitched, explained。',
    ],
    [['tables', 'a', '--format', 'pdf'], '--format 的值“pdf”无效，可用：json, markdown, html。'],
    [['help', 'pars'], '没有“pars”这个命令。用 zxpj --help 查看全部命令。'],
    [['export', 'a.json'], '请加上 --to docx|xlsx|markdown。用 zxpj export --help 查看用法。'],
    [['check', 'batch', '--foo'], '没有“--foo”这个选项。用 zxpj check --help 查看用法。'],
    [['view', 'parse', '--foo'], '没有“--foo”这个选项。用 zxpj view --help 查看用法。'],
    [
      ['check', 'a', '--reporter', 'html='],
      '--reporter html= 后面要写文件名，如 --reporter html=文件。',
    ],
    [['batch', 'a', '--out', 'b', '--reporter', 'html'], '--reporter html= 后面要写文件名，'],
    [['schema', 'table'], 'schema 的值“table”无效，可用：form, document。'],
  ])('%j is told in one line', async (args, words) => {
    const run = await zxpj(args);
    expect(run.stderr).toContain(`zxpj: ${words}`);
    expect(run.stderr.split('\n')).toHaveLength(2);
    expect(run.stdout).toBe('');
    expect(run.code).toBe(2);
  });

  it('is told in English where that is asked for, wherever the option stands', async () => {
    const words = 'zxpj: there is no option "--foo". See zxpj parse --help.\n';
    for (const args of [
      ['--lang', 'en', 'parse', '--foo'],
      ['parse', '--foo', '--lang=en'],
    ]) {
      expect((await zxpj(args)).stderr).toBe(words);
    }
    expect((await zxpj(['parse', '--foo'], { env: { ZXPJ_LANG: 'en' } })).stderr).toBe(words);
    expect(
      (await zxpj(['parse', '--foo', '--lang', 'zh'], { env: { ZXPJ_LANG: 'en' } })).stderr,
    ).toContain('没有');
  });

  it('no command: the help, on stderr', async () => {
    const run = await zxpj([]);
    expect(run.stderr).toContain('用法:');
    expect(run.stdout).toBe('');
    expect(run.code).toBe(2);
  });
});

describe('--version', () => {
  it.each([[['--version']], [['-V']], [['--lang', 'en', '--version']]])('%j', async (args) => {
    expect(await zxpj(args)).toMatchObject({
      code: 0,
      stdout: `${packageJson.version}\n`,
      stderr: '',
    });
  });
});

describe('--help', () => {
  const commands = [
    [],
    ...[
      'parse',
      'check',
      'compare',
      'view',
      'export',
      'rules',
      'explain',
      'tables',
      'schema',
      'formats',
      'completion',
    ].map((name) => [name]),
  ];

  it.each(commands)('zxpj %s: Chinese or English, within 80 columns', async (...command) => {
    for (const [language, usage] of [
      ['zh', '用法:'],
      ['en', 'Usage:'],
    ] as const) {
      const run = await zxpj([...command, '--help', '--lang', language]);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout.startsWith(usage)).toBe(true);
      for (const line of run.stdout.split('\n'))
        expect(displayWidth(line), line).toBeLessThanOrEqual(80);
      if (language === 'en') expect(run.stdout).not.toMatch(/\p{Script=Han}/u);
      else
        expect(run.stdout).not.toMatch(/Options:|Arguments:|\[options\]|\[command\]|display help/u);
    }
  });

  it('zxpj help parse is zxpj parse --help', async () => {
    expect((await zxpj(['help', 'parse'])).stdout).toBe((await zxpj(['parse', '--help'])).stdout);
  });
});
