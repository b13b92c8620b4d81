import type { Cell, Grid } from '../model/index.ts';
import type { LevelLabel, Pair, Piece, StitchedDocument, WholeForm } from './types.ts';

type Text = Piece | LevelLabel | null;

function pairRow(pair: Pair): Text[] {
  return [pair.label, pair.value];
}

function rowsOf(form: WholeForm): Text[][] {
  const title: Text[][] = form.title === null ? [] : [[{ text: form.title.text, units: form.title.units }]];
  const funds = form.funds.map((row): Text[] => [row.label, ...row.pieces.values()]);
  const goals = [...form.goals.values()].map((piece): Text[] => [piece]);
  const plan = form.plan.length === 0 ? [] : [form.plan.map(({ by }) => by), form.plan.map(({ percent }) => percent)];
  const roles = form.indicatorColumns.map(({ role }) => role).filter((role) => role !== 'block' && role !== 'blank' && role !== 'other');
  const heading = roles.map((role) => form.indicatorColumns.find((column) => column.role === role)?.heading ?? null);
  const indicators = form.indicators.map((row): Text[] => [
    ...roles.map((role) => (role === 'level1' ? row.level1 : role === 'level2' ? row.level2 : (row.pieces.get(role) ?? null))),
    ...row.others.map(({ value }) => value),
  ]);
  const total: Text[][] = form.total === null ? [] : [[{ text: '总分', units: [] }, form.total.weight, form.total.score]];
  return [...title, ...form.pairs.map(pairRow), ...funds, ...goals, ...plan, ...(heading.length === 0 ? [] : [heading]), ...indicators, ...total];
}

/** A form's whole tables as one grid: labels in every row they belong to, each row one indicator. */
function formGrid(form: WholeForm, id: number): Grid {
  const rows = rowsOf(form);
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column): Cell[] =>
      text === null ? [] : [{ text: text.text, row, column, rowSpan: 1, columnSpan: 1, origins: text.units.flatMap((unit) => unit.origins) }],
    ),
  );
  const columns = Math.max(0, ...rows.map((texts) => texts.length));
  return { id, page: form.units[0]?.origins[0]?.page ?? null, rows: rows.length, columns, cells, geometry: 'spans', before: [] };
}

/** The whole tables of a document, one grid a form, for people to look at. */
export function wholeGrids(document: StitchedDocument): Grid[] {
  return document.forms.map(formGrid);
}
