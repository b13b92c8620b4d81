import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Whether golden files are to be rewritten from what the program gives now (`UPDATE=1 npm test`). */
export const updating = process.env.UPDATE === '1';

/** The text of a committed file, which UPDATE=1 makes what was found now. */
export function committedText(file: string, found: string): string {
  if (updating) writeFileSync(file, found);
  if (!existsSync(file)) throw new Error(`${file} is missing; UPDATE=1 writes it`);
  return readFileSync(file, 'utf8');
}

export interface FixtureCase {
  readonly name: string;
  readonly folder: string;
  /** The path of its `input.*`, undefined where there is none. */
  readonly input: string | undefined;
  /** The path of its golden file, which may be missing. */
  readonly expected: string;
  readonly hasExpected: boolean;
}

/** The cases of one stage: `fixtures/<stage>/<case>/{input.*,expected.json}`. */
export function fixtureCases(stage: string): FixtureCase[] {
  return readdirSync(join(fixtures, stage), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const folder = join(fixtures, stage, name);
      const input = readdirSync(folder).find((file) => file.startsWith('input.'));
      const expected = join(folder, 'expected.json');
      return {
        name,
        folder,
        input: input && join(folder, input),
        expected,
        hasExpected: existsSync(expected),
      };
    });
}
