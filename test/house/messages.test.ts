import { describe, expect, it } from 'vitest';
import { errors } from '../../src/messages/errors.ts';
import { help } from '../../src/messages/help.ts';
import { notes } from '../../src/messages/notes.ts';
import { report } from '../../src/messages/report.ts';
import { usage } from '../../src/messages/usage.ts';
import { codesIn, filesUnder, textOf } from '../support/sources.ts';

const sources = filesUnder('src').filter(
  (path) => path.endsWith('.ts') && !path.startsWith('src/messages/'),
);
const said: Readonly<Record<string, { zh: string; en: string }>> = {
  ...errors,
  ...notes,
  ...usage,
};
const used = sources.flatMap((path) => codesIn(path));
const placesOf = (wording: string): string[] =>
  [...new Set(wording.match(/(?<=\{)\w+(?=\})/gu))].sort();

describe('messages', () => {
  it('has words for every code that the sources use', () => {
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter(({ code }) => !(code in said))).toEqual([]);
  });

  it('names only data that the sources give', () => {
    const missing = used.filter(
      ({ code, data }) =>
        data !== null && placesOf(said[code]?.zh ?? '').some((place) => !data.includes(place)),
    );
    expect(missing).toEqual([]);
  });

  it('has no words that nothing uses', () => {
    const text = sources.map(textOf).join('\n');
    const unused = Object.keys(said).filter(
      (code) => !text.includes(`'${code.replace(/-similar$/u, '')}'`),
    );
    expect(unused).toEqual([]);
  });

  it.each(Object.entries({ ...said, ...help, ...report }))(
    '%s fills the same places in both languages',
    (_, { zh, en }) => {
      expect(placesOf(en)).toEqual(placesOf(zh));
      expect(en).not.toMatch(/\p{Script=Han}/u);
    },
  );

  it.each(Object.entries(said))('%s is one line, with a full stop', (_, { zh, en }) => {
    expect(zh).toMatch(/^[^\n]+。$/u);
    expect(en).toMatch(/^[^\n]+\.$/u);
  });
});
