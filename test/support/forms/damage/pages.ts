import type { Random } from '../random.ts';
import type { Block, LayoutCell, Sample, Table } from '../types.ts';
import { cutText } from './characters.ts';
import { cutTable, doubleRow, repeatRow } from './cut.ts';
import type { Share } from './cut.ts';
import type { DamageContext, DamageKind } from './types.ts';

type Furniture = 'none' | 'number' | 'head' | 'header-row' | 'title';

const whole: Share = (cell) => [cell.text, ''];

function pieces(text: string, random: Random): [string, string] {
  if (text.length < 2) return [text, ''];
  const place = 1 + random.int(text.length - 1);
  return [text.slice(0, place), text.slice(place)];
}

/** Repeated labels say on every row whose it is: a row of them alone would be a row that nobody filled in. */
const repeatsLabels = (context: DamageContext): boolean =>
  context.spelling === 'repeat' && context.format !== 'html';

/**
 * How the text of a merged cell that runs over the cut is shared out. A label of level 2 may stand below the cut only where
 * no whole row of its group stands above it: otherwise nobody could tell whose row that is. Level 1 and the words round the table
 * may stand anywhere. An exporter that repeats labels repeats them on both pages.
 */
function shareLabel(
  random: Random,
  context: DamageContext,
  cutRow: number | null,
  broken: boolean,
): Share {
  return (cell) => {
    if (cell.text === '') return ['', ''];
    if (repeatsLabels(context) && cell.role === 'level') return [cell.text, cell.text];
    const level2 = cell.path?.endsWith('level2') === true;
    if (broken && (cell.role === 'level' || random.chance(0.3))) return pieces(cell.text, random);
    const late = !level2 || cell.row === cutRow;
    const choice = random.int(late ? 3 : 2);
    if (choice === 0) return [cell.text, ''];
    return choice === 1
      ? [cell.text, cell.role === 'level' && random.chance(0.5) ? cell.text : '']
      : ['', cell.text];
  };
}

function furnish(
  kind: Furniture,
  sample: Sample,
  top: Table,
  bottom: Table,
  random: Random,
): Block[] {
  const page = 2 + random.int(8);
  const line = (text: string): Block => ({ kind: 'line', role: 'head', text });
  const lines: Block[] = [{ kind: 'page' }];
  if (kind === 'number')
    lines.unshift(
      line(
        random.pick([
          `- ${page} -`,
          `第${page}页`,
          `第 ${page} 页 共 12 页`,
          String(page),
          `— ${page} —`,
        ]),
      ),
    );
  if (kind === 'head')
    lines.push(line(random.pick(['云湖市2024年度部门决算公开', '部门预算绩效信息公开材料'])));
  const title = sample.blocks.find((block) => block.kind === 'line' && block.role === 'title');
  if (kind === 'title' && title?.kind === 'line')
    lines.push({ ...title, text: `${title.text}${random.pick(['', '（续）', '（续表）'])}` });
  const header = top.rows.indexOf('indicator-header');
  const tall = top.rows[header + 1] === 'indicator-header';
  const repeated =
    !tall && kind === 'header-row' && header !== -1 && bottom.rows[0] === 'indicator';
  return [
    { kind: 'table', table: top },
    ...lines,
    { kind: 'table', table: repeated ? repeatRow(bottom, top, header) : bottom },
  ];
}

/** Replaces the form's last table by its parts on two pages. */
function cutSample(
  sample: Sample,
  random: Random,
  furniture: Furniture,
  cut: (table: Table) => [Table, Table] | null,
): Sample {
  const index = sample.blocks.findLastIndex((block) => block.kind === 'table');
  const block = sample.blocks[index];
  const parts = block?.kind === 'table' ? cut(block.table) : null;
  if (parts === null) return sample;
  return {
    ...sample,
    blocks: sample.blocks.toSpliced(index, 1, ...furnish(furniture, sample, ...parts, random)),
  };
}

function rowsOf(
  table: Table,
  fits: (cells: readonly LayoutCell[], kind: Table['rows'][number]) => boolean,
): number[] {
  return table.rows.flatMap((kind, row) =>
    fits(
      table.cells.filter((cell) => cell.row === row),
      kind,
    )
      ? [row]
      : [],
  );
}

