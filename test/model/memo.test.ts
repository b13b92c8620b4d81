import { describe, expect, it } from 'vitest';
import { memoText } from '../../src/model/index.ts';

describe('memoText', () => {
  it('works out a short text once, and a long one each time', () => {
    const asked: string[] = [];
    const lengthOf = memoText((text) => {
      asked.push(text);
      return text.length;
    });
    const long = '长'.repeat(41);
    expect(['预算数', '预算数', long, long].map(lengthOf)).toEqual([3, 3, 41, 41]);
    expect(asked).toEqual(['预算数', long, long]);
  });

  it('keeps null, and characters beyond the first plane', () => {
    let times = 0;
    const none = memoText((text) => {
      times += 1;
      return text.includes('𠮷') ? text : null;
    });
    expect([none('无'), none('无'), none('𠮷'.repeat(10)), none('𠮷'.repeat(10))]).toEqual([
      null,
      null,
      '𠮷'.repeat(10),
      '𠮷'.repeat(10),
    ]);
    expect(times).toBe(2);
  });

  it('lets go what it knew once there is too much', () => {
    let times = 0;
    const counted = memoText(() => (times += 1));
    counted('一');
    for (let index = 0; index < 5_000; index += 1) counted(`文${index}`);
    counted('一');
    expect(times).toBe(5_002);
  });
});
