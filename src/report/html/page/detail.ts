import type { LayoutCell } from '../../../export/layout.ts';
import { h } from './dom.ts';
import { formulaOf } from './formula.ts';
import { badge, placeText } from './marks.ts';
import { index } from './store.ts';
import type { OpenFinding, OpenForm } from './unpack.ts';
import { currentLanguage, t } from './words.ts';
import type { PageWord } from './words.ts';

const fields: Readonly<Record<string, PageWord>> = {
  initialBudget: 'initial-budget',
  annualBudget: 'annual-budget',
  executed: 'executed',
  executionRate: 'execution-rate',
  weight: 'weight',
  score: 'row-score',
  target: 'target',
  actual: 'actual',
  rating: 'rating',
};

/** What a cell is called: its column and its row. */
function nameOf({ layout }: OpenForm, cell: LayoutCell): string {
  const [path = ''] = cell.paths;
  const field = path.startsWith('/goal/')
    ? undefined
    : fields[path.slice(path.lastIndexOf('/') + 1)];
  const inRow = layout.cells.filter(
    ({ row, column, rowSpan }) =>
      row <= cell.row && cell.row < row + rowSpan && column < cell.column,
  );
  const owner = [...inRow]
    .reverse()
    .find(
      ({ kind, text, paths }) =>
        text !== '' && (kind === 'label' || paths.some((one) => /\/(?:label|level3)$/u.test(one))),
    );
  const heading = [...layout.cells]
    .reverse()
    .find(
      ({ kind, row, column, columnSpan }) =>
        kind === 'label' &&
        row < cell.row &&
        column <= cell.column &&
        cell.column < column + columnSpan,
    );
  const words =
    field === undefined
      ? owner === undefined || path === '/goal/expected' || path === '/goal/actual'
        ? heading?.text
        : undefined
      : t(field);
  return [owner?.text, words].filter((part) => part !== undefined && part !== '').join(' · ');
}

/** A finding's words in the language of the page, where it has them. */
export function messageOf({ message, translation }: OpenFinding): string {
  return currentLanguage() === index.language ? message : (translation ?? message);
}

export function ruleTitle(rule: string): string {
  return index.rules[rule]?.[currentLanguage()] ?? rule;
}

/** What is known of a chosen cell: printed, expected, allowed, the formula with its numbers, the source place, what was mended. */
export function detail(
  open: OpenForm,
  at: number,
  back: (finding: OpenFinding) => void,
): HTMLElement {
  const cell = open.layout.cells[at];
  if (cell === undefined) return h('div');
  const findings = open.findings.filter((finding) => finding.cell === at);
  return h(
    'div',
    { class: 'detail-card' },
    h('h3', {}, nameOf(open, cell)),
    h(
      'dl',
      {},
      printedPair(cell),
      ...figurePairs(cell, findings),
      formulaPair(open, cell),
      placePair(open, at),
      ...(open.mends.get(at) ?? []).map((words) => pair('mended', words)),
    ),
    findings.length === 0
      ? h('p', { class: 'quiet small' }, t('no-finding-here'))
      : h(
          'ul',
          { class: 'cell-findings' },
          ...findings.map((finding) => findingHere(finding, back)),
        ),
  );
}

function printedPair({ text, kind }: LayoutCell): HTMLElement {
  return pair(
    'printed',
    text === '' ? t('blank') : text,
    kind === 'number' ? 'figure' : 'long-text',
  );
}

/** What the first finding with figures expects, and allows. */
function figurePairs(
  { kind, text }: LayoutCell,
  findings: readonly OpenFinding[],
): (HTMLElement | false)[] {
  const figured = findings.find(({ expected, range }) => expected !== null || range !== null);
  if (figured === undefined) return [];
  const { expected, range } = figured;
  // A rate's column has its sign, a finding's figures have none.
  const sign = kind === 'number' && text.endsWith('%') ? '%' : '';
  return [
    expected !== null && pair('expected', `${expected}${sign}`, 'figure expected'),
    range !== null &&
      range[0] !== range[1] &&
      pair(
        'range',
        t('range-of', { from: `${range[0]}${sign}`, to: `${range[1]}${sign}` }),
        'figure',
      ),
  ];
}

function formulaPair(open: OpenForm, { paths }: LayoutCell): HTMLElement | null {
  const formula = paths.map((path) => formulaOf(open, path)).find((found) => found !== null);
  if (formula == null) return null;
  return pair(
    'formula',
    h(
      'span',
      {},
      h('span', { class: 'quiet' }, formula.words),
      h('br'),
      h('span', { class: 'numbers' }, formula.numbers),
    ),
  );
}

function placePair({ places }: OpenForm, at: number): HTMLElement | null {
  const place = places.get(at);
  return place === undefined ? null : pair('place', placeText(place));
}

function findingHere(finding: OpenFinding, back: (finding: OpenFinding) => void): HTMLElement {
  return h(
    'li',
    {},
    badge(finding.level),
    ' ',
    messageOf(finding),
    h(
      'button',
      { type: 'button', class: 'link', click: () => back(finding) },
      t('back-to-finding'),
    ),
  );
}

function pair(word: PageWord, value: Node | string, style = ''): HTMLElement {
  return h('div', {}, h('dt', {}, t(word)), h('dd', { class: style }, value));
}
