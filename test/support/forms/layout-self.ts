import { mergedRows } from './layout-indicators.ts';
import { headBlocks, headRows, printedTitle } from './layout-head.ts';
import { expectedForm } from './layout-self-expected.ts';
import type { Funds, PrintedFundRow, PrintedRow, SelfEvaluationDraft } from './self-evaluation.ts';
import { buildTable, fill, label, number, over, prose, value } from './table.ts';
import type { DraftCell, DraftRow } from './table.ts';
import type { Block, Sample } from './types.ts';
import { fundBlocks } from './words.ts';

type ColumnKey =
  | 'level3'
  | 'target'
  | 'sign'
  | 'measureUnit'
  | 'actual'
  | 'weight'
  | 'score'
  | 'deviation'
  | 'extra';

function indicatorColumns(draft: SelfEvaluationDraft): ColumnKey[] {
  const target: ColumnKey[] = draft.split === null ? ['target'] : ['sign', 'target', 'measureUnit'];
  const extra: ColumnKey[] = draft.extraColumn === '' ? [] : ['extra'];
  const end: ColumnKey[] = draft.columns.deviation === null ? ['score'] : ['score', 'deviation'];
  if (draft.order === 'weight-first')
    return ['level3', 'weight', ...extra, ...target, 'actual', ...end];
  if (draft.order === 'weight-middle')
    return ['level3', ...target, 'weight', 'actual', ...end, ...extra];
  return ['level3', ...extra, ...target, 'actual', 'weight', ...end];
}

function columnCount(draft: SelfEvaluationDraft): number {
  return Math.max(8, indicatorColumns(draft).length + 2 + (draft.lead ? 1 : 0));
}

function headerCell(draft: SelfEvaluationDraft, key: ColumnKey): DraftCell {
  const { columns, split } = draft;
  const texts: Record<ColumnKey, string> = {
    level3: '三级指标',
    target: split === null ? columns.target : '指标值',
    sign: split?.[0] ?? '',
    measureUnit: split?.[1] ?? '',
    actual: columns.actual,
    weight: columns.weight,
    score: columns.score,
    deviation: columns.deviation ?? '',
    extra: draft.extraColumn,
  };
  return label(texts[key]);
}

function rowCell(
  draft: SelfEvaluationDraft,
  row: PrintedRow,
  key: ColumnKey,
  path: string,
): DraftCell {
  const cells: Record<ColumnKey, () => DraftCell> = {
    level3: () => prose(row.level3, `${path}/level3`),
    target: () =>
      value(draft.split === null ? row.target.text : row.split.number, `${path}/target`),
    sign: () => value(row.split.sign, `${path}/target`),
    measureUnit: () => value(row.split.unit, `${path}/target`),
    actual: () => value(row.actual.text, `${path}/actual`),
    weight: () => number(row.weight.printed, `${path}/weight`),
    score: () => number(row.score.printed, `${path}/score`),
    deviation: () => prose(row.deviation, `${path}/deviation`),
    extra: () => prose(row.level3 === '无' || row.level3 === '' ? '' : '按完成比例计分'),
  };
  return cells[key]();
}

/** The header in one row, or in two where a heading stands over sign, number and unit. */
function headerRows(
  draft: SelfEvaluationDraft,
  lead: readonly DraftCell[],
  left: number,
): DraftRow[] {
  const keys = indicatorColumns(draft);
  const cells = [
    label('一级指标'),
    label('二级指标'),
    ...keys.map((key) => headerCell(draft, key)),
  ];
  const filled = fill(cells, left, [2]);
  if (draft.split === null || !draft.tallHeader)
    return [{ kind: 'indicator-header', cells: [...lead, ...filled] }];
  const first = 2 + keys.indexOf('sign');
  const tall = filled
    .map((cell) => over(cell, cell.columnSpan ?? 1, 2))
    .toSpliced(first, 3, over(label(draft.columns.target), 3));
  return [
    { kind: 'indicator-header', cells: [...lead, ...tall] },
    { kind: 'indicator-header', cells: filled.slice(first, first + 3) },
  ];
}

/** Row by row: the rows of the indicator table with its merged labels. */
function indicatorRows(draft: SelfEvaluationDraft, columns: number): DraftRow[] {
  const keys = indicatorColumns(draft);
  const left = columns - (draft.lead ? 1 : 0);
  const rows = mergedRows(draft.groups, draft.groupWeights, (row, path) =>
    fill(
      keys.map((key) => rowCell(draft, row, key, path)),
      left - 2,
      [0],
    ),
  );
  const height = rows.length + headerRows(draft, [], left).length;
  const lead: DraftCell[] = draft.lead ? [over({ text: '绩效指标', role: 'lead' }, 1, height)] : [];
  return [...headerRows(draft, lead, left), ...rows];
}

type FundKey = 'initialBudget' | 'annualBudget' | 'executed' | 'weight' | 'executionRate' | 'score';

function fundColumns(funds: Funds): FundKey[] {
  const amounts: FundKey[] =
    funds.initialBudget === null
      ? ['annualBudget', 'executed']
      : ['initialBudget', 'annualBudget', 'executed'];
  if (funds.order === 'unscored') return [...amounts, 'executionRate'];
  return funds.order === 'standard'
    ? [...amounts, 'weight', 'executionRate', 'score']
    : [...amounts, 'executionRate', 'weight', 'score'];
}

