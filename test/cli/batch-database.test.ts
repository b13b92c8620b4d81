import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Json } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';
import { root, textOf } from '../support/sources.ts';

type Rows = readonly Readonly<Record<string, Json>>[];

/** Rates wrong twice, and an exporter's float; a fund in 元; a second project of one department; a target form; a letter. */
async function layOut(folder: string): Promise<void> {
  await mkdir(join(folder, 'in'));
  const library = await readFile(join(fixtures, 'forms/library-tabbed/input.txt'), 'utf8');
  const other = library
    .replaceAll('96.00', '69.00')
    .replaceAll('31.20', '31.200000000000003')
    .replace('云溪县文化局', '云溪县教育局')
    .replace('图书馆夜间开放', '学校夜间开放');
  await writeFile(join(folder, 'in/a.txt'), library);
  await writeFile(join(folder, 'in/b.txt'), other);
  await cp(
    join(fixtures, 'cross-format/self-evaluation/docx/input.docx'),
    join(folder, 'in/c.docx'),
  );
  await cp(join(fixtures, 'forms/neimenggu-fund-in-yuan/input.txt'), join(folder, 'in/d.txt'));
  await cp(join(fixtures, 'cross-format/target/xlsx/input.xlsx'), join(folder, 'in/e.xlsx'));
  await writeFile(join(folder, 'in/f.txt'), '关于报送材料的函\n');
}

async function asking(
  file: string,
  work: (ask: (sql: string) => Promise<Rows>) => Promise<void>,
): Promise<void> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  await work(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson());
  connection.closeSync();
  instance.closeSync();
}

