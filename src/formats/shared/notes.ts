import { limits } from '../../model/index.ts';
import type { MessageData, Note, Severity, SourceRef } from '../../model/index.ts';

/** Places that a note names at most: a hostile file could fill memory with them. */
const refsOfNote = 20;

/** Something noticed while a file was read. */
export function formatNote(
  code: string,
  severity: Severity,
  data: MessageData,
  refs: readonly SourceRef[] = [],
): Note {
  return { code, severity, stage: 'format', data, refs: refs.slice(0, refsOfNote) };
}

/** Rows with more cells than are read one by one. */
export function widthNote(refs: readonly SourceRef[]): Note {
  return formatNote('row-too-wide', 'warning', { rows: refs.length, limit: limits.columns }, refs);
}
