import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type * as DuckDB from '@duckdb/node-api';
import { InputError } from '../../model/index.ts';
import { causeOf } from '../cause.ts';
import type { ResultFolder } from './folder.ts';

/** A value in SQL's quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Whether DuckDB is at hand: it is asked for before the work begins.
 *
 * @throws InputError `duckdb-missing`
 */
export async function requireDatabase(): Promise<typeof DuckDB> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    throw new InputError('duckdb-missing', { cause: causeOf(error) });
  }
}

const text = (...names: string[]): string => names.map((name) => `${name}: 'VARCHAR'`).join(', ');
const struct = (fields: string): string => `STRUCT(${fields})`;
const list = (of: string): string => `${of}[]`;
const fields = (...names: string[]): string => names.map((name) => `"${name}" VARCHAR`).join(', ');
const measure = struct(fields('text', 'comparator', 'number', 'unit'));
const fundRow = struct(
  fields(
    'source',
    'label',
    'initialBudget',
    'annualBudget',
    'executed',
    'weight',
    'executionRate',
    'score',
  ),
);
const indicator = struct(
  `${fields('level1', 'level2', 'level3', 'weight', 'score', 'deviation')}, target ${measure}, actual ${measure}`,
);
const finding = struct(
  `${fields('rule', 'severity', 'message', 'path', 'printed', 'expected', 'hint')}, "range" VARCHAR[]`,
);

/** The columns of `forms.ndjson` that the tables are made of: every figure as its text. */
const formColumns = `{file: 'VARCHAR', number: 'INTEGER', kind: 'VARCHAR', year: 'INTEGER', ${text('title', 'department', 'departmentCode', 'implementingUnit', 'rating')},
  project: '${struct(fields('name', 'code'))}', total: '${struct(fields('weight', 'score'))}',
  funds: '${struct(`${fields('unit', 'budget', 'fiscal', 'other')}, rows ${list(fundRow)}`)}',
  indicators: '${list(indicator)}', audit: '${struct(`findings ${list(finding)}`)}'}`;

const outcomeColumns = `{${text('file', 'status', 'output', 'format', 'sha256')}, bytes: 'BIGINT', forms: 'INTEGER', indicators: 'INTEGER',
  findings: 'STRUCT(error INTEGER, warning INTEGER, info INTEGER)', error: 'STRUCT(code VARCHAR, message VARCHAR)', settings: 'VARCHAR'}`;

/** Every table with the columns that are figures. */
const tables: readonly {
  readonly name: string;
  readonly decimals: readonly string[];
  readonly select: string;
}[] = [
  {
    name: 'forms',
    decimals: ['budget', 'weight', 'score'],
    select: `file, number AS form, kind, title, year, project.name AS project, project.code AS project_code, department, departmentCode AS department_code, implementingUnit AS implementing_unit,
      funds.unit AS fund_unit, funds.budget AS budget, total.weight AS weight, total.score AS score, rating, len(indicators) AS indicators FROM source`,
  },
  {
    name: 'fund_rows',
    decimals: ['initial_budget', 'annual_budget', 'executed', 'weight', 'execution_rate', 'score'],
    select: `file, form, n AS number, unit, r.source, r.label, r.initialBudget AS initial_budget, r.annualBudget AS annual_budget, r.executed, r.weight, r.executionRate AS execution_rate, r.score
      FROM (SELECT file, number AS form, funds.unit AS unit, unnest(funds.rows) AS r, generate_subscripts(funds.rows, 1) AS n FROM source)`,
  },
  {
    name: 'indicators',
    decimals: ['target_number', 'actual_number', 'weight', 'score'],
    select: `file, form, n AS number, i.level1, i.level2, i.level3, i.target."text" AS target, i.target.comparator, i.target.number AS target_number, i.target.unit AS target_unit,
      i.actual."text" AS actual, i.actual.number AS actual_number, i.actual.unit AS actual_unit, i.weight, i.score, i.deviation
      FROM (SELECT file, number AS form, unnest(indicators) AS i, generate_subscripts(indicators, 1) AS n FROM source)`,
  },
  {
    name: 'findings',
    decimals: ['printed', 'expected', 'range_from', 'range_to'],
    select: `file, form, f.rule, f.severity, f.message, f.path, f.printed, f.expected, f."range"[1] AS range_from, f."range"[2] AS range_to, f.hint
      FROM (SELECT file, number AS form, unnest(audit.findings) AS f FROM source)`,
  },
];

/** Most decimals that a column keeps: 38 digits are all that DuckDB has. */
const mostDecimals = 20;

/**
 * A DuckDB database with the tables documents, forms, fund_rows, indicators and findings, written anew. Figures are decimals, exact: a column has as many
 * places as the longest figure in it.
 *
 * @throws InputError `output-not-writable`, `duckdb-missing`
 */
export async function writeDatabase(folder: ResultFolder, file: string): Promise<void> {
  const { DuckDBInstance } = await requireDatabase();
  const temporary = `${resolve(file)}.${process.pid}.tmp`;
  try {
    const instance = await DuckDBInstance.create(temporary);
    const connection = await instance.connect();
    const run = async (sql: string): Promise<unknown[][]> =>
      (await connection.runAndReadAll(sql)).getRows();
    const documents = quoted(folder.journal);
    // A journal keeps what earlier runs did on other files; the report tells whose results these are.
    await run(`CREATE TABLE documents AS SELECT file, status, format, sha256, bytes, forms, indicators, findings.error AS errors, findings.warning AS warnings, error.code AS error
      FROM read_json(${documents}, format = 'newline_delimited', columns = ${outcomeColumns}, maximum_object_size = 268435456)
      WHERE file IN (SELECT unnest(files).file FROM read_json(${quoted(folder.report)}, columns = {files: 'STRUCT(file VARCHAR)[]'}, maximum_object_size = 1073741824)) ORDER BY file`);
    const source = `read_json(${quoted(join(folder.path, 'forms.ndjson'))}, format = 'newline_delimited', columns = ${formColumns}, maximum_object_size = 268435456)`;
    await run(`CREATE TEMP TABLE source AS SELECT * FROM ${source}`);
    for (const { name, decimals, select } of tables) {
      await run(`CREATE TEMP TABLE raw AS SELECT ${select}`);
      const casts = await Promise.all(
        decimals.map(async (column) => `${await decimalCast(run, column)} AS ${column}`),
      );
      await run(`CREATE TABLE ${name} AS SELECT * REPLACE (${casts.join(', ')}) FROM raw`);
      await run('DROP TABLE raw');
    }
    connection.closeSync();
    instance.closeSync();
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new InputError('output-not-writable', { file, cause: causeOf(error) });
  } finally {
    await rm(`${temporary}.wal`, { force: true });
  }
}

async function decimalCast(
  run: (sql: string) => Promise<unknown[][]>,
  column: string,
): Promise<string> {
  const [[longest] = []] = await run(`SELECT max(len(split_part(${column}, '.', 2))) FROM raw`);
  const places = Math.min(mostDecimals, Math.max(2, Number(longest ?? 0)));
  return `TRY_CAST(${column} AS DECIMAL(38, ${places}))`;
}
