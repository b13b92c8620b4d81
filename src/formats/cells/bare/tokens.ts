import { isListedLevel2, provesLabel } from '../../../lexicon/index.ts';
import { isBlank } from '../../../model/index.ts';
import type { Paragraph } from '../segments.ts';
import { factsOf } from './facts.ts';
import type { Facts } from './facts.ts';

/** A cell as a way to read the lines takes it: what it says, and whether a row surely begins with it. */
export interface Token {
  readonly lines: readonly Paragraph[];
  readonly text: string;
  readonly facts: Facts;
  readonly rowBreak: boolean;
}

/** Lines of text that follow each other, and how many blank lines stand before them. */
interface Run {
  readonly blanks: number;
  readonly lines: Paragraph[];
}

/**
 * What blank lines are in a text: how many of them part two cells, from how many on they end a row, and whether the others
 * stand for cells.
 */
export interface Way {
  readonly between: number;
  readonly rowEnd: number;
  /** A blank line that neither parts cells nor ends a row is a cell; without, it is nothing. */
  readonly cells: boolean;
  /** Every row has as many lines as its heading: one stands for each cell that is blank or covered. */
  readonly regular: boolean;
}

/** So many lines make one label at most: narrow columns print a character or two a line. */
const linesOfLabel = 6;
const longestPart = 10;

function runsOf(lines: readonly Paragraph[]): Run[] {
  const runs: Run[] = [];
  let blanks = 0;
  for (const line of lines) {
    const run = blanks === 0 ? runs.at(-1) : undefined;
    if (isBlank(line.text)) blanks += 1;
    else if (run !== undefined) run.lines.push(line);
    else {
      runs.push({ blanks, lines: [line] });
      blanks = 0;
    }
  }
  return runs;
}

/** The ways to take the blank lines of a text, by how often so many of them stand between lines of text. */
export function waysOf(lines: readonly Paragraph[]): Way[] {
  const runs = runsOf(lines);
  const counts = new Map<number, number>();
  for (const { blanks } of runs.slice(1)) counts.set(blanks, (counts.get(blanks) ?? 0) + 1);
  const texts = runs.reduce((sum, run) => sum + run.lines.length, 0);
  const parted = runs.length > texts * 0.7 && texts > 1;
  const between = parted ? mostFrequent(counts) : 0;
  const longer = [...counts.keys()].filter((count) => count > between).sort((a, b) => a - b);
  const ways: Way[] = [];
  for (const rowEnd of [Infinity, ...longer.slice(0, 3)]) {
    ways.push({ between, rowEnd, cells: true, regular: false });
    if (longer.length > 0) ways.push({ between, rowEnd, cells: true, regular: true });
  }
  if (longer.length > 0) ways.push({ between, rowEnd: Infinity, cells: false, regular: false });
  return ways;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  let best = 0;
  for (const [count, often] of counts) if (often > (counts.get(best) ?? 0)) best = count;
  return best;
}

/** The cells of a text, its blank lines taken in one way. */
export function tokensOf(lines: readonly Paragraph[], way: Way): Token[] {
  const tokens: Token[] = [];
  let at = lines[0]?.number ?? 1;
  for (const run of runsOf(lines)) {
    const rowBreak = run.blanks >= way.rowEnd;
    for (let blank = blankCells(run.blanks, way); blank > 0; blank -= 1)
      tokens.push(tokenOf([{ text: '', number: at }], false));
    // Where blank lines part cells, lines without one between them are of one cell.
    const cells = way.between > 0 ? [run.lines] : joinedLabels(run.lines);
    for (const [index, cell] of cells.entries())
      tokens.push(tokenOf(cell, rowBreak && index === 0));
    at = (run.lines.at(-1)?.number ?? at) + 1;
  }
  return tokens;
}

/** How many blank cells a run of blank lines stands for. */
function blankCells(blanks: number, { between, rowEnd, cells }: Way): number {
  if (!cells) return 0;
  const more = blanks - (blanks >= rowEnd ? rowEnd : between);
  return Math.max(0, Math.min(40, Math.floor(more / (between + 1))));
}

function tokenOf(lines: readonly Paragraph[], rowBreak: boolean): Token {
  const text = lines.map((line) => line.text.trim()).join('');
  return { lines, text, facts: factsOf(text), rowBreak };
}

/** Lines that only together are a label are one cell: 年度⏎总体⏎目标. */
function joinedLabels(lines: readonly Paragraph[]): Paragraph[][] {
  const cells: Paragraph[][] = [];
  for (let at = 0; at < lines.length;) {
    let length = linesOfLabel;
    while (length > 1 && !isLabelIn(lines.slice(at, at + length), length)) length -= 1;
    cells.push(lines.slice(at, at + length));
    at += length;
  }
  return cells;
}

/** Whether lines are one label: as it is printed, or in known morphemes, and no two labels that follow each other. */
function isLabelIn(lines: readonly Paragraph[], length: number): boolean {
  if (lines.length < length) return false;
  const parts = lines.map(({ text }) => text.replaceAll(/\s+/gu, ''));
  if (parts.some((part) => part.length > longestPart || !/\p{Script=Han}/u.test(part)))
    return false;
  if (parts.some((part) => factsOf(part).aside)) return false;
  const whole = parts.join('');
  const listed = isListed(whole);
  if (!listed && !(isName(whole) && provesLabel(whole))) return false;
  return parts.slice(1).every((_, before) => {
    const head = standsAlone(parts.slice(0, before + 1).join(''));
    const tail = isName(parts.slice(before + 1).join(''));
    // 服务对象⏎满意度指标 is one label, and so is 偏差原因⏎分析及改进措施; 持续加强⏎满意度指标 are two cells.
    return listed ? !head || !tail : !head && !tail;
  });
}

/** 产出⏎数量指标 are two levels; 年度⏎总体目标 is one label, though 年度 is one as well. */
function standsAlone(text: string): boolean {
  return text.length > 2 ? isName(text) : factsOf(text).level1;
}

/** Whether a text is a label as templates print it. */
function isListed(text: string): boolean {
  const { labelCost, level1 } = factsOf(text);
  return labelCost === 0 || level1 || isListedLevel2(text);
}

function isName(text: string): boolean {
  const { terms, labelCost, level1, level2 } = factsOf(text);
  return (terms.length > 0 && labelCost < 2) || level1 || level2;
}
