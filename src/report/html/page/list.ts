import { h } from './dom.ts';
import { chosenForms, outcomeOf, view } from './filter.ts';
import type { Column, Outcome } from './filter.ts';
import { badge, button, mark } from './marks.ts';
import { fileOf, formAt, index, lineAt } from './store.ts';
import { isTicked } from './ticks.ts';
import { currentLanguage, t } from './words.ts';

const perPage = 50;
const columns: readonly Column[] = [
  'outcome',
  'project',
  'department',
  'unit',
  'year',
  'rate',
  'score',
  'rating',
  'file',
];
const figures: readonly Column[] = ['year', 'rate', 'score'];

let listed: number[] = [];

/** The folder that all files stand in says nothing of any. */
const sharedFolder = ((): string => {
  const [first = '', ...rest] = index.files.map(({ name }) =>
    name.slice(0, name.lastIndexOf('/') + 1),
  );
  return rest.every((folder) => folder === first) ? first : '';
})();

/** The forms that the list holds now, in its order, over all its pages. */
export function listedForms(): readonly number[] {
  return listed;
}

/** The searchable, sortable list of forms. `draw` redraws what changes, so that the search field keeps the focus. */
export function formList(): HTMLElement {
  const body = h('div', { id: 'list-body' });
  const section = h(
    'section',
    { class: 'card list', 'aria-labelledby': 'list-title' },
    h('h2', { id: 'list-title' }, t('forms')),
    toolbar(),
    body,
  );
  drawList(body);
  return section;
}

/** Draws the list again, as the filter now is. */
export function drawList(body: HTMLElement | null = document.getElementById('list-body')): void {
  if (body === null) return;
  listed = chosenForms();
  const pages = Math.max(1, Math.ceil(listed.length / perPage));
  view.page = Math.min(view.page, pages - 1);
  const from = view.page * perPage;
  const rows = listed.slice(from, from + perPage).map(rowOf);
  const count = h(
    'p',
    { class: 'quiet', role: 'status' },
    t('shown', { count: listed.length, all: index.forms.length }),
  );
  const table = h(
    'table',
    { class: 'forms' },
    h('thead', {}, h('tr', {}, ...columns.map(heading))),
    h('tbody', {}, ...rows),
  );
  const content =
    rows.length === 0
      ? h('p', { class: 'empty' }, t('none-shown'))
      : h(
          'div',
          { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'list-title' },
          table,
        );
  body.replaceChildren(count, content, ...pager(pages));
  syncToolbar();
}

function heading(column: Column): HTMLElement {
  const sorted = view.sort === column;
  const sort = (): void => {
    view.down = sorted ? !view.down : column === 'outcome';
    view.sort = column;
    view.page = 0;
    drawList();
    document.querySelector<HTMLElement>(`[data-sort="${column}"]`)?.focus();
  };
  const arrow = h(
    'span',
    { class: 'arrow', 'aria-hidden': 'true' },
    sorted ? (view.down ? '▼' : '▲') : '',
  );
  return h(
    'th',
    {
      scope: 'col',
      class: figures.includes(column) ? 'figure' : '',
      'aria-sort': sorted ? (view.down ? 'descending' : 'ascending') : null,
    },
    h('button', { type: 'button', 'data-sort': column, click: sort }, t(column), arrow),
  );
}

function rowOf(at: number): HTMLElement {
  const line = lineAt(at);
  const cell = (column: Column, ...children: (Node | string | null)[]): HTMLElement =>
    h(
      'td',
      { class: `${column}${figures.includes(column) ? ' figure' : ''}`, 'data-label': t(column) },
      ...children,
    );
  const link = h('a', { href: `#form-${at}`, 'data-form': at }, line.name ?? t('unnamed'));
  const file = fileOf(line).name.slice(sharedFolder.length);
  const number =
    file +
    (index.files.length < index.forms.length
      ? ` · ${t('form-number', { number: line.number })}`
      : '');
  return h(
    'tr',
    { class: at === view.chosen ? 'chosen' : '' },
    cell('outcome', outcomeCell(at)),
    h('th', { scope: 'row', class: 'project', 'data-label': t('project') }, link),
    cell('department', line.department),
    cell('unit', line.unit),
    cell('year', line.year === null ? null : String(line.year)),
    cell('rate', line.rate),
    cell('score', line.score),
    cell('rating', line.rating),
    cell('file', number),
  );
}

