import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { auditForms, ruleMetadata } from '../../src/audit/index.ts';
import { parseDocument } from '../../src/pipeline/index.ts';
import { renderHtml } from '../../src/report/html/index.ts';
import { checkedFile } from '../../src/report/index.ts';
import type { CheckedFile, CheckRun } from '../../src/report/index.ts';
import type { PerformanceForm } from '../../src/schema/index.ts';

const programs = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const program = programs.find((path) => path !== '' && existsSync(path));

/** Whether there is a browser to open pages with; a suite without one says so. */
export const hasBrowser = program !== undefined;
if (!hasBrowser)
  process.stdout.write('notice: no chromium, the tests that open pages are skipped\n');

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: program ?? '',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** A run of `zxpj check` over files, as a page gets it. */
export async function runOver(paths: readonly string[]): Promise<CheckRun> {
  const files: CheckedFile[] = [];
  for (const path of paths) {
    const document = await parseDocument(readFileSync(path), { name: path, refs: true });
    const failure =
      document.status === 'failed' ? { code: 'no-form', message: '没有找到表。' } : null;
    files.push(translated(checkedFile(path, document, failure)));
  }
  return runWithFiles(files);
}

export function runWithFiles(files: readonly CheckedFile[]): CheckRun {
  const rules = ruleMetadata.map(({ id, severity, title, basis }) => ({
    id,
    severity,
    title: title.zh,
    titles: title,
    basis: basis.zh,
  }));
  return {
    version: '1.2.3',
    language: 'zh',
    failOn: 'error',
    rules,
    files,
    passedOver: 0,
    baseline: null,
  };
}

function translated(file: CheckedFile): CheckedFile {
  const audits = auditForms(
    file.forms.map(({ form }) => form),
    { lang: 'en' },
  );
  const pairs = file.forms.flatMap(({ findings }, form) =>
    findings.map(
      ({ fingerprint }, at) => [fingerprint, audits[form]?.findings[at]?.message ?? ''] as const,
    ),
  );
  return { ...file, translations: new Map(pairs) };
}

/** The same form as if somebody had filled it in otherwise. */
export function fileOf(form: PerformanceForm): CheckedFile {
  return checkedFile(
    'in/report.txt',
    {
      schemaVersion: '1.0',
      source: {
        file: 'in/report.txt',
        format: 'tabbed',
        sha256: '0'.repeat(64),
        bytes: 1,
        pages: null,
      },
      status: 'ok',
      forms: [form],
      accounting: { total: 0, placed: 0, labels: 0, outside: 0, markup: 0, unplaced: 0 },
      unplaced: [],
      diagnostics: [],
    },
    null,
  );
}

export interface Opened {
  readonly page: Page;
  /** Addresses that the page asked for, its own file aside. */
  readonly requests: string[];
  /** What its console complained of, refused scripts among it. */
  readonly complaints: string[];
}

export async function writePage(run: CheckRun, folder: string): Promise<string> {
  const path = join(folder, 'page.html');
  await writeFile(path, [...renderHtml(run)].join(''));
  return pathToFileURL(path).href;
}

export async function openPage(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number },
): Promise<Opened> {
  const page = await browser.newPage({ viewport });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address) requests.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, requests, complaints };
}
