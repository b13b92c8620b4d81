import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import type { CellObject, WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xlsxReport } from '../../src/report/xlsx/index.ts';
import type { CheckRun } from '../../src/report/index.ts';
import { fullRun } from '../support/check-run.ts';
import { fixtureCases } from '../support/fixtures.ts';
import { inFolder } from '../support/folder.ts';
import { hostileForm, hostileTexts } from '../support/hostile-form.ts';
import { fileOf, runOver, runWithFiles } from '../support/page.ts';

const hasSoffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasSoffice) process.stdout.write('notice: no soffice, the workbook is not converted\n');

function bytesOf(run: CheckRun): Uint8Array {
  return Buffer.concat([...xlsxReport(run)]);
}

function bookOf(run: CheckRun): WorkBook {
  return read(bytesOf(run), { cellNF: true, cellStyles: true });
}

type Row = (CellObject | undefined)[];

function rowsOf(book: WorkBook, name: string): Row[] {
  return (book.Sheets[name]?.['!data'] as Row[] | undefined) ?? denseRows(book, name);
}

function denseRows(book: WorkBook, name: string): Row[] {
  const rows: Row[] = [];
  for (const [ref, cell] of Object.entries(book.Sheets[name] ?? {})) {
    const [, letters = '', digits] = /^([A-Z]+)(\d+)$/u.exec(ref) ?? [];
    if (digits === undefined) continue;
    const column =
      [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    (rows[Number(digits) - 1] ??= [])[column] = cell as CellObject;
  }
  return rows;
}

const library = fixtureCases('forms')
  .filter(({ name }) => name === 'library-tabbed' || name === 'target-plain')
  .flatMap(({ input }) => input ?? []);

describe('the workbook', () => {
  it('has its five sheets, with numbers as printed', async () => {
    const book = bookOf(await runOver(library));
    expect(book.SheetNames).toEqual(['汇总', '问题清单', '表单', '指标明细', '资金明细']);
    const total = rowsOf(book, '资金明细').find((row) => row[3]?.v === '年度资金总额');
    expect(total?.slice(5, 11).map((cell) => [cell?.t, cell?.v, cell?.z])).toEqual([
      ['n', 36, '0.00'],
      ['n', 32.5, '0.00'],
      ['n', 31.2, '0.00'],
      ['n', 96, '0.00'],
      ['n', 10, '0.00'],
      ['n', 9.6, '0.00'],
    ]);
    const [, , , , , , target, number] =
      rowsOf(book, '指标明细').find((row) => row[5]?.v === '夜间到馆人次') ?? [];
    expect([target?.t, target?.v]).toEqual(['s', '≥12,000.00(人次)']);
    expect([number?.t, number?.v, number?.z]).toEqual(['n', 12000, '0.00']);
  });

  it('keeps a number of more digits than a spreadsheet holds as a text', () => {
    const form = hostileForm('self-evaluation');
    const wide = { ...form, total: { weight: '100', score: '98.21000000000001' } };
    const row = rowsOf(bookOf(runWithFiles([fileOf(wide as typeof form)])), '表单')[1];
    expect([row?.[12]?.t, row?.[12]?.v]).toEqual(['s', '98.21000000000001']);
  });

  it('keeps headings in sight, filters, and leads from a finding to its form and row', async () => {
    const run = await runOver(fixtureCases('forms').flatMap(({ input }) => input ?? []));
    const parts = unzipSync(bytesOf(run));
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<pane ySplit="1"');
    expect(sheet).toMatch(/<autoFilter ref="A1:O\d+"\/>/u);
    const book = bookOf(run);
    const findings = rowsOf(book, '问题清单')
      .slice(1)
      .filter((row) => row[13]?.v === '查看');
    const known = run.files.flatMap((file) =>
      file.forms.flatMap((form) => form.findings.map((finding) => ({ finding, form: form.form }))),
    );
    expect(findings).toHaveLength(known.length);
    for (const [at, row] of findings.entries()) {
      const { finding, form } = known[at] ?? {};
      const [, name = '', digits] =
        /^#?'(.+)'!A(\d+)$/u.exec(
          (row[13] as { l?: { Target?: string; location?: string } }).l?.Target ?? '',
        ) ?? [];
      const led = rowsOf(book, name)[Number(digits) - 1];
      expect(led?.[2]?.v).toBe(form?.project.name ?? '（未写项目名称）');
      const [, indicator] = /^\/indicators\/(\d+)/u.exec(finding?.path ?? '') ?? [];
      if (indicator !== undefined)
        expect(led?.[5]?.v ?? '').toBe(form?.indicators[Number(indicator)]?.level3);
    }
  }, 60_000);

  it('names files that were not read, or in part', () => {
    const rows = rowsOf(bookOf(fullRun()), '问题清单')
      .slice(1)
      .map((row) => [row[0]?.v, row[1]?.v, row[7]?.v]);
    expect(rows).toContainEqual(['错误', 'empty-file', '文件是空的。']);
    expect(rows).toContainEqual(['警告', 'text-unplaced', '“机制”没有归入任何字段。']);
  });

  it('has no formula, whatever a form says', () => {
    for (const kind of ['self-evaluation', 'target'] as const) {
      const bytes = bytesOf(runWithFiles([fileOf(hostileForm(kind))]));
      for (const [path, part] of Object.entries(unzipSync(bytes)))
        if (path.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toMatch(/<f[ >]|r:id/u);
      const book = read(bytes);
      const texts = new Set(
        book.SheetNames.flatMap((name) =>
          denseRows(book, name)
            .flat()
            .map((cell) => cell?.v),
        ),
      );
      const indicator = hostileForm(kind).indicators[0];
      expect(texts).toContain(indicator?.level3);
      expect(texts).toContain(indicator?.target.text);
      expect(
        [...texts].filter((text) => hostileTexts.some((hostile) => hostile === text)).length,
      ).toBeGreaterThan(6);
    }
  });

  it.skipIf(!hasSoffice)(
    'opens in LibreOffice with every row',
    async () => {
      await inFolder(async (folder) => {
        const run = await runOver(library);
        const withHostile = {
          ...run,
          files: [...run.files, fileOf(hostileForm('self-evaluation'))],
        };
        await writeFile(join(folder, 'run.xlsx'), bytesOf(withHostile));
        // -1: every sheet into a file of its own, with the sheet's name, which needs a locale that has its characters.
        const env = { ...process.env, LC_ALL: 'C.UTF-8' };
        const { status } = spawnSync(
          'soffice',
          [
            `-env:UserInstallation=file://${folder}/profile`,
            '--headless',
            '--convert-to',
            'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
            '--outdir',
            folder,
            join(folder, 'run.xlsx'),
          ],
          { env },
        );
        expect(status).toBe(0);
        const funds = readFileSync(join(folder, 'run-资金明细.csv'), 'utf8');
        expect(funds).toContain(',年度资金总额,万元,36,32.5,31.2,96,10,9.6');
        const indicators = readFileSync(join(folder, 'run-指标明细.csv'), 'utf8');
        expect(indicators).toContain('=HYPERLINK(');
        expect(indicators).not.toMatch(/#NAME|#VALUE|Err:/u);
        expect(indicators.trimEnd().split('\n').length).toBeGreaterThan(10);
      });
    },
    120_000,
  );
});
