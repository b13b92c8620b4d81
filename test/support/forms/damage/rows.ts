import type { Random } from '../random.ts';
import type { SpelledBlock, SpelledCell, SpelledRow } from '../types.ts';
import type { DamageKind, Spelled } from './types.ts';

const blank: SpelledCell = { text: '', role: 'blank' };
const empty = (cell: SpelledCell | undefined): boolean => cell === undefined || cell.text === '';

function mapRows(spelled: Spelled, change: (row: SpelledRow) => SpelledRow): Spelled {
  const blocks = spelled.blocks.map((block): SpelledBlock =>
    block.kind === 'rows' ? { ...block, rows: block.rows.map(change) } : block,
  );
  return { ...spelled, blocks };
}

const leading = (row: SpelledRow): number => {
  const first = row.cells.findIndex((cell) => !empty(cell));
  return first === -1 ? 0 : first;
};

const labelWords = new Set(['可持续影响指标', '社会效益指标', '满意度指标', '无']);

/** Target forms have no weights: their rows show where they stand by the target. */
const isTarget = (cell: SpelledCell): boolean =>
  cell.role === 'value' && cell.path?.endsWith('/target') === true;

/** A row whose name is itself a label could be read either way once its blanks are gone: it is left alone. */
const mayslide = (row: SpelledRow): boolean =>
  row.kind === 'indicator' &&
  leading(row) > 0 &&
  row.cells.some(
    (cell) =>
      cell.role === 'text' && !labelWords.has(cell.text) && cell.path?.endsWith('level3') === true,
  ) &&
  row.cells.some((cell) => (cell.role === 'number' || isTarget(cell)) && /\d/.test(cell.text));

function slideRow(row: SpelledRow, random: Random): SpelledRow {
  const lost = 1 + random.int(leading(row));
  return { ...row, cells: [...row.cells.slice(lost), ...new Array<SpelledCell>(lost).fill(blank)] };
}

/** The name alone goes to the first column, the rest moves by one: `轮岗笔试面试规范性⇥⇥规范⇥达成指标`. */
function nameFirst(row: SpelledRow): SpelledRow {
  const blanks = leading(row);
  const name = row.cells[blanks];
  if (name === undefined || blanks < 2) return row;
  return {
    ...row,
    cells: [name, ...row.cells.slice(1, blanks), ...row.cells.slice(blanks + 1), blank],
  };
}

function slide(spelled: Spelled, random: Random): Spelled {
  const share = random.pick([0.15, 0.4]);
  return mapRows(spelled, (row) => {
    if (!mayslide(row) || !random.chance(share)) return row;
    const first = row.cells[leading(row)];
    return first?.role === 'text' && random.chance(0.3) ? nameFirst(row) : slideRow(row, random);
  });
}

/** One blank too many before the labels or the name; a blank at the row's end is gone for it. */
function pushRow(row: SpelledRow, random: Random): SpelledRow {
  const name = row.cells.findIndex(
    (cell) => cell.path?.endsWith('level3') === true && !empty(cell),
  );
  const last = row.cells.at(-1);
  if (name === -1 || !empty(last)) return row;
  const labels = row.cells.flatMap((cell, index) =>
    cell.role === 'level' && index < name ? [index] : [],
  );
  return {
    ...row,
    cells: row.cells.slice(0, -1).toSpliced(random.pick([...labels, name]), 0, blank),
  };
}

function push(spelled: Spelled, random: Random): Spelled {
  return mapRows(spelled, (row) =>
    mayslide(row) && random.chance(0.3) ? pushRow(row, random) : row,
  );
}

const drifting = new Set(['head', 'goal', 'goal-header', 'rating', 'fund']);

/** Rows whose cells keep their order but not their column: blanks between them come and go. */
function drift(spelled: Spelled, random: Random): Spelled {
  return mapRows(spelled, (row) => {
    if (!drifting.has(row.kind) || !random.chance(0.4)) return row;
    const { cells } = row;
    if (row.kind === 'fund') {
      const label = cells.findIndex((cell) => cell.path?.endsWith('label') === true);
      const gap = cells.findIndex((cell, index) => index > label && cell.role === 'blank');
      // A blank figure and a blank for width look the same: only a gap beside the label leaves no doubt then.
      if (gap !== label + 1 && cells.some((cell) => cell.role === 'number' && cell.text === ''))
        return row;
      return label === -1 || gap === -1
        ? row
        : { ...row, cells: cells.toSpliced(gap, 1).toSpliced(label, 0, blank) };
    }
    const gaps = cells.flatMap((cell, index) =>
      cell.role === 'blank' && index > 0 && index < cells.length - 1 ? [index] : [],
    );
    if (gaps.length === 0) return row;
    const gap = random.pick(gaps);
    return {
      ...row,
      cells: random.chance(0.5)
        ? cells.toSpliced(gap, 0, blank).slice(0, -1)
        : [...cells.toSpliced(gap, 1), blank],
    };
  });
}

