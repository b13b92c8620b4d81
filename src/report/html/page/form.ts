import type { LayoutCell } from '../../../export/layout.ts';
import { detail, messageOf, ruleTitle } from './detail.ts';
import { h } from './dom.ts';
import { formHead } from './form-head.ts';
import { badge, placeText } from './marks.ts';
import { sheet } from './sheet.ts';
import { fileOf, formAt, lineAt } from './store.ts';
import { isTicked, onTicks, setTick } from './ticks.ts';
import type { OpenFinding, OpenForm } from './unpack.ts';
import { t } from './words.ts';

/** The form that is open: which one, and what is chosen in it. */
let open: {
  readonly at: number;
  readonly data: OpenForm;
  cell: number | null;
  finding: number;
} | null = null;

const cellId = (cell: number): string => `cell-${cell}`;
const findingId = (at: number): string => `finding-${at}`;

/** One form: its table, its findings, what is known of the chosen cell. */
export function formView(at: number): HTMLElement {
  const data = formAt(at);
  open = { at, data, cell: null, finding: -1 };
  const line = lineAt(at);
  const name = line.name ?? t('unnamed');
  const table = sheet(data, name, cellId);
  table.addEventListener('click', (event) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]');
    if (cell !== null) chooseCell(Number(cell.dataset.cell));
  });
  // One cell of the grid can be reached by Tab; from it the arrows lead on.
  table.querySelector('[data-cell]')?.setAttribute('tabindex', '0');
  onTicks(drawTicks);
  return h(
    'main',
    { id: 'main', class: 'form-view', tabindex: '-1' },
    formHead(at, name),
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'paper' },
        h(
          'h2',
          { class: 'sheet-title' },
          data.layout.title ?? name,
          data.layout.year === null
            ? null
            : h('span', { class: 'sheet-year' }, t('year-of', { year: data.layout.year })),
        ),
        h('div', { class: 'scroll' }, table),
        unplaced(at),
      ),
      h(
        'aside',
        { 'aria-label': t('findings') },
        h(
          'section',
          { id: 'detail', class: 'card', 'aria-live': 'polite', 'aria-label': t('cell-detail') },
          h('p', { class: 'quiet small' }, t('cell-hint')),
        ),
        findingList(data),
      ),
    ),
  );
}

function findingList(data: OpenForm): HTMLElement {
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'findings-title' },
    h('h2', { id: 'findings-title' }, t('findings-count', { count: data.findings.length })),
    data.findings.length === 0
      ? h('p', { class: 'empty' }, badge('clean'), t('form-clean'))
      : h('ol', { class: 'findings' }, ...data.findings.map(findingItem)),
  );
}

function findingItem(finding: OpenFinding, at: number): HTMLElement {
  const { level, rule, printed, expected, range, place } = finding;
  const tick = h('input', {
    type: 'checkbox',
    'aria-label': t('tick-finding', { message: messageOf(finding) }),
    change: (event: Event) => markTick(finding, (event.target as HTMLInputElement).checked),
  });
  tick.checked = isTicked(finding.id);
  const figures = [
    printed !== null && h('span', {}, `${t('printed')} `, h('b', {}, printed)),
    expected !== null &&
      h('span', {}, `${t('expected')} `, h('b', { class: 'expected' }, expected)),
    range !== null &&
      range[0] !== range[1] &&
      h('span', {}, `${t('range')} ${t('range-of', { from: range[0], to: range[1] })}`),
  ];
  return h(
    'li',
    { class: `finding ${level}${tick.checked ? ' ticked' : ''}`, id: findingId(at) },
    h(
      'button',
      { type: 'button', class: 'finding-body', click: () => chooseFinding(at) },
      h(
        'span',
        { class: 'finding-head' },
        badge(level),
        h('span', { class: 'rule' }, ruleTitle(rule)),
      ),
      h('span', { class: 'message' }, messageOf(finding)),
      figures.some((one) => one !== false) && h('span', { class: 'figures' }, ...figures),
      place !== null && h('span', { class: 'quiet small' }, `${placeText(place)} · ${rule}`),
    ),
    h('label', { class: 'tick' }, tick, t('tick')),
  );
}

function unplaced(at: number): HTMLElement | null {
  const file = fileOf(lineAt(at));
  if (file.unplaced.length === 0 && file.notes.length === 0) return null;
  const list = (title: string, items: readonly HTMLElement[]): HTMLElement | null =>
    items.length === 0
      ? null
      : h('section', { class: 'left-over' }, h('h3', {}, title), h('ul', {}, ...items));
  return h(
    'div',
    {},
    list(
      t('unplaced'),
      file.unplaced.map(([text, place]) =>
        h('li', {}, h('q', {}, text), ' ', h('span', { class: 'quiet small' }, place)),
      ),
    ),
    list(
      t('notes'),
      file.notes.map(([, words, place]) =>
        h('li', {}, words, ' ', h('span', { class: 'quiet small' }, place)),
      ),
    ),
  );
}

function markTick(finding: OpenFinding, on: boolean): void {
  if (open === null) return;
  const line = lineAt(open.at);
  setTick(
    finding.id,
    on
      ? {
          rule: finding.rule,
          file: fileOf(line).name,
          project: line.name,
          message: finding.message,
        }
      : null,
  );
}

