import type { CheckRun } from './run.ts';
import type { Drawing } from './text/index.ts';

/** A run as text or bytes, whole or in pieces; `drawing` is for people's eyes and matters only to `text`. */
export type Reporter = (run: CheckRun, drawing: Drawing) => string | Iterable<string | Uint8Array>;

/** Every reporter, loaded when it is asked for. */
export const reporters = {
  text: async () => (await import('./text/index.ts')).textReport,
  json: async () => (await import('./json-report.ts')).jsonReport,
  ndjson: async () => (await import('./json-report.ts')).ndjsonReport,
  sarif: async () => (await import('./sarif.ts')).sarifReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  github: async () => (await import('./github.ts')).githubReport,
  gitlab: async () => (await import('./gitlab.ts')).gitlabReport,
  markdown: async () => (await import('./markdown.ts')).markdownReport,
  csv: async () => (await import('./csv.ts')).csvReport,
  html: async () => (await import('./html/index.ts')).htmlReport,
  xlsx: async () => (await import('./xlsx/index.ts')).xlsxReport,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type ReporterId = keyof typeof reporters;
