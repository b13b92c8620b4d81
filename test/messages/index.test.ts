import { describe, expect, it } from 'vitest';
import { message, oneLine } from '../../src/messages/index.ts';

describe('message', () => {
  it('fills the data in, in both languages', () => {
    expect(message('accounting-mismatch', { total: 12, sum: 11 }, 'zh')).toContain(
      '原文 12 字，各项合计 11 字',
    );
    expect(message('accounting-mismatch', { total: 12, sum: 11 }, 'en')).toContain(
      '12 in the source, 11 accounted for',
    );
  });

  it('names a code that has no words rather than hide it', () => {
    expect(message('no-such-code', { file: 'a' }, 'zh')).toBe('no-such-code {"file":"a"}');
  });

  it('lets no text of a file break its line or steer a terminal', () => {
    const words = message('internal-error', { cause: 'a\n\u001b[31mred\u202e\r\nb' }, 'en');
    expect(words).toContain('(a [31mred b)');
  });

  it('cuts long text by characters', () => {
    const cut = (cause: string): string => message('internal-error', { cause }, 'zh');
    expect(cut('字'.repeat(80))).toContain(`（${'字'.repeat(80)}）`);
    expect(cut('字'.repeat(81))).toContain(`（${'字'.repeat(80)}…）`);
    expect(cut('𠮷'.repeat(81))).toContain(`（${'𠮷'.repeat(80)}…）`);
  });

  it('leaves a placeholder-like text of a file alone', () => {
    expect(message('internal-error', { cause: '{cause} $& $1' }, 'en')).toContain(
      '({cause} $& $1)',
    );
  });
});

describe('oneLine', () => {
  it('keeps an ordinary name as it is', () => {
    expect(oneLine('2024年 自评表（组织部）.txt')).toBe('2024年 自评表（组织部）.txt');
  });

  it('makes one line of many', () => {
    expect(oneLine('a\r\nb\u0000c\u2028d')).toBe('a b c d');
  });
});
