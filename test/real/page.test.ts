import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  desktop,
  hasBrowser,
  openPage,
  phone,
  runOver,
  startBrowser,
  writePage,
} from '../support/page.ts';
import { hasShared, shared } from '../support/real.ts';

const files = [
  'jiading-2024-ocr.txt',
  'jiading-2022-ocr.txt',
  'organisation-2024-cells.txt',
  'yinchuan-2023-ocr.md',
  'beidaihe-targets-cells.txt',
];

let browser: Browser;
let folder: string;
let address: string;

describe.skipIf(!hasShared || !hasBrowser)('the review page of real documents', () => {
  beforeAll(async () => {
    browser = await startBrowser();
    folder = await mkdtemp(join(tmpdir(), 'zxpj-page-'));
    address = await writePage(
      await runOver(files.map((file) => join(shared, 'inputs', file))),
      folder,
    );
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  it.each(Object.entries({ desktop, phone }))(
    'opens every form on a %s, and leads from each finding to its cell',
    async (_, viewport) => {
      const { page, requests, complaints } = await openPage(browser, address, viewport);
      for (let at = 0; at < 54; at += 1) {
        await page.goto(`${address}#form-${at}`);
        const findings = page.locator('.finding-body');
        const count = await findings.count();
        expect(await page.locator('.sheet [data-cell]').count()).toBeGreaterThan(20);
        for (let one = 0; one < Math.min(count, 4); one += 1) {
          await findings.nth(one).click();
          expect(await page.locator('.sheet .chosen').count()).toBe(1);
          await page.locator('#detail .close').click();
        }
      }
      expect(await page.locator('[data-go="next"]').count()).toBe(0);
      expect([...requests, ...complaints]).toEqual([]);
      await page.close();
    },
  );
});
