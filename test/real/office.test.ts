import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docConverter, findSoffice } from '../../src/files/soffice.ts';
import { detectFormat, loadAdapter } from '../../src/formats/index.ts';
import { InputError } from '../../src/model/index.ts';
import type { Grid, Staged, TableDocument } from '../../src/model/index.ts';
import { accountedFor, codesOf, linesOf, look } from '../support/office/look.ts';
import { hasShared, shared } from '../support/real.ts';

const soffice = await findSoffice();
if (soffice === null)
  process.stdout.write(
    'notice: LibreOffice is absent, the tests that convert a .doc are skipped\n',
  );

async function read(file: string): Promise<Staged<TableDocument>> {
  const bytes = readFileSync(join(shared, 'samples', file));
  const adapter = await loadAdapter(detectFormat(bytes, file));
  const staged = await adapter.read(bytes, { name: file, convertDoc: docConverter() });
  expect(accountedFor(staged.value)).toBe(staged.value.characters.total);
  return staged;
}

interface TruthCell {
  readonly r: number;
  readonly c: number;
  readonly rs: number;
  readonly cs: number;
  readonly text: string;
  readonly id: string;
}

interface TruthTable {
  readonly ncols: number;
  readonly rows: readonly [number, number];
  readonly cells: readonly TruthCell[];
}

interface WholeCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  end: number;
  columnEnd: number;
}

/**
 * A document's tables as they are before they are cut into pages: table → `row,column rows x columns text`, in order. The
 * truth counts rows and columns within a page, where a column that no cell of the page begins at does not exist.
 */
function truthOf(document: string): string[][] {
  const { pages } = JSON.parse(
    readFileSync(join(shared, `samples/pdf/${document}.truth.json`), 'utf8'),
  ) as { pages: TruthTable[][] };
  const tables: Map<string, WholeCell>[] = [];
  const columns: number[] = [];
  for (const { ncols, cells } of pages.flat()) {
    const [table] = placeOf(cells[0]);
    columns[table] = Math.max(ncols, columns[table] ?? 0);
  }
  for (const { ncols, rows, cells } of pages.flat()) {
    const [table] = placeOf(cells[0]);
    const starts = new Map([
      ...cells.map((cell) => [cell.c, placeOf(cell)[2]] as const),
      [ncols, columns[table] ?? 0],
    ]);
    for (const cell of cells) {
      const [, row, column] = placeOf(cell);
      const end = rows[0] + cell.r + cell.rs;
      const columnEnd = starts.get(cell.c + cell.cs) ?? 0;
      const whole = (tables[table] ??= new Map()).get(cell.id) ?? {
        row,
        column,
        text: cell.text,
        end,
        columnEnd,
      };
      tables[table].set(cell.id, {
        ...whole,
        end: Math.max(end, whole.end),
        columnEnd: Math.max(columnEnd, whole.columnEnd),
      });
    }
  }
  return tables.map((cells) =>
    [...cells.values()]
      .sort((one, other) => one.row - other.row || one.column - other.column)
      .map(
        ({ row, column, end, columnEnd, text }) =>
          `${row},${column} ${end - row}x${columnEnd - column} ${text.replace(/\s/g, '')}`,
      ),
  );
}

/** Table, row and column in the whole document. */
function placeOf(cell: TruthCell | undefined): [number, number, number] {
  const [table = 0, row = 0, column = 0] = (cell?.id ?? '').split('.').map(Number);
  return [table, row, column];
}

/** A grid in the same words, without the title rows of a sheet. */
function cellsOf({ cells }: Grid, titles = 0): string[] {
  return cells
    .filter(({ row }) => row >= titles)
    .map(
      ({ row, column, rowSpan, columnSpan, text }) =>
        `${row - titles},${column} ${rowSpan}x${columnSpan} ${text.replace(/\s/g, '')}`,
    );
}

describe.skipIf(!hasShared)('real office files', () => {
  it.each(['act', 'long', 'nine', 'seven'])(
    'lo-%s.docx: every cell in its place, with its spans and text',
    async (name) => {
      const { value, notes } = await read(`office/lo-${name}.docx`);
      expect(value.grids.map((grid) => cellsOf(grid))).toEqual(truthOf(`lo-${name}`));
      expect(notes).toEqual([]);
    },
  );

  it.each(['calc-act', 'calc-long', 'num-act', 'num-seven'])(
    '%s.xlsx: every cell below its two rows of title, figures as displayed',
    async (name) => {
      const { value, notes } = await read(`office/${name}.xlsx`);
      expect(value.grids.map((grid) => cellsOf(grid, 2))).toEqual(
        truthOf(`lo-${name.slice(name.indexOf('-') + 1)}`),
      );
      expect(notes).toEqual([]);
    },
  );

  it.skipIf(soffice === null).each(['act', 'long', 'seven'])(
    'lo-%s.doc: as the docx',
    async (name) => {
      const { value } = await read(`office/lo-${name}.doc`);
      expect(value.format).toBe('doc');
      expect(value.grids.map((grid) => cellsOf(grid))).toEqual(truthOf(`lo-${name}`));
    },
  );
});

