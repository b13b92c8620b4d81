import { h, svg } from './dom.ts';
import { t } from './words.ts';

/** One column of a histogram: from (included) to (excluded); null is open. */
interface Bin {
  readonly from: number | null;
  readonly to: number | null;
}

function binsOf(edges: readonly number[], openAbove: boolean): Bin[] {
  const [first = 0] = edges;
  const bins: Bin[] = [{ from: null, to: first }];
  for (let at = 1; at < edges.length; at += 1)
    bins.push({ from: edges[at - 1] ?? null, to: edges[at] ?? null });
  return openAbove ? [...bins, { from: edges.at(-1) ?? null, to: null }] : bins;
}

/** The last closed column holds its upper edge too: 100 % belongs below "above 100". */
function countIn(values: readonly number[], bins: readonly Bin[], top: number): number[] {
  return bins.map(
    ({ from, to }) =>
      values.filter(
        (value) =>
          (from === null || value > from || (value === from && from !== top)) &&
          (to === null || value < to || (value === top && to === top)),
      ).length,
  );
}

const width = 320;
const height = 100;
const floor = 78;

/** A column with its count above and its edge below. */
function column(
  bin: Bin,
  count: number,
  { x, width: step, tall }: { readonly x: number; readonly width: number; readonly tall: number },
): (SVGElement | false)[] {
  const { words, axis } = namesOf(bin, count);
  const middle = x + step / 2;
  const top = floor - tall;
  return [
    svg(
      'rect',
      { class: 'column', x: x + 3, y: top, width: step - 6, height: tall, rx: 2 },
      svg('title', {}, words),
    ),
    count > 0 && svg('text', { class: 'count', x: middle, y: top - 4 }, count),
    svg('text', { class: 'axis', x: middle, y: floor + 15 }, axis),
  ];
}

/** What a column is called in words, and on the axis. */
function namesOf({ from, to }: Bin, count: number): { words: string; axis: string } {
  if (from === null) return { words: t('chart-below', { to: to ?? '', count }), axis: `<${to}` };
  if (to === null) return { words: t('chart-above', { from, count }), axis: `>${from}` };
  return { words: t('chart-bar', { from, to, count }), axis: `${from}` };
}

/** How figures spread, drawn as columns; told in words for whoever does not see it. */
export function histogram(
  title: string,
  printed: readonly (string | null)[],
  edges: readonly number[],
): HTMLElement {
  const values = printed.filter((value) => value !== null).map(Number);
  const top = edges.at(-1) ?? 100;
  const bins = binsOf(
    edges,
    values.some((value) => value > top),
  );
  const counts = countIn(values, bins, top);
  const most = Math.max(1, ...counts);
  const step = width / bins.length;
  const columns = bins.flatMap((bin, at) => {
    const count = counts[at] ?? 0;
    const tall = count === 0 ? 0 : Math.max(2, (count / most) * (floor - 18));
    return column(bin, count, { x: at * step, width: step, tall });
  });
  const drawing = svg(
    'svg',
    {
      class: 'histogram',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': told(title, bins, counts),
    },
    svg('line', { class: 'floor', x1: 0, y1: floor, x2: width, y2: floor }),
    ...columns,
  );
  const left = printed.length - values.length;
  return h(
    'figure',
    { class: 'card chart' },
    h('figcaption', {}, title),
    values.length === 0 ? h('p', { class: 'quiet' }, t('chart-none')) : drawing,
    values.length > 0 &&
      left > 0 &&
      h('p', { class: 'quiet small' }, t('chart-missing', { count: left })),
  );
}

function told(title: string, bins: readonly Bin[], counts: readonly number[]): string {
  const parts = bins.flatMap((bin, at) =>
    (counts[at] ?? 0) === 0 ? [] : [`${bin.from ?? '<'}–${bin.to ?? '>'}: ${counts[at]}`],
  );
  return `${title}: ${parts.join(', ')}`;
}

/** Parts of a whole in one bar. */
export function stacked(parts: readonly (readonly [string, number])[]): SVGElement {
  const all = parts.reduce((sum, [, count]) => sum + count, 0);
  let x = 0;
  const pieces = parts
    .filter(([, count]) => count > 0)
    .map(([name, count]) => {
      const wide = Math.max((count / Math.max(1, all)) * 600, 3);
      x += wide;
      return svg('rect', { class: `part ${name}`, x: x - wide, y: 0, width: wide, height: 12 });
    });
  return svg(
    'svg',
    {
      class: 'stacked',
      viewBox: `0 0 ${Math.max(x, 600)} 12`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
      focusable: 'false',
    },
    ...pieces,
  );
}
