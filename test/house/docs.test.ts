import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { filesUnder, root, textOf } from '../support/sources.ts';

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...filesUnder('docs').filter((path) => path.endsWith('.md')),
];

describe('pages', () => {
  it.each(pages)('%s: every link and every path it names exists', (page) => {
    const text = textOf(page);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/gu)].map(([, link]) =>
      join(dirname(page), link ?? ''),
    );
    const paths = [
      ...text.matchAll(
        /`((?:src|test|docs|fixtures|schemas|bench|bin|\.ci|\.github)\/[\w./-]+)`/gu,
      ),
    ].map(([, path]) => path ?? '');
    expect([...links, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it.each(pages)('%s: every npm script it names exists', (page) => {
    const scripts = [...textOf(page).matchAll(/npm run ([\w:-]+)/gu)].map(
      ([, script]) => script ?? '',
    );
    expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });
});

describe('decisions', () => {
  const decisions = filesUnder('docs/decisions');
  const numberOf = (path: string): string | undefined => /\/(\d{4})-[\w-]+\.md$/u.exec(path)?.[1];

  it('have a number each', () => {
    const numbers = decisions.map(numberOf);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each(decisions)('%s is titled by its number', (path) => {
    expect(textOf(path)).toMatch(new RegExp(`^# ${numberOf(path)} `, 'u'));
  });
});
