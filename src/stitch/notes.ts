import type { MessageData, Note, Severity, Unit } from '../model/index.ts';

/** A move that the stitcher took. Few refs suffice to find the place. */
export function note(
  code: string,
  data: MessageData,
  units: readonly Unit[],
  severity: Severity = 'info',
): Note {
  const refs = units.flatMap((unit) => unit.origins).slice(0, 8);
  return { code, severity, stage: 'stitch', data, refs };
}