function between(
  random: Random,
  context: DamageContext,
  broken: boolean,
): (table: Table) => [Table, Table] | null {
  return (table) => {
    const rows = rowsOf(
      table,
      (_, kind) =>
        kind === 'indicator' ||
        (!broken && (kind === 'total' || kind === 'goal-header' || kind === 'indicator-header')),
    ).filter(
      (row) =>
        row > 0 &&
        !(table.rows[row] === 'indicator-header' && table.rows[row - 1] === 'indicator-header') &&
        (!broken ||
          table.cells.some(
            (cell) => cell.role === 'level' && cell.row < row && cell.row + cell.rowSpan > row,
          )),
    );
    // A header of two rows stays on one page.
    return rows.length === 0
      ? null
      : cutTable(table, random.pick(rows), shareLabel(random, context, null, broken));
  };
}

/** Rows whose name is long enough to be cut and cannot be taken for a label, and whose weight (in target forms: target) shows where the row stands. */
const cuttable = (cells: readonly LayoutCell[], kind: string): boolean =>
  kind === 'indicator' &&
  cells.some(
    (cell) =>
      named(cell, 'level3') &&
      cell.text.length >= 6 &&
      !/指标|效益|满意度|得分|总分/.test(cell.text),
  ) &&
  cells.some(
    (cell) =>
      named(cell, cells.some((other) => named(other, 'weight')) ? 'weight' : 'target') &&
      /\d/.test(cell.text),
  ) &&
  cells.some((cell) => named(cell, 'target') && cell.text !== '');

/** Cuts through a row: its name on both pages, its figures on one of them. */
function throughRow(
  random: Random,
  context: DamageContext,
): (table: Table) => [Table, Table] | null {
  return (table) => {
    const rows = rowsOf(table, cuttable);
    if (rows.length === 0) return null;
    const row = random.pick(rows);
    const figuresAbove = random.chance(0.5);
    const aside = (text: string): [string, string] => (figuresAbove ? [text, ''] : ['', text]);
    // Without a weight the target alone shows which half is the row: it stays whole then, and so does what stands after it.
    const weighed = table.cells.some((cell) => cell.row === row && named(cell, 'weight'));
    const doubled = doubleRow(table, row, (cell) => {
      const prose =
        named(cell, 'level3') ||
        ((weighed || named(cell, 'description')) && cell.role === 'text' && random.chance(0.5));
      const long =
        prose || (weighed && cell.role === 'value' && cell.text.length > 9 && random.chance(0.3));
      return (long ? cutText(cell.text, random) : null) ?? aside(cell.text);
    });
    return cutTable(doubled, row + 1, shareLabel(random, context, row, random.chance(0.3)));
  };
}

const named = (cell: LayoutCell, field: string): boolean => cell.path?.endsWith(field) === true;
const filledIn = (cells: readonly LayoutCell[]): boolean =>
  cells.some((cell) => named(cell, 'level3') && cell.text !== '');

/** Cuts a label that wraps over the page's end; the row's own cells all stand above: `⇥度指 标⇥⇥⇥⇥`. */
function labelTail(
  random: Random,
  context: DamageContext,
): (table: Table) => [Table, Table] | null {
  return (table) => {
    const rows = rowsOf(
      table,
      (cells, kind) =>
        kind === 'indicator' &&
        filledIn(cells) &&
        cells.some((cell) => cell.role === 'level' && cell.rowSpan === 1),
    );
    if (rows.length === 0 || repeatsLabels(context)) return null;
    const row = random.pick(rows);
    return cutTable(doubleRow(table, row, whole), row + 1, shareLabel(random, context, row, true));
  };
}

/** A label alone above the cut, its rows all below: `可持续影响指标⇥⇥⇥⇥` */
function labelAbove(
  random: Random,
  context: DamageContext,
): (table: Table) => [Table, Table] | null {
  return (table) => {
    const rows = rowsOf(
      table,
      (cells, kind) =>
        kind === 'indicator' && filledIn(cells) && cells.some((cell) => named(cell, 'level2')),
    );
    if (rows.length === 0 || repeatsLabels(context)) return null;
    const row = random.pick(rows);
    const rest = shareLabel(random, context, row, false);
    return cutTable(
      doubleRow(table, row, (cell) => ['', cell.text]),
      row + 1,
      (cell) => (cell.row === row && cell.role === 'level' ? [cell.text, ''] : rest(cell)),
    );
  };
}

