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
  const wanted = options.refs === true || options.audit !== false;
  const refs = read.map((one) => (wanted ? publicRefs(one) : {}));
  const audits = auditOf(read, refs, allRead, options);
  return read.map(({ form }, index) => ({
    ...form,
    ...(options.refs === true && { refs: refs[index] }),
    ...(audits[index] && { audit: audits[index] }),
  }));
}

/** The audits of all forms together: a document shows how it rounds only in all of them. */
function auditOf(
  read: readonly FormRead[],
  refs: readonly Refs[],
  allRead: boolean,
  { audit, language }: ParseOptions,
): Audit[] {
  if (audit === false) return [];
  const sources = read.map(({ cutOff, figuresLeft, unreadable, columns }, index) => ({
    refs: refs[index] ?? {},
    complete: allRead && !cutOff && !figuresLeft,
    unreadable,
    columns,
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
