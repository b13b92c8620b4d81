import { isBlank } from '../../model/index.ts';
import { readRecords } from './records.ts';

/** Records that are looked at. */
const probe = 400;
const fewestFields = 3;
/** The part of the records that must have the same number of fields: Excel gives every row as many. */
const even = 0.9;

/** What parts the fields of a text: a comma, or a tab or semicolon; null where its lines are no records of one width. */
export function findDelimiter(text: string): string | null {
  return [',', '\t', ';'].find((delimiter) => fits(text, delimiter)) ?? null;
}

/** Tabs alone say little, since OCR writes them too: there, a field in quotes must show who wrote the file. */
function fits(text: string, delimiter: string): boolean {
  const widths = new Map<number, number>();
  let count = 0;
  let quoted = false;
  for (const record of readRecords(text, delimiter)) {
    if (count === probe) break;
    if (record.fields.length === 1 && isBlank(record.fields[0]?.text ?? '')) continue;
    count += 1;
    quoted ||= record.quoted;
    widths.set(record.fields.length, (widths.get(record.fields.length) ?? 0) + 1);
  }
  const [width, rows] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return (
    width >= fewestFields && rows > 1 && rows >= count * even && (quoted || delimiter !== '\t')
  );
}
