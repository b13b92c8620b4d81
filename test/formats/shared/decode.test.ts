import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/formats/shared/decode.ts';
import { InputError, limits } from '../../../src/model/index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const wide = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};
/** 项目名称 and a tab, as GB18030 writes them. */
const chinese = [0xcf, 0xee, 0xc4, 0xbf, 0xc3, 0xfb, 0xb3, 0xc6, 0x09];
const text = '项目名称\t智慧停车\n分值\t10\n';

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.code;
  }
  return 'none';
};

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], utf8(text)), 'utf-8'],
    ['UTF-16 LE with its mark', bytes([0xff, 0xfe], wide(text, true)), 'utf-16le'],
    ['UTF-16 BE with its mark', bytes([0xfe, 0xff], wide(text, false)), 'utf-16be'],
    ['UTF-16 LE', wide(text, true), 'utf-16le'],
    ['UTF-16 BE', wide(text, false), 'utf-16be'],
  ])('tells %s', (_, source, encoding) => {
    expect(decodeText(source)).toEqual({ text, encoding, replaced: 0 });
  });

  it('tells GB18030, with four-byte characters', () => {
    expect(decodeText(bytes(chinese, [0x82, 0x30, 0xa4, 0x34]))).toEqual({
      text: '项目名称\t㘆',
      encoding: 'gb18030',
      replaced: 0,
    });
  });

  it('is overruled by a given encoding', () => {
    expect(decodeText(Uint8Array.from([0xb6, 0xb5, 0xa5, 0xd8]), 'big5').text).toBe('項目');
    expect(codeOf(() => decodeText(utf8('x'), 'klingon'))).toBe('unknown-encoding');
    expect(codeOf(() => decodeText(Uint8Array.from(chinese), 'utf-8'))).toBe('undecodable');
  });

  it('puts up with a character cut off at the end and with a few damaged bytes, and counts them', () => {
    const long = utf8('主管部门'.repeat(100));
    expect(decodeText(long.subarray(0, long.length - 1))).toMatchObject({
      encoding: 'utf-8',
      replaced: 1,
    });
    const damaged = Uint8Array.from(long);
    damaged[30] = 0xff;
    damaged[600] = 0xff;
    const { encoding, replaced } = decodeText(damaged);
    expect(encoding).toBe('utf-8');
    expect(replaced).toBeGreaterThan(0);
    expect(decodeText(bytes(...Array.from({ length: 60 }, () => chinese), [0xcf]))).toMatchObject({
      encoding: 'gb18030',
      replaced: 1,
    });
  });

  it.each([
    ['项', 'name\t项', 'utf-8'],
    ['𠮷', 'name\t项目𠮷', 'utf-8'],
    ['目', '项目', 'utf-8'],
  ])('reads what was cut off inside its last character %s', (last, whole, encoding) => {
    const cut = utf8(whole).subarray(0, utf8(whole).length - utf8(last).length + 1);
    expect(decodeText(cut)).toEqual({
      text: `${whole.slice(0, -last.length)}\ufffd`,
      encoding,
      replaced: 1,
    });
  });

  it('refuses what is empty, binary, in no known encoding or too long', () => {
    expect(codeOf(() => decodeText(new Uint8Array()))).toBe('empty-file');
    const rubbish = Uint8Array.from(
      { length: 4000 },
      (_, index) => (index * 167 + (index >> 3) * 91) % 256,
    );
    expect(codeOf(() => decodeText(rubbish))).toBe('binary-content');
    expect(codeOf(() => decodeText(new Uint8Array(1000).fill(1)))).toBe('binary-content');
    expect(codeOf(() => decodeText(new Uint8Array(1000).fill(0xff)))).toBe('undecodable');
    expect(codeOf(() => decodeText(new Uint8Array(limits.textCharacters + 1).fill(0x61)))).toBe(
      'text-too-large',
    );
  });
});
