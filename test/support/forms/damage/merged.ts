import type { Random } from '../random.ts';
import type { Accept, SpelledBlock, SpelledCell, SpelledRow } from '../types.ts';
import type { DamageKind, Spelled } from './types.ts';

const blank: SpelledCell = { text: '', role: 'blank' };

interface Place {
  readonly row: number;
  readonly column: number;
  readonly cell: SpelledCell;
}

function places(rows: readonly SpelledRow[], field: string): Place[] {
  return rows.flatMap((line, row) =>
    line.cells.flatMap((cell, column) =>
      line.kind === 'indicator' && cell.path?.endsWith(field) === true && cell.text !== ''
        ? [{ row, column, cell }]
        : [],
    ),
  );
}

function put(
  rows: readonly SpelledRow[],
  row: number,
  column: number,
  cell: SpelledCell,
): SpelledRow[] {
  return rows.map((line, index) =>
    index === row ? { ...line, cells: line.cells.with(column, cell) } : line,
  );
}

function changeRows(
  spelled: Spelled,
  change: (rows: readonly SpelledRow[]) => readonly SpelledRow[],
): Spelled {
  const blocks = spelled.blocks.map((block): SpelledBlock =>
    block.kind === 'rows' ? { ...block, rows: change(block.rows) } : block,
  );
  return { ...spelled, blocks };
}

/** The rows that a label printed once may stand in: down to the next label of its column or the end of the table's indicators. */
function span(rows: readonly SpelledRow[], here: Place, all: readonly Place[]): number[] {
  const next = all.find((place) => place.row > here.row)?.row ?? rows.length;
  const free: number[] = [];
  for (
    let row = here.row + 1;
    row < next && rows[row]?.kind === 'indicator' && rows[row]?.cells[here.column]?.text === '';
    row += 1
  )
    free.push(row);
  return free;
}

function wander(spelled: Spelled, random: Random): Spelled {
  return changeRows(spelled, (rows) => {
    const all = places(rows, '/level1');
    if (new Set(all.map((place) => place.cell.text)).size < all.length) return rows;
    return all.reduce<readonly SpelledRow[]>((state, place) => {
      const free = span(rows, place, all);
      if (free.length === 0 || !random.chance(0.6)) return state;
      return put(
        put(state, place.row, place.column, blank),
        random.pick(free),
        place.column,
        place.cell,
      );
    }, rows);
  });
}

function repeat(spelled: Spelled, random: Random): Spelled {
  return changeRows(spelled, (rows) =>
    ['/level1', '/level2'].reduce<readonly SpelledRow[]>((state, field) => {
      const all = places(state, field);
      return all.reduce<readonly SpelledRow[]>(
        (inner, place) =>
          span(state, place, all)
            .filter(() => random.chance(0.4))
            .reduce<readonly SpelledRow[]>(
              (done, row) => put(done, row, place.column, place.cell),
              inner,
            ),
        state,
      );
    }, rows),
  );
}

/** A level-1 label lost for its whole group. Level 2 still tells it through the lexicon; whoever will not say so gives null. */
function dropLevel1(spelled: Spelled, random: Random): Spelled {
  const accept: Record<string, readonly unknown[]> = { ...spelled.accept };
  const dropped = changeRows(spelled, (rows) => {
    const all = places(rows, '/level1');
    const plain = all.filter((place) => !place.cell.text.includes('分'));
    if (plain.length === 0 || new Set(all.map((place) => place.cell.text)).size < all.length)
      return rows;
    const chosen = random.pick(plain);
    const index = Number(/indicators\/(\d+)/.exec(chosen.cell.path ?? '')?.[1]);
    for (let row = index; row < index + rows.length; row += 1)
      accept[`indicators/${String(row)}/level1`] = [null];
    return put(rows, chosen.row, chosen.column, blank);
  });
  return { ...dropped, accept: accept as Accept };
}

/** The first level-1 label stands on the header row in place of 绩效指标, which turns up further down. */
function strand(spelled: Spelled, random: Random): Spelled {
  return changeRows(spelled, (rows) => {
    const header = rows.findIndex((line) => line.kind === 'indicator-header');
    const first = places(rows, '/level1')[0];
    const leads = rows.flatMap((line, row) =>
      line.cells[0]?.role === 'lead' && line.cells[0].text !== '' ? [row] : [],
    );
    const lead = leads[0];
    const free = rows.flatMap((line, row) =>
      line.kind === 'indicator' && line.cells[0]?.text === '' ? [row] : [],
    );
    if (
      header === -1 ||
      first?.column !== 1 ||
      leads.length !== 1 ||
      lead === undefined ||
      free.length === 0
    )
      return rows;
    const cell = rows[lead]?.cells[0] ?? blank;
    const moved = put(put(put(rows, lead, 0, blank), first.row, 1, blank), header, 0, first.cell);
    return put(moved, random.pick(free), 0, cell);
  });
}