function outcomeCell(at: number): HTMLElement {
  const line = lineAt(at);
  const [errors, warnings, infos, open] = line.counts;
  const known = formAt(at).findings.filter(({ id }) => isTicked(id)).length;
  return h(
    'span',
    { class: 'outcome-marks' },
    outcomeOf(line) === 'clean' && badge('clean'),
    errors > 0 && mark('error', errors),
    warnings > 0 && mark('warning', warnings),
    infos > 0 && mark('info', infos),
    open > 0 && mark('unverifiable', open),
    known > 0 && h('span', { class: 'quiet small' }, t('ticked-count', { count: known })),
  );
}

function pager(pages: number): HTMLElement[] {
  if (pages === 1) return [];
  const go = (by: number) => () => {
    view.page = Math.max(0, Math.min(pages - 1, view.page + by));
    drawList();
    document.getElementById('list-title')?.scrollIntoView();
  };
  const previous = button('previous', go(-1));
  const next = button('next', go(1));
  previous.disabled = view.page === 0;
  next.disabled = view.page === pages - 1;
  return [
    h(
      'nav',
      { class: 'pager', 'aria-label': t('forms') },
      previous,
      h('span', {}, t('page-of', { page: view.page + 1, pages })),
      next,
    ),
  ];
}

function toolbar(): HTMLElement {
  const search = h('input', {
    id: 'search',
    type: 'search',
    placeholder: t('search-hint'),
    'aria-label': t('search'),
    autocomplete: 'off',
    input: (event: Event) => narrow({ text: (event.target as HTMLInputElement).value }),
  });
  search.value = view.text;
  const outcomes: Outcome[] = ['error', 'warning', 'info', 'clean'];
  const rules = [
    ...new Set(index.forms.flatMap((line) => line.rules.map(([rule]) => rule))),
  ].sort();
  const departments = [...new Set(index.forms.map(({ department }) => department ?? ''))].sort(
    new Intl.Collator('zh').compare,
  );
  const clear = button(
    'clear-filters',
    () => narrow({ text: '', outcome: '', rule: '', department: null }),
    { id: 'clear' },
  );
  return h(
    'div',
    { class: 'toolbar', role: 'search' },
    h('span', { class: 'search-box' }, search, h('kbd', { 'aria-hidden': 'true' }, '/')),
    select(
      'outcome',
      t('all-outcomes'),
      outcomes.map((one) => [one, t(`outcome-${one}`)]),
      (value) => narrow({ outcome: value as Outcome | '' }),
    ),
    select(
      'rule',
      t('all-rules'),
      rules.map((one) => [one, index.rules[one]?.[currentLanguage()] ?? one]),
      (value) => narrow({ rule: value }),
    ),
    departments.length > 1 &&
      select(
        'department',
        t('all-departments'),
        departments.map((one) => [`=${one}`, one === '' ? t('no-department') : one]),
        (value) => narrow({ department: value === '' ? null : value.slice(1) }),
      ),
    clear,
  );
}

function select(
  name: string,
  all: string,
  options: readonly (readonly [string, string])[],
  change: (value: string) => void,
): HTMLSelectElement {
  const list = [['', all] as const, ...options];
  return h(
    'select',
    {
      id: `filter-${name}`,
      'aria-label': all,
      change: (event: Event) => change((event.target as HTMLSelectElement).value),
    },
    ...list.map(([value, words]) => h('option', { value }, words)),
  );
}

/** Changes the filter and shows what fits, from the first page on. */
export function narrow(
  change: Partial<Pick<typeof view, 'text' | 'outcome' | 'rule' | 'department'>>,
): void {
  Object.assign(view, change, { page: 0, chosen: -1 });
  drawList();
}

/** The fields say what the filter is, whoever set it. */
function syncToolbar(): void {
  const set = (id: string, value: string): void => {
    const field = document.getElementById(id) as HTMLInputElement | null;
    if (field !== null && field.value !== value) field.value = value;
  };
  set('search', view.text);
  set('filter-outcome', view.outcome);
  set('filter-rule', view.rule);
  set('filter-department', view.department === null ? '' : `=${view.department}`);
  const clear = document.getElementById('clear') as HTMLButtonElement | null;
  if (clear !== null)
    clear.hidden =
      view.text === '' && view.outcome === '' && view.rule === '' && view.department === null;
}

/** Chooses the next or the previous form of the list, over its pages. */
export function moveChoice(by: number): void {
  const at = listed.indexOf(view.chosen);
  const next = at < 0 ? (by > 0 ? view.page * perPage : -1) : at + by;
  const chosen = listed[next];
  if (chosen === undefined) return;
  view.chosen = chosen;
  view.page = Math.floor(next / perPage);
  drawList();
  const link = document.querySelector<HTMLElement>(`[data-form="${chosen}"]`);
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}
