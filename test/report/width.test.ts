import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutTo, displayWidth, padTo, wrapTo } from '../../src/report/width.ts';

describe('displayWidth', () => {
  it.each([
    ['zxpj', 4],
    ['自评表', 6],
    ['（１）', 6],
    ['≥95%', 4],
    ['𠮷', 2],
    ['😀', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('padTo', () => {
  it('fills up to the width and never cuts', () => {
    expect(padTo('网页', 6)).toBe('网页  ');
    expect(padTo('网页', 3)).toBe('网页');
  });
});

describe('cutTo', () => {
  it.each([
    ['执行率', 6, '执行率'],
    ['执行率', 5, '执行…'],
    ['执行率', 4, '执…'],
    ['rate', 3, 'ra…'],
  ])('%s in %i columns', (text, width, cut) => {
    expect(cutTo(text, width)).toBe(cut);
  });
});

describe('wrapTo', () => {
  it('breaks between wide characters and around whole figures, never before a closing mark', () => {
    expect(wrapTo('执行率印为 69.00%，应为 96.00%', 14)).toEqual([
      '执行率印为',
      '69.00%，应为',
      '96.00%',
    ]);
    expect(wrapTo('年度资金总额，', 12)).toEqual(['年度资金总', '额，']);
    expect(wrapTo('the total of it', 9)).toEqual(['the total', 'of it']);
    expect(wrapTo('指定格式（zxpj formats）', 12)).toEqual(['指定格式', '（zxpj', 'formats）']);
  });

  it('loses nothing but white space at the breaks, and keeps to the width', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('资', '，', '（', '）', 'a', '9', '.', ' ', '≥', '😀', '"'),
        }),
        fc.integer({ min: 8, max: 30 }),
        (text, width) => {
          const lines = wrapTo(text, width);
          expect(lines.join('').replace(/ /gu, '')).toBe(text.replace(/ /gu, ''));
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
