import type { Group } from './self-evaluation.ts';
import { over } from './table.ts';
import type { DraftCell, DraftRow } from './table.ts';

/** The rows of an indicator table with labels of both levels merged over their rows. `suffix` holds `W` where a weight is printed. */
export function mergedRows<Row>(
  groups: readonly Group<Row>[],
  suffix: string,
  own: (row: Row, path: string) => readonly DraftCell[],
): DraftRow[] {
  const rows: DraftRow[] = [];
  for (const { level1, weight, level2s } of groups) {
    const size = level2s.reduce((sum, inner) => sum + inner.rows.length, 0);
    level2s.forEach((inner, second) => {
      inner.rows.forEach((row, third) => {
        const path = `indicators/${String(rows.length)}`;
        const labels: DraftCell[] = [];
        if (second + third === 0)
          labels.push(
            over(
              { text: level1 + suffix.replace('W', weight), role: 'level', path: `${path}/level1` },
              1,
              size,
            ),
          );
        if (third === 0)
          labels.push(
            over(
              { text: inner.level2, role: 'level', path: `${path}/level2` },
              1,
              inner.rows.length,
            ),
          );
        rows.push({ kind: 'indicator', cells: [...labels, ...own(row, path)] });
      });
    });
  }
  return rows;
}
