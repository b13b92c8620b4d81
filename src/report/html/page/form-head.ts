import { h } from './dom.ts';
import { listedForms } from './list.ts';
import { fileOf, formAt, index, lineAt } from './store.ts';
import { t } from './words.ts';

/** What stands above a form: whose it is, the way to its neighbours in the list, and the switch for what was mended. */
export function formHead(at: number, name: string): HTMLElement {
  const line = lineAt(at);
  const whose = [
    line.department,
    line.unit === line.department ? null : line.unit,
    `${fileOf(line).name} · ${t('form-number', { number: line.number })}`,
  ];
  return h(
    'header',
    { class: 'form-head' },
    h(
      'div',
      {},
      h('h1', {}, name),
      h('p', { class: 'quiet' }, whose.filter((part) => part !== null).join('　')),
    ),
    index.forms.length > 1 && neighbours(at),
    mendsSwitch(formAt(at).mends.size),
  );
}

function neighbours(at: number): HTMLElement {
  const listed = listedForms();
  const order = listed.length > 0 ? listed : index.forms.map((_, one) => one);
  const place = order.indexOf(at);
  const [previous, next] = place < 0 ? [] : [order[place - 1], order[place + 1]];
  return h(
    'nav',
    { class: 'form-nav', 'aria-label': t('forms') },
    previous !== undefined &&
      goTo(previous, 'prev', `${t('previous-form')} ([)`, `‹ ${t('previous-form')}`),
    place >= 0 &&
      h('span', { class: 'quiet small' }, t('form-of', { at: place + 1, all: order.length })),
    next !== undefined && goTo(next, 'next', `${t('next-form')} (])`, `${t('next-form')} ›`),
  );
}

function goTo(form: number, key: string, title: string, words: string): HTMLElement {
  const href = `#form-${form}`;
  return h('a', { class: 'button', href, 'data-go': key, rel: key, title }, words);
}

function mendsSwitch(count: number): HTMLElement | null {
  if (count === 0) return null;
  const toggle = h('input', {
    type: 'checkbox',
    id: 'mends',
    change: (event: Event) =>
      document
        .getElementById('main')
        ?.classList.toggle('with-mends', (event.target as HTMLInputElement).checked),
  });
  return h(
    'label',
    { class: 'switch' },
    toggle,
    t('show-mends'),
    h('span', { class: 'quiet small' }, t('mends-count', { count })),
  );
}
