import type { Spanned } from './types.ts';

/**
 * What many rules ask of a form, worked out once. Known by the form itself: an audit goes over copies of its own (`auditForm`),
 * so that what a caller changes between two audits is seen.
 */
export function memoForm<Form extends object, R>(work: (form: Form) => R): (form: Form) => R {
  const known = new WeakMap<Form, { readonly value: R }>();
  return (form) => {
    const before = known.get(form);
    if (before !== undefined) return before.value;
    const value = work(form);
    known.set(form, { value });
    return value;
  };
}

/** The same for what is asked of one of a form's columns, with the places that a merged cell spans. */
export function memoColumn<Form extends object, Column extends string, R>(
  work: (form: Form, column: Column, spanned: Spanned) => R,
): (form: Form, column: Column, spanned: Spanned) => R {
  const tableOf = memoForm<Form, WeakMap<Spanned, Map<Column, R>>>(() => new WeakMap());
  return (form, column, spanned) => {
    const table = tableOf(form);
    const known = table.get(spanned) ?? new Map<Column, R>();
    table.set(spanned, known);
    const before = known.get(column);
    if (before !== undefined) return before;
    const value = work(form, column, spanned);
    known.set(column, value);
    return value;
  };
}