describe('zxpj batch --database', () => {
  it('holds every figure as printed, and answers the queries of docs/analysis.md', async () => {
    await inFolder(async (folder) => {
      await layOut(folder);
      const run = await zxpj(
        ['batch', 'in', '--out', 'out', '--database', 'all.duckdb', '--quiet'],
        { cwd: folder },
      );
      expect(run).toMatchObject({ code: 1, stdout: '', stderr: '' });
      expect(await readdir(folder)).toEqual(['all.duckdb', 'in', 'out']);
      await asking(join(folder, 'all.duckdb'), async (ask) => {
        expect(
          await ask('SELECT file, status, forms, indicators, errors, error FROM documents'),
        ).toEqual([
          { file: 'in/a.txt', status: 'ok', forms: 1, indicators: 6, errors: 0, error: null },
          { file: 'in/b.txt', status: 'ok', forms: 1, indicators: 6, errors: 2, error: null },
          { file: 'in/c.docx', status: 'ok', forms: 1, indicators: 17, errors: 0, error: null },
          { file: 'in/d.txt', status: 'ok', forms: 1, indicators: 6, errors: 0, error: null },
          { file: 'in/e.xlsx', status: 'ok', forms: 1, indicators: 8, errors: 0, error: null },
          {
            file: 'in/f.txt',
            status: 'failed',
            forms: 0,
            indicators: 0,
            errors: 0,
            error: 'no-form',
          },
        ]);
        expect(await ask("SELECT kind, project, budget FROM forms WHERE kind = 'target'")).toEqual([
          { kind: 'target', project: '灌区渠道清淤', budget: '1043.40' },
        ]);
        expect(
          await ask(
            "SELECT typeof(executed) AS type, executed, execution_rate AS rate FROM fund_rows WHERE file = 'in/b.txt' AND number = 1",
          ),
        ).toEqual([{ type: 'DECIMAL(38,15)', executed: '31.200000000000003', rate: '69.00' }]);
        expect(
          await ask(
            "SELECT level2, comparator, target_number, target_unit, actual_number, score FROM indicators WHERE file = 'in/a.txt' AND number = 4",
          ),
        ).toEqual([
          {
            level2: '社会效益指标',
            comparator: '≥',
            target_number: '12000.00',
            target_unit: '人次',
            actual_number: '12860.00',
            score: '20.00',
          },
        ]);
        expect(
          await ask(
            "SELECT path, printed = 69 AS as_printed, expected, range_from, range_to FROM findings WHERE severity = 'error' ORDER BY path",
          ),
        ).toEqual(
          [0, 1].map((row) => ({
            path: `/funds/rows/${row}/executionRate`,
            as_printed: true,
            expected: '96.00',
            range_from: '95.96',
            range_to: '96.04',
          })),
        );
        expect(await answers(ask)).toEqual([rates, rules, unspent]);
      });
    });
  });

  it('does not hold what an earlier run read elsewhere, and is written anew', async () => {
    await inFolder(async (folder) => {
      await layOut(folder);
      for (const paths of [['in'], ['in/a.txt', 'in/e.xlsx']])
        await zxpj(['batch', ...paths, '--out', 'out', '--database', 'all.duckdb', '--quiet'], {
          cwd: folder,
        });
      await asking(join(folder, 'all.duckdb'), async (ask) => {
        for (const table of ['documents', 'forms'])
          expect(await ask(`SELECT file FROM ${table} ORDER BY file`), table).toEqual([
            { file: 'in/a.txt' },
            { file: 'in/e.xlsx' },
          ]);
      });
    });
  });

  it('merge --database holds the same as one run', async () => {
    await inFolder(async (folder) => {
      await layOut(folder);
      await zxpj(['batch', 'in', '--out', 'one', '--database', 'one.duckdb', '--quiet'], {
        cwd: folder,
      });
      for (const index of [1, 2])
        await zxpj(['batch', 'in', '--out', `part-${index}`, '--shard', `${index}/2`, '--quiet'], {
          cwd: folder,
        });
      await zxpj(
        ['merge', 'part-1', 'part-2', '--out', 'merged', '--database', 'merged.duckdb', '--quiet'],
        { cwd: folder },
      );
      const tables = ['documents', 'forms', 'fund_rows', 'indicators', 'findings'];
      const held: Rows[][] = [];
      for (const name of ['one', 'merged']) {
        await asking(
          join(folder, `${name}.duckdb`),
          async (ask) =>
            void held.push(
              await Promise.all(tables.map((table) => ask(`SELECT * FROM ${table} ORDER BY ALL`))),
            ),
        );
      }
      expect(held[0]?.map((rows) => rows.length)).toEqual([6, 5, expect.any(Number), 43, 4]);
      expect(held[1]).toEqual(held[0]);
    });
  });

  it.skipIf(process.platform === 'win32')(
    'without DuckDB says what to install, before anything is read',
    async () => {
      await inFolder(async (folder) => {
        // As npm lays it out where the optional package is not asked for.
        for (const part of ['bin', 'dist', 'package.json'])
          await cp(join(root, part), join(folder, part), { recursive: true });
        await mkdir(join(folder, 'node_modules'));
        for (const name of await readdir(join(root, 'node_modules')))
          if (name !== '@duckdb')
            await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
        await layOut(folder);
        const batch = (...more: string[]) =>
          spawnSync(
            process.execPath,
            ['bin/zxpj.js', 'batch', 'in', '--out', 'out', '--quiet', ...more],
            { cwd: folder, encoding: 'utf8', env: { ...process.env, ZXPJ_LANG: '' } },
          );
        expect(batch('--database', 'all.duckdb')).toMatchObject({
          status: 2,
          stdout: '',
          stderr:
            'zxpj: --database 需要 DuckDB（ERR_MODULE_NOT_FOUND）。请先运行 npm install @duckdb/node-api。\n',
        });
        expect(existsSync(join(folder, 'out'))).toBe(false);
        expect(batch()).toMatchObject({ status: 1, stderr: '' });
      });
    },
  );
});

const rates = [
  { department: '云溪县文化局(汇总)', executed: 1253.5, budget: 1343, rate: 93.34 },
  { department: '赤岭旗住房和城乡建设局', executed: 1137.45205, budget: 1186, rate: 95.91 },
  { department: '云溪县教育局(汇总)', executed: 31.200000000000003, budget: 32.5, rate: 96 },
];
const rules = [{ rule: 'execution-rate', severity: 'error', times: '2', forms: '1' }];
const unspent = [
  { department: '云溪县文化局(汇总)', project: '流动书车与乡村阅读推广', unspent: 88.2 },
  { department: '赤岭旗住房和城乡建设局', project: '城区供热管网改造', unspent: 48.54795 },
  { department: '云溪县文化局(汇总)', project: '图书馆夜间开放', unspent: 1.3 },
  { department: '云溪县教育局(汇总)', project: '学校夜间开放', unspent: 1.299999999999997 },
];

/** What the page's queries come to, in its order; decimals without the zeros behind them. */
async function answers(ask: (sql: string) => Promise<Rows>): Promise<Rows[]> {
  const queries = [...textOf('docs/analysis.md').matchAll(/```sql\n([^]*?)```/gu)].map(
    ([, sql]) => sql ?? '',
  );
  const all: Rows[] = [];
  for (const query of queries) all.push(await ask(query));
  const plain = (value: Json): Json =>
    typeof value === 'string' && /^\d+\.\d+$/u.test(value) ? Number(value) : value;
  return all.map((rows) =>
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
    ),
  );
}
