import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Real documents, beside the project and never part of it. */
export const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
export const hasShared = existsSync(shared);

/** Says why the suite skips everything. */
export function setup(): void {
  if (!hasShared)
    process.stdout.write('notice: ../shared is absent, the tests on real documents are skipped\n');
}