describe.skipIf(!hasShared)('odd office files', () => {
  const odd: Record<string, { cells?: string[]; lines?: string[]; codes?: string[] }> = {
    fld: { lines: ['32024链接智能'] },
    gridBefore: {
      cells: [
        '0,0: A1',
        '0,1: B1',
        '0,2: C1',
        '0,3: D1',
        '1,2: C2',
        '1,3: D2',
        '2,0: A3',
        '2,1: B3',
      ],
    },
    hMerge: { cells: ['0,0+1x2: 左', '0,2: C1', '0,3: D1'] },
    sdtCell: { cells: ['0,0: 控件格', '0,1: 控件字', '1,0: 控件行', '1,1: x'] },
    smartCustom: { lines: ['自定义XML拼'] },
    // Its list number 1 is defined nowhere, so that no program shows a number.
    softbits: {
      cells: ['0,0: 一\n二\t三-四五\n六🗹', '0,1: 见字', '0,2: 自动编号项', '0,3: x≥90'],
      codes: ['hidden-text-left-out'],
    },
    textbox: { lines: ['文本框DML', '框后'] },
    textboxDmlOnly: { lines: ['只有DML', '框后'] },
    tracked: { cells: ['0,0: 原插入', '0,1: 移来'] },
    vmergeContText: {
      cells: ['0,0+2x1: 甲\n藏在续格里的字', '0,1: B1', '1,1: B2'],
      codes: ['merged-text-joined'],
    },
    vmergeUneven: {
      cells: [
        '0,0+3x1: 跨',
        '0,1+1x2: B1',
        '0,3: D1',
        '1,1: B2',
        '1,2: C2',
        '1,3: D2',
        '2,1+1x3: B3',
      ],
    },
  };

  it.each(Object.entries(odd))(
    'odd-%s.docx',
    async (name, { cells = [], lines = [], codes = [] }) => {
      const staged = await read(`office/odd-${name}.docx`);
      expect(look(staged.value.grids[0])).toEqual(cells);
      expect(linesOf(staged.value)).toEqual(lines);
      expect(codesOf(staged)).toEqual(codes);
    },
  );

  it('edge.docx: a table inside a value belongs to it', async () => {
    const { value } = await read('office/edge.docx');
    expect(linesOf(value)).toEqual(['财政项目支出绩效自评表']);
    expect(look(value.grids[0])).toEqual([
      '0,0+3x1: 年度总体目标',
      '0,1: 预期目标',
      '0,2: 实际完成情况',
      '0,3: 备注',
      '1,1: 带下划线',
      '1,2: 删除线',
      '1,3: 内一\t内二\n内三\t内四\n嵌套之后',
      '2,1: 第一行\n第二行\t制表后',
      '2,2: 第一段\n第二段',
      '2,3: x\n全角　空格',
    ]);
  });
});

describe.skipIf(!hasShared)('hostile office files', () => {
  const outcomes: Record<string, string> = {
    'bomb-deep.docx': 'xml-too-deep',
    'bomb-entity.docx': 'xml-doctype',
    'bomb-paras.docx': 'zip-bomb',
    'nota.docx': 'zip-damaged',
    'trunc.docx': 'zip-damaged',
    'olename.docx': 'office-mismatch',
    'bomb-unused.docx': 'read',
    'span-bomb.docx': 'read',
  };

  it.each(Object.entries(outcomes))(
    '%s ends as docx: %s',
    async (file, outcome) => {
      const adapter = await loadAdapter('docx');
      const before = process.memoryUsage().rss;
      const ended = await adapter
        .read(readFileSync(join(shared, 'samples/hostile', file)), {})
        .then(
          () => 'read',
          (error: unknown) => (error instanceof InputError ? error.code : String(error)),
        );
      expect(ended).toBe(outcome);
      expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
    },
    10_000,
  );

  it('olename.docx is a .doc by its content', () => {
    expect(
      detectFormat(readFileSync(join(shared, 'samples/hostile/olename.docx')), 'olename.docx'),
    ).toBe('doc');
  });
});
