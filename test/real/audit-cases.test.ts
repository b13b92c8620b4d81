import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleMetadata } from '../../src/audit/index.ts';
import { parseDocument } from '../../src/pipeline/index.ts';
import { checkedFile } from '../../src/report/index.ts';
import { textReport } from '../../src/report/text/index.ts';
import { runWith } from '../support/check-run.ts';
import { hasShared, shared } from '../support/real.ts';

/** Small forms that were audited wrong: the errors and warnings that each must have, none where nothing is said. */
const told: Readonly<Record<string, readonly string[]>> = {
  '01': ['error score-sum'],
  '03': ['error execution-rate'],
  '10': ['error rating-band'],
  '12': ['warning execution-rate'],
  '13': ['warning unspent-full-score'],
  '14': ['error execution-rate', 'error fund-parts'],
  '15': ['error score-sum'],
  '17': ['error execution-score'],
  '18': ['error execution-score'],
  '21': ['error execution-rate'],
  '22': ['warning blank-actual', 'warning rate-above-hundred', 'warning undone-full-score'],
  '23': ['warning cost-above-executed'],
  '24': ['warning unspent-full-score'],
  '26': ['warning fund-parts'],
  '28': ['error fund-parts'],
  '31': ['error score-within-weight', 'error score-within-weight'],
};

const folder = join(shared, 'cases/audit');
const files = hasShared ? readdirSync(folder).filter((name) => !name.endsWith('.right.txt')) : [];

describe.skipIf(!hasShared)('small forms that were audited wrong', () => {
  it.each(files)('%s', async (name) => {
    const { forms } = await parseDocument(readFileSync(join(folder, name)), { name });
    const found = forms
      .flatMap(({ audit }) => audit?.findings ?? [])
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, rule }) => `${severity} ${rule}`);
    expect(found.sort()).toEqual(told[name.slice(0, 2)] ?? []);
  });

  it('says in its sentences what its figures give', async () => {
    const [name = ''] = files.filter((file) => file.startsWith('17'));
    const { forms } = await parseDocument(readFileSync(join(folder, name)), { name });
    const words = forms.flatMap(({ audit }) => audit?.findings ?? []).map(({ message }) => message);
    expect(words.join('\n')).toContain('按 10 × 28.00 ÷ 53.00 应为 5.28');
  });
});

describe.skipIf(!hasShared)('the report on the real documents', () => {
  it('is no longer than a screen, with the errors in their own words', async () => {
    const inputs = join(shared, 'inputs');
    const checked = await Promise.all(
      readdirSync(inputs).map(async (name) =>
        checkedFile(name, await parseDocument(readFileSync(join(inputs, name)), { name }), null),
      ),
    );
    const rules = ruleMetadata.map(({ id, severity, title, basis }) => ({
      id,
      severity,
      title: title.zh,
      basis: basis.zh,
    }));
    const lines = textReport(runWith(checked, { rules }), { colour: false, width: 120 })
      .trimEnd()
      .split('\n');
    expect(lines.length).toBeLessThanOrEqual(30);
    expect(lines.filter((line) => line.startsWith('  错误'))).toHaveLength(8);
  });
});