function drawTicks(): void {
  for (const [at, { id }] of (open?.data.findings ?? []).entries()) {
    const item = document.getElementById(findingId(at));
    item?.classList.toggle('ticked', isTicked(id));
    const box = item?.querySelector('input');
    if (box != null) box.checked = isTicked(id);
  }
}

/** Shows what is known of a cell. `from` is the finding that led there. */
function chooseCell(cell: number, from = -1): void {
  if (open === null) return;
  const { data } = open;
  for (const old of document.querySelectorAll('.sheet [tabindex="0"]'))
    old.setAttribute('tabindex', '-1');
  document.querySelector('.sheet .chosen')?.classList.remove('chosen');
  const element = document.getElementById(cellId(cell));
  if (element === null) return;
  open.cell = cell;
  open.finding = from >= 0 ? from : data.findings.findIndex((finding) => finding.cell === cell);
  element.classList.add('chosen');
  element.setAttribute('tabindex', '0');
  element.focus({ preventScroll: true });
  // On a narrow screen the lower half is the detail's.
  element.scrollIntoView({
    block: matchMedia('(max-width: 1100px)').matches ? 'start' : 'center',
    inline: 'center',
  });
  const back = (finding: OpenFinding): void => backTo(data.findings.indexOf(finding));
  const close = h(
    'button',
    { type: 'button', class: 'close', 'aria-label': t('close'), click: closeDetail },
    '×',
  );
  document.getElementById('detail')?.replaceChildren(close, detail(data, cell, back));
  document.getElementById('detail')?.classList.add('open');
  markFinding(open.finding);
}

/** Scrolls to the cell of a finding. */
function chooseFinding(at: number): void {
  const finding = open?.data.findings[at];
  if (open === null || finding === undefined) return;
  if (finding.cell === null) {
    open.finding = at;
    markFinding(at);
  } else {
    chooseCell(finding.cell, at);
  }
}

function markFinding(at: number): void {
  document.querySelector('.finding.current')?.classList.remove('current');
  const item = at < 0 ? null : document.getElementById(findingId(at));
  item?.classList.add('current');
  item?.scrollIntoView({ block: 'nearest' });
}

function backTo(at: number): void {
  closeDetail();
  markFinding(at);
  const body = document.getElementById(findingId(at))?.querySelector<HTMLElement>('.finding-body');
  body?.scrollIntoView({ block: 'center' });
  body?.focus({ preventScroll: true });
}

function closeDetail(): void {
  document.getElementById('detail')?.classList.remove('open');
  document
    .getElementById('detail')
    ?.replaceChildren(h('p', { class: 'quiet small' }, t('cell-hint')));
  document.querySelector('.sheet .chosen')?.classList.remove('chosen');
  if (open !== null) open.cell = null;
}

/** Closes what is open; false where nothing was. */
export function closeOpen(): boolean {
  if (open?.cell == null) return false;
  const { finding, cell } = open;
  if (finding >= 0) backTo(finding);
  else {
    closeDetail();
    document.getElementById(cellId(cell))?.focus();
  }
  return true;
}

/** Leads from finding to finding. */
export function moveFinding(by: number): void {
  if (open === null || open.data.findings.length === 0) return;
  const next = open.finding + by;
  chooseFinding(Math.max(0, Math.min(open.data.findings.length - 1, next)));
}

/** Ticks the chosen finding off, or on again. */
export function tickChosen(): void {
  const finding = open?.data.findings[open.finding];
  if (finding !== undefined) markTick(finding, !isTicked(finding.id));
}

/** The nearest cell with a value below, above or beside another; -1 where there is none. */
function nearestAhead(
  cells: readonly LayoutCell[],
  from: LayoutCell,
  down: number,
  right: number,
): number {
  const isAhead = (row: number, column: number): boolean =>
    down !== 0
      ? Math.sign(row - from.row) === down
      : row === from.row && Math.sign(column - from.column) === right;
  let best = -1;
  let least = Infinity;
  for (const [at, { row, column, paths }] of cells.entries()) {
    if (paths.length === 0 || !isAhead(row, column)) continue;
    const far = Math.abs(row - from.row) * 100 + Math.abs(column - from.column);
    if (far < least) [best, least] = [at, far];
  }
  return best;
}

/** Leads from cell to cell: the nearest value in a direction. */
export function moveCell(down: number, right: number): boolean {
  const focused = document.activeElement?.closest<HTMLElement>('[data-cell]');
  const cells = open?.data.layout.cells;
  if (focused == null || cells === undefined) return false;
  const from = cells[Number(focused.dataset.cell)];
  if (from === undefined) return false;
  const best = nearestAhead(cells, from, down, right);
  if (best < 0) return false;
  const next = document.getElementById(cellId(best));
  focused.setAttribute('tabindex', '-1');
  next?.setAttribute('tabindex', '0');
  next?.focus();
  return true;
}

/** Chooses the cell that has the focus. */
export function openFocused(): boolean {
  const focused = document.activeElement?.closest<HTMLElement>('[data-cell]');
  if (focused == null) return false;
  chooseCell(Number(focused.dataset.cell));
  return true;
}

/** No form is open. */
export function leaveForm(): void {
  open = null;
}
