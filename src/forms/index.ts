import { findTitle } from '../lexicon/index.ts';
import { append, foldWidth, type Note, type SourceRef, type Staged } from '../model/index.ts';
import { printedFigure } from '../number/index.ts';
import type { PerformanceForm } from '../schema/index.ts';
import type { StitchedDocument, WholeForm } from '../stitch/index.ts';
import { doubtsOf } from './doubt.ts';
import { headingsWithoutValues } from './headings.ts';
import { unknownLabels } from './labels.ts';
import { withLikelyPairs } from './likely.ts';
import { type Accounting, Ledger, type Unplaced } from './ledger.ts';
import { Reader } from './reader.ts';
import { readSelfEvaluation } from './self-evaluation.ts';
import { readTargetForm, withFundPairs } from './target.ts';

/** A form as the contract prints it. */
export interface FormRead {
  readonly form: PerformanceForm;
  /** Where each value stands, by JSON Pointer within the form; worked out only when asked for. */
  readonly refs: () => Record<string, SourceRef>;
  /** False where the form breaks off or text inside it found no place. */
  readonly complete: boolean;
  /** The form breaks off (`form-cut-off`), so what is missing below may belong to its sums. */
  readonly cutOff: boolean;
  /** A figure inside the form found no place, so that sums over the form may lack it. */
  readonly figuresLeft: boolean;
  /** Pointers of the values that are null because what is printed there is no number. */
  readonly unreadable: readonly string[];
  /** The roles of the columns that its tables print, filled or not. */
  readonly columns: { readonly funds: readonly string[]; readonly indicators: readonly string[] };
}

export interface FormsRead {
  readonly forms: readonly FormRead[];
  readonly accounting: Accounting;
  readonly unplaced: readonly Unplaced[];
}

/** A form that scores is a self-evaluation, whatever its title says; without scores the title tells, then the columns. */
function isTarget(form: WholeForm): boolean {
  const roles = new Set(form.indicatorColumns.map(({ role }) => role));
  const scores = roles.has('score') || roles.has('actual') || form.goals.has('goalActual');
  if (form.title !== null) return form.title.kind === 'target' && !scores;
  return roles.size > 0 && !scores;
}

/** Reads each whole form into the contract's JSON, and keeps account of every character. */
export function readForms(document: StitchedDocument): Staged<FormsRead> {
  const sum = { placed: 0, labels: 0, outside: 0, unplaced: 0 };
  for (const unit of document.outside) sum.outside += unit.size;
  const notes: Note[] = [];
  const unplaced: Unplaced[] = [];
  const above = yearOutside(document.outside);
  const forms = document.forms.map((whole): FormRead => {
    const ledger = new Ledger();
    const target = isTarget(whole);
    const likely = withLikelyPairs(whole, target);
    const reader = new Reader(target ? withFundPairs(likely) : likely, ledger);
    const printed = target ? readTargetForm(reader) : readSelfEvaluation(reader);
    const read =
      printed.year === null && above !== null ? { ...printed, year: above.value } : printed;
    if (read !== printed) reader.place('/year', above?.units ?? []);
    const labels = unknownLabels(whole, read, reader.takenPairs());
    const form = labels.length === 0 ? read : { ...read, labels };
    for (const { text, units } of headingsWithoutValues(whole))
      reader.note('heading-without-values', { heading: text }, units);
    const closed = ledger.close(whole.units, form);
    for (const key of ['placed', 'labels', 'outside', 'unplaced'] as const)
      sum[key] += closed.accounting[key];
    append(unplaced, closed.unplaced);
    if (!whole.complete)
      reader.note('form-cut-off', { project: form.project.name ?? '?' }, whole.units.slice(-1));
    const doubts = doubtsOf(whole, form, reader.left());
    append(notes, [...reader.notes, ...doubts]);
    append(notes, closed.unplaced.map(unplacedNote));
    return {
      form,
      refs: reader.laterRefs(),
      complete: whole.complete && closed.unplaced.length === 0 && doubts.length === 0,
      cutOff: !whole.complete,
      figuresLeft: closed.unplaced.some(({ text }) => printedFigure(text).kind === 'number'),
      unreadable: reader.notes.flatMap(({ code, data }) =>
        code === 'figure-unreadable' ? [String(data.path)] : [],
      ),
      columns: {
        funds: whole.fundColumns.map(({ role }) => role),
        indicators: whole.indicatorColumns.map(({ role }) => role),
      },
    };
  });
  return { value: { forms, accounting: sum, unplaced }, notes };
}

/** The year that headings outside of all forms say, where they say one: 2022年度部门决算附件：项目支出绩效自评情况. */
function yearOutside(units: StitchedDocument['outside']): WholeForm['year'] {
  // The title of a table that is not read says that table's year.
  const saying = units.filter(
    ({ raw }) => /绩效|自评|决算/u.test(raw) && raw.length <= 60 && findTitle(raw) === null,
  );
  const years = saying.flatMap((unit) =>
    [...foldWidth(unit.raw).matchAll(/20\d\d(?=\s*年)/gu)].map(([text]) => ({ unit, text })),
  );
  const [first] = years;
  const one = first !== undefined && years.every(({ text }) => text === first.text);
  return one ? { value: Number(first.text), units: [first.unit] } : null;
}

function unplacedNote(unplaced: Unplaced): Note {
  return {
    code: 'text-unplaced',
    severity: 'warning',
    stage: 'forms',
    data: { text: unplaced.text.slice(0, 40) },
    refs: unplaced.refs,
  };
}
