import type { SourceRef } from '../model/index.ts';
import type { Diagnostic } from '../schema/index.ts';

/** A source place as the public JSON has it. */
export function publicRef(ref: SourceRef): Diagnostic['refs'][number] {
  if (ref.boxes === undefined) return ref as Diagnostic['refs'][number];
  const { boxes, ...place } = ref;
  return { ...place, boxes: boxes.map(([x0, y0, x1, y1]) => [x0, y0, x1, y1]) };
}
