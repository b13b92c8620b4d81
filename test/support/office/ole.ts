interface OleSpec {
  /** First four bytes of the root's class. */
  readonly rootClass?: number;
  /** Bytes 10 and 11 of every stream, where Word keeps its flags. */
  readonly flags?: number;
}

const sector = 512;
const end = 0xfffffffe;

/** An OLE compound file with empty streams of the given names, all of which start at the same sector. */
export function oleOf(
  names: readonly string[],
  { rootClass = 0, flags = 0 }: OleSpec = {},
): Buffer {
  const header = Buffer.alloc(sector);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(9, 30);
  // Sector 0 is the allocation table, 1 the data of every stream, 2 and on the directory.
  header.writeUInt32LE(2, 48);
  header.writeUInt32LE(0, 76);
  const data = Buffer.alloc(sector);
  data.writeUInt16LE(flags, 10);
  const directory = directoryOf(names, rootClass);
  const table = Buffer.alloc(sector, 0xff);
  const sectors = directory.length / sector;
  for (let index = 0; index < sectors; index += 1)
    table.writeUInt32LE(index + 1 < sectors ? index + 3 : end, (index + 2) * 4);
  return Buffer.concat([header, table, data, directory]);
}

function directoryOf(names: readonly string[], rootClass: number): Buffer {
  const entries = ['Root Entry', ...names].map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE(name.length * 2 + 2, 64);
    entry.writeUInt32LE(1, 116);
    return entry;
  });
  entries[0]?.writeUInt32LE(rootClass, 80);
  const padding = Buffer.alloc(((4 - (entries.length % 4)) % 4) * 128);
  return Buffer.concat([...entries, padding]);
}
