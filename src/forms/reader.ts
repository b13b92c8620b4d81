import { findLabel } from '../lexicon/index.ts';
import {
  isNil,
  joinPieces,
  largest,
  type MessageData,
  type Note,
  type Piece,
  type SourceRef,
  type Unit,
} from '../model/index.ts';
import { printedFigure, remarkedDecimal } from '../number/index.ts';
import type { Extra } from '../schema/index.ts';
import type { LevelLabel, Pair, WholeForm } from '../stitch/index.ts';
import type { Ledger } from './ledger.ts';

type Text = Piece | LevelLabel | null | undefined;

/** One ref for a text that may stand in several cells: the first cell, lines and boxes of all. */
export function mergeRefs(units: readonly Unit[]): SourceRef | null {
  const origins = units.flatMap((unit) => unit.origins);
  const first = origins[0];
  if (first === undefined) return null;
  if (origins.length === 1 && (first.boxes === undefined || first.boxes.length > 0)) return first;
  const lines = origins.flatMap(({ line, endLine }) =>
    line === undefined ? [] : [line, endLine ?? line],
  );
  const boxes = origins.flatMap((origin) => origin.boxes ?? []);
  const start = lines.reduce((least, line) => Math.min(least, line), Infinity);
  const end = largest(lines, 0);
  return {
    ...first,
    ...(end > start ? { line: start, endLine: end } : {}),
    ...(boxes.length > 0 ? { boxes } : {}),
  };
}

/** Reads values out of a whole form: books what it takes, and remembers where each value stands. */
export class Reader {
  readonly form: WholeForm;
  private readonly places = new Map<string, readonly Unit[]>();
  /** Rates that are printed without %, under a heading without it. */
  readonly bareRates: string[] = [];
  readonly notes: Note[] = [];
  private readonly ledger: Ledger;
  private readonly taken = new Set<Pair>();
  private readonly beside: { label: string; value: string; units: readonly Unit[] }[] = [];

  constructor(form: WholeForm, ledger: Ledger) {
    this.form = form;
    this.ledger = ledger;
    ledger.label(form.labels);
    ledger.aside(form.outside);
    for (const { label, terms } of form.pairs) if (terms.length > 0) ledger.word(label);
    for (const { heading } of [...form.fundColumns, ...form.goalColumns, ...form.indicatorColumns])
      if (heading !== null) ledger.word(heading);
  }

  /** Takes a text as the value at a JSON Pointer; null where it is blank. */
  text(path: string, piece: Text): string | null {
    if (piece === null || piece === undefined) return null;
    this.place(path, piece.units);
    return piece.text;
  }

  /** Books units as the value at a JSON Pointer. */
  place(path: string, units: readonly Unit[]): void {
    this.ledger.place(path, units);
    this.places.set(path, units);
  }

  /** Where each value that was taken stands, by JSON Pointer. */
  *whereAll(): Generator<readonly [string, SourceRef]> {
    for (const [path, units] of this.places) {
      const ref = mergeRefs(units);
      if (ref !== null) yield [path, ref];
    }
  }

  label(units: readonly Unit[]): void {
    this.ledger.label(units);
  }

  /** A text in which dashes and 无 say that there is nothing. */
  optional(path: string, piece: Text): string | null {
    const text = this.text(path, piece);
    return text === null || isNil(text) ? null : text;
  }

  /** Adds a text to the extras, of which `first` stand before these; one that says nothing is only accounted for. */
  extra(extras: Extra[], first: number, label: string, value: Piece): void {
    if (isNil(value.text)) return this.label(value.units);
    this.place(`/extras/${first + extras.length}/value`, value.units);
    extras.push({ label, value: value.text });
  }

