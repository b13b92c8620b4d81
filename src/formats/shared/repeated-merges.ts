import {
  findLabel,
  findLevel1,
  findLevel2,
  guessHeading,
  hintsGoal,
  lengths,
  type Term,
  headTerms,
  partTerms,
} from '../../lexicon/index.ts';
import type { Cell, Grid } from '../../model/index.ts';
import { isNil } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';

/** Words over columns of labels: what stands below them may span several of these columns, and several rows. */
const labelTerms: readonly Term[] = [
  'level1',
  'level2',
  'level3',
  'indicatorBlock',
  'fundsBlock',
  'fundTotal',
  'goalBlock',
];
/** Words over columns of values: two of them side by side stand over a value each, also where they are equal. */
const valueTerms: readonly Term[] = [
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
  'targetUnit',
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
  'goalExpected',
  'goalActual',
  'midTermGoal',
  ...partTerms,
];

/** A text that says something: three times side by side it is hardly three cells. */
const shortest = 4;
/** So many cells side by side with one text show that an exporter repeats what it merges. */
const longRun = 3;
/** So many rows that show it. */
const enoughRows = 2;

/** A row's texts by column; null where the row has not as many cells as the grid has columns. */
type Texts = readonly string[] | null;

/** Cells of one row that are one: from a column to a column. */
interface Run {
  readonly from: number;
  readonly to: number;
}

function termsOf(text: string): readonly Term[] {
  if (text.length > lengths.label) return [];
  const guessed = guessHeading(text);
  return (
    findLabel(text)?.terms ?? (guessed !== null ? [guessed] : hintsGoal(text) ? ['goalBlock'] : [])
  );
}

function isFigure(text: string): boolean {
  return printedFigure(text).kind === 'number' || isNil(text);
}

function isWords(text: string): boolean {
  return text.length >= shortest && /\p{Script=Han}/u.test(text) && !isFigure(text);
}

/** Cells with one text side by side; blanks only in a heading's corner. */
function equalRuns(texts: readonly string[], corner = false): Run[] {
  const runs: Run[] = [];
  texts.forEach((text, column) => {
    const last = runs.at(-1);
    const joins = text !== '' || (corner && last?.from === 0);
    if (last !== undefined && joins && texts[column - 1] === text)
      runs[runs.length - 1] = { ...last, to: column };
    else runs.push({ from: column, to: column });
  });
  return runs;
}

/** Words over columns: at least two different ones of a heading, and no figures. */
function isHeading(texts: readonly string[]): boolean {
  const said = new Set(texts.filter((text) => text !== ''));
  if (said.size < 2 || [...said].some((text) => isFigure(text))) return false;
  const words = [...said].filter((text) =>
    termsOf(text).some((term) => valueTerms.includes(term) || term.startsWith('level')),
  );
  return words.length >= 2;
}

function isLabelHeading(text: string): boolean {
  return text === '' || termsOf(text).some((term) => labelTerms.includes(term));
}

/** Whether equal texts of neighbours are two cells: words that differ stand over them, and not both over labels. */
function isParted(heading: readonly string[] | null, column: number): boolean {
  const [left = '', right = ''] = heading?.slice(column, column + 2) ?? [];
  return left !== right && !(isLabelHeading(left) && isLabelHeading(right));
}

/** Labels that begin a row of values of their own, below whatever heading: 评分等级 | 优, 年度总体目标 | 年初目标 | … */
const openingTerms: readonly Term[] = [
  'projectName',
  ...headTerms,
  'attribute',
  'person',
  'note',
  'rating',
  'goalBlock',
  'goalExpected',
  'goalActual',
  'midTermGoal',
];

function opensPairs(texts: readonly string[]): boolean {
  const [first = '', second = ''] = [...new Set(texts.slice(0, -1))];
  return [first, second].some((text) => termsOf(text).some((term) => openingTerms.includes(term)));
}

function runsOf(texts: readonly string[], heading: readonly string[] | null): Run[] {
  const heads = isHeading(texts);
  const ruled = heads || opensPairs(texts) ? null : heading;
  return equalRuns(texts, heads).flatMap(({ from, to }) => {
    // 总分 over all columns of words: what names a part is no value.
    if (findLabel(texts[from] ?? '') !== null) return [{ from, to }];
    const parts: Run[] = [{ from, to: from }];
    for (let column = from; column < to; column += 1) {
      const last = parts.at(-1);
      if (last === undefined || isParted(ruled, column))
        parts.push({ from: column + 1, to: column + 1 });
      else parts[parts.length - 1] = { ...last, to: column + 1 };
    }
    return parts;
  });
}

