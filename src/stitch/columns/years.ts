import { withRole } from './with-role.ts';
import type { Column, Item } from '../types.ts';

/** 上年完成值, 近两年指标值: a value of other years than the form's. */
export function isOfOtherYear(text: string): boolean {
  return /上年|去年|前年|上一年|上两年|近[两二三几]年|往年|历年|历史|以前年度|以往/u.test(text);
}

/** The one year that a heading names. */
function yearOf({ heading }: Column): number | null {
  const found = [...(heading?.text ?? '').matchAll(/20\d\d(?=年)/gu)];
  return found.length === 1 ? Number(found[0]?.[0]) : null;
}

function wordsOf({ heading }: Column): string {
  return (heading?.text ?? '').replace(/20\d\d年度?/gu, '');
}

/** 2022年 | 2023年 | 2024年 under 指标值: of the values of several years the last is the form's, unless it says its own year. */
export function lastYear(columns: readonly Column[]): readonly Column[] {
  const years = columns.map((column) => (column.role === 'target' ? yearOf(column) : null));
  const dated = years.filter((year) => year !== null);
  if (dated.length < 2) return columns;
  const last = Math.max(...dated);
  return columns.map((column, index): Column =>
    years[index] == null || years[index] === last ? column : withRole(column, 'other'),
  );
}

/** The value of the form's own year among those of several. */
export function ownYear(columns: readonly Column[], year: number | null): readonly Column[] {
  const chosen = columns.find((column) => column.role === 'target' && yearOf(column) !== null);
  if (year === null || chosen === undefined || yearOf(chosen) === year) return columns;
  const own = columns.find(
    (column) =>
      column.role === 'other' && yearOf(column) === year && wordsOf(column) === wordsOf(chosen),
  );
  if (own === undefined) return columns;
  return columns.map((column): Column => {
    if (column === own) return withRole(column, 'target');
    return column === chosen ? withRole(column, 'other') : column;
  });
}

/** So many items from the form's first on may say its year. */
const asked = 6;

/** The year that a form's first items print alone (（2023年度）) or in its title. */
export function yearAbove(items: readonly Item[], index: number): number | null {
  for (const { slots } of items.slice(0, Math.min(index, asked))) {
    const shown = slots.filter(({ piece, covered }) => piece !== null && !covered);
    const text = shown.length === 1 ? (shown[0]?.piece?.text ?? '') : '';
    const year = /^[(（]?(20\d\d)\s*年度?[)）]?$|(20\d\d)年度?.*表$/u.exec(text);
    if (year !== null) return Number(year[1] ?? year[2]);
  }
  return null;
}