/** A merged label line by line, a piece in each of its first rows. */
function overRows(spelled: Spelled, random: Random): Spelled {
  return changeRows(spelled, (rows) =>
    ['/level1', '/level2'].reduce<readonly SpelledRow[]>((state, field) => {
      const all = places(state, field);
      return all.reduce<readonly SpelledRow[]>((inner, place) => {
        const free = span(state, place, all);
        const { text } = place.cell;
        if (free.length === 0 || !random.chance(0.5)) return inner;
        const size = Math.max(2, Math.ceil(text.length / (free.length + 1)));
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
          text.slice(index * size, (index + 1) * size),
        );
        return pieces.reduce<readonly SpelledRow[]>(
          (done, piece, index) =>
            put(done, place.row + index, place.column, { ...place.cell, text: piece }),
          inner,
        );
      }, state);
    }, rows),
  );
}

/** Ways in which labels at `positions` can be the upper middles of merged cells that fill `rows` rows. */
export function readings(positions: readonly number[], rows: number): number {
  const count = (index: number, start: number): number => {
    const position = positions[index];
    if (position === undefined) return start === rows ? 1 : 0;
    const above = position - start;
    return above < 0
      ? 0
      : [2 * above + 1, 2 * above + 2].reduce(
          (sum, size) => sum + (start + size <= rows ? count(index + 1, start + size) : 0),
          0,
        );
  };
  return count(0, 0);
}

/**
 * Labels of level 2 in the upper middle of their rows. A blank row above the first label shows the custom, and the rows must
 * divide in one way by it; a reader who does not see the custom cannot know.
 */
function centre(spelled: Spelled): Spelled {
  const tables = spelled.blocks.filter(
    (block) => block.kind === 'rows' && block.rows.some((line) => line.kind === 'indicator'),
  );
  if (tables.length !== 1) return spelled;
  return changeRows(spelled, (rows) => {
    const all = places(rows, '/level2');
    const start = all[0]?.row ?? 0;
    const sizes = all.map((place) => span(rows, place, all).length + 1);
    const moved = all.map((place, index) => place.row + Math.floor(((sizes[index] ?? 1) - 1) / 2));
    const count = sizes.reduce((sum, size) => sum + size, 0);
    if ((sizes[0] ?? 0) < 3 || rows.filter((line) => line.kind === 'indicator').length !== count)
      return rows;
    if (
      readings(
        moved.map((row) => row - start),
        count,
      ) !== 1
    )
      return rows;
    const cleared = all.reduce<readonly SpelledRow[]>(
      (state, place) => put(state, place.row, place.column, blank),
      rows,
    );
    return all.reduce(
      (state, place, index) => put(state, moved[index] ?? place.row, place.column, place.cell),
      cleared,
    );
  });
}

export const mergedKinds: readonly DamageKind[] = [
  {
    name: 'wandering-level1',
    seen: 'jiading-2022-ocr form 10: 效益指标 beside the fifth of its rows',
    formats: ['tabbed'],
    spelled: wander,
  },
  {
    name: 'labels-over-rows',
    seen: 'jiading-2022-ocr form 6: 年度 above 总体目标, each in a row of its own',
    formats: ['tabbed', 'markdown'],
    spelled: overRows,
  },
  {
    name: 'repeated-labels',
    seen: 'beidaihe-targets-cells form 1: 服务对象满意度指标 in each of three rows',
    formats: ['tabbed', 'markdown', 'cells'],
    spelled: repeat,
  },
  {
    name: 'dropped-level1',
    seen: 'jiading-2022-ocr form 10: no 效益指标 above 社会效益指标',
    formats: ['tabbed', 'markdown'],
    spelled: dropLevel1,
    destroys: 'level1 of the group, though level2 tells it',
  },
  {
    name: 'centred-level2',
    seen: 'ARCHITECTURE.md: one text at the middle row with blanks round it',
    formats: ['tabbed', 'markdown', 'cells'],
    spelled: centre,
    unsure: true,
  },
  {
    name: 'stranded-label',
    seen: 'jiading-2022-ocr form 3: 产出指标⇥一级指标⇥二级指标, 绩效指标 four rows below',
    formats: ['tabbed'],
    spelled: strand,
  },
];
