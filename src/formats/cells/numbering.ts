import { compactCell } from './evidence.ts';
import type { Segment } from './segments.ts';

/** A number that begins cells: that of a row under 序号, or that of a title over a part of the form (`二、预算执行情况`). */
export type Numbered = 'row' | 'title' | null;

const numerals = '一二三四五六七八九十';
const title = new RegExp(`^([${numerals}])、[^。；;|]{2,30}$`);

/** Where numbers follow each other through a table, as those of plain figures and of paragraphs do not. */
export function numberedSegments(segments: readonly Segment[]): Numbered[] {
  const titles = numberedTitles(segments);
  let next = 0;
  return segments.map(({ cells }, index) => {
    if (titles.has(index)) return 'title';
    const [first, second] = cells;
    const words = first === undefined || second === undefined ? '' : compactCell(first);
    if (words === '序号') next = 1;
    else if (
      next === 0 ||
      words !== String(next) ||
      !/\p{Script=Han}/u.test(second === undefined ? '' : compactCell(second))
    )
      return null;
    else next += 1;
    return 'row';
  });
}

function numberedTitles(segments: readonly Segment[]): Set<number> {
  const found = new Set<number>();
  let next = '';
  for (const [index, { cells }] of segments.entries()) {
    const [cell] = cells;
    const number =
      cells.length === 1 && cell !== undefined ? title.exec(compactCell(cell))?.[1] : undefined;
    if (number === undefined || (next !== '' && number !== next)) continue;
    next = numerals[numerals.indexOf(number) + 1] ?? ' ';
    found.add(index);
  }
  return found.size > 1 ? found : new Set();
}
