import { describe, expect, it } from 'vitest';
import { clean, inside } from '../support/check-inside.ts';

const fewer = clean.replace('≥100.00(次)', '≥80.00(次)');
const files = { 'a.txt': clean, 'b.txt': fewer };
const run = (...args: string[]) => inside(files, ['compare', ...args]);

describe('compare', () => {
  it('tells what differs, and where it stands in both files', async () => {
    expect(await run('a.txt', 'b.txt')).toMatchObject({
      code: 0,
      stdout: `图书馆夜间开放
  警告  指标“夜间开放次数”的指标值由 ≥100.00(次) 降为 ≥80.00(次) 第 17 行 → 第 17 行

对应 1 个项目，有改动的 1 个；后来没有的 0 个，新增 0 个
`,
    });
    expect((await run('a.txt', 'a.txt')).stdout).toBe(
      '对应 1 个项目，有改动的 0 个；后来没有的 0 个，新增 0 个\n',
    );
  });

  it('as JSON, as a page, as a workbook', async () => {
    const json = JSON.parse((await run('a.txt', 'b.txt', '--to', 'json')).stdout) as object;
    expect(json).toMatchObject({
      pairs: [{ by: 'name', changes: [{ kind: 'target-lowered', after: '≥80.00(次)' }] }],
    });
    const page = (await run('a.txt', 'b.txt', '--to', 'html')).stdout;
    expect(page).toContain('<td>≥100.00(次)</td><td>≥80.00(次)</td>');
    expect(await run('a.txt', 'b.txt', '--to', 'xlsx', '-o', 'c.xlsx')).toMatchObject({ code: 0 });
  });

  it.each([
    [['a.txt', 'b.txt', '--fail-on', 'warning'], 1],
    [['a.txt', 'a.txt', '--fail-on', 'warning'], 0],
    [['a.txt', 'gone.txt'], 2],
    [['-', '-'], 2],
    [['a.txt', 'b.txt', '--to', 'xlsx'], 2],
    [['a.txt'], 2],
  ])('%j ends with %i', async (args, code) => {
    expect((await run(...args)).code).toBe(code);
  });
});
