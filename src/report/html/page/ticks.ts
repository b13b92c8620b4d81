/** What is kept of a finding that was ticked off, enough for a baseline entry. */
export interface Tick {
  readonly rule: string;
  readonly file: string;
  readonly project: string | null;
  readonly message: string;
}

const key = 'zxpj:ticks';
const listeners = new Set<() => void>();
const ticks = new Map<string, Tick>(stored());

/** Some browsers give a page that was opened from a disk no storage: ticks then last as long as the page. */
function stored(): [string, Tick][] {
  try {
    return Object.entries(JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, Tick>);
  } catch {
    return [];
  }
}

function keep(): void {
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(ticks)));
  } catch {
    // Nothing to keep them in.
  }
  for (const listener of listeners) listener();
}

export function isTicked(id: string): boolean {
  return ticks.has(id);
}

export function setTick(id: string, tick: Tick | null): void {
  if (tick === null) ticks.delete(id);
  else ticks.set(id, tick);
  keep();
}

export function allTicks(): [string, Tick][] {
  return [...ticks];
}

/** Adds the ticks of a file as `zxpj check --update-baseline` or this page writes it; null where it is none. */
export function importTicks(text: string): number | null {
  try {
    const { entries } = JSON.parse(text) as { entries: (Tick & { fingerprint: string })[] };
    for (const { fingerprint, rule, file, project, message } of entries)
      if (/^[0-9a-f]{32}$/u.test(fingerprint))
        ticks.set(fingerprint, { rule, file, project, message });
    keep();
    return entries.length;
  } catch {
    return null;
  }
}

/** Calls `listener` after each change, until the next view replaces it. */
export function onTicks(listener: () => void): void {
  listeners.clear();
  listeners.add(listener);
}
