import type { PerformanceForm } from '../schema/index.ts';

/** What the JSON says at a pointer, as text: a measure's whole text, a number's digits; null where it says nothing. */
export function textAt(form: PerformanceForm, path: string): string | null {
  let value: unknown = form;
  for (const key of path.split('/').slice(1))
    value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  if (typeof value === 'object' && value !== null) value = (value as { text?: unknown }).text;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}
