import { inflateSync } from 'node:zlib';
import { InputError, limits } from '../../model/index.ts';

/** How far before `stream` its dictionary is looked for. */
const dictionaryReach = 1024;
/** Only what was packed last can be inflated here: ReportLab writes packed data in ASCII. */
const packedLast = /\/Filter\s*\[?\s*\/FlateDecode\b/;
/** Dictionaries of streams that hold drawing operators, or the text behind a font's codes, have none of these keys. */
const otherPurpose =
  /\/(?:Type|Subtype|N|FunctionType|Length1|ShadingType|PatternType)\b(?!\s*\/(?:Form|XObject)\b)/;

/**
 * Inflates every packed stream of the file, images aside, before pdfjs does, which looks at neither size nor checksum.
 *
 * @returns the object numbers of content streams whose packed data is spoilt (0 where none stands before the stream)
 * @throws InputError `pdf-stream-too-large` where a stream inflates beyond all measure
 */
export function checkStreams(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What is encrypted cannot be inflated here.
  if (file.includes('/Encrypt')) return [];
  const spoilt: number[] = [];
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    const dictionary = dictionaryBefore(file, at);
    if (
      dictionary === null ||
      !packedLast.test(dictionary) ||
      /\/Subtype\s*\/Image\b/.test(dictionary)
    )
      continue;
    const object = Number(/(\d+)\s+\d+\s+obj\b[^]*$/.exec(dictionary)?.[1] ?? 0);
    if (!inflates(dataAfter(file, at + 6), object) && !otherPurpose.test(dictionary))
      spoilt.push(object);
  }
  return spoilt;
}

/**
 * The numbers of the objects that a page's dictionary names as its contents: none where the dictionary is itself packed.
 *
 * @param page the object number of the page's dictionary
 */
export function contentsOf(bytes: Uint8Array, page: number): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: number[] = [];
  const head = `${String(page)} 0 obj`;
  for (let at = file.indexOf(head); at !== -1; at = file.indexOf(head, at + head.length)) {
    const [dictionary = ''] = file.toString('latin1', at, at + dictionaryReach).split('endobj', 1);
    const contents = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/.exec(dictionary)?.[1] ?? '';
    for (const [, number] of contents.matchAll(/(\d+)\s+\d+\s+R/g)) found.push(Number(number));
  }
  return found;
}

/** The text from the last `obj` to the word `stream`, or null where that is `endstream` or no dictionary stands there. */
function dictionaryBefore(file: Buffer, at: number): string | null {
  const before = file.toString('latin1', Math.max(0, at - dictionaryReach), at);
  if (!/>>\s*$/.test(before)) return null;
  const last = Math.max(before.lastIndexOf('endobj'), before.lastIndexOf('endstream'));
  return before.slice(last + 1);
}

/** The bytes after the keyword and its end of line, up to `endstream`. */
function dataAfter(file: Buffer, at: number): Buffer {
  let start = at;
  if (file[start] === 0x0d) start += 1;
  if (file[start] === 0x0a) start += 1;
  const end = file.indexOf('endstream', start);
  return file.subarray(start, end === -1 ? file.length : end);
}

function inflates(data: Buffer, object: number): boolean {
  try {
    inflateSync(data, { maxOutputLength: limits.pdfStreamBytes });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new InputError('pdf-stream-too-large', {
        object,
        limit: limits.pdfStreamBytes / (1024 * 1024),
      });
    // A stream that merely ends early is pdfjs's to judge: some producers leave the checksum out.
    return code !== 'Z_DATA_ERROR';
  }
}
