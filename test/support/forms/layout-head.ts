import type { Head } from './self-evaluation.ts';
import { fill, label, over, prose, value } from './table.ts';
import type { DraftCell, DraftRow } from './table.ts';
import type { Block } from './types.ts';

/** The title line with the year in it, where the form prints it so. */
export function printedTitle(title: string, head: Head): string {
  const styles: Record<string, string> = {
    title: `${String(head.year)}年度`,
    'title-short': `${String(head.year)}年`,
  };
  const year = head.year === null ? '' : (styles[head.yearStyle] ?? '');
  return `${head.numbering}${departmentInTitle(head)}${year}${title}`;
}

/** The department before the title, which belongs to the title then. */
export function departmentInTitle(head: Head): string {
  return head.departmentInTitle && head.department !== null && !/[()（）]/.test(head.department)
    ? head.department
    : '';
}

function yearLine(head: Head): string | null {
  if (head.year === null || head.yearStyle.startsWith('title')) return null;
  return head.yearStyle.replace('Y', String(head.year));
}

/** Lines above the table. A title inside the table is its first row instead (see `headRows`). */
export function headBlocks(head: Head, title: string, unit: string | null): Block[] {
  const blocks: Block[] = [];
  if (head.annex !== '') blocks.push({ kind: 'line', role: 'annex', text: head.annex });
  const year = yearLine(head);
  if (!head.titleInTable) {
    blocks.push({ kind: 'line', role: 'title', text: title });
    if (year !== null) blocks.push({ kind: 'line', role: 'year', text: year });
  }
  if (unit !== null) blocks.push({ kind: 'line', role: 'unit', text: `单位：${unit}` });
  return blocks;
}

/** Title (where it stands in the table), project, code, department and unit. */
export function headRows(
  head: Head,
  title: string,
  columns: number,
  unit: string | null,
): DraftRow[] {
  const rows: DraftRow[] = [];
  const year = yearLine(head);
  if (head.titleInTable) {
    rows.push({ kind: 'head', cells: [over(label(title), columns)] });
    if (year !== null) rows.push({ kind: 'head', cells: [over(label(year), columns)] });
  }
  if (unit !== null)
    rows.push({
      kind: 'head',
      cells: [over(label(''), columns - 2), over(label(`单位：${unit}`), 2)],
    });
  rows.push(...projectRows(head, columns), ...officeRows(head, columns));
  if (head.other !== null)
    rows.push({
      kind: 'head',
      cells: fill([label(head.other[0]), value(head.other[1])], columns, [1]),
    });
  return rows;
}

function projectRows(head: Head, columns: number): DraftRow[] {
  const project = [label(head.projectLabel), prose(head.project, 'project/name')];
  const code = head.code === null ? [] : [label(head.codeLabel), value(head.code, 'project/code')];
  const first = head.codeFirst ? [...code, ...project] : [...project, ...code];
  return pairRow(first, columns);
}

/** Names and what they name, in one row; none where there is nothing to print. */
function pairRow(cells: readonly DraftCell[], columns: number): DraftRow[] {
  if (cells.length === 0) return [];
  return [{ kind: 'head', cells: fill(cells, columns, cells.length === 2 ? [1] : [1, 3]) }];
}

/** Department and unit, beside each other or one below the other. */
function officeRows(head: Head, columns: number): DraftRow[] {
  const department =
    head.department === null
      ? []
      : [
          label(head.departmentCode === null ? head.departmentLabel : '主管部门及代码'),
          prose(
            head.departmentCode === null
              ? head.department
              : `${head.departmentCode}-${head.department}`,
            'department',
          ),
        ];
  const implementing =
    head.unit === null ? [] : [label(head.unitLabel), prose(head.unit, 'implementingUnit')];
  return head.stacked
    ? [...pairRow(department, columns), ...pairRow(implementing, columns)]
    : pairRow([...department, ...implementing], columns);
}
