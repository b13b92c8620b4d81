import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../../src/pipeline/index.ts';
import type { ParsedDocument } from '../../../src/schema/index.ts';
import { compareForm } from '../forms/compare.ts';
import type { ExpectedForm } from '../forms/types.ts';
import { asLines } from './texts.ts';
import type { LineStyle } from './texts.ts';

/** How the forms of the fixtures come out of one style. */
export interface Measured {
  readonly fields: number;
  readonly wrongFields: number;
  readonly forms: number;
  readonly wrong: number;
  /** Wrong forms of which nothing is said. */
  readonly silent: number;
  /** Right forms of which something is said. */
  readonly doubted: number;
  /** Forms read where there are none. */
  readonly invented: number;
  readonly cases: readonly string[];
}

const root = 'fixtures/forms';

/** White space, widths of brackets and closing colons aside. */
function bare(value: unknown): string {
  return String(value ?? '')
    .replaceAll(/\s/gu, '')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/[:：]$/u, '');
}

/** Reads the HTML fixtures as lines of a style, and holds what comes out against what they hold. */
export async function measureLines(style: LineStyle, only?: string): Promise<Measured> {
  const sums = {
    fields: 0,
    wrongFields: 0,
    forms: 0,
    wrong: 0,
    silent: 0,
    doubted: 0,
    invented: 0,
  };
  const cases: string[] = [];
  for (const name of readdirSync(root)) {
    const file = join(root, name, 'input.html');
    if (!existsSync(file) || (only !== undefined && name !== only)) continue;
    const text = asLines(readFileSync(file, 'utf8'), style);
    const right = JSON.parse(
      readFileSync(join(root, name, 'expected.json'), 'utf8'),
    ) as ParsedDocument;
    if (text === null || (right.status !== 'ok' && right.forms.length > 0)) continue;
    const got = await parsed(text);
    if (right.forms.length === 0) sums.invented += got?.forms.length ?? 0;
    for (const [index, form] of right.forms.entries()) {
      const { fields, wrong } = wrongIn(form, got?.forms[index]);
      const said = got?.status !== 'ok';
      sums.forms += 1;
      sums.fields += fields;
      sums.wrongFields += wrong;
      sums.wrong += wrong > 0 ? 1 : 0;
      sums.silent += wrong > 0 && !said ? 1 : 0;
      sums.doubted += wrong === 0 && said ? 1 : 0;
      if (wrong > 0) cases.push(`${name}: ${String(wrong)}${said ? '' : ' in silence'}`);
    }
  }
  return { ...sums, cases };
}

type Form = ParsedDocument['forms'][number];

function wrongIn(form: Form, got: Form | undefined): { fields: number; wrong: number } {
  const judged = Object.entries(form).filter(([key]) => key !== 'audit' && key !== 'refs');
  const expected = Object.fromEntries(judged) as unknown as ExpectedForm;
  const { fields, differences } = compareForm(expected, got, {});
  if (got === undefined) return { fields, wrong: fields };
  const real = differences.filter((one) => bare(one.expected) !== bare(one.got));
  return { fields, wrong: Math.min(fields, real.length) };
}

async function parsed(text: string): Promise<ParsedDocument | null> {
  try {
    return await parseDocument(new TextEncoder().encode(text), { name: 'form.txt' });
  } catch {
    return null;
  }
}
