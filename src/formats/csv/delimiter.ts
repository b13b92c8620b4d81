import { isBlank } from '../../model/index.ts';
import { readRecords } from './records.ts';
import type { CsvRecord } from './records.ts';

/** Records that are looked at. */
const probe = 400;
const fewestFields = 3;
/** The part of the records that must have the same number of fields: Excel gives every row as many. */
const even = 0.9;
/** The part of the records that must have fields at all, where not all have. */
const most = 0.6;

/** What parts the fields of a text: a comma, or a tab or semicolon; null where its lines are no records of one width. */
export function findDelimiter(text: string): string | null {
  return [',', '\t', ';'].find((delimiter) => fits(text, delimiter)) ?? null;
}

/** Tabs alone say little, since OCR writes them too: there, a field in quotes must show who wrote the file. */
function fits(text: string, delimiter: string): boolean {
  const records = firstRecords(text, delimiter);
  if (delimiter === '\t' && !records.some(({ quoted }) => quoted)) return false;
  // Scripts leave titles and notes bare, without the delimiters that would make them as wide as the rest.
  const parted = records.filter(({ fields }) => fields.length > 1);
  const widths = new Map<number, number>();
  for (const { fields } of parted) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
  const [width, rows] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return (
    width >= fewestFields &&
    rows > 1 &&
    rows >= parted.length * even &&
    parted.length >= records.length * most
  );
}

/** Whether a text that calls itself CSV may be some, its lines of unequal lengths: most of them are parted by commas. */
export function isRagged(text: string): boolean {
  const records = firstRecords(text, ',');
  const parted = records.filter(({ fields }) => fields.length > 1).length;
  return parted > 2 && parted >= records.length * most;
}

/** The records that are looked at: the first that are not blank. */
function firstRecords(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  for (const record of readRecords(text, delimiter)) {
    if (records.length === probe) break;
    if (record.fields.length > 1 || !isBlank(record.fields[0]?.text ?? '')) records.push(record);
  }
  return records;
}
