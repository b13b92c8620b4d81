/**
 * A file that lost its end lost the trailer that names the root of its objects. Where the root is still there, a new
 * trailer is put at the end; pdfjs then finds the objects by itself.
 *
 * @returns the mended bytes, or null where too much is gone
 */
export function mendTail(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length > maxBytes || file.includes('/Encrypt')) return null;
  const catalog = findObject(file, /\/Type\s*\/Catalog\b/);
  if (catalog !== null) return withTail(file, `trailer\n<</Root ${catalog}>>`);
  const pages = findObject(file, /\/Type\s*\/Pages\b(?![^]*\/Parent\b)/);
  if (pages === null) return null;
  const root = '999999 0';
  return withTail(
    file,
    `${root} obj\n<</Type/Catalog/Pages ${pages}>>\nendobj\ntrailer\n<</Root ${root} R>>`,
  );
}

/** Larger files are not searched: what was cut off a file of scans is no text. */
const maxBytes = 64 * 1024 * 1024;
/** Longer dictionaries than this are not looked through. */
const maxDictionary = 4096;

/** A reference to the last whole object whose dictionary shows what is looked for. */
function findObject(file: Buffer, mark: RegExp): string | null {
  let found: string | null = null;
  const text = file.toString('latin1');
  for (const { 0: head, 1: number, 2: generation, index } of text.matchAll(
    /\b(\d{1,10})\s+(\d{1,5})\s+obj\b/g,
  )) {
    const [dictionary = '', rest] = text
      .slice(index + head.length, index + maxDictionary)
      .split('endobj', 2);
    if (rest !== undefined && mark.test(dictionary))
      found = `${number ?? ''} ${generation ?? ''} R`;
  }
  return found;
}

function withTail(file: Buffer, tail: string): Uint8Array {
  return Buffer.concat([file, Buffer.from(`\n${tail}\nstartxref\n0\n%%EOF\n`, 'latin1')]);
}
