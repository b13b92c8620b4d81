import type { Random } from '../random.ts';
import type { Block, LayoutCell, RowKind, Sample, Table } from '../types.ts';
import { cutText } from './characters.ts';
import { cutTable, doubleRow } from './cut.ts';
import type { DamageKind } from './types.ts';

/** What stands between a table's parts: lines of the page's foot and head, the table's first rows printed again. */
interface Turn {
  readonly lines: boolean;
  readonly rows: boolean;
}

const plain: Turn = { lines: false, rows: false };
const lines: Turn = { lines: true, rows: false };
const again: Turn = { lines: false, rows: true };

function lastTable(sample: Sample): Table | null {
  const block = sample.blocks.findLast((one) => one.kind === 'table');
  return block?.kind === 'table' ? block.table : null;
}

/** The title, and what stands below it, as the first rows of the table, as forms drawn in Word or Excel have them. */
function titleInTable(sample: Sample): Sample {
  const at = sample.blocks.findIndex((block) => block.kind === 'table');
  const title = sample.blocks.findIndex((one) => one.kind === 'line' && one.role === 'title');
  const block = sample.blocks[at];
  if (block?.kind !== 'table' || title === -1 || title > at) return sample;
  const texts = sample.blocks
    .slice(title, at)
    .flatMap((one) => (one.kind === 'line' ? [one.text] : []));
  const { table } = block;
  const top = texts.map((text, row): LayoutCell => ({
    text,
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: table.columns,
    role: 'label',
  }));
  const cells = [...top, ...table.cells.map((cell) => ({ ...cell, row: cell.row + texts.length }))];
  const rows: RowKind[] = [...texts.map(() => 'note' as const), ...table.rows];
  return {
    ...sample,
    blocks: [
      ...sample.blocks.slice(0, title),
      { kind: 'table', table: { ...table, rows, cells } },
      ...sample.blocks.slice(at + 1),
    ],
  };
}

const crosses = (table: Table, row: number): boolean =>
  table.cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row);

/** Copies of rows of `source`, none of which a merged cell crosses, above another part of it. */
function repeatRows(part: Table, source: Table, wanted: readonly number[]): Table {
  const rows = wanted.filter((row) => !crosses(source, row) && !crosses(source, row + 1));
  const copies = rows.flatMap((row, index) =>
    source.cells
      .filter((cell) => cell.row === row)
      .map(({ text, column, columnSpan }): LayoutCell => ({
        text,
        row: index,
        column,
        rowSpan: 1,
        columnSpan,
        role: 'label',
      })),
  );
  const below = part.cells.map((cell) => ({ ...cell, row: cell.row + rows.length }));
  return {
    ...part,
    rows: [...rows.map((row) => source.rows[row] ?? 'note'), ...part.rows],
    cells: [...copies, ...below],
  };
}

/** The first rows of a table that are printed again: the title, mostly with 项目名称, and maybe the indicators' heading. */
function firstRows(table: Table, random: Random): number[] {
  let top = 0;
  while (table.rows[top] === 'note') top += 1;
  const named = random.chance(0.6) && table.rows[top] === 'head' ? top + 1 : top;
  const heading = table.rows.indexOf('indicator-header');
  const tall = table.rows[heading + 1] === 'indicator-header';
  return [
    ...Array.from({ length: named }, (_, row) => row),
    ...(heading > 0 && !tall && random.chance(0.5) ? [heading] : []),
  ];
}

function furniture(sample: Sample, random: Random): { foot: Block[]; head: Block[] } {
  const page = String(2 + random.int(8));
  const department = sample.expected.department ?? '云湖市民政局';
  const feet = [
    `- ${page} -`,
    `第${page}页 共12页`,
    `${page} / 12`,
    department,
    '内部资料 注意保存',
    `打印日期：2025-03-0${page}`,
  ];
  const heads = ['云湖市2024年度部门决算公开', `${department}2024年度部门决算`, '仅供公开使用'];
  const some = (list: readonly string[]): Block[] =>
    Array.from({ length: random.int(3) }, () => ({
      kind: 'line',
      role: 'head',
      text: random.pick(list),
    }));
  return { foot: some(feet), head: some(heads) };
}

/** Cuts the last table above these rows, and turns the page between its parts. */
function turnPages(
  sample: Sample,
  table: Table,
  rows: readonly number[],
  turn: Turn,
  random: Random,
): Sample {
  let parts: Table[] = [table];
  for (const row of rows.toSorted((a, b) => b - a)) {
    const [first, ...rest] = parts;
    if (first !== undefined) parts = [...cutTable(first, row, (cell) => [cell.text, '']), ...rest];
  }
  const [first = table, ...rest] = parts;
  const wanted = turn.rows ? firstRows(first, random) : [];
  const { foot, head } = turn.lines ? furniture(sample, random) : { foot: [], head: [] };
  const blocks = rest.flatMap((part): Block[] => [
    ...foot,
    { kind: 'page' },
    ...head,
    { kind: 'table', table: repeatRows(part, first, wanted) },
  ]);
  const index = sample.blocks.findLastIndex((block) => block.kind === 'table');
  return {
    ...sample,
    blocks: sample.blocks.toSpliced(index, 1, { kind: 'table', table: first }, ...blocks),
  };
}

