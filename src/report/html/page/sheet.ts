import type { LayoutCell } from '../../../export/layout.ts';
import { h } from './dom.ts';
import { icon } from './marks.ts';
import type { OpenFinding, OpenForm } from './unpack.ts';
import { t } from './words.ts';

const columnsOf = (widths: readonly number[]): HTMLElement => {
  const all = widths.reduce((sum, width) => sum + width, 0);
  return h(
    'colgroup',
    {},
    ...widths.map((width) => h('col', { width: `${((width / all) * 100).toFixed(2)}%` })),
  );
};

/** A form's table as a person knows it. `idOf` names its cells; without it nothing can be chosen (in print). */
export function sheet(
  open: OpenForm,
  name: string,
  idOf: ((at: number) => string) | null,
): HTMLTableElement {
  const { layout } = open;
  const byCell = new Map<number, OpenFinding[]>();
  for (const finding of open.findings)
    if (finding.cell !== null)
      byCell.set(finding.cell, [...(byCell.get(finding.cell) ?? []), finding]);
  const rows = Array.from({ length: layout.rows }, () => h('tr'));
  for (const [at, cell] of layout.cells.entries())
    rows[cell.row]?.append(cellOf(cell, at, byCell.get(at) ?? [], open, idOf));
  return h(
    'table',
    {
      class: `sheet ${open.form.kind}`,
      role: idOf === null ? null : 'grid',
      'aria-label': t('table-label', { name }),
    },
    columnsOf(layout.widths),
    h('tbody', {}, ...rows),
  );
}

function cellOf(
  cell: LayoutCell,
  at: number,
  findings: readonly OpenFinding[],
  open: OpenForm,
  idOf: ((at: number) => string) | null,
): HTMLElement {
  const { text, kind, rowSpan, columnSpan } = cell;
  const isValue = cell.paths.length > 0;
  const worst = findings[0]?.level;
  const mended = open.mends.has(at);
  const classes = [
    kind,
    long(text) ? 'long' : '',
    worst === undefined ? '' : `flagged ${worst}`,
    mended ? 'mended' : '',
  ];
  const spans = {
    rowspan: rowSpan > 1 ? rowSpan : null,
    colspan: columnSpan > 1 ? columnSpan : null,
  };
  const choose = idOf !== null && isValue ? { id: idOf(at), tabindex: '-1', 'data-cell': at } : {};
  return h(
    'td',
    { class: classes.filter((one) => one !== '').join(' '), ...spans, ...choose },
    worst !== undefined &&
      h('span', { class: 'mark' }, icon(worst), h('span', { class: 'unseen' }, `${t(worst)}: `)),
    text,
    mended && h('span', { class: 'unseen mend-word' }, `（${t('mended-cell')}）`),
  );
}

function long(text: string): boolean {
  return text.length > 12;
}
