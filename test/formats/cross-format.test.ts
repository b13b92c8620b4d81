import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docConverter, findSoffice } from '../../src/files/soffice.ts';
import { parseDocument } from '../../src/pipeline/index.ts';
import type { ParsedDocument } from '../../src/schema/index.ts';
import { crossForms } from '../support/cross-format/forms.ts';
import { converted, generated, written } from '../support/cross-format/printings.ts';
import { fixtures } from '../support/fixtures.ts';
import { compareForm, describe as describeDifferences } from '../support/forms/compare.ts';

const folder = join(fixtures, 'cross-format');
const printings = { ...written, ...converted, ...generated };
const soffice = await findSoffice();
if (soffice === null)
  process.stdout.write('notice: LibreOffice is absent, the .doc and .rtf files are skipped\n');

/** What LibreOffice must convert before it can be read. */
const needSoffice: ReadonlySet<string> = new Set(['doc', 'rtf']);

/** Every printing that can be read here. */
function readable(): (keyof typeof printings)[] {
  const all = Object.keys(printings) as (keyof typeof printings)[];
  return all.filter((printing) => !needSoffice.has(printing) || soffice !== null);
}

async function parse(form: string, printing: keyof typeof printings): Promise<ParsedDocument> {
  const bytes = readFileSync(
    join(folder, form, printing, `input.${printings[printing].extension}`),
  );
  return parseDocument(new Uint8Array(bytes), { refs: true, convertDoc: docConverter() });
}

/** The forms without places, which differ by format. */
function withoutRefs({ forms }: ParsedDocument): unknown {
  return JSON.parse(
    JSON.stringify(forms, (key, value: unknown) => (key === 'refs' ? undefined : value)),
  );
}

describe.each(Object.entries(crossForms))(
  'one form in every format: %s',
  (form, { expected, accept }) => {
    it('has a file in each, and no other', () => {
      expect(readdirSync(join(folder, form)).sort()).toEqual(Object.keys(printings).sort());
    });

    it.each(readable())(
      '%s gives the form that was printed, and nothing is left over',
      async (printing) => {
        const document = await parse(form, printing);
        const { differences } = compareForm(expected, document.forms[0], accept);
        expect(describeDifferences(differences)).toBe('');
        expect(document.unplaced).toEqual([]);
        expect(document.status).toBe('ok');
        // Extras and audit too.
        expect(withoutRefs(document)).toEqual(withoutRefs(await parse(form, 'html')));
      },
      60_000,
    );
  },
);
