import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats, loadAdapter } from '../../src/formats/index.ts';
import { message } from '../../src/messages/index.ts';
import { formatIds } from '../../src/model/index.ts';
import { filesUnder, root, textOf } from '../support/sources.ts';

const folders = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe('formats', () => {
  it('the registry, the ids and the folders name the same', () => {
    expect(formats.map(({ id }) => id)).toEqual(formatIds);
    expect(folders('src/formats').filter((name) => name !== 'shared').sort()).toEqual([...formatIds].sort());
  });

  it.each(formatIds)('%s has an adapter, tests, words and a place in the README', async (id) => {
    expect((await loadAdapter(id)).id).toBe(id);
    expect(existsSync(join(root, 'test/formats', id)), `test/formats/${id}`).toBe(true);
    expect(message(`format-${id}`, {}, 'zh')).not.toContain('format-');
    expect(textOf('README.md')).toContain(`\`${id}\``);
  });
});

describe('fixtures', () => {
  it('every case has an input and a golden file, and nothing else lies around', () => {
    const cases = filesUnder('fixtures').map((path) => path.split('/'));
    for (const parts of cases) expect(parts.at(-1), parts.join('/')).toMatch(/^(?:input\..+|expected\.json|README\.md)$/u);
    const foldersOf = (name: RegExp): string[] => cases.filter((parts) => name.test(parts.at(-1) ?? '')).map((parts) => parts.slice(0, -1).join('/'));
    expect(foldersOf(/^input\./u)).toEqual(foldersOf(/^expected\.json$/u));
  });
});