  /** A figure's digits; null for nothing printed. Words in a figures cell stay unplaced. */
  figure(path: string, piece: Text): string | null {
    if (piece === null || piece === undefined) return null;
    const figure = printedFigure(piece.text);
    const label = scoreLabel(path);
    const remarked = figure.kind === 'text' && label !== null ? remarkedDecimal(piece.text) : null;
    if (remarked !== null && label !== null) {
      this.place(path, piece.units);
      this.alsoSays(label, piece.text, piece.units);
      return remarked;
    }
    if (figure.kind === 'text') {
      this.note('figure-unreadable', { text: piece.text.slice(0, 40), path }, piece.units);
      return null;
    }
    this.place(path, piece.units);
    return figure.kind === 'number' ? figure.digits : null;
  }

  note(
    code: string,
    data: MessageData,
    units: readonly Unit[],
    severity: Note['severity'] = 'warning',
  ): void {
    this.notes.push({
      code,
      severity,
      stage: 'forms',
      data,
      refs: units.flatMap((unit) => unit.origins).slice(0, 8),
    });
  }

  /** The first pair that a label names and that prints a value, else the first without. */
  pair(term: Pair['terms'][number]): Pair | null {
    return this.pairWhere(term, () => true);
  }

  /** The pair that a label names within two places behind others: 自评得分 elsewhere is the whole form's. */
  pairBehind(term: Pair['terms'][number], others: readonly (Pair | null)[]): Pair | null {
    const places = others.flatMap((pair) => (pair === null ? [] : [this.form.pairs.indexOf(pair)]));
    const isBehind = (pair: Pair): boolean =>
      places.some((place) => {
        const distance = this.form.pairs.indexOf(pair) - place;
        return distance > 0 && distance <= 2;
      });
    const found = this.form.pairs.find(
      (pair) => !this.taken.has(pair) && pair.terms.includes(term) && isBehind(pair),
    );
    if (found === undefined) return null;
    this.taken.add(found);
    return found;
  }

  /** The first pair that a label names and whose value passes; a pair without a value passes too. */
  pairWhere(
    term: Pair['terms'][number],
    passes: (text: string) => boolean,
    label?: RegExp,
  ): Pair | null {
    const found = this.form.pairs.filter(
      (pair) =>
        !this.taken.has(pair) &&
        pair.terms.includes(term) &&
        (label === undefined || label.test(pair.label.text)) &&
        (pair.value === null || passes(pair.value.text)),
    );
    const pair = found.find(({ value }) => value !== null) ?? found[0] ?? null;
    if (pair !== null) this.taken.add(pair);
    return pair;
  }

  /** Of the pairs that a label names, the lowest that prints a value, else the first. */
  lowest(
    term: Pair['terms'][number],
    level: (pair: Pair) => number,
    passes: (pair: Pair) => boolean = () => true,
  ): Pair | null {
    const found = this.form.pairs.filter(
      (pair) => !this.taken.has(pair) && pair.terms.includes(term) && passes(pair),
    );
    const valued = found.filter(({ value }) => value !== null);
    const most = valued.reduce((deepest, pair) => Math.max(deepest, level(pair)), -Infinity);
    const pair = valued.find((one) => level(one) === most) ?? found[0] ?? null;
    if (pair !== null) this.taken.add(pair);
    return pair;
  }

  /** The values of all pairs that a label names, in printed order: 年度目标1, 年度目标2 … Beside 总体目标 and the like, the year's count. */
  all(term: Pair['terms'][number]): Piece | null {
    const named = this.form.pairs.filter(
      (pair) => !this.taken.has(pair) && pair.terms.includes(term),
    );
    const annual = named.filter(({ label, value }) => value !== null && /年/.test(label.text));
    const found = annual.length > 0 ? annual : named;
    for (const pair of found) this.taken.add(pair);
    return joinPieces(found.map(({ value }) => value));
  }

  /** The pairs behind another whose label, printed there more than once, names one of these parts; those of one label together. */
  repeated(behind: Pair | null, ...terms: readonly Pair['terms'][number][]): Pair[][] {
    const groups = new Map<string, Pair[]>();
    const from = behind === null ? 0 : this.form.pairs.indexOf(behind) + 1;
    for (const pair of this.form.pairs.slice(from)) {
      if (this.taken.has(pair) || !pair.terms.some((term) => terms.includes(term))) continue;
      groups.set(pair.label.text, [...(groups.get(pair.label.text) ?? []), pair]);
    }
    return [...groups.values()].filter((pairs) => pairs.length > 1);
  }

