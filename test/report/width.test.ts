import { describe, expect, it } from 'vitest';
import { displayWidth, padTo } from '../../src/report/width.ts';

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
