import { costs } from '../cover/settings.ts';
import type { Claim, OpenHeading, Recogniser, State } from '../cover/types.ts';
import type { Heading } from '../columns/readings.ts';
import { bareCost, changed, trailOf, withTable } from '../cover/state.ts';
import { headings } from '../cover/asked.ts';
import type { Piece } from '../../model/index.ts';
import { pairsInText } from './label-values.ts';
import { unitsOf } from '../rows/moves.ts';
import { namesLongTerm } from '../columns/two-terms.ts';

function wordsOf(heading: Heading): string {
  return heading.columns.map(({ heading: text }) => text?.text ?? '').join('|');
}

/** What it costs that a form has had a table of this kind: nothing where its heading is printed again, or is that of another term. */
function againCost(heading: Heading, words: string, first: OpenHeading | undefined): number {
  if (first === undefined || first.words === words) return 0;
  const roles = (columns: OpenHeading['columns']): string =>
    columns
      .map(({ role }) => role)
      .filter((role) => role !== 'blank' && role !== 'other' && role !== 'block')
      .join();
  if (roles(first.columns) === roles(heading.columns)) return 0;
  if (roles(first.columns) === 'goalExpected' && roles(heading.columns) === 'goalActual') return 0;
  return namesLongTerm(first.columns) !== namesLongTerm(heading.columns)
    ? costs.byShape
    : costs.heading.needless;
}

/** 资金性质：一般公共预算 in the corner of a table of funds: a label with its value, which heads no column. */
function cornerPairs({ columns }: Heading): readonly Piece[] {
  return columns.flatMap(({ role, heading: text }) =>
    (role === 'fundLabel' || role === 'block') && text !== null && pairsInText(text).length > 0
      ? [text]
      : [],
  );
}

function opened(state: State, heading: Heading, id: string, words: string): State {
  const open: OpenHeading = { id, kind: heading.kind, columns: heading.columns, words };
  const first = state.tables[heading.kind];
  return changed(state, {
    kind: heading.kind,
    heading: open,
    tables: first === undefined ? withTable(state.tables, heading.kind, open) : state.tables,
    bare: true,
    pageBreak: first !== undefined,
    trail: trailOf({}),
  });
}

export const heading: Recogniser = {
  meta: {
    id: 'heading',
    reads: 'one to three rows that name the columns of funds, goals or indicators',
  },
  claims: ({ items, end }, at, state) => {
    if (state.kind === 'over' || items[at]?.kind === 'line') return [];
    return headings(items, at)
      .filter(({ length }) => at + length <= end)
      .map((found, index): Claim => {
        const words = wordsOf(found);
        const repeat = againCost(found, words, state.tables[found.kind]);
        const bare = bareCost(state);
        const id = `${at}.${index}`;
        return {
          length: found.length,
          cost: found.cost + repeat + bare,
          state: opened(state, found, id, words),
          reading: `${found.kind}: ${found.columns.map(({ role }) => role).join(' ')}`,
          apply: (form) => {
            const units = items.slice(at, at + found.length).flatMap(unitsOf);
            const corner = found.kind === 'funds' ? cornerPairs(found) : [];
            const said = new Set(corner.flatMap(({ units: own }) => own));
            const words = units.filter((unit) => !said.has(unit));
            form.open(found.kind, found.columns, words, found.stranded);
            form.addPairs(corner.flatMap(pairsInText));
          },
        };
      });
  },
};
