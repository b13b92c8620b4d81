import { layoutSelfEvaluation } from './layout-self-evaluation.ts';
import { layoutTarget } from './layout-target.ts';
import type { Layout, LayoutForm } from './layout-types.ts';

export type { Layout, LayoutCell, LayoutForm } from './layout-types.ts';

/** A form as the table that people know, merged cells and all: what the review page shows and an export writes. */
export function layoutForm(form: LayoutForm): Layout {
  return form.kind === 'self-evaluation' ? layoutSelfEvaluation(form) : layoutTarget(form);
}
