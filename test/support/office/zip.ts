import { crc32, deflateRawSync } from 'node:zlib';

/** What a zip's headers say instead of the truth. */
interface Lies {
  /** Size that every entry claims to inflate to. */
  readonly size?: number;
  readonly checksum?: number;
}

/** A zip of the given entries, deflated, but for the `mimetype` that OpenDocument keeps readable. */
export function zipOf(
  entries: Readonly<Record<string, string | Uint8Array>>,
  lies: Lies = {},
): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const raw = Buffer.from(content as Uint8Array);
    const packed = name === 'mimetype' ? raw : deflateRawSync(raw);
    const fields = entryFields(
      lies.checksum ?? crc32(raw),
      packed.length,
      lies.size ?? raw.length,
      Buffer.byteLength(name),
    );
    if (packed === raw) fields.writeUInt16LE(0, 4);
    const local = Buffer.concat([signed(0x04034b50), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([signed(0x02014b50), short(20), fields, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** The 26 bytes that both headers of an entry share. */
function entryFields(checksum: number, packed: number, size: number, nameBytes: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  // Names are UTF-8.
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameBytes, 22);
  return fields;
}

function signed(signature: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(signature);
  return buffer;
}

function short(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}
