import type { Level, Place } from '../data.ts';
import { h, svg } from './dom.ts';
import { t } from './words.ts';
import type { PageWord } from './words.ts';

/** A shape of its own for each severity, so that none is told by colour alone. */
const shapes: Readonly<Record<Level | 'clean', string>> = {
  error: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z M5.2 5.2l5.6 5.6 M10.8 5.2l-5.6 5.6',
  warning: 'M8 1.5 15 14.5H1z M8 6v4 M8 12v1',
  info: 'M8 1a7 7 0 1 0 .01 0z M8 7v5 M8 4v1',
  unverifiable: 'M8 1a7 7 0 1 0 .01 0z M5.8 6.2a2.2 2.2 0 1 1 3.2 2c-.8.4-1 .8-1 1.6 M8 11.6v1',
  clean: 'M2 8.5l4 4 8-9',
};

export function icon(level: Level | 'clean'): SVGElement {
  return svg(
    'svg',
    { class: `icon ${level}`, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: shapes[level] }),
  );
}

/** A severity as shape, word and, where given, number. */
export function badge(level: Level | 'clean', count?: number): HTMLElement {
  const words = count === undefined ? t(level) : `${t(level)} ${count}`;
  return h('span', { class: `badge ${level}` }, icon(level), words);
}

const places: Readonly<Record<string, (rest: string) => string>> = {
  L: (rest) => {
    const [line = '', end] = rest.split('-');
    return end === undefined ? t('place-line', { line }) : t('place-lines', { line, end });
  },
  P: (rest) => {
    const [page = '', boxes] = rest.split(':');
    const where = t('place-page', { page });
    return boxes === undefined
      ? where
      : `${where}, ${t('place-box', {
          boxes: boxes
            .split(';')
            .map((box) => `[${box.replaceAll(',', ', ')}]`)
            .join(' '),
        })}`;
  },
  S: (rest) => rest,
  T: (rest) => {
    const [table = '', row = '', column = ''] = rest.split(',');
    return t('place-table', { table, row, column });
  },
};

/** A source place for people. */
export function placeText(place: Place): string {
  return places[place.charAt(0)]?.(place.slice(1)) ?? place;
}

/** A severity and how often it stands, where many stand beside each other: the word is for screen readers. */
export function mark(level: Level, count: number): HTMLElement {
  return h(
    'span',
    { class: `badge ${level}`, title: t(level) },
    icon(level),
    h('span', { class: 'unseen' }, `${t(level)} `),
    count,
  );
}

/** A button with words. */
export function button(
  word: PageWord,
  click: () => void,
  more: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  return h('button', { type: 'button', class: 'button', click, ...more }, t(word));
}
