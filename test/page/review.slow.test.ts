import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/pipeline/index.ts';
import { fixtureCases } from '../support/fixtures.ts';
import {
  desktop,
  hasBrowser,
  openPage,
  phone,
  runOver,
  startBrowser,
  writePage,
} from '../support/page.ts';

const names = [
  'library-tabbed',
  'beijing-self-evaluation',
  'central-self-evaluation',
  'chongqing-without-levels',
  'weight-before-target',
  'target-declaration-midterm',
  'target-hebei-units',
  'cut-off',
  'blank-template',
  'no-form-procurement',
];
const inputs = fixtureCases('forms')
  .filter(({ name }) => names.includes(name))
  .flatMap(({ input }) => input ?? []);

let browser: Browser;
let folder: string;
let address: string;
let withFinding: number;

async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (
      window as unknown as {
        axe: {
          run: () => Promise<{
            violations: { id: string; impact: string; nodes: { html: string }[] }[];
          }>;
        };
      }
    ).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

const isInView = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return (
      top >= 0 &&
      bottom <= innerHeight &&
      left >= 0 &&
      right <= innerWidth + 1 &&
      (over === element || element.contains(over))
    );
  });

describe.skipIf(!hasBrowser)('the review page', () => {
  beforeAll(async () => {
    browser = await startBrowser();
    folder = await mkdtemp(join(tmpdir(), 'zxpj-page-'));
    const run = await runOver(inputs);
    const forms = run.files.flatMap((file) => file.forms);
    withFinding = forms.findIndex(({ findings }) =>
      findings.some(({ printed, expected }) => printed !== null && expected !== null),
    );
    address = await writePage(run, folder);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    describe(device, () => {
      it('asks for nothing, complains of nothing, and is no wider than the screen', async () => {
        const { page, requests, complaints } = await openPage(browser, address, viewport);
        for (const hash of ['', `#form-${withFinding}`]) {
          await page.evaluate((where) => (location.hash = where), hash);
          await page.waitForSelector(hash === '' ? '.overview' : '.form-view');
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
          ).toBeLessThanOrEqual(viewport.width);
        }
        expect(requests).toEqual([]);
        expect(complaints).toEqual([]);
        await page.close();
      });

      it('has no serious accessibility problem, in either language', async () => {
        const { page } = await openPage(browser, address, viewport);
        for (const hash of ['#overview', `#form-${withFinding}`]) {
          await page.evaluate((where) => (location.hash = where), hash);
          expect(await seriousProblems(page)).toEqual([]);
          await page.click('#language');
          expect(await seriousProblems(page)).toEqual([]);
        }
        await page.locator('.finding-body').first().click();
        await page.waitForTimeout(800);
        expect(await seriousProblems(page)).toEqual([]);
        await page.close();
      });

      it('leads from a finding to its cell, and back', async () => {
        const { page } = await openPage(browser, `${address}#form-${withFinding}`, viewport);
        const finding = page.locator('.finding-body').first();
        await finding.click();
        expect(await isInView(page, '.sheet .chosen')).toBe(true);
        expect(await page.locator('.sheet .chosen .mark').count()).toBe(1);
        expect(await page.locator('#detail dd').count()).toBeGreaterThan(1);
        await page.locator('#detail .link').first().click();
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('finding-body');
        expect(await isInView(page, '.finding.current .finding-body')).toBe(true);
        await page.close();
      });
    });
  }

  it.each([1280, 1366])(
    'shows the whole table beside the findings on a laptop %i wide',
    async (width) => {
      const { page } = await openPage(browser, `${address}#form-${withFinding}`, {
        width,
        height: 720,
      });
      const [table, paper, findings] = await Promise.all(
        ['.sheet', '.paper', 'aside'].map((selector) =>
          page.locator(selector).first().boundingBox(),
        ),
      );
      expect((table?.x ?? 0) + (table?.width ?? Infinity)).toBeLessThanOrEqual(
        (paper?.x ?? 0) + (paper?.width ?? 0),
      );
      expect(findings?.x).toBeGreaterThan(paper?.width ?? Infinity);
      await page.close();
    },
  );

  it('searches, filters, sorts and opens by keys alone', async () => {
    const { page } = await openPage(browser, address, desktop);
    const rows = page.locator('.forms tbody tr');
    const all = await rows.count();
    await page.keyboard.press('/');
    await page.keyboard.type('图书馆');
    await expect.poll(() => rows.count()).toBeLessThan(all);
    expect(await rows.count()).toBeGreaterThan(0);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('没有这个项目');
    await expect.poll(() => page.locator('#list-body').textContent()).toContain('没有符合条件的表');
    await page.click('#clear');
    await expect.poll(() => rows.count()).toBe(all);
    await page.selectOption('#filter-outcome', 'clean');
    expect(await page.locator('.forms .badge.clean').count()).toBe(await rows.count());
    await page.click('#clear');
    await page.click('[data-sort="score"]');
    const ascending = await page.locator('.forms td.score').allTextContents();
    const figures = ascending.filter((text) => text !== '').map(Number);
    expect(figures).toEqual([...figures].sort((a, b) => a - b));
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('总分');
    await page.click('[data-sort="score"]');
    expect(await page.locator('.forms td.score').first().textContent()).toBe(
      String(Math.max(...figures)),
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.locator('.forms tr.chosen a').textContent();
    await page.keyboard.press('Enter');
    // The address changes at once, the page a moment later.
    await page.waitForSelector('.overview', { state: 'detached' });
    await expect.poll(() => page.locator('h1').textContent()).toBe(second);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.overview');
    await expect.poll(() => page.locator('.forms tr.chosen a').textContent()).toBe(second);
    await page.close();
  });

  it('goes through findings and cells by keys, ticks one off and remembers it', async () => {
    const { page } = await openPage(browser, `${address}#form-${withFinding}`, desktop);
    await page.keyboard.press('j');
    const chosen = await page.locator('.sheet .chosen').getAttribute('id');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(chosen);
    await page.keyboard.press('x');
    expect(await page.locator('.finding.ticked.current').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe(chosen);
    await page.keyboard.press('Enter');
    expect(await page.locator('.sheet .chosen').getAttribute('id')).not.toBe(chosen);
    await page.reload();
    expect(await page.locator('.finding.ticked').count()).toBe(1);
    await page.goto(`${address}#overview`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('.ticks button'),
    ]);
    const stream = await download.createReadStream();
    let text = '';
    for await (const part of stream) text += String(part);
    const { version, entries } = JSON.parse(text) as {
      version: number;
      entries: { fingerprint: string; reason: string }[];
    };
    expect(version).toBe(1);
    expect(entries.map(({ fingerprint }) => fingerprint)).toEqual([
      expect.stringMatching(/^[0-9a-f]{32}$/u),
    ]);
    await page.close();
  });

  it('switches to English, words of findings included', async () => {
    const { page } = await openPage(browser, `${address}#form-${withFinding}`, desktop);
    const before = await page.locator('.message').allTextContents();
    await page.click('#language');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    const after = await page.locator('.message').allTextContents();
    expect(after).toHaveLength(before.length);
    for (const [at, words] of after.entries()) expect(words).not.toBe(before[at]);
    expect(await page.locator('.tools').textContent()).toContain('Print');
    await page.close();
  });

  it('prints every form on pages of its own, so that zxpj itself reads them back', async () => {
    const { page } = await openPage(browser, address, desktop);
    await page.fill('#search', 'library-tabbed');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const document = await parseDocument(pdf, { name: 'printed.pdf' });
    expect(document.forms.map(({ project }) => project.name)).toEqual(['图书馆夜间开放']);
    await page.goto(`${address}#form-${withFinding}`);
    const form = await parseDocument(await page.pdf({ preferCSSPageSize: true }), {
      name: 'printed.pdf',
    });
    expect(form.source.pages).toBe(1);
    expect(form.forms).toHaveLength(1);
    await page.close();
  });
});