/** Whether cells that are one show that an exporter repeats: words three times, or a label twice. */
function showsMerge(text: string, { from, to }: Run): boolean {
  const size = to - from + 1;
  return (size >= longRun && isWords(text)) || (size > 1 && findLabel(text) !== null);
}

/** Whether an exporter wrote the text of merged cells into each place that they cover. */
function isRepeated(rows: readonly Texts[]): boolean {
  // Most tables show at once that they are none: their headings need not be looked for.
  const may = rows.filter(
    (texts) =>
      texts !== null && equalRuns(texts).some((run) => showsMerge(texts[run.from] ?? '', run)),
  );
  if (may.length < enoughRows) return false;
  const shown = new Set<string>();
  let heading: readonly string[] | null = null;
  for (const texts of rows) {
    if (texts === null) continue;
    const run = runsOf(texts, heading).find((own) => showsMerge(texts[own.from] ?? '', own));
    if (run !== undefined) shown.add(texts[run.from] ?? '');
    if (isHeading(texts)) heading = texts;
  }
  return shown.size >= enoughRows;
}

interface Merged extends Run {
  readonly row: number;
  readonly text: string;
  rowSpan: number;
}

/** Whether a text may go on from the row above: words of a heading printed twice, or labels beside rows. */
function runsDown(
  text: string,
  run: Run,
  heading: readonly string[] | null,
  inHeading: boolean,
): boolean {
  if (text === '' || isFigure(text)) return false;
  if (inHeading) return true;
  const above = heading?.[run.from] ?? '';
  const level = findLevel1(text) !== null || findLevel2(text) !== null;
  const name = termsOf(above).includes('level3');
  return level ? !name : isLabelHeading(above) && !name && text.length <= lengths.label;
}

/** The cells of rows as wide as the grid, what is repeated across and down put together. */
function cellsOf(rows: readonly Texts[]): Merged[] {
  const cells: Merged[] = [];
  let heading: readonly string[] | null = null;
  let above: Merged[] = [];
  let aboveHeads = false;
  rows.forEach((texts, row) => {
    if (texts === null) {
      above = [];
      return;
    }
    const heads = isHeading(texts);
    const ruled = heading;
    above = runsOf(texts, ruled).map((run): Merged => {
      const text = texts[run.from] ?? '';
      const same = above.find(
        (own) => own.from === run.from && own.to === run.to && own.text === text,
      );
      if (same !== undefined && runsDown(text, run, ruled, heads && aboveHeads)) {
        same.rowSpan += 1;
        return same;
      }
      const own = { ...run, row, text, rowSpan: 1 };
      cells.push(own);
      return own;
    });
    if (heads)
      heading = texts.map((text, at) =>
        text === '' ? (aboveHeads ? (ruled?.[at] ?? '') : '') : text,
      );
    aboveHeads = heads;
  });
  return cells;
}

/**
 * Puts the cells together that an exporter (python-docx, pandas, loaders of documents) wrote once for each place that they cover.
 * The copies stood nowhere in the document; they count as markup.
 *
 * @returns the same grid where nothing is repeated
 */
export function withoutCopies(grid: Grid): Grid {
  if (grid.columns < longRun || grid.cells.some((cell) => cell.rowSpan * cell.columnSpan > 1))
    return grid;
  const placed: (Cell | undefined)[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) (placed[cell.row] ?? [])[cell.column] = cell;
  const rows = placed.map((cells): Texts => {
    const all = cells.length === grid.columns && cells.every((cell) => cell !== undefined);
    return all ? cells.map((cell) => cell?.text.trim() ?? '') : null;
  });
  if (!isRepeated(rows)) return grid;
  const merged = cellsOf(rows).map(({ row, from, to, rowSpan }): Cell => ({
    ...(placed[row]?.[from] as Cell),
    rowSpan,
    columnSpan: to - from + 1,
  }));
  const others = placed.flatMap((cells, row) => (rows[row] === null ? cells : []));
  const cells = [...merged, ...others.flatMap((cell) => cell ?? [])].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  );
  return { ...grid, cells, geometry: 'spans' };
}
