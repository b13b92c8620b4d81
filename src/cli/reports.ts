import { InputError } from '../model/index.ts';
import { reporters } from '../report/reporters.ts';
import type { ReporterId } from '../report/reporters.ts';
import type { CheckedFile, CheckRun, Drawing } from '../report/index.ts';
import { oneOf } from './options.ts';
import { writeResult } from './output.ts';

/** A report that is wanted, and the file that it goes to; stdout where none is named. */
export interface Wanted {
  readonly id: ReporterId;
  readonly file?: string;
}

const ids = Object.keys(reporters) as ReporterId[];

/**
 * `sarif=out.sarif` and the like; text on stdout where nothing is asked for.
 *
 * @throws InputError for an unknown reporter, and where two would go to stdout
 */
export function reportsOf(values: readonly string[]): Wanted[] {
  const wanted = values.length === 0 ? [{ id: 'text' as const }] : values.map(wantedBy);
  const [, second] = wanted.filter(({ file }) => file === undefined);
  if (second !== undefined) throw new InputError('usage-two-reports', { id: second.id });
  return wanted;
}

function wantedBy(value: string): Wanted {
  const at = value.indexOf('=');
  const id = oneOf('--reporter', ids)(at < 0 ? value : value.slice(0, at));
  const file = value.slice(at + 1);
  if (at < 0 || file === '-') return { id };
  if (file === '') throw new InputError('usage-report-file', { id });
  return { id, file };
}

/**
 * Writes every report that is wanted.
 *
 * @throws InputError where one cannot be written, or would overwrite what was read
 */
export async function writeReports(
  run: CheckRun,
  wanted: readonly Wanted[],
  files: readonly CheckedFile[],
): Promise<void> {
  const { isSameFile } = await import('../files/index.ts');
  for (const { file } of wanted) {
    if (file === undefined) continue;
    for (const input of files)
      if (await isSameFile(file, input.file)) throw new InputError('output-is-input', { file });
  }
  for (const { id, file } of wanted) {
    const report = await reporters[id]();
    const written = report(
      run,
      file === undefined ? drawing() : { colour: false, width: widthElsewhere },
    );
    await writeResult(file, typeof written === 'string' ? [written] : written);
  }
}

/** Columns where nobody says how many there are: a log of CI, a file, another program. */
const widthElsewhere = 120;

/** As wide as the terminal within reason (some terminals say 0), which stderr or COLUMNS knows too where stdout goes through a pager; colour as FORCE_COLOR and NO_COLOR say, else where stdout is a terminal. */
export function drawing(): Drawing {
  const { COLUMNS: told, FORCE_COLOR: force, NO_COLOR: no, TERM: term } = process.env;
  const { isTTY, columns } = process.stdout;
  const forced = force === undefined ? undefined : force !== '0' && force !== 'false';
  const colour = forced ?? ((no === undefined || no === '') && isTTY === true && term !== 'dumb');
  const known = [
    isTTY === true ? columns : 0,
    process.stderr.isTTY ? process.stderr.columns : 0,
    Number(told),
  ];
  const width = known.find((one) => one > 0) ?? widthElsewhere;
  return { colour, width: Math.min(Math.max(width, 60), widthElsewhere) };
}
