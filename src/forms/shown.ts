import { findYearLine, provesLabel } from '../lexicon/index.ts';
import { cleanText, foldWidth, isBlank, type Unit } from '../model/index.ts';
import { printedFigure } from '../number/index.ts';

/** The characters of a text that are seen, each by itself. */
function visible(text: string): string[] {
  return [...text].filter((character) => !isBlank(character));
}

/** A text to compare by: width folded, nothing unseen. It has as many characters as the text shows. */
function compact(text: string): string {
  return foldWidth(text).replace(/[\s\p{Cc}\p{Cf}]+/gu, '');
}

/** What a unit lost on its way into a value. */
export interface Lost {
  readonly text: string;
  readonly size: number;
}

/** Which characters of the units stand in the values that they were taken for. */
export class Shown {
  private readonly whole = new Set<Unit>();
  private readonly masks = new Map<Unit, boolean[]>();

  /** Compares units with the value that was made of them; null is no value. */
  add(units: readonly Unit[], value: string | null, path: string): void {
    if (value === null || units.every((unit) => this.isWhole(unit, value))) return;
    const wanted = compact(value);
    const texts = units.map((unit) => compact(unit.raw));
    units.forEach((unit, index) => {
      if (wanted.includes(texts[index] ?? '')) this.whole.add(unit);
    });
    if (units.every((unit) => this.whole.has(unit))) return;
    const joined = cleanText(units.map(({ raw }) => raw).join('\n'));
    if (isNormalForm(joined, value, path)) for (const unit of units) this.whole.add(unit);
    else this.compare(units, texts, wanted);
  }

  /** Most values are a cell's text as it stands. */
  private isWhole(unit: Unit, value: string): boolean {
    if (!value.includes(unit.raw)) return false;
    this.whole.add(unit);
    return true;
  }

  /** Marks what the units' texts, one behind the other, have in common with the value. */
  private compare(units: readonly Unit[], texts: readonly string[], wanted: string): void {
    const characters = texts.map((text) => [...text]);
    const common = commonTo(characters.flat(), [...wanted]);
    let start = 0;
    units.forEach((unit, index) => {
      const length = characters[index]?.length ?? 0;
      const mask = this.masks.get(unit) ?? Array.from({ length }, () => false);
      for (let at = 0; at < length; at += 1) mask[at] ||= common[start + at] ?? false;
      this.masks.set(unit, mask);
      start += length;
    });
  }

  /** Whether anything of a unit stands in a value. */
  has(unit: Unit): boolean {
    return this.whole.has(unit) || (this.masks.get(unit)?.includes(true) ?? false);
  }

  /** What of a unit stands in no value; null where nothing of it does, blank where all of it does. */
  lost(unit: Unit): Lost | null {
    if (this.whole.has(unit)) return { text: '', size: 0 };
    const mask = this.masks.get(unit);
    if (mask === undefined || !this.has(unit)) return null;
    const characters = visible(unit.raw);
    const lost = runsOf(mask)
      .map(([from, to]) => characters.slice(from, to))
      .filter((run) => !isTrimming(run.join('')));
    return {
      text: lost.map((run) => run.join('')).join(' '),
      size: lost.reduce((sum, run) => sum + run.length, 0),
    };
  }
}

/** The grades that one may tick, each with its marks or not: ☑优（≥90分）□良（80-90分）. */
const options =
  /^[□☐☑√✓✔■▣☒优秀良好中等差一般较不合格]+(?:[(（](?=[^()（）]*\d)[^()（）]{1,14}[)）][□☐☑√✓✔■▣☒优秀良好中等差一般较不合格]*)*$/u;

/** Whether a value is what a text says in the contract's spelling: a figure's digits, a year, the one grade that is ticked. */
function isNormalForm(text: string, value: string, path: string): boolean {
  const figure = printedFigure(text);
  if (figure.kind === 'number' && figure.digits === value) return true;
  if (path === '/year')
    return findYearLine(text) === Number(value) || /^\d{4}年?度?$/u.test(foldWidth(text));
  return path === '/rating' && options.test(compact(text));
}

/** Runs of characters that are not marked: from, and up to but without to. */
function runsOf(mask: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  mask.forEach((marked, at) => {
    const last = runs.at(-1);
    if (marked) return;
    if (last !== undefined && last[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  });
  return runs;
}

/** What may be left of a unit that stands in a value: marks that part a code from a name, numbering, what closes a weight. */
const trimmings: readonly RegExp[] = [
  /^[()（）[\]【】〔〕\-—–_:：、.．,，;；/·#*]{1,3}$/u,
  /^[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[)）][、.．]?|[、.．])$/u,
  /^[(（]?(?:[分%]|年度?)[)）]?$/u,
];

function isTrimming(run: string): boolean {
  return trimmings.some((pattern) => pattern.test(run)) || provesLabel(run);
}

/** So many comparisons at most; texts longer than that are not cut by us. */
const mostComparisons = 1_000_000;

/** Which characters of a text stand in another, in order: the longest run in common first, then what stands on its both sides. */
function commonTo(text: readonly string[], other: readonly string[]): boolean[] {
  const mask = text.map(() => false);
  if (text.length * other.length > mostComparisons) return mask;
  const open: [number, number, number, number][] = [[0, text.length, 0, other.length]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to, otherFrom, otherTo] = part;
    const run = longestRun(text, other, part);
    if (run.length === 0) continue;
    mask.fill(true, run.at, run.at + run.length);
    open.push(
      [from, run.at, otherFrom, run.otherAt],
      [run.at + run.length, to, run.otherAt + run.length, otherTo],
    );
  }
  return mask;
}

function longestRun(
  text: readonly string[],
  other: readonly string[],
  [from, to, otherFrom, otherTo]: readonly [number, number, number, number],
): { at: number; otherAt: number; length: number } {
  let best = { at: from, otherAt: otherFrom, length: 0 };
  let above: number[] = [];
  for (let at = from; at < to; at += 1) {
    const row: number[] = [];
    for (let otherAt = otherFrom; otherAt < otherTo; otherAt += 1) {
      if (text[at] !== other[otherAt]) continue;
      const length = (above[otherAt - 1] ?? 0) + 1;
      row[otherAt] = length;
      if (length > best.length)
        best = { at: at - length + 1, otherAt: otherAt - length + 1, length };
    }
    above = row;
  }
  return best;
}
