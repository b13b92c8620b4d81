import type { FormLine, Level } from '../data.ts';
import { histogram, stacked } from './charts.ts';
import { h } from './dom.ts';
import { outcomeOf } from './filter.ts';
import type { Outcome } from './filter.ts';
import { formList, narrow } from './list.ts';
import { badge, icon } from './marks.ts';
import { index } from './store.ts';
import { tickTools } from './tick-tools.ts';
import { currentLanguage, t } from './words.ts';
import type { PageWord } from './words.ts';

/** The page's first view: totals, what was not read, where the findings are, and the list of all forms. */
export function overview(): HTMLElement {
  const figures = index.forms.filter(({ target }) => !target);
  return h(
    'main',
    { id: 'main', class: 'overview', tabindex: '-1' },
    h('h1', {}, t('title')),
    h(
      'p',
      { class: 'quiet' },
      t('subtitle', { files: index.files.length, forms: index.forms.length }),
    ),
    tiles(),
    ...unread(),
    h(
      'div',
      { class: 'cards' },
      h(
        'div',
        { class: 'stack' },
        outcomes(),
        figures.length > 0 &&
          histogram(
            t('rates-title'),
            figures.map(({ rate }) => rate),
            [50, 60, 70, 80, 90, 95, 100],
          ),
      ),
      h(
        'div',
        { class: 'stack' },
        byRule(),
        figures.length > 0 &&
          histogram(
            t('scores-title'),
            figures.map(({ score }) => score),
            [60, 70, 80, 85, 90, 95, 100],
          ),
      ),
      byDepartment(),
    ),
    formList(),
    h(
      'footer',
      {},
      tickTools(),
      h('p', { class: 'quiet small' }, t('made-by', { version: index.version })),
    ),
  );
}

function tiles(): HTMLElement {
  const sum = (at: 0 | 1 | 2 | 3): number =>
    index.forms.reduce((all, { counts }) => all + counts[at], 0);
  const withAny = (at: 0 | 1 | 2 | 3): number =>
    index.forms.filter(({ counts }) => counts[at] > 0).length;
  const levels: readonly (readonly [Level, PageWord])[] = [
    ['error', 'errors'],
    ['warning', 'warnings'],
    ['info', 'infos'],
    ['unverifiable', 'unverifiable'],
  ];
  return h(
    'div',
    { class: 'tiles' },
    ...levels.map(([level, word], at) =>
      h(
        'div',
        { class: `tile ${level}` },
        h('span', { class: 'tile-word' }, icon(level), t(word)),
        h('strong', {}, sum(at as 0)),
        h('span', { class: 'quiet small' }, t('in-forms', { count: withAny(at as 0) })),
      ),
    ),
    checksTile(),
  );
}

function checksTile(): HTMLElement {
  const { exact, withinRounding, mismatch, unverifiable } = index.checks;
  const parts = [
    ['exact', exact],
    ['within-rounding', withinRounding],
    ['mismatch', mismatch],
    ['unverifiable', unverifiable],
  ] as const;
  return h(
    'div',
    { class: 'tile checks' },
    h('span', { class: 'tile-word' }, t('checks')),
    h('strong', {}, exact + withinRounding + mismatch + unverifiable),
    stacked(parts),
    h(
      'ul',
      { class: 'legend' },
      ...parts.map(([word, count]) =>
        h(
          'li',
          {},
          h('span', { class: `swatch ${word}`, 'aria-hidden': 'true' }),
          `${t(word)} ${count}`,
        ),
      ),
    ),
  );
}

/** Of many files, the rest is folded away. */
const shownAtOnce = 5;

