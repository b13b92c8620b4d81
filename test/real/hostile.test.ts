import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findSoffice } from '../../src/files/soffice.ts';
import { setup } from '../support/build.ts';
import { zxpj } from '../support/cli.ts';
import { inFolder } from '../support/folder.ts';
import { hasShared, shared } from '../support/real.ts';

const folder = join(shared, 'samples/hostile');
/** Odd rather than hostile: they hold a form that can be read whole. */
const harmless: readonly string[] = [
  'enc-owneronly.pdf',
  'garbage-prefix.pdf',
  ...((await findSoffice()) === null ? [] : ['olename.docx']),
];

describe.skipIf(!hasShared)('hostile files from end to end', () => {
  beforeAll(setup, 120_000);

  it.each(hasShared ? readdirSync(folder) : ['absent'])(
    '%s ends in time and memory, and says why',
    async (file) => {
      await inFolder(async (out) => {
        const run = await zxpj([
          'parse',
          join(folder, file),
          '-o',
          join(out, 'out.json'),
          '--max-memory',
          '1200',
          '--timeout',
          '26',
        ]);
        expect(run.took).toBeLessThan(30_000);
        if (harmless.includes(file)) {
          expect(run).toMatchObject({ code: 0, stderr: '' });
          return;
        }
        expect([1, 2]).toContain(run.code);
        for (const line of run.stderr.trimEnd().split('\n')) expect(line).toMatch(/^zxpj: .+。$/u);
        expect(run.stderr).not.toMatch(/--timeout|--max-memory/);
      });
    },
    60_000,
  );
});
