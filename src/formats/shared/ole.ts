/** A stream or storage of an OLE compound file, as its directory names it. */
interface OleEntry {
  readonly name: string;
  /** First sector of its data. */
  readonly start: number;
}

interface OleDirectory {
  readonly entries: readonly OleEntry[];
  /** The first four bytes of the root's class, which tells Word from Excel where one is embedded in the other. */
  readonly rootClass: number;
  readonly sectorBytes: number;
}

export type OleKind = 'doc' | 'xls' | 'encrypted' | 'other';

const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const wordClass = 0x00020906;
const entryBytes = 128;
/** A directory chain longer than this is no office file. */
const maxSectors = 4096;

/** What an OLE compound file holds; null where the bytes are none. `encrypted` is an encrypted OOXML file or Word document. */
export function oleKind(bytes: Uint8Array): OleKind | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, magic.length).equals(magic)) return null;
  const directory = readDirectory(file);
  const find = (...names: string[]): OleEntry | undefined =>
    directory.entries.find((entry) => names.includes(entry.name));
  if (find('EncryptedPackage') !== undefined) return 'encrypted';
  const word = find('WordDocument');
  const excel = find('Workbook', 'Book');
  if (word !== undefined && (excel === undefined || directory.rootClass === wordClass)) {
    return isEncryptedWord(file, word, directory.sectorBytes) ? 'encrypted' : 'doc';
  }
  return excel === undefined ? 'other' : 'xls';
}

/** [MS-DOC] 2.5.2: the bit fEncrypted of FibBase. The stream starts at a full sector, since it never is a small one. */
function isEncryptedWord(file: Buffer, word: OleEntry, sectorBytes: number): boolean {
  const flags = (word.start + 1) * sectorBytes + 10;
  return flags + 2 <= file.length && (file.readUInt16LE(flags) & 0x0100) !== 0;
}

/** [MS-CFB] 2.6: the directory is a chain of sectors, linked by the file allocation table. */
function readDirectory(file: Buffer): OleDirectory {
  if (file.length < 512) return { entries: [], rootClass: 0, sectorBytes: 512 };
  const sectorBytes = file.readUInt16LE(30) === 12 ? 4096 : 512;
  const entries: OleEntry[] = [];
  let rootClass = 0;
  let sector = file.readUInt32LE(48);
  for (let count = 0; count < maxSectors; count += 1) {
    const start = (sector + 1) * sectorBytes;
    if (start + sectorBytes > file.length) break;
    if (count === 0) rootClass = file.readUInt32LE(start + 80);
    for (let at = start; at < start + sectorBytes; at += entryBytes)
      entries.push(readEntry(file, at));
    sector = nextSector(file, sector, sectorBytes);
  }
  return { entries, rootClass, sectorBytes };
}

function readEntry(file: Buffer, at: number): OleEntry {
  const nameBytes = Math.min(Math.max(file.readUInt16LE(at + 64) - 2, 0), 62);
  return { name: file.toString('utf16le', at, at + nameBytes), start: file.readUInt32LE(at + 116) };
}

/** The header lists the first 109 sectors of the table: enough for a directory that stands in the first 6.8 MB. */
function nextSector(file: Buffer, sector: number, sectorBytes: number): number {
  const perSector = sectorBytes / 4;
  const slot = Math.floor(sector / perSector);
  if (slot >= 109) return 0xffffffff;
  const at = (file.readUInt32LE(76 + slot * 4) + 1) * sectorBytes + (sector % perSector) * 4;
  return at + 4 <= file.length ? file.readUInt32LE(at) : 0xffffffff;
}
