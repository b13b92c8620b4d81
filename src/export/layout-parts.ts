import type { Draft, Layout, LayoutCell, Row } from './layout-types.ts';

interface Spans {
  readonly rows?: number;
  readonly columns?: number;
}

/** The form's own words. */
export function label(text: string, { rows = 1, columns = 1 }: Spans = {}): Draft {
  return { text, kind: 'label', paths: [], rowSpan: rows, columnSpan: columns };
}

/** A value as it is printed; null is a blank cell. */
export function text(
  value: string | null,
  path: string,
  { rows = 1, columns = 1 }: Spans = {},
): Draft {
  return { text: value ?? '', kind: 'text', paths: [path], rowSpan: rows, columnSpan: columns };
}

/** A label and value that the model has no place for. Words with nothing behind them show by a colon that they are a label. */
export function extraRow(
  { label: words, value }: { readonly label: string; readonly value: string },
  index: number,
  columns: number,
  all: number,
): Row {
  return [
    label(value === '' && !/[:：]$/u.test(words) ? `${words}：` : words, { columns }),
    text(value, `/extras/${index}/value`, { columns: all - columns }),
  ];
}

/** How many extras stand above a form's own head: those of the project that it is part of (一级项目名称), up to the last. */
export function extrasAbove(extras: readonly { readonly label: string }[]): number {
  return extras.findLastIndex((extra) => /项目名称[:：]?$/u.test(extra.label)) + 1;
}

/** A printed decimal, with the sign that its column has (`%`). */
export function figure(
  value: string | null,
  path: string,
  { rows = 1, columns = 1, sign = '' }: Spans & { readonly sign?: string } = {},
): Draft {
  return {
    text: value === null ? '' : `${value}${sign}`,
    kind: 'number',
    paths: [path],
    rowSpan: rows,
    columnSpan: columns,
  };
}

/** Labels and values side by side, the last value as wide as `columns` leaves it. */
export function pairs(items: readonly (readonly [Draft, Draft])[], columns: number): Draft[] {
  const last = columns - 2 * items.length + 1;
  return items.flatMap(([name, value], at) => [
    name,
    at === items.length - 1 ? { ...value, columnSpan: last } : value,
  ]);
}

/** Gives every draft the first column of its row that no cell above reaches into. */
function place(rows: readonly Row[], columns: number): LayoutCell[] {
  const until = new Array<number>(columns).fill(0);
  return rows.flatMap((row, at) => {
    let column = 0;
    return row.map((draft): LayoutCell => {
      while (column < columns && (until[column] ?? 0) > at) column += 1;
      const first = column;
      for (const end = first + draft.columnSpan; column < end; column += 1)
        until[column] = at + draft.rowSpan;
      return { ...draft, row: at, column: first };
    });
  });
}

export function layoutOf(
  head: Pick<Layout, 'title' | 'year'>,
  rows: readonly Row[],
  widths: readonly number[],
): Layout {
  return {
    ...head,
    rows: rows.length,
    columns: widths.length,
    widths,
    cells: place(rows, widths.length),
  };
}

/** For each item, how many from it on have the same key (0 where the one before has it too), so that their cells merge. */
function runs(keys: readonly (string | null)[]): number[] {
  return keys.map((key, index) => {
    if (key !== null && index > 0 && keys[index - 1] === key) return 0;
    let end = index + 1;
    while (key !== null && end < keys.length && keys[end] === key) end += 1;
    return end - index;
  });
}

interface Levelled {
  readonly level1: string | null;
  readonly level2: string | null;
}

/** The merged cells of 一级指标 and 二级指标 that begin in each row. */
export function levelCells(
  indicators: readonly Levelled[],
  words: (level1: string, index: number) => Pick<Draft, 'text' | 'paths'>,
): Draft[][] {
  const first = runs(indicators.map(({ level1 }) => level1));
  let block = 0;
  const second = runs(
    indicators.map(({ level2 }, index) => {
      // The same 二级指标 under another 一级指标 is another cell.
      if ((first[index] ?? 0) > 0) block += 1;
      return level2 === null ? null : `${block} ${level2}`;
    }),
  );
  return indicators.map(({ level1, level2 }, index) => [
    ...(first[index] === 0
      ? []
      : [
          {
            ...text(level1, `/indicators/${index}/level1`, { rows: first[index] ?? 1 }),
            ...(level1 === null ? {} : words(level1, index)),
          },
        ]),
    ...(second[index] === 0
      ? []
      : [text(level2, `/indicators/${index}/level2`, { rows: second[index] ?? 1 })]),
  ]);
}
