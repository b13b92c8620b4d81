import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { displayWidth } from '../../src/report/width.ts';
import { zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';

const input = join(fixtures, 'forms/library-tabbed/input.txt');

interface Table {
  id: number;
  page: number | null;
  rows: number;
  columns: number;
  cells: { row: number; column: number; rowSpan: number; columnSpan: number; text: string }[];
}

async function tables(...flags: string[]): Promise<Table[]> {
  const run = await zxpj(['tables', input, ...flags]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout) as Table[];
}

describe('zxpj tables', () => {
  it('shows what the adapter saw: two grids where a blank line cut the table', async () => {
    const raw = await tables();
    expect(raw).toHaveLength(2);
    expect(raw[0]).toMatchObject({ page: null });
    expect(raw[0]?.cells.find(({ text }) => text === '项目名称')).toEqual({
      row: 0,
      column: 0,
      rowSpan: 1,
      columnSpan: 1,
      text: '项目名称',
    });
    expect(raw[1]?.cells.map(({ text }) => text)).toContain('度指 标');
  });

  it('--stage stitched: what became of it', async () => {
    const texts = (await tables('--stage', 'stitched')).flatMap(({ cells }) =>
      cells.map(({ text }) => text),
    );
    expect(texts).not.toContain('度指 标');
  });

  it('--stage explained: each row with its claim, its cost and the runner-up, within 80 columns', async () => {
    const { code, stdout } = await zxpj(['tables', input, '--stage', 'explained']);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^第 1 张 {2}财政项目支出绩效自评表 +代价 \d+\.\d\d$/u);
    expect(lines.find((line) => line.includes('项目名称 |'))).toMatch(
      /^ {2}第 7 行 +pairs +0\.00 +\d+\.\d\d \S+ +项目名称 \| 图书馆夜间开放$/u,
    );
    for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    const english = await zxpj(['tables', input, '--stage', 'explained', '--lang', 'en']);
    expect(english.stdout).toMatch(/line 7 +pairs/u);
  });

  it('--stage explained marks what is told as uncertain, and why', async () => {
    const text = (await readFile(input, 'utf8')).replace('项目名称', '活动题目');
    const run = await zxpj(['tables', '-', '--stage', 'explained'], { input: text });
    expect(run.stderr).toContain('活动题目');
    expect(run.stdout.split('\n').filter((line) => line.startsWith('?'))).toHaveLength(1);
    const flags = ['--stage', 'explained', '--format', 'json'];
    const [form] = JSON.parse((await zxpj(['tables', '-', ...flags], { input: text })).stdout) as [
      { blocks: { doubt: string | null; rows: string[][] }[] },
    ];
    const doubted = form.blocks.filter(({ doubt }) => doubt !== null);
    expect(doubted.map(({ doubt, rows }) => [doubt, rows[0]?.[0]])).toEqual([['form', '活动题目']]);
  });

  it.each([
    ['markdown', '| pairs<br>pairs: 项目名称 | 0.00 |'],
    ['html', '<td>pairs\npairs: 项目名称</td><td>0.00</td>'],
  ])('--stage explained --format %s', async (format, piece) => {
    const run = await zxpj(['tables', input, '--stage', 'explained', '--format', format]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(piece);
  });

  it.each([
    ['markdown', '| 项目名称 |'],
    ['html', '<td>项目名称</td>'],
  ])('--format %s', async (format, piece) => {
    const run = await zxpj(['tables', input, '--format', format]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain(piece);
  });
});

describe('zxpj schema', () => {
  it.each(['form', 'document'])('%s is the schema that is published', async (name) => {
    const run = await zxpj(['schema', name]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toBe(
      await readFile(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
    );
    expect(JSON.parse(run.stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    });
  });

  it('is the document where nothing is named', async () => {
    expect((await zxpj(['schema'])).stdout).toBe((await zxpj(['schema', 'document'])).stdout);
  });
});

describe('zxpj formats', () => {
  it('lists every format of the registry with words', async () => {
    const lines = (await zxpj(['formats'])).stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(formats.map(({ id }) => id));
    for (const line of lines) expect(line).not.toContain('{');
  });
});
