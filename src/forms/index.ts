import { lengths, findTitle, isListTitle } from '../lexicon/index.ts';
import { foldWidth, type Note, type SourceRef, type Staged, type Unit } from '../model/index.ts';
import { printedFigure } from '../number/index.ts';
import type { PerformanceForm } from '../schema/index.ts';
import type { StitchedDocument, WholeForm } from '../stitch/index.ts';
import { doubtsOf } from './doubt.ts';
import { headingsWithoutValues } from './headings.ts';
import { unknownLabels } from './labels.ts';
import { withLikelyPairs } from './likely.ts';
import { type Accounting, Ledger, type Unplaced } from './ledger.ts';
import { PlaceBook } from './places.ts';
import { mergeRefs, Reader } from './reader.ts';
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
  /** Pointers of the rates that are printed without %, under a heading without it. */
  readonly bareRates: readonly string[];
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

/** A form with what was noticed in it and what of it found no place. */
export interface ToldForm {
  readonly read: FormRead;
  readonly notes: readonly Note[];
  readonly unplaced: readonly Unplaced[];
}

/** What is said of a document besides its forms. */
export interface Surroundings {
  /** What stands outside of all forms. */
  readonly outside: readonly Unit[];
  /** For each form, in order, whether it breaks off where the document's other forms do not. */
  readonly broken?: readonly boolean[];
}

/** A form that was read, while nobody knows yet whether it breaks off. All of it is data that JSON can hold. */
export interface Draft {
  readonly read: Omit<FormRead, 'complete' | 'cutOff' | 'refs'>;
  readonly unplaced: readonly Unplaced[];
  /** It has its indicators. */
  readonly whole: boolean;
  /** Nothing in it is without a place, and nothing doubted. */
  readonly clear: boolean;
  readonly notes: {
    readonly read: readonly Note[];
    readonly cutOff: Note;
    readonly rest: readonly Note[];
  };
}

/** Keeps what was read of each form until no form follows. */
export interface Drafts extends Iterable<Draft> {
  push(draft: Draft): unknown;
}

/** Reads whole forms into the contract's JSON, and keeps account of every character. Of each form no more is kept than that. */
export class FormsReader {
  readonly #accounting = { placed: 0, labels: 0, outside: 0, unplaced: 0 };
  readonly #drafts: Drafts;
  readonly #refs: FormRead['refs'][] = [];
  readonly #places = new PlaceBook();

  constructor(drafts: Drafts = []) {
    this.#drafts = drafts;
  }

  get accounting(): Accounting {
    return this.#accounting;
  }

  /** Reads a form; what is said outside of all forms may still be missing in it. */
  read(whole: WholeForm): PerformanceForm {
    const ledger = new Ledger();
    const target = isTarget(whole);
    const likely = withLikelyPairs(whole, target);
    const reader = new Reader(target ? withFundPairs(likely) : likely, ledger);
    const form = target ? readTargetForm(reader) : readSelfEvaluation(reader);
    const labels = unknownLabels(whole, form, (passes) => reader.takenPairs(passes));
    if (labels.length > 0) form.labels = labels;
    for (const { text, units } of headingsWithoutValues(whole))
      reader.note('heading-without-values', { heading: text }, units);
    const { accounting, unplaced } = ledger.close(whole.units, form);
    for (const key of ['placed', 'labels', 'outside', 'unplaced'] as const)
      this.#accounting[key] += accounting[key];
    const doubts = doubtsOf(whole, form, reader.left());
    this.#refs.push(this.#places.keep(reader.whereAll()));
    this.#drafts.push({
      read: {
        form,
        figuresLeft: unplaced.some(({ text }) => printedFigure(text).kind === 'number'),
        unreadable: reader.notes.flatMap(({ code, data }) =>
          code === 'figure-unreadable' ? [String(data.path)] : [],
        ),
        bareRates: reader.bareRates,
        columns: {
          funds: whole.fundColumns.map(({ role }) => role),
          indicators: whole.indicatorColumns.map(({ role }) => role),
        },
      },
      unplaced,
      whole: whole.complete,
      clear: unplaced.length === 0 && doubts.length === 0,
      notes: {
        read: reader.notes,
        cutOff: cutOffNote(form, whole.units),
        rest: [...doubts, ...unplaced.map(unplacedNote)],
      },
    });
    return form;
  }

  /** What was read, a form at a time, once no form follows. */
  *told({ outside, broken = [] }: Surroundings): Generator<ToldForm> {
    const above = yearOutside(outside);
    for (const unit of outside) this.#accounting.outside += unit.size;
    let index = 0;
    for (const { read, unplaced, whole, clear, notes } of this.#drafts) {
      const ends = whole && broken[index] !== true;
      const found = { ...read, refs: this.#refs[index] ?? noRefs };
      const dated = above !== null && read.form.year === null ? withYear(found, above) : found;
      yield {
        read: { ...dated, complete: ends && clear, cutOff: !ends },
        notes: [...notes.read, ...(ends ? [] : [notes.cutOff]), ...notes.rest],
        unplaced,
      };
      index += 1;
    }
  }
}

function noRefs(): Record<string, SourceRef> {
  return {};
}

/** A form in the year that is said outside of all forms. */
function withYear(
  { form, refs, ...more }: Draft['read'] & Pick<FormRead, 'refs'>,
  { value, units }: NonNullable<WholeForm['year']>,
): Draft['read'] & Pick<FormRead, 'refs'> {
  form.year = value;
  const ref = mergeRefs(units);
  return { ...more, form, refs: () => (ref === null ? refs() : { ...refs(), '/year': ref }) };
}

/** Reads the whole forms of a document. */
export function readForms({ forms, outside }: StitchedDocument): Staged<FormsRead> {
  const reader = new FormsReader();
  for (const form of forms) reader.read(form);
  const told = [...reader.told({ outside })];
  return {
    value: {
      forms: told.map(({ read }) => read),
      accounting: reader.accounting,
      unplaced: told.flatMap(({ unplaced }) => unplaced),
    },
    notes: told.flatMap(({ notes }) => notes),
  };
}

function cutOffNote(form: PerformanceForm, units: readonly Unit[]): Note {
  return {
    code: 'form-cut-off',
    severity: 'warning',
    stage: 'forms',
    data: { project: form.project.name ?? '?' },
    refs: units
      .slice(-1)
      .flatMap(({ origins }) => origins)
      .slice(0, 8),
  };
}

/** The year that headings outside of all forms say, where they say one: 2022年度部门决算附件：项目支出绩效自评情况. */
function yearOutside(units: StitchedDocument['outside']): WholeForm['year'] {
  // The title of a table that is not read says that table's year.
  const saying = units.filter(
    ({ raw }) =>
      raw.length <= lengths.name &&
      !/[。；]/u.test(raw) &&
      (isListTitle(raw) || /附[件表][:：]?\S*(?:绩效|自评)/u.test(raw)) &&
      findTitle(raw) === null,
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
