import { type Cell, type Grid, largest, type Piece } from '../../model/index.ts';
import type { Column, LevelLabel, Role, StitchedDocument, WholeForm } from '../types.ts';

type Text = Piece | LevelLabel;

/** A cell before it has a row. */
interface Placed {
  readonly text: Text;
  readonly column: number;
  readonly columnSpan: number;
}

/** Roles of columns that say something, in printed order. */
function rolesOf(columns: readonly Column[]): Role[] {
  return [...new Set(columns.map(({ role }) => role))].filter(
    (role) => role !== 'block' && role !== 'blank' && role !== 'other',
  );
}

function row(texts: readonly (Text | null | undefined)[]): Placed[] {
  return texts.flatMap((text, column) =>
    text === null || text === undefined ? [] : [{ text, column, columnSpan: 1 }],
  );
}

function wide(texts: readonly (Text | null)[], width: number): Placed[] {
  const cells = row(texts);
  const last = cells.at(-1);
  return last === undefined
    ? []
    : [...cells.slice(0, -1), { ...last, columnSpan: Math.max(1, width - last.column) }];
}

function headings(columns: readonly Column[], roles: readonly Role[]): (Text | null)[] {
  return roles.map((role) => columns.find((column) => column.role === role)?.heading ?? null);
}

function plain(text: string): Text {
  return { text, units: [] };
}

function headRows(form: WholeForm, width: number): Placed[][] {
  const title = form.title === null ? [] : [wide([form.title], width)];
  return [...title, ...form.pairs.map(({ label, value }) => wide([label, value], width))];
}

function fundRows(form: WholeForm): Placed[][] {
  const roles = rolesOf(form.fundColumns).filter((role) => role !== 'fundLabel');
  const body = form.funds.map(({ label, pieces }) =>
    row([label, ...roles.map((role) => pieces.get(role))]),
  );
  return body.length === 0 ? [] : [row([null, ...headings(form.fundColumns, roles)]), ...body];
}

function goalRows(form: WholeForm, width: number): Placed[][] {
  const words: Partial<Record<Role, string>> = {
    goalExpected: '预期目标',
    goalActual: '实际完成情况',
    midTermGoal: '中期目标',
  };
  return [...form.goals].map(([role, piece]) => wide([plain(words[role] ?? ''), piece], width));
}

function indicatorRows(form: WholeForm, roles: readonly Role[]): Placed[][] {
  const others = largest(
    form.indicators.map((indicator) => indicator.others.length),
    0,
  );
  if (roles.length === 0) return [];
  const extra =
    form.indicators.find((indicator) => indicator.others.length === others)?.others ?? [];
  const heading = row([
    ...headings(form.indicatorColumns, roles),
    ...extra.map(({ label }) => label),
  ]);
  const body = form.indicators.map((indicator) =>
    row([
      ...roles.map((role) =>
        role === 'level1'
          ? indicator.level1
          : role === 'level2'
            ? indicator.level2
            : indicator.pieces.get(role),
      ),
      ...indicator.others.map(({ value }) => value),
    ]),
  );
  return [heading, ...body];
}

function totalRow(form: WholeForm, roles: readonly Role[]): Placed[][] {
  if (form.total === null) return [];
  const { weight, score } = form.total;
  const figures = roles.map((role) =>
    role === 'weight' ? weight : role === 'score' ? score : null,
  );
  return [
    row(roles.length === 0 ? [plain('总分'), weight, score] : [plain('总分'), ...figures.slice(1)]),
  ];
}

/** Labels that stand below each other in rows `from` up to, but without, `to` become one cell, as a person would draw it. */
function spanLabels(
  cells: readonly Cell[],
  columns: readonly number[],
  from: number,
  to: number,
): Cell[] {
  const spanned: Cell[] = [];
  const open = new Map<number, number>();
  for (const cell of cells) {
    const above = open.get(cell.column);
    const top = above === undefined ? undefined : spanned[above];
    const inside = cell.row >= from && cell.row < to && columns.includes(cell.column);
    const same =
      inside &&
      top !== undefined &&
      top.row >= from &&
      top.text === cell.text &&
      top.row + top.rowSpan === cell.row;
    if (same && above !== undefined) {
      spanned[above] = { ...top, rowSpan: top.rowSpan + 1 };
    } else {
      open.set(cell.column, spanned.length);
      spanned.push(cell);
    }
  }
  return spanned;
}

/** A form's whole tables as one grid: what the stitcher made of them. */
function formGrid(form: WholeForm, id: number): Grid {
  const roles = rolesOf(form.indicatorColumns);
  const funds = fundRows(form);
  const indicators = indicatorRows(form, roles);
  const width = largest(
    [...funds, ...indicators].flatMap((cells) => cells.map(({ column }) => column + 1)),
    2,
  );
  const plan =
    form.plan.length === 0
      ? []
      : [row(form.plan.map(({ by }) => by)), row(form.plan.map(({ percent }) => percent))];
  const above = [...headRows(form, width), ...funds, ...plan, ...goalRows(form, width)];
  const rows = [...above, ...indicators, ...totalRow(form, roles)];
  const cells = rows.flatMap((placed, index) =>
    placed.map(({ text, column, columnSpan }): Cell => ({
      text: text.text,
      row: index,
      column,
      rowSpan: 1,
      columnSpan,
      origins: text.units.flatMap((unit) => unit.origins),
    })),
  );
  const levels = roles.flatMap((role, index) =>
    role === 'level1' || role === 'level2' ? [index] : [],
  );
  return {
    id,
    page: form.units[0]?.origins[0]?.page ?? null,
    rows: rows.length,
    columns: width,
    cells: spanLabels(cells, levels, above.length + 1, above.length + indicators.length),
    geometry: 'spans',
    before: [],
  };
}

/** The whole tables of a document, one grid a form, for people to look at. */
export function wholeGrids(document: StitchedDocument): Grid[] {
  return document.forms.map(formGrid);
}
