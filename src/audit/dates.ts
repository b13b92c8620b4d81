import { foldWidth } from '../model/index.ts';

/** A day as a number that can be compared: 20241231. */
export type Day = number;

const longMonth = 31;

interface Printed {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

const date =
  /(?:(20\d\d)\s*[年./-]\s*)?(?<!\d)(1[0-2]|0?[1-9])\s*(?:月|[./-](?=\s*\d))\s*份?\s*(?:(3[01]|[12]\d|0?[1-9])(?!\d)\s*[日号]?)?/gu;
const wholeYear = /(20\d\d)\s*年(?:内|底|末|全年|年底)/gu;

/** Times of every month or day, and times that something takes, are no dates. */
const noDate = /每|各月|当月|次月|个月|小时|工作日|天内/;

function datesIn(text: string): Printed[] {
  const folded = foldWidth(text);
  if (noDate.test(folded)) return [];
  const days = [...folded.matchAll(date)]
    // A point or a dash between figures is a date only behind its year.
    .filter(([whole, year]) => year !== undefined || whole.includes('月'))
    .map(([, year, month, day]) => ({
      year: year === undefined ? null : Number(year),
      month: Number(month),
      day: day === undefined ? null : Number(day),
    }));
  if (days.length > 0) return days;
  return [...folded.matchAll(wholeYear)].map(([, year]) => ({
    year: Number(year),
    month: 12,
    day: longMonth,
  }));
}

function dayOf({ year, month, day }: Printed, form: number, missing: number): Day {
  return (year ?? form) * 10_000 + month * 100 + (day ?? missing);
}

/** The last day that a text gives: a month without a day ends at its end. Null where it gives none. */
export function lastDay(
  text: string,
  year: number | null,
  reach: 'latest' | 'earliest',
): Day | null {
  const dates = datesIn(text);
  const last = dates.at(-1);
  if (last === undefined) return null;
  // `2024年1月1日-12月31日`: a later date without a year is of the year before it.
  const known = dates.findLast((one) => one.year !== null)?.year ?? year;
  if (known === null) return null;
  return dayOf(last, known, reach === 'latest' ? longMonth : 1);
}

/** The years of the dates that a text prints with their months. */
export function datedYears(text: string): number[] {
  return datesIn(text).flatMap(({ year }) => (year === null ? [] : [year]));
}
