import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../src/schema/index.ts';
import { zxpj } from '../support/cli.ts';
import type { Run } from '../support/cli.ts';
import { inFolder } from '../support/folder.ts';
import { fixtures } from '../support/fixtures.ts';

const bound = 20_000;

/** What every refusal looks like: nothing on stdout, one line for people, no stack, soon. */
function expectRefusal(run: Run, words: string): void {
  expect(run.stderr).toContain(words);
  expect(run.stderr.split('\n')).toHaveLength(2);
  expect(run.stderr).not.toMatch(/^\s+at /mu);
  expect(run.stdout).toBe('');
  expect(run.code).toBe(2);
  expect(run.took).toBeLessThan(bound);
}

function parsed(run: Run): ParsedDocument {
  expect(run.stderr).not.toMatch(/^\s+at /mu);
  expect(run.took).toBeLessThan(bound);
  const document = JSON.parse(run.stdout) as ParsedDocument;
  const { total, placed, labels, outside, markup, unplaced } = document.accounting;
  expect(placed + labels + outside + markup + unplaced).toBe(total);
  expect(document.diagnostics.map(({ code }) => code)).not.toContain('accounting-mismatch');
  return document;
}

async function parseFile(
  name: string,
  content: string | Uint8Array,
  ...flags: string[]
): Promise<Run> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, name), content);
    return zxpj(['parse', name, ...flags], { cwd: folder });
  });
}

describe('files that cannot be read', () => {
  it('an empty file', async () => {
    expectRefusal(await parseFile('a.txt', ''), 'zxpj: a.txt: 文件是空的');
  });

  it('an empty stdin', async () => {
    expectRefusal(await zxpj(['parse', '-'], { input: '' }), 'zxpj: -: 文件是空的');
  });

  it('binary rubbish', async () => {
    const rubbish = Uint8Array.from(
      { length: 50_000 },
      (_, index) => (index * index * 31 + (index >> 3)) & 0xff,
    );
    expectRefusal(await parseFile('a.bin', rubbish), 'zxpj: a.bin: ');
  });

  it('a file of zeros', async () => {
    expectRefusal(await parseFile('a.txt', new Uint8Array(100_000)), 'zxpj: a.txt: ');
  });

  it('bytes that are not of the encoding that was named', async () => {
    const run = await parseFile(
      'a.txt',
      Buffer.from([0x61, 0xff, 0xff, 0x62]),
      '--encoding',
      'utf-8',
    );
    expectRefusal(run, 'zxpj: a.txt: ');
  });

  it('an encoding that does not exist', async () => {
    expectRefusal(
      await parseFile('a.txt', '项目', '--encoding', 'utf-9'),
      'zxpj: a.txt: 不认识编码“utf-9”',
    );
  });

  it('a missing file', async () => {
    expectRefusal(await zxpj(['parse', 'none.txt']), 'zxpj: none.txt: 找不到这个文件');
  });

  it('a folder', async () => {
    expectRefusal(await zxpj(['parse', fixtures]), '这是一个文件夹');
  });

  it('a name that would steer the terminal', async () => {
    expectRefusal(await zxpj(['parse', 'a\n\u001b[2Jb']), 'zxpj: a [2Jb: 找不到');
  });
});

describe('outputs that cannot be written', () => {
  const input = join(fixtures, 'forms/library-tabbed/input.txt');

  it('into a folder that is not there', async () => {
    expectRefusal(
      await zxpj(['parse', input, '-o', '/none/out.json']),
      'zxpj: /none/out.json: 无法写入（ENOENT）',
    );
  });

  it('over a folder', async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'out'));
      expectRefusal(
        await zxpj(['parse', input, '-o', 'out'], { cwd: folder }),
        'zxpj: out: 无法写入（EISDIR）',
      );
      expect(await readdir(folder)).toEqual(['out']);
    });
  });

  it('over the input itself', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'a.txt'), '项目名称\t甲\n');
      expectRefusal(
        await zxpj(['parse', 'a.txt', '-o', './a.txt'], { cwd: folder }),
        '输出文件就是输入文件',
      );
    });
  });
});

describe('texts that are read, whatever they hold', () => {
  it('a text without a form', async () => {
    const run = await parseFile('a.txt', '今天的会议纪要\n一、议题\n二、安排\n');
    const document = parsed(run);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('zxpj: a.txt: 没有找到');
    expect(document.forms).toEqual([]);
    expect(document.status).toBe('failed');
    expect(document.accounting.outside).toBe(document.accounting.total);
  });

  it('a form cut off in the middle', async () => {
    const run = await zxpj(['parse', join(fixtures, 'forms/cut-off/input.txt')]);
    const document = parsed(run);
    expect(run.code).toBe(1);
    expect(document.status).toBe('partial');
    expect(document.forms).toHaveLength(1);
    expect(document.forms[0]?.project.name).toBe('图书馆夜间开放');
    expect(document.diagnostics.some(({ severity }) => severity !== 'info')).toBe(true);
  });

  it('a table with 10,000 columns', async () => {
    const row = Array.from({ length: 10_000 }, (_, index) => `列${index}`).join('\t');
    const run = await parseFile(
      'a.txt',
      `项目支出绩效自评表\n项目名称\t甲\n${`${row}\n`.repeat(20)}`,
    );
    expect(parsed(run).diagnostics.map(({ code }) => code)).toContain('row-too-wide');
    expect(run.stderr).toContain('zxpj: a.txt:3: 有 20 行超过 1000 个单元格');
    expect(run.code).toBeLessThan(2);
  });

  it('spans of a billion', async () => {
    const html = `<h1>项目支出绩效自评表</h1><table>
      <tr><td rowspan="1000000000" colspan="1000000000">项目名称</td><td colspan="999999999">甲</td></tr>
      <tr><td rowspan="-5" colspan="1e9">主管部门</td><td>乙</td></tr></table>`;
    const run = await parseFile('a.html', html);
    parsed(run);
    expect(run.code).toBeLessThan(2);
  });

  it('a hundred thousand nested elements', async () => {
    const run = await parseFile(
      'a.html',
      `<table><tr><td>项目名称</td><td>${'<div>'.repeat(100_000)}甲`,
    );
    parsed(run);
  });
});
