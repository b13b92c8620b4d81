import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, clean, inside, spoilt } from '../support/check-inside.ts';
import { zxpj } from '../support/cli.ts';
import type { Run } from '../support/cli.ts';

describe('baseline', () => {
  it('is written with a reason, hides what it knows, and lets a new figure through', async () => {
    await inside(
      { 'a.txt': spoilt },
      ['check', 'a.txt', '--baseline', 'b.json', '--update-baseline', '--reason', '已核实'],
      {},
      async (folder, run) => {
        expect(run.code).toBe(0);
        const { entries } = JSON.parse(await readFile(join(folder, 'b.json'), 'utf8')) as {
          entries: Record<string, string>[];
        };
        expect(entries[0]).toMatchObject({
          rule: 'execution-rate',
          file: 'a.txt',
          reason: '已核实',
        });
        const again = (text: string): Promise<Run> =>
          writeFile(join(folder, 'a.txt'), text).then(() =>
            zxpj(['check', 'a.txt', '--baseline', 'b.json'], { cwd: folder }),
          );
        // Lines that move change nothing; another figure does; a figure that was mended leaves its entry behind.
        expect(await again(`\n\n${spoilt}`)).toMatchObject({ code: 0 });
        expect(await again(clean.replace('96.00', '68.00'))).toMatchObject({ code: 1 });
        expect((await again(clean)).stdout).toContain(`基线中有 ${entries.length} 条已不再出现`);
      },
    );
  });

  it('keeps reasons that were given, drops what is gone, and keeps what was not read this time', async () => {
    await inside(
      { 'a.txt': spoilt, 'b.txt': spoilt },
      ['check', 'a.txt', 'b.txt', '--baseline', 'k.json', '--update-baseline', '--reason', '甲'],
      {},
      async (folder) => {
        await writeFile(join(folder, 'a.txt'), clean.replace('96.00', '68.00'));
        await zxpj(
          ['check', 'a.txt', '--baseline', 'k.json', '--update-baseline', '--reason', '乙'],
          { cwd: folder },
        );
        const { entries } = JSON.parse(await readFile(join(folder, 'k.json'), 'utf8')) as {
          entries: Record<string, string>[];
        };
        expect([
          ...new Set(entries.map(({ file, reason }) => `${file ?? ''} ${reason ?? ''}`)),
        ]).toEqual(expect.arrayContaining(['a.txt 乙', 'b.txt 甲']));
        expect(
          await zxpj(['check', 'a.txt', 'b.txt', '--baseline', 'k.json'], { cwd: folder }),
        ).toMatchObject({ code: 0 });
      },
    );
  });

  it('says what it wrote, and takes an outcome, a name and another reason for what is there', async () => {
    const update = ['check', 'a.txt', '--baseline', 'b.json', '--update-baseline'];
    await inside({ 'a.txt': spoilt }, [...update, '--reason', '甲'], {}, async (folder, run) => {
      expect(run.stderr).toMatch(/^基线已写入 b\.json：共 (\d+) 条，新增 \1 条，删去 0 条。\n$/u);
      const entries = async (): Promise<Record<string, string>[]> =>
        (JSON.parse(await readFile(join(folder, 'b.json'), 'utf8')) as { entries: [] }).entries;
      const settled = ['--reason', '乙', '--outcome', '误报', '--by', '张三'];
      await zxpj([...update, ...settled], { cwd: folder });
      expect((await entries())[0]).toMatchObject({ reason: '甲' });
      expect((await entries())[0]).not.toHaveProperty('outcome');
      const replaced = await zxpj([...update, ...settled, '--replace'], { cwd: folder });
      expect(replaced.stderr).toContain('新增 0 条，删去 0 条');
      expect((await entries())[0]).toMatchObject({
        reason: '乙',
        outcome: '误报',
        by: '张三',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u) as string,
      });
      // What was remarked stays when it is written anew.
      await zxpj([...update, '--reason', '丙'], { cwd: folder });
      expect((await entries())[0]).toMatchObject({ reason: '乙', outcome: '误报' });
    });
  });

  it.each([
    [['--by', '张三', '--baseline', 'b.json'], /要与 --update-baseline 一起用/u],
    [['--replace'], /要与 --baseline 一起用/u],
    [['--outcome', '不知', '--baseline', 'b.json', '--update-baseline'], /属实, 误报/u],
  ])('is not remarked on for nothing: %j', async (args, words) => {
    const run = await check({ 'a.txt': clean }, 'a.txt', ...args);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(words) as string });
  });

  it('is refused where it is missing, or an entry has no reason', async () => {
    expect((await check({ 'a.txt': clean }, 'a.txt', '--baseline', 'b.json')).stderr).toBe(
      'zxpj: b.json: 找不到基线文件。第一次请加 --update-baseline 写出。\n',
    );
    const entry = {
      fingerprint: '0'.repeat(32),
      rule: 'x',
      file: 'a.txt',
      project: null,
      message: 'x',
      reason: ' ',
    };
    const run = await check(
      { 'a.txt': clean, 'b.json': JSON.stringify({ version: 1, entries: [entry] }) },
      'a.txt',
      '--baseline',
      'b.json',
    );
    expect(run).toMatchObject({ code: 2 });
    expect(run.stderr).toContain('基线文件的 /entries/0/reason 处有误');
  });
});
