import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/pdf/index.ts';
import { encryptedPdf } from '../../support/pdf/encrypt.ts';
import { linesOf } from '../../support/pdf/read.ts';

describe('encrypted files', () => {
  const locked = encryptedPdf('河道清淤', 'key');

  it('are read with their password', async () => {
    expect(linesOf((await adapter.read(locked, { password: 'key' })).value)).toEqual(['河道清淤']);
  });

  it('are refused without it, and with another', async () => {
    await expect(adapter.read(locked, {})).rejects.toMatchObject({
      name: 'InputError',
      code: 'pdf-encrypted',
    });
    await expect(adapter.read(locked, { password: 'lock' })).rejects.toMatchObject({
      name: 'InputError',
      code: 'pdf-wrong-password',
    });
  });

  it('open by themselves where only the owner’s rights are locked', async () => {
    expect(linesOf((await adapter.read(encryptedPdf('河道清淤', ''), {})).value)).toEqual([
      '河道清淤',
    ]);
  });
});