/** The sample with its title in the table where first rows are to be printed again, and half the time elsewhere. */
const drawn = (sample: Sample, turn: Turn, random: Random): Sample =>
  turn.rows || random.chance(0.5) ? titleInTable(sample) : sample;

/** Ends pages above rows of any kind. */
function between(turn: Turn, pages: number): NonNullable<DamageKind['layout']> {
  return (sample, random) => {
    const state = drawn(sample, turn, random);
    const table = lastTable(state);
    const free =
      table?.rows.flatMap((kind, row) =>
        row > 0 &&
        kind !== 'head' &&
        table.rows[row - 1] !== 'note' &&
        !(kind === table.rows[row - 1] && (kind === 'indicator-header' || kind === 'goal'))
          ? [row]
          : [],
      ) ?? [];
    if (table === null || free.length === 0) return sample;
    const rows = new Set(Array.from({ length: pages }, () => random.pick(free)));
    return turnPages(state, table, [...rows], turn, random);
  };
}

const named = (cell: LayoutCell, field: string): boolean => cell.path?.endsWith(field) === true;

/** A row that can be told to be one when it was cut: an indicator by its long name and its weight. */
function mayBeCut(cells: readonly LayoutCell[], kind: RowKind): boolean {
  if (kind !== 'indicator') return cells.some((cell) => cell.text.length >= 6);
  return (
    cells.some(
      (cell) =>
        named(cell, 'level3') &&
        cell.text.length >= 6 &&
        !/指标|效益|满意度|得分|总分/.test(cell.text),
    ) && cells.some((cell) => named(cell, 'weight') && /\d/.test(cell.text))
  );
}

/** Ends pages within a row of this kind: every long cell is cut at a point of its own, the others stand above. A label is cut once at the most. */
function through(kind: RowKind, turn: Turn, pages = 1): NonNullable<DamageKind['layout']> {
  return (sample, random) => {
    const state = drawn(sample, turn, random);
    const table = lastTable(state);
    const rows =
      table?.rows.flatMap((one, row) =>
        one === kind &&
        mayBeCut(
          table.cells.filter((cell) => cell.row === row && cell.rowSpan === 1),
          kind,
        )
          ? [row]
          : [],
      ) ?? [];
    if (table === null || rows.length === 0) return sample;
    const row = random.pick(rows);
    let cut = table;
    for (let page = 0; page < pages; page += 1) {
      cut = doubleRow(
        cut,
        row + page,
        (cell) =>
          (cell.role === 'number' || cell.text.length < 6 || (page > 0 && cell.role === 'label')
            ? null
            : cutText(cell.text, random)) ?? [cell.text, ''],
      );
    }
    return turnPages(
      state,
      cut,
      Array.from({ length: pages }, (_, page) => row + page + 1),
      turn,
      random,
    );
  };
}

const paged = ['tabbed', 'markdown', 'html'] as const;

export const turnKinds: readonly DamageKind[] = [
  {
    name: 'head-again',
    seen: 'Word: header rows printed again on each page, title and 项目名称 among them',
    formats: paged,
    layout: between(again, 1),
  },
  {
    name: 'head-again-twice',
    seen: 'as above, over three pages',
    formats: paged,
    layout: between(again, 2),
  },
  {
    name: 'page-lines',
    seen: 'feet and heads of pages that name the department, stamps, when a page was printed',
    formats: paged,
    layout: between(lines, 2),
  },
  {
    name: 'row-cut-wide',
    seen: 'Word: rows may break across pages, every cell where its text happens to',
    formats: paged,
    layout: through('indicator', plain),
  },
  {
    name: 'row-cut-again',
    seen: 'as above, below header rows that are printed again',
    formats: paged,
    layout: through('indicator', again),
  },
  {
    name: 'goal-cut-wide',
    seen: 'both goals go on over two further pages',
    formats: paged,
    layout: through('goal', lines, 2),
  },
  {
    name: 'fund-cut',
    seen: 'Word: 其中：当年财 | 政拨款',
    formats: paged,
    layout: through('fund', lines),
    unsure: true,
  },
  {
    name: 'heading-cut',
    seen: 'Word: 偏差原因分析 | 及改进措施',
    formats: paged,
    layout: through('indicator-header', lines),
    unsure: true,
  },
  {
    name: 'fund-heading-cut',
    seen: 'Word: 年初预 | 算数',
    formats: paged,
    layout: through('fund-header', lines),
    unsure: true,
  },
  {
    name: 'head-cut',
    seen: 'Word: 主管预算 | 部门 beside 南屏县文 | 化和旅游局',
    formats: paged,
    layout: through('head', plain),
    unsure: true,
  },
];
