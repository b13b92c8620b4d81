import { describe, expect, it } from 'vitest';
import { openZip } from '../../../src/formats/shared/zip.ts';
import { limits } from '../../../src/model/index.ts';
import { zipOf } from '../../support/office/zip.ts';

const megabyte = 1024 * 1024;

async function read(
  bytes: Uint8Array,
  name: string,
): Promise<{ text: string; intact: boolean } | null> {
  const part = await (await openZip(bytes)).read(name);
  return part === null ? null : { text: part.bytes.toString(), intact: part.intact };
}

describe('a zip', () => {
  const zip = zipOf({ 'a.xml': '<a/>', '目录/乙.xml': '乙' });

  it('gives its names and parts, and null for a part that it has not', async () => {
    expect((await openZip(zip)).names).toEqual(['a.xml', '目录/乙.xml']);
    expect(await read(zip, '目录/乙.xml')).toEqual({ text: '乙', intact: true });
    expect(await read(zip, 'b.xml')).toBeNull();
  });

  it('finds a part whatever the case, the slashes and the first slash of its name', async () => {
    const odd = zipOf({ '/Word\\Document.XML': 'x', '../up.xml': 'y' });
    expect(await read(odd, 'word/document.xml')).toEqual({ text: 'x', intact: true });
    expect(await read(odd, '../up.xml')).toEqual({ text: 'y', intact: true });
  });

  it('inflates a part no further than it is asked to, and all parts no further than the cap', async () => {
    const archive = await openZip(zip);
    await expect(archive.read('a.xml', 3)).rejects.toMatchObject({ code: 'zip-bomb' });
    expect(await archive.read('a.xml', 4)).toMatchObject({ intact: true });
  });

  it('may be part of a larger buffer', async () => {
    const larger = Buffer.concat([Buffer.from('before'), zip, Buffer.from('after')]);
    expect(await read(larger.subarray(6, 6 + zip.length), 'a.xml')).toEqual({
      text: '<a/>',
      intact: true,
    });
  });

  it('is damaged without its directory, or cut off in the middle', async () => {
    for (const bytes of [
      zip.subarray(0, zip.length - 30),
      zip.subarray(0, 20),
      Buffer.from('hello'),
    ]) {
      await expect(openZip(bytes)).rejects.toMatchObject({ code: 'zip-damaged' });
    }
  });

  it('says of a part that its checksum does not hold, or that its data are spoiled', async () => {
    expect(await read(zipOf({ 'a.xml': 'abc' }, { checksum: 1 }), 'a.xml')).toEqual({
      text: 'abc',
      intact: false,
    });
    const spoiled = zipOf({ 'a.xml': 'abcdefgh'.repeat(1000) });
    spoiled.fill(0xff, 45, 60);
    expect(await read(spoiled, 'a.xml')).toMatchObject({ intact: false });
  });

  it('is measured while it inflates: sizes in the headers are not believed', async () => {
    const large = Buffer.alloc(limits.zipFreeBytes + megabyte);
    for (const lies of [{}, { size: 10 }]) {
      await expect(read(zipOf({ 'a.xml': large }, lies), 'a.xml')).rejects.toMatchObject({
        code: 'zip-bomb',
        data: { part: 'a.xml' },
      });
    }
  });

  it('inflates no part that is not asked for', async () => {
    const zip = zipOf({
      'word/document.xml': '<w/>',
      'word/media/zero.bin': Buffer.alloc(limits.zipFreeBytes * 2),
    });
    expect(await read(zip, 'word/document.xml')).toMatchObject({ text: '<w/>' });
  });

  it('may shrink to little while it is small, and to a fair part of its size when it is large', async () => {
    expect(await read(zipOf({ 'a.xml': Buffer.alloc(megabyte, ' ') }), 'a.xml')).toMatchObject({
      intact: true,
    });
    const rows = Array.from(
      { length: 200_000 },
      (_, index) => `<w:tr w:id="${index * 7919}"><w:tc><w:t>${index * 31}</w:t></w:tc></w:tr>`,
    ).join('');
    expect(rows.length).toBeGreaterThan(limits.zipFreeBytes);
    expect(await read(zipOf({ 'a.xml': rows }), 'a.xml')).toMatchObject({ intact: true });
  });

  it('is not read where an entry is encrypted', async () => {
    const bytes = zipOf({ 'a.xml': 'abc' });
    // The flag stands in both headers.
    for (const signature of ['PK\x03\x04', 'PK\x01\x02']) {
      const at = bytes.indexOf(signature, 0, 'latin1') + (signature === 'PK\x03\x04' ? 6 : 8);
      bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at);
    }
    await expect(read(bytes, 'a.xml')).rejects.toMatchObject({ code: 'zip-unsupported' });
  });
});
