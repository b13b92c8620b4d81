import { createHash } from 'node:crypto';
import { show, stream } from './write.ts';

const padding = Buffer.from(
  '28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A',
  'hex',
);

function md5(...parts: readonly Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (i: number, j: number): void => {
    [state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) % 256;
      j = (j + (state[i] ?? 0)) % 256;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) % 256] ?? 0);
    }),
  );
}

/** A one-page file that shows a text, encrypted as ISO 32000-1, 7.6.3 says for 40-bit keys. */
export function encryptedPdf(text: string, password: string): Uint8Array {
  const pad = (word: string): Buffer =>
    Buffer.concat([Buffer.from(word, 'latin1'), padding]).subarray(0, 32);
  const id = Buffer.from('0123456789abcdef');
  const owner = rc4(md5(pad('owner')).subarray(0, 5), pad(password));
  const rights = Buffer.from('fcffffff', 'hex');
  const key = md5(pad(password), owner, rights, id).subarray(0, 5);
  const sealed = (number: number, data: Buffer): Buffer =>
    rc4(md5(key, Buffer.from([number, 0, 0, 0, 0])).subarray(0, 10), data);
  const objects: Readonly<Record<number, string | Buffer>> = {
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    4: stream('', sealed(4, Buffer.from(show(60, 700, text), 'latin1'))),
    5: '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[6 0 R]>>',
    6: '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo 7 0 R/DW 1000/FontDescriptor 8 0 R>>',
    7: `<</Registry<${sealed(7, Buffer.from('Adobe')).toString('hex')}>/Ordering<${sealed(7, Buffer.from('GB1')).toString('hex')}>/Supplement 4>>`,
    8: '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    9: `<</Filter/Standard/V 1/R 2/O<${owner.toString('hex')}>/U<${rc4(key, padding).toString('hex')}>/P -4>>`,
  };
  const body = Object.entries(objects).flatMap(([number, object]) => [
    Buffer.from(`${number} 0 obj\n`),
    Buffer.from(object),
    Buffer.from('\nendobj\n'),
  ]);
  // No cross-reference table: a reader finds the objects by itself.
  const trailer = `trailer\n<</Size 10/Root 1 0 R/Encrypt 9 0 R/ID[<${id.toString('hex')}><${id.toString('hex')}>]>>\n`;
  return new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), ...body, Buffer.from(trailer)]));
}
