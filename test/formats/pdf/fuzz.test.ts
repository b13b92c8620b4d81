import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/pdf/index.ts';
import { countCharacters, InputError } from '../../../src/model/index.ts';
import { cases } from '../../support/pdf/cases.ts';
import { textOf } from '../../support/pdf/read.ts';
import { writePdf } from '../../support/pdf/write.ts';

const whole = writePdf(cases['two-pages'] ?? { pages: [] });

/** A cut, and bytes written over others: each at a place given as a share of the file. */
const damage = fc.record({
  keep: fc.oneof(
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
  spots: fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
    ),
    { maxLength: 8 },
  ),
});

describe('files damaged at random', () => {
  it('are read with every character in its place, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async ({ keep, spots }) => {
        const bytes = whole.slice();
        for (const [share, written] of spots)
          bytes.set(
            written.subarray(0, bytes.length),
            Math.floor(share * (bytes.length - written.length)),
          );
        const read = await adapter
          .read(bytes.subarray(0, Math.ceil(keep * bytes.length)), {})
          .catch((error: unknown) => error);
        if (read instanceof Error) {
          expect(read).toBeInstanceOf(InputError);
        } else {
          const { value } = read as Awaited<ReturnType<typeof adapter.read>>;
          expect(countCharacters(textOf(value))).toBe(value.characters.total);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
