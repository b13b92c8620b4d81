import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditForms } from '../../src/audit/index.ts';
import type { PerformanceForm } from '../../src/schema/index.ts';
import { fixtureCases } from '../support/fixtures.ts';
import { hostileForm, hostileTexts } from '../support/hostile-form.ts';
import {
  desktop,
  fileOf,
  hasBrowser,
  openPage,
  runOver,
  runWithFiles,
  startBrowser,
  writePage,
} from '../support/page.ts';

let browser: Browser;
let folder: string;

describe.skipIf(!hasBrowser)('the review page', () => {
  beforeAll(async () => {
    browser = await startBrowser();
    folder = await mkdtemp(join(tmpdir(), 'zxpj-page-'));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  it.each(['self-evaluation', 'target'] as const)(
    'shows hostile text in every field of a %s as text',
    async (kind) => {
      const form = hostileForm(kind);
      const file = { ...fileOf(form), file: hostileTexts[0] ?? '' };
      const address = await writePage(runWithFiles([file]), folder);
      const { page, requests, complaints } = await openPage(browser, address, desktop);
      const cells = await page.locator('.sheet [data-cell]').allTextContents();
      for (const text of hostileTexts)
        expect(
          cells.some((cell) => cell.includes(text)),
          text,
        ).toBe(true);
      await page.locator('.finding-body').first().click();
      await page.locator('.sheet [data-cell]').first().click();
      await page.goto(`${address}#overview`);
      await page.waitForSelector('.forms');
      await page.emulateMedia({ media: 'print' });
      await page.pdf();
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(await page.locator('script').count()).toBe(3);
      expect(await page.locator('img, iframe, object, a:not([href^="#"])').count()).toBe(0);
      expect([...requests, ...complaints]).toEqual([]);
      await page.close();
    },
  );

  it('opens 5,000 forms within 3 s, from less than 30 MB, and stays quick', async () => {
    const inputs = fixtureCases('forms').filter(({ name }) =>
      [
        'library-tabbed',
        'central-self-evaluation',
        'yinchuan-own-levels',
        'beijing-self-evaluation',
      ].includes(name),
    );
    const run = await runOver(inputs.flatMap(({ input }) => input ?? []));
    const forms = run.files.flatMap((file) => file.forms.map(({ form }) => form));
    const many = Array.from({ length: 5000 }, (_, at) =>
      renamed(forms[at % forms.length] as PerformanceForm, at),
    );
    const [first] = auditForms(many.slice(0, 1));
    expect(first).toBeDefined();
    const address = await writePage(
      runWithFiles(
        many.map((form, at) => ({ ...fileOf(form), file: `报送/单位${at % 300}/自评表${at}.txt` })),
      ),
      folder,
    );
    const path = fileURLToPath(address);
    expect((await stat(path)).size).toBeLessThan(30e6);
    expect(readFileSync(path, 'utf8').split('<script type="application/json"')).toHaveLength(5002);
    const page = await browser.newPage({ viewport: desktop });
    const start = performance.now();
    await page.goto(address);
    await page.waitForSelector('.forms tbody tr');
    expect(performance.now() - start).toBeLessThan(3000);
    const quick = async (work: () => Promise<void>): Promise<number> => {
      const began = performance.now();
      await work();
      return performance.now() - began;
    };
    expect(await quick(() => page.fill('#search', '第4321号'))).toBeLessThan(500);
    expect(await page.locator('.forms tbody tr').count()).toBe(1);
    await page.fill('#search', '');
    expect(await quick(() => page.click('[data-sort="project"]'))).toBeLessThan(1000);
    expect(await quick(() => page.locator('.forms a').first().click())).toBeLessThan(500);
    await page.waitForSelector('.sheet');
    await page.close();
  });
});

/** A form of its own: another name, another department. */
function renamed(form: PerformanceForm, at: number): PerformanceForm {
  return {
    ...form,
    project: { ...form.project, name: `${form.project.name}第${at}号` },
    department: `第${at % 80}局`,
  };
}
