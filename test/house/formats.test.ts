import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
    expect(
      folders('src/formats')
        .filter((name) => name !== 'shared')
        .sort(),
    ).toEqual([...formatIds].sort());
  });

  it.each(formatIds)('%s has an adapter, tests, words and a place in the README', async (id) => {
    expect((await loadAdapter(id)).id).toBe(id);
    expect(existsSync(join(root, 'test/formats', id)), `test/formats/${id}`).toBe(true);
    expect(message(`format-${id}`, {}, 'zh')).not.toContain('format-');
    expect(textOf('README.md')).toContain(`\`${id}\``);
  });
});

describe('fixtures', () => {
  const paths = filesUnder('fixtures');

  it('are inputs and golden files, and nothing else lies around', () => {
    expect(
      paths.filter((path) => !/\/(?:input\.\w+|expected\.json|README\.md)$/u.test(path)),
    ).toEqual([]);
  });

  it('every golden file has its input beside it', () => {
    const inputs = new Set(paths.filter((path) => /\/input\.\w+$/u.test(path)).map(dirname));
    expect(
      paths.filter((path) => path.endsWith('/expected.json') && !inputs.has(dirname(path))),
    ).toEqual([]);
  });
});