function throughGoal(random: Random): (table: Table) => [Table, Table] | null {
  return (table) => {
    const row = table.rows.indexOf('goal');
    if (table.rows[row - 1] !== 'goal-header') return null;
    const long = table.cells.some(
      (cell) => cell.row === row && cell.role === 'text' && cell.text.length > 12,
    );
    if (row === -1 || !long) return null;
    const doubled = doubleRow(
      table,
      row,
      (cell) => (cell.text.length > 12 ? cutText(cell.text, random) : null) ?? [cell.text, ''],
    );
    return cutTable(doubled, row + 1, whole);
  };
}

/** Head, funds and indicators as tables of their own, each with as many columns as it needs. */
function splitTables(sample: Sample, random: Random): Sample {
  const cutAt =
    (kinds: readonly string[]) =>
    (state: Sample): Sample => {
      const index = state.blocks.findLastIndex((block) => block.kind === 'table');
      const block = state.blocks[index];
      const row =
        block?.kind === 'table' ? block.table.rows.findIndex((kind) => kinds.includes(kind)) : -1;
      if (block?.kind !== 'table' || row <= 0) return state;
      const [top, bottom] = cutTable(block.table, row, whole);
      return {
        ...state,
        blocks: state.blocks.toSpliced(
          index,
          1,
          { kind: 'table', table: top },
          { kind: 'page' },
          { kind: 'table', table: bottom },
        ),
      };
    };
  const cuts = [['fund-header'], ['goal-header', 'goal'], ['indicator-header']].filter(() =>
    random.chance(0.6),
  );
  return cuts.reduce((state, kinds) => cutAt(kinds)(state), sample);
}

const paged = ['tabbed', 'markdown', 'html'] as const;

export const pageKinds: readonly DamageKind[] = [
  {
    name: 'split-tables',
    seen: 'beidaihe-targets-cells: funds in one table, indicators in the next',
    layout: splitTables,
  },
  {
    name: 'page-between-rows',
    seen: 'jiading-2024-ocr form 3: a blank line between two indicators',
    formats: paged,
    layout: (sample, random, context) =>
      cutSample(sample, random, 'none', between(random, context, false)),
  },
  {
    name: 'page-furniture',
    seen: 'page numbers, running heads, header rows and titles repeated on the next page (DOMAIN.md)',
    formats: paged,
    layout: (sample, random, context) =>
      cutSample(
        sample,
        random,
        random.pick(['number', 'head', 'header-row', 'title']),
        between(random, context, false),
      ),
  },
  {
    name: 'page-through-label',
    seen: 'jiading-2024-ocr form 3: 满意度指 | 标',
    formats: paged,
    layout: (sample, random, context) =>
      cutSample(
        sample,
        random,
        random.pick(['none', 'none', 'number']),
        between(random, context, true),
      ),
  },
  {
    name: 'page-label-tail',
    seen: 'jiading-2024-ocr form 1: ⇥度指 标⇥⇥⇥⇥ alone on the next page',
    formats: paged,
    layout: (sample, random, context) =>
      cutSample(sample, random, 'none', labelTail(random, context)),
  },
  {
    name: 'page-label-above',
    seen: 'jiading-2022-ocr form 6: 可持续影响指标⇥⇥⇥⇥ before a page break',
    formats: paged,
    layout: (sample, random, context) =>
      cutSample(sample, random, 'none', labelAbove(random, context)),
  },
  {
    name: 'page-through-row',
    seen: 'jiading-2022-ocr form 1: 优秀大学毕业生储备计 | 划录用人员工作机制健全性; form 3: figures above',
    formats: paged,
    layout: (sample, random, context) =>
      cutSample(
        sample,
        random,
        random.pick(['none', 'none', 'number', 'header-row']),
        throughRow(random, context),
      ),
  },
  {
    name: 'page-through-goal',
    seen: 'jiading-2024-ocr form 3: both goals go on after a blank line, first column blank',
    formats: paged,
    layout: (sample, random) =>
      cutSample(sample, random, random.pick(['none', 'none', 'number']), throughGoal(random)),
  },
];
