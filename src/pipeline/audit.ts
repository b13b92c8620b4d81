import { auditor, type PrintingHabits } from '../audit/index.ts';
import type { FormRead } from '../forms/index.ts';
import type { Diagnostic, PerformanceForm } from '../schema/index.ts';
import type { ParseOptions } from './options.ts';
import { publicRef } from './refs.ts';

type Refs = Record<string, Diagnostic['refs'][number]>;

/**
 * Makes of each form that was read what the contract prints, with its audit unless that is left out, and with its refs where
 * they are asked for.
 *
 * @param habits how all forms of the document print their figures
 * @param allRead false where a part of the document could not be read: which form lost a row is unknown then
 */
export function publisher(
  habits: PrintingHabits,
  allRead: boolean,
  { audit: config, language, refs }: ParseOptions,
): (read: FormRead) => PerformanceForm {
  const audit =
    config === false
      ? null
      : auditor(habits, { ...(config && { config }), ...(language && { lang: language }) });
  // The form is ours alone: a copy of it, with more in it, would take as much memory again.
  return (read) => {
    const { form, cutOff, figuresLeft, unreadable, bareRates, columns } = read;
    if (audit === null && refs !== true) return form;
    const places = publicRefs(read);
    if (refs === true) form.refs = places;
    if (audit !== null)
      form.audit = audit(form, {
        refs: places,
        complete: allRead && !cutOff && !figuresLeft,
        unreadable,
        bareRates,
        columns,
      });
    return form;
  };
}

function publicRefs({ refs }: FormRead): Refs {
  const all: Refs = {};
  for (const [path, ref] of Object.entries(refs())) all[path] = publicRef(ref);
  return all;
}
