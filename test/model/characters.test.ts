import { describe, expect, it } from 'vitest';
import { countCharacters, isBlank } from '../../src/model/index.ts';

describe('countCharacters', () => {
  it.each([
    ['', 0],
    ['项目 名称\t：\n', 5],
    ['\u3000\u00a0\u2002\u2028\ufeff\u200b\u00ad\u0000', 0],
    ['𠮷野家', 3],
    ['👍🏽', 2],
    ['\ud800', 1],
    ['a\u0301', 2],
  ])('%j has %i that show', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  it('counts a text as the sum of its parts', () => {
    const parts = ['项 目', '\ufeff', '𠮷', '\n', 'ab c'];
    expect(countCharacters(parts.join(''))).toBe(
      parts.reduce((sum, part) => sum + countCharacters(part), 0),
    );
  });
});

describe('isBlank', () => {
  it.each(['', ' ', '\u3000\n', '\u200b\ufeff', '\u0000'])('%j shows nothing', (text) => {
    expect(isBlank(text)).toBe(true);
  });

  it.each(['0', '—', '𠮷', ' 。'])('%j shows something', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});
