import type { Random } from '../random.ts';
import type { Block, Sample, Table } from '../types.ts';
import { cutTable, repeatRow } from './cut.ts';
import { between, labelAbove, labelTail, throughGoal, throughRow, whole } from './page-cuts.ts';
import type { DamageKind } from './types.ts';

type Furniture = 'none' | 'number' | 'head' | 'header-row' | 'title';

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
