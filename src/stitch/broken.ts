import type { Piece } from '../model/index.ts';
import { printedDecimal } from '../number/index.ts';
import type { Role, WholeForm } from './types.ts';

/** What a form shows of its end. */
interface FormEnd {
  /** Its tables have a 总分. */
  readonly total: boolean;
  readonly scores: boolean;
  /** It scores but has no 总分: it breaks off where others print theirs, or it alone scores. */
  readonly open: boolean;
}

export function endOf(form: WholeForm): FormEnd {
  const total = form.total !== null;
  const scores = form.indicatorColumns.some(({ role }) => role === 'score');
  const ended = total || form.pairs.some(({ terms }) => terms.includes('total'));
  return { total, scores, open: scores && !ended && !weighsWhole(form) };
}

/** Whether the weights of a form's rows, with that of its money or without, come to a hundred: no row is missing. */
function weighsWhole({ indicators, funds }: WholeForm): boolean {
  const sum = (rows: readonly { readonly pieces: ReadonlyMap<Role, Piece> }[]): number =>
    rows.reduce(
      (all, { pieces }) => all + Number(printedDecimal(pieces.get('weight')?.text ?? '') ?? 0),
      0,
    );
  const own = sum(indicators);
  return [own, own + sum(funds)].some((all) => Math.abs(all - 100) < 1e-6);
}

/** Which forms of a document break off: those without an end, where one prints its 总分 or one alone scores. */
export function breakOff(ends: readonly FormEnd[]): boolean[] {
  const usual = ends.some(({ total }) => total) || ends.filter(({ scores }) => scores).length === 1;
  return ends.map(({ open }) => usual && open);
}
