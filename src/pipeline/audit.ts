import { auditForms } from '../audit/index.ts';
import type { FormRead } from '../forms/index.ts';
import type { Audit, Diagnostic, PerformanceForm } from '../schema/index.ts';
import type { ParseOptions } from './options.ts';
import { publicRef } from './refs.ts';

type Refs = Record<string, Diagnostic['refs'][number]>;

/**
 * Each form as the contract prints it, with its audit unless that is left out, and with its refs where they are asked for.
 *
 * @param allRead false where a part of the document could not be read: which form lost a row is unknown then
 */
export function publicForms(
  read: readonly FormRead[],
  allRead: boolean,
  options: ParseOptions,
): PerformanceForm[] {
  const audits = auditOf(read, allRead, options);
  // The forms are ours alone: a copy of each, with more in it, would take as much memory again.
  return read.map((one, index) => {
    const audit = audits[index];
    if (options.refs === true) one.form.refs = publicRefs(one);
    if (audit !== undefined) one.form.audit = audit;
    return one.form;
  });
}

/** The audits of all forms together: a document shows how it rounds only in all of them. */
function auditOf(
  read: readonly FormRead[],
  allRead: boolean,
  { audit, language }: ParseOptions,
): Audit[] {
  if (audit === false) return [];
  const sources = read.map((one) => ({
    // Made when they are asked for: those of all forms take more room than the forms.
    get refs() {
      return publicRefs(one);
    },
    complete: allRead && !one.cutOff && !one.figuresLeft,
    unreadable: one.unreadable,
    columns: one.columns,
  }));
  const forms = read.map(({ form }) => form);
  return auditForms(forms, {
    ...(audit && { config: audit }),
    ...(language && { lang: language }),
    sources,
  });
}

function publicRefs({ refs }: FormRead): Refs {
  return Object.fromEntries(Object.entries(refs()).map(([path, ref]) => [path, publicRef(ref)]));
}
