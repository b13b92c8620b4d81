import { expect, test } from 'vitest';
import { loadPdfjs } from '../../../src/formats/pdf/pdfjs.ts';

test('loading pdfjs leaves the built-ins of the program as they were', async () => {
  const before = builtIns();
  await loadPdfjs();
  for (const [name, value] of builtIns()) expect(before.get(name) ?? value, name).toBe(value);
});

/** Every method of the language's objects and of their prototypes, by its name. */
function builtIns(): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
    // What is made when it is first asked for, as Node does with fetch and its like, is none of pdfjs's doing.
    if (!/^[A-Z]/u.test(name) || descriptor === undefined || !('value' in descriptor)) continue;
    found.set(name, descriptor.value);
    for (const [place, owner] of [
      [name, descriptor.value],
      [`${name}.prototype`, descriptor.value?.prototype],
    ] as const) {
      if (typeof owner !== 'object' && typeof owner !== 'function') continue;
      for (const key of Reflect.ownKeys(owner ?? {}))
        found.set(`${place}.${String(key)}`, Object.getOwnPropertyDescriptor(owner, key)?.value);
    }
  }
  return found;
}