/** `总分` in another column than its neighbours, the figures one place to the side. */
function slideTotal(spelled: Spelled, random: Random): Spelled {
  return mapRows(spelled, (row) => {
    if (
      row.kind !== 'total' ||
      row.cells.filter((cell) => cell.role === 'number' && /\d/.test(cell.text)).length < 2
    )
      return row;
    const cells = [...row.cells];
    const gap = cells.findIndex((cell, index) => index > 0 && empty(cell));
    if (gap === -1) return row;
    if (random.chance(0.5))
      return { ...row, cells: [...cells.slice(0, gap), ...cells.slice(gap + 1), blank] };
    return { ...row, cells: [blank, ...cells.slice(0, gap), ...cells.slice(gap + 1)] };
  });
}

function ragged(spelled: Spelled, random: Random): Spelled {
  return mapRows(spelled, (row) => {
    if (!random.chance(0.5)) return row;
    if (random.chance(0.4))
      return {
        ...row,
        cells: [...row.cells, ...new Array<SpelledCell>(1 + random.int(3)).fill(blank)],
      };
    let end = row.cells.length;
    const least = row.cells.length - random.int(6);
    while (end > 1 && end > least && empty(row.cells[end - 1])) end -= 1;
    return { ...row, cells: row.cells.slice(0, end) };
  });
}

/** A row that OCR put on the line of the row above it. */
function glue(spelled: Spelled, random: Random): Spelled {
  const blocks = spelled.blocks.map((block): SpelledBlock => {
    if (block.kind !== 'rows') return block;
    const full = (row: SpelledRow | undefined): boolean =>
      row !== undefined &&
      row.cells.filter((cell) => !empty(cell)).length >= 4 &&
      mayslide({ ...row, cells: [blank, ...row.cells] });
    const at = block.rows.flatMap((row, index) =>
      full(row) && full(block.rows[index + 1]) ? [index] : [],
    );
    if (at.length === 0) return block;
    const index = random.pick(at);
    const [one, two] = block.rows.slice(index, index + 2);
    return one === undefined || two === undefined
      ? block
      : {
          ...block,
          rows: block.rows.toSpliced(index, 2, { ...one, cells: [...one.cells, ...two.cells] }),
        };
  });
  return { ...spelled, blocks };
}

function totalLines(spelled: Spelled): Spelled {
  const blocks = spelled.blocks.flatMap((block): SpelledBlock[] => {
    const index = block.kind === 'rows' ? block.rows.findIndex((row) => row.kind === 'total') : -1;
    const row = block.kind === 'rows' ? block.rows[index] : undefined;
    if (block.kind !== 'rows' || row === undefined) return [block];
    const texts = row.cells.filter((cell) => !empty(cell)).map((cell) => cell.text);
    if (texts.length !== 3 || !texts.slice(1).every((text) => /^[\d.]+$/.test(text)))
      return [block];
    const lines = texts.map((text): SpelledBlock => ({ kind: 'line', role: 'total', text }));
    return [
      { kind: 'rows', rows: block.rows.slice(0, index) },
      ...lines,
      { kind: 'rows', rows: block.rows.slice(index + 1) },
    ];
  });
  return { ...spelled, blocks };
}

export const rowKinds: readonly DamageKind[] = [
  {
    name: 'slid-rows',
    seen: 'jiading-2024-ocr form 3: ⇥远教站点党员学习比率⇥≥80.00(%), 轮岗笔试面试规范性⇥⇥规范',
    formats: ['tabbed'],
    spelled: slide,
  },
  {
    name: 'pushed-rows',
    seen: 'jiading-2022-ocr form 3: 满意度指标⇥服务对象满意度指标⇥⇥人才对党委',
    formats: ['tabbed'],
    spelled: push,
  },
  {
    name: 'drifting-columns',
    seen: 'yinchuan-2023-ocr: 项目名称⇥⇥, ⇥预期目标⇥⇥⇥⇥实际完成情况; jiading-2024-ocr form 6: ⇥⇥年度资金总额',
    formats: ['tabbed'],
    spelled: drift,
  },
  {
    name: 'slid-total',
    seen: 'jiading-2024-ocr form 3: ⇥⇥总分⇥⇥⇥100.00⇥99.01; yinchuan-2023-ocr: five or six blanks',
    formats: ['tabbed'],
    spelled: slideTotal,
  },
  {
    name: 'ragged-tails',
    seen: 'jiading-2022-ocr form 3: 及时⇥及时⇥5⇥5 without, 5⇥5⇥⇥ with one blank too many',
    formats: ['tabbed'],
    spelled: ragged,
  },
  {
    name: 'glued-rows',
    seen: 'OCR: two rows of a narrow table on one line',
    formats: ['tabbed'],
    spelled: glue,
  },
  {
    name: 'total-on-lines',
    seen: 'jiading-2022-ocr form 2: 总分, 100, 98.15 on three lines with blank lines between',
    formats: ['tabbed'],
    spelled: totalLines,
  },
];
