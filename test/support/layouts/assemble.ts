import { buildTable } from '../forms/table.ts';
import type { Block } from '../forms/types.ts';
import type { Built, ExpectedExtra, ExpectedForm, LayoutSample, Part } from './types.ts';

/** Puts the parts of a form below each other in one table, as wide as the widest of them needs. */
export function assemble(
  parts: readonly Part[],
  expected: ExpectedForm,
  built: readonly Built<unknown>[],
  more: { readonly extras: readonly ExpectedExtra[]; readonly open: readonly string[] },
): LayoutSample {
  const columns = Math.max(...parts.map((part) => part.width));
  const rows = parts.flatMap((part) => part.rows(columns));
  const blocks: Block[] = [
    ...built.flatMap((one) => one.before ?? []),
    { kind: 'table', table: buildTable(rows, columns) },
    ...built.flatMap((one) => one.after ?? []),
  ];
  return {
    expected,
    accept: {},
    blocks,
    extras: [...built.flatMap((one) => one.extras ?? []), ...more.extras],
    open: [...built.flatMap((one) => one.open ?? []), ...more.open],
  };
}
