import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A part of an office file: its path and its text, whole or in pieces. */
export type Part = readonly [path: string, text: Iterable<string>];

/** The same file for the same content: parts are dated to the first day that a zip knows. */
const mtime = new Date(1980, 0, 1);
const chunkLength = 1 << 16;

/** An office file from its parts, piece by piece, so that a large sheet never stands in memory as a whole. */
export function* zipParts(parts: Iterable<Part>): Generator<Uint8Array> {
  let done: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    done.push(data);
  });
  const taken = (): Uint8Array[] => {
    const pieces = done;
    done = [];
    return pieces;
  };
  for (const [path, text] of parts) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    for (const chunk of chunks(text)) {
      file.push(strToU8(chunk));
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

function* chunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