function unread(): (HTMLElement | null)[] {
  const failed = index.files.filter(({ status }) => status === 'failed');
  const partial = index.files.filter(({ status }) => status === 'partial');
  const list = (
    word: PageWord,
    level: Level,
    items: readonly HTMLElement[],
  ): HTMLElement | null => {
    if (items.length === 0) return null;
    const rest = items.slice(shownAtOnce);
    return h(
      'section',
      { class: `alert ${level}` },
      h('h2', {}, icon(level), t(word)),
      h('ul', {}, ...items.slice(0, shownAtOnce)),
      rest.length > 0 &&
        h(
          'details',
          {},
          h('summary', {}, t('more-files', { count: rest.length })),
          h('ul', {}, ...rest),
        ),
    );
  };
  return [
    list(
      'not-read-title',
      'error',
      failed.map(({ name, failure }) => h('li', {}, h('b', {}, name), ` ${failure ?? ''}`)),
    ),
    list(
      'partial-title',
      'warning',
      partial.map(({ name, notes }) =>
        h(
          'li',
          {},
          h('b', {}, name),
          ` ${notes
            .slice(0, 3)
            .map(([, words, place]) => (place === '' ? words : `${words}（${place}）`))
            .join(' ')}`,
        ),
      ),
    ),
    index.passedOver > 0
      ? h('p', { class: 'quiet' }, t('passed-over', { count: index.passedOver }))
      : null,
    index.hidden > 0 ? h('p', { class: 'quiet' }, t('hidden', { count: index.hidden })) : null,
  ];
}

function outcomes(): HTMLElement {
  const all: readonly Outcome[] = ['error', 'warning', 'info', 'clean'];
  const parts = all.map(
    (outcome) =>
      [outcome, index.forms.filter((line) => outcomeOf(line) === outcome).length] as const,
  );
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, t('outcome-title')),
    stacked(parts),
    h(
      'ul',
      { class: 'bars' },
      ...parts.map(([outcome, count]) =>
        h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              class: 'bar-row',
              disabled: count === 0,
              click: () => filtered({ outcome }),
            },
            h('span', { class: 'bar-name' }, icon(outcome), t(`outcome-${outcome}`)),
            h('span', { class: 'bar-count' }, count),
          ),
        ),
      ),
    ),
  );
}

interface Tally {
  readonly key: string;
  readonly words: string;
  readonly counts: [number, number, number];
}

function byRule(): HTMLElement {
  const tallies = new Map<string, Tally>();
  for (const line of index.forms)
    for (const [rule, level, count] of line.rules)
      add(
        tallies,
        rule,
        index.rules[rule]?.[currentLanguage()] ?? rule,
        (['error', 'warning', 'info'] as Level[]).indexOf(level),
        count,
      );
  return bars('by-rule', [...tallies.values()], (rule) => filtered({ rule }));
}

function byDepartment(): HTMLElement {
  const tallies = new Map<string, Tally>();
  const sum = ({ department, counts }: FormLine): void => {
    for (const at of [0, 1, 2] as const)
      if (counts[at] > 0)
        add(tallies, department ?? '', department ?? t('no-department'), at, counts[at]);
  };
  index.forms.forEach(sum);
  return bars('by-department', [...tallies.values()], (department) => filtered({ department }));
}

function add(
  tallies: Map<string, Tally>,
  key: string,
  words: string,
  at: number,
  count: number,
): void {
  const tally = tallies.get(key) ?? { key, words, counts: [0, 0, 0] };
  tally.counts[at as 0] += count;
  tallies.set(key, tally);
}

const most = 12;
const total = ({ counts: [errors, warnings, infos] }: Tally): number => errors + warnings + infos;

function bars(
  word: PageWord,
  tallies: readonly Tally[],
  choose: (key: string) => void,
): HTMLElement {
  const sorted = [...tallies]
    .sort((one, other) => other.counts[0] - one.counts[0] || total(other) - total(one))
    .slice(0, most);
  const longest = Math.max(1, ...sorted.map(total));
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, t(word)),
    sorted.length === 0 && h('p', { class: 'empty' }, badge('clean'), t('no-findings')),
    h(
      'ul',
      { class: 'bars' },
      ...sorted.map((tally) => {
        const [errors, warnings, infos] = tally.counts;
        return h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              class: 'bar-row',
              title: t('bar-counts', { errors, warnings, infos }),
              click: () => choose(tally.key),
            },
            h('span', { class: 'bar-name' }, tally.words),
            h('span', { class: 'bar-count' }, total(tally)),
            stacked([
              ['error', errors],
              ['warning', warnings],
              ['info', infos],
              ['rest', longest - total(tally)],
            ]),
          ),
        );
      }),
    ),
  );
}

/** Narrows the list and shows it. */
function filtered(change: Parameters<typeof narrow>[0]): void {
  narrow({ text: '', outcome: '', rule: '', department: null, ...change });
  const title = document.getElementById('list-title');
  title?.scrollIntoView({ block: 'start' });
  document.getElementById('search')?.focus({ preventScroll: true });
}
