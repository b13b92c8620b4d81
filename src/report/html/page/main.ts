import { byId, h } from './dom.ts';
import { view } from './filter.ts';
import {
  closeOpen,
  formView,
  leaveForm,
  moveCell,
  moveFinding,
  openFocused,
  tickChosen,
} from './form.ts';
import { drawList, moveChoice } from './list.ts';
import { button } from './marks.ts';
import { overview } from './overview.ts';
import { clearPrint, preparePrint } from './print.ts';
import { index, lineAt } from './store.ts';
import { onTicks } from './ticks.ts';
import { currentLanguage, speak, t } from './words.ts';
import type { PageWord } from './words.ts';

const only = index.forms.length === 1;
let scrolled = 0;

/** The form that the address names, null for the overview. A file of one form opens on it. */
function openForm(): number | null {
  const [, digits] = /^#form-(\d+)$/u.exec(location.hash) ?? [];
  if (digits !== undefined && Number(digits) < index.forms.length) return Number(digits);
  return only && location.hash !== '#overview' ? 0 : null;
}

function draw(): void {
  const at = openForm();
  const app = byId('app');
  if (app === null) return;
  leaveForm();
  const content = at === null ? overview() : formView(at);
  app.replaceChildren(
    h('a', { class: 'skip', href: '#main', click: skip }, t('skip-to-content')),
    topBar(at),
    content,
    helpDialog(),
  );
  document.title = at === null ? t('title') : `${lineAt(at).name ?? t('unnamed')} — ${t('title')}`;
  if (at === null) {
    onTicks(() => drawList());
    drawList();
  } else {
    view.chosen = at;
  }
}

/** The fragment is the address of a view, so that the link to the content cannot use it. */
function skip(event: Event): void {
  event.preventDefault();
  byId('main')?.focus();
}

function topBar(at: number | null): HTMLElement {
  const other = button(
    'other-language',
    () => {
      speak(currentLanguage() === 'zh' ? 'en' : 'zh');
      draw();
      byId('language')?.focus();
    },
    { id: 'language', lang: currentLanguage() === 'zh' ? 'en' : 'zh-CN' },
  );
  return h(
    'header',
    { class: 'top' },
    at === null
      ? h('span', { class: 'brand' }, 'zxpj')
      : h('a', { class: 'brand', href: '#overview' }, `‹ ${t('to-overview')}`),
    h(
      'div',
      { class: 'tools' },
      button('help', toggleHelp, { title: '?' }),
      button('print', () => window.print()),
      other,
    ),
  );
}

const keyWords: readonly (readonly [string, PageWord])[] = [
  ['/', 'key-search'],
  ['j  k', 'key-move'],
  ['Enter', 'key-open'],
  ['x', 'key-tick'],
  ['[  ]', 'key-forms'],
  ['← ↑ ↓ →', 'key-cells'],
  ['Esc', 'key-back'],
  ['?', 'key-help'],
];

function helpDialog(): HTMLElement {
  return h(
    'dialog',
    { id: 'help', 'aria-label': t('help') },
    h('h2', {}, t('help')),
    h(
      'dl',
      { class: 'keys' },
      ...keyWords.map(([keys, word]) =>
        h(
          'div',
          {},
          h('dt', {}, ...keys.split('  ').map((key) => h('kbd', {}, key))),
          h('dd', {}, t(word)),
        ),
      ),
    ),
    button('close', toggleHelp),
  );
}

function toggleHelp(): void {
  const dialog = byId('help') as HTMLDialogElement | null;
  if (dialog?.open === true) dialog.close();
  else dialog?.showModal();
}

/** At once, without the wait for an event that a new address brings: what is typed next belongs to the search. */
function searchAll(): void {
  if (openForm() !== null) {
    history.pushState(null, '', '#overview');
    draw();
  }
  (byId('search') as HTMLInputElement | null)?.select();
}

function back(): void {
  if (closeOpen()) return;
  if (openForm() !== null) location.hash = '#overview';
}

const go = (where: string) => () =>
  document.querySelector<HTMLElement>(`[data-go="${where}"]`)?.click();
const move = (by: number) => () => (openForm() === null ? moveChoice(by) : moveFinding(by));

/** What a key does; true where the browser shall do what it does by itself. */
const keys: Readonly<Record<string, () => unknown>> = {
  '/': searchAll,
  j: move(1),
  k: move(-1),
  x: tickChosen,
  '[': go('prev'),
  ']': go('next'),
  Escape: back,
  '?': toggleHelp,
  ArrowDown: () => !moveCell(1, 0),
  ArrowUp: () => !moveCell(-1, 0),
  ArrowRight: () => !moveCell(0, 1),
  ArrowLeft: () => !moveCell(0, -1),
  Enter: () => !openFocused(),
};

function pressed(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const typing = target.matches('input[type=search], select, textarea');
  if (typing && event.key === 'Escape') target.blur();
  if (
    typing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    (byId('help') as HTMLDialogElement | null)?.open === true
  )
    return;
  const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
  if (act !== undefined && act() !== true) event.preventDefault();
}

function moved(event: HashChangeEvent): void {
  const fromOverview = !/#form-\d+$/u.test(event.oldURL);
  if (fromOverview) scrolled = window.scrollY;
  draw();
  const toOverview = openForm() === null;
  window.scrollTo(0, toOverview ? scrolled : 0);
  const focus = toOverview
    ? document.querySelector<HTMLElement>(`[data-form="${view.chosen}"]`)
    : byId('main');
  focus?.focus({ preventScroll: true });
}

speak(index.language);
draw();
window.addEventListener('hashchange', moved);
document.addEventListener('keydown', pressed);
window.addEventListener('beforeprint', () => preparePrint(openForm()));
window.addEventListener('afterprint', clearPrint);
