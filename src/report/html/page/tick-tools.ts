import { drawList } from './list.ts';
import { h } from './dom.ts';
import { button } from './marks.ts';
import { allTicks, importTicks } from './ticks.ts';
import { t } from './words.ts';

/** Taking ticks to another computer, or to `zxpj check --baseline`. */
export function tickTools(): HTMLElement {
  const said = h('span', { role: 'status', class: 'small' });
  const file = h('input', {
    type: 'file',
    accept: '.json,application/json',
    hidden: true,
    'aria-label': t('ticks-import'),
    change: (event: Event) => void take(event.target as HTMLInputElement, said),
  });
  return h(
    'div',
    { class: 'ticks' },
    button('ticks-export', save),
    button('ticks-import', () => file.click()),
    file,
    said,
    h('p', { class: 'quiet small' }, t('ticks-note')),
  );
}

function save(): void {
  const entries = allTicks().map(([fingerprint, tick]) => ({
    fingerprint,
    ...tick,
    reason: t('ticks-reason'),
  }));
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify({ version: 1, entries }, null, 2)}\n`], {
      type: 'application/json',
    }),
  );
  h('a', { href: url, download: 'zxpj-baseline.json' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function take(input: HTMLInputElement, said: HTMLElement): Promise<void> {
  const text = await input.files?.[0]?.text();
  if (text === undefined) return;
  const count = importTicks(text);
  said.textContent = count === null ? t('ticks-bad') : t('ticks-imported', { count });
  input.value = '';
  drawList();
}