/** The rate carries its sign unless the heading does. */
function printedFund(funds: Funds, row: PrintedFundRow, key: FundKey): string {
  const { printed, number: digits } = row[key];
  if (key !== 'executionRate' || digits === null) return printed;
  return funds.executionRate.includes('%') && !funds.percentSign ? printed : `${printed}%`;
}

function blockLabel(draft: SelfEvaluationDraft): string {
  const printed = draft.unit.style === 'block' ? draft.unit.unit : null;
  if (printed === null)
    return ['项目资金', '资金情况', '预算执行情况'][draft.funds.block % 3] ?? '';
  return fundBlocks[printed][draft.funds.block] ?? '';
}

function fundTable(draft: SelfEvaluationDraft, columns: number): DraftRow[] {
  const { funds } = draft;
  const keys = fundColumns(funds);
  const printed = funds.rows.filter((row) => row !== null);
  const headers = keys.map((key) => label(funds[key] ?? ''));
  return [
    {
      kind: 'fund-header',
      cells: [
        over(label(blockLabel(draft)), 1, printed.length + 1),
        ...fill([label(''), ...headers], columns - 1, [0, 2]),
      ],
    },
    ...printed.map((row, index): DraftRow => ({
      kind: 'fund',
      cells: fill(
        [
          label(row.label, `funds/rows/${index}/label`),
          ...keys.map((key) => number(printedFund(funds, row, key), `funds/rows/${index}/${key}`)),
        ],
        columns - 1,
        [0, 2],
      ),
    })),
  ];
}

function goalRows(draft: SelfEvaluationDraft, columns: number): DraftRow[] {
  if (draft.goal === null) return [];
  const [block, expected, actual] = draft.goalLabels;
  const texts = [
    prose(draft.goal.expected.join('\n'), 'goal/expected'),
    prose(draft.goal.actual.join('\n'), 'goal/actual'),
  ];
  if (draft.goalStyle === 'rows') {
    return texts.map((text, index) => ({
      kind: 'goal',
      cells: [
        ...(index === 0 ? [over(label(block), 1, 2)] : []),
        ...fill([label(index === 0 ? expected : actual), text], columns - 1, [1]),
      ],
    }));
  }
  return [
    {
      kind: 'goal-header',
      cells: [
        over(label(block), 1, 2),
        ...fill([label(expected), label(actual)], columns - 1, [0, 1]),
      ],
    },
    { kind: 'goal', cells: fill(texts, columns - 1, [0, 1]) },
  ];
}

/** Total, rating and notes; weight and score stand under their columns. */
function closingRows(draft: SelfEvaluationDraft, columns: number): DraftRow[] {
  const rows: DraftRow[] = [];
  const { total, rating, notes } = draft;
  if (total !== null) {
    const keys = indicatorColumns(draft);
    const offset = columns - keys.length;
    const cells: DraftCell[] = [];
    let done = 0;
    for (const key of ['weight', 'score'] as const) {
      const column = offset + keys.indexOf(key);
      const cell = number(total[key].printed, `total/${key}`);
      if (done === 0) cells.push(over(label(total.label), column));
      else if (column > done) cells.push(over(label(''), column - done));
      cells.push(cell);
      done = column + 1;
    }
    if (done < columns) cells.push(over(label(''), columns - done));
    rows.push({ kind: 'total', cells });
  }
  if (rating !== null)
    rows.push({
      kind: 'rating',
      cells: [label(rating[0]), over(value(rating[1], 'rating'), columns - 1)],
    });
  if (notes?.style === 'rows') {
    rows.push({
      kind: 'note',
      cells: [
        label('填表人'),
        over(value(notes.person), 2),
        label('联系电话'),
        over(value('0000-1234567'), columns - 4),
      ],
    });
  }
  if (notes?.style === 'across')
    rows.push({
      kind: 'note',
      cells: [
        over(
          prose('备注：1.得分一档最高不能超过该指标分值上限。2.其他需要说明的问题：无'),
          columns,
        ),
      ],
    });
  return rows;
}

/** The printed layout of a self-evaluation form, and what must come out of it. */
export function layoutSelfEvaluation(draft: SelfEvaluationDraft): Sample {
  const columns = columnCount(draft);
  const unit = (style: string): string | null =>
    draft.unit.style === style ? draft.unit.unit : null;
  const rows: DraftRow[] = [
    ...headRows(draft.head, printedTitle(draft.title, draft.head), columns, unit('row')),
    ...fundTable(draft, columns),
    ...goalRows(draft, columns),
    ...indicatorRows(draft, columns),
    ...closingRows(draft, columns),
  ];
  const after: Block[] =
    draft.notes?.style === 'lines'
      ? [
          {
            kind: 'line',
            role: 'note',
            text: `备注：一个项目一张表。填表人：${draft.notes.person} 填报日期：2025年3月1日 联系电话：0000-1234567`,
          },
        ]
      : [];
  return {
    expected: expectedForm(draft),
    accept: {},
    blocks: [
      ...headBlocks(draft.head, printedTitle(draft.title, draft.head), unit('line')),
      { kind: 'table', table: buildTable(rows, columns) },
      ...after,
    ],
  };
}
