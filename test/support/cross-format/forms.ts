import { layoutSelfEvaluation } from '../forms/layout-self.ts';
import { layoutBudgetTarget } from '../forms/layout-target.ts';
import type { Block, Sample } from '../forms/types.ts';
import { selfEvaluation } from './self-evaluation.ts';
import { budgetTarget } from './target.ts';

/** Long labels are printed on several lines, broken where a narrow column would break them. */
function wrapped(blocks: readonly Block[]): Block[] {
  const narrow = (text: string): string =>
    text.length > 4 ? text.replace(/(?:.{4}(?=.{2}))/g, '$&\n') : text;
  return blocks.map((block) =>
    block.kind !== 'table'
      ? block
      : {
          ...block,
          table: {
            ...block.table,
            cells: block.table.cells.map((cell) =>
              cell.role === 'level' ? { ...cell, text: narrow(cell.text) } : cell,
            ),
          },
        },
  );
}

const withWrappedLabels = (sample: Sample): Sample => ({
  ...sample,
  blocks: wrapped(sample.blocks),
});

/** The invented forms: the same two in every format. */
export const crossForms = {
  'self-evaluation': withWrappedLabels(layoutSelfEvaluation(selfEvaluation)),
  target: withWrappedLabels(layoutBudgetTarget(budgetTarget)),
} as const satisfies Record<string, Sample>;