  /** The pair right behind another, where a label names it and no field took it. */
  behind(pair: Pair | undefined, term: Pair['terms'][number]): Pair | null {
    const next = pair === undefined ? -1 : this.form.pairs.indexOf(pair) + 1;
    const found = next > 0 ? this.form.pairs[next] : undefined;
    return found?.terms.includes(term) === true && !this.taken.has(found) ? found : null;
  }

  take(...pairs: readonly Pair[]): void {
    for (const pair of pairs) this.taken.add(pair);
  }

  /** The value of the last pair that a label names and whose label and value pass. */
  lastPair(
    term: Pair['terms'][number],
    passes: (text: string, label: string) => boolean,
  ): Piece | null {
    const pair = this.form.pairs.findLast(
      (candidate) =>
        !this.taken.has(candidate) &&
        candidate.terms.includes(term) &&
        candidate.value !== null &&
        passes(candidate.value.text, candidate.label.text),
    );
    if (pair === undefined) return null;
    this.taken.add(pair);
    return pair.value;
  }

  /** The labels, not taken yet, that name a part and print a value that passes. */
  labelsOf(term: Pair['terms'][number], passes: (text: string) => boolean): string[] {
    return this.form.pairs
      .filter(
        (pair) =>
          !this.taken.has(pair) &&
          pair.terms.includes(term) &&
          pair.value !== null &&
          passes(pair.value.text),
      )
      .map(({ label }) => label.text);
  }

  /** The pairs that no field took. */
  left(): Pair[] {
    return this.form.pairs.filter((pair) => !this.taken.has(pair) && !isBareHeading(pair));
  }

  /** The pairs that a field took and that pass, with the field's JSON Pointer. */
  takenPairs(passes: (pair: Pair) => boolean): { readonly pair: Pair; readonly path: string }[] {
    const taken = [...this.taken].filter(passes);
    if (taken.length === 0) return [];
    const paths = new Map(
      [...this.places].flatMap(([path, units]) => units.map((unit) => [unit, path] as const)),
    );
    return taken.flatMap((pair) => {
      const unit = pair.value?.units[0];
      const path = unit === undefined ? undefined : paths.get(unit);
      return path === undefined ? [] : [{ pair, path }];
    });
  }

  /** What a cell says besides the value that was read from it, for the extras. */
  alsoSays(label: string, value: string, units: readonly Unit[]): void {
    this.beside.push({ label, value, units });
  }

  /** What is left of the pairs, for `extras`: every other label and value that the form prints. */
  extras(): Extra[] {
    const extras: Extra[] = this.beside.map(({ label, value, units }, index) => {
      this.place(`/extras/${index}/value`, units);
      return { label, value };
    });
    for (const pair of this.left()) {
      const path = `/extras/${extras.length}/value`;
      this.ledger.word(pair.label);
      extras.push({
        label: pair.label.text.replace(/[:：]+$/, ''),
        value: this.text(path, pair.value) ?? '',
      });
    }
    return extras;
  }
}

const scoreLabels: Readonly<Record<string, string>> = { weight: '分值', score: '得分' };

/** What an extra that says more of a weight or score is called; null for other figures. */
function scoreLabel(path: string): string | null {
  const label = scoreLabels[path.slice(path.lastIndexOf('/') + 1)];
  return label === undefined ? null : `${path.startsWith('/total/') ? '总分' : ''}${label}`;
}

/** A block's heading beside which nothing stands (预算规模及资金用途) says nothing of its own. */
function isBareHeading(pair: Pair): boolean {
  const blocks = [
    'budgetBlock',
    'fundsBlock',
    'goalBlock',
    'planBlock',
    'formUnit',
    'goalExpected',
    'goalActual',
  ] as const;
  return (
    pair.value === null && blocks.some((term) => findLabel(pair.label.text)?.terms.includes(term))
  );
}
