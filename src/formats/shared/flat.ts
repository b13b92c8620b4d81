import { decodeText } from './decode.ts';
import { isFlatPackage } from './office.ts';
import { openZip } from './zip.ts';
import type { ZipArchive } from './zip.ts';

/**
 * The parts of an office package, whether it is a zip or one XML file, as Word writes it (Flat OPC).
 *
 * @throws InputError as `openZip` and `decodeText` do
 */
export async function openPackage(bytes: Uint8Array): Promise<ZipArchive> {
  return isFlatPackage(bytes) ? openFlat(decodeText(bytes).text) : openZip(bytes);
}

/** Parts are cut out as they stand: each declares the namespaces that it uses. What holds no XML (pictures) is passed by. */
function openFlat(text: string): ZipArchive {
  const parts = new Map<string, string>();
  for (const piece of text.split('<pkg:part ').slice(1)) {
    const name = /pkg:name="\/?([^"]*)"/.exec(piece.slice(0, 1000))?.[1];
    const data = piece.indexOf('<pkg:xmlData');
    const end = piece.lastIndexOf('</pkg:xmlData>');
    if (name !== undefined && data >= 0)
      parts.set(
        name.toLowerCase(),
        piece.slice(piece.indexOf('>', data) + 1, end < 0 ? undefined : end),
      );
  }
  return {
    names: [...parts.keys()],
    read: async (name) => {
      const part = parts.get(name.toLowerCase());
      return Promise.resolve(
        part === undefined ? null : { bytes: Buffer.from(part), intact: true },
      );
    },
  };
}
