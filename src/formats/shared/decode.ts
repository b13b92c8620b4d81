import { InputError, limits } from '../../model/index.ts';

/** What a text file's bytes say. */
export interface DecodedText {
  readonly text: string;
  /** The WHATWG label of the encoding that was used. */
  readonly encoding: string;
  /** Byte sequences that could not be decoded and stand as U+FFFD in the text. */
  readonly replaced: number;
}

/** Damaged bytes are put up with as long as they are rarer than this among the characters beyond ASCII. */
const tolerated = 0.02;

/** Characters that are looked at to tell text from rubbish. */
const probe = 1 << 20;

/**
 * Decodes a text file: UTF-8, UTF-16 (by its mark or by where its NULs stand) or GB18030, told apart by trying.
 *
 * @param encoding a WHATWG label that overrules detection
 * @throws InputError `empty-file`, `text-too-large`, `unknown-encoding`, `undecodable`, `binary-content`
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText {
  if (bytes.length === 0) throw new InputError('empty-file');
  // No encoding here spends more than four bytes on a character: what is longer need not be decoded to be refused.
  if (bytes.length > 4 * limits.textCharacters) throw tooLarge();
  const decoded = encoding === undefined ? detect(bytes) : overruled(bytes, encoding);
  if (decoded === null) throw undecodable(bytes, encoding);
  if (decoded.text.length > limits.textCharacters) throw tooLarge();
  if (looksBinary(decoded.text)) throw new InputError('binary-content');
  return decoded;
}

function detect(bytes: Uint8Array): DecodedText | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  return (
    strict(bytes, 'utf-8') ?? lossy(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030') ?? cutOff(bytes)
  );
}

/** UTF-8 that ends inside its only character beyond ASCII: nothing else speaks for an encoding, so this comes last. */
function cutOff(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.length > 1 && text.indexOf('\ufffd') === text.length - 1
    ? { text, encoding: 'utf-8', replaced: 1 }
    : null;
}

function overruled(bytes: Uint8Array, encoding: string): DecodedText | null {
  try {
    new TextDecoder(encoding);
  } catch {
    throw new InputError('unknown-encoding', { encoding });
  }
  return decodeAs(bytes, encoding);
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText | null {
  return strict(bytes, encoding) ?? lossy(bytes, encoding);
}

function strict(bytes: Uint8Array, encoding: string): DecodedText | null {
  try {
    return {
      text: new TextDecoder(encoding, { fatal: true }).decode(bytes),
      encoding,
      replaced: 0,
    };
  } catch {
    return null;
  }
}

/** A file that was cut off or has a few damaged bytes is still worth reading; the wrong encoding damages nearly every character. */
function lossy(bytes: Uint8Array, encoding: string): DecodedText | null {
  const text = new TextDecoder(encoding).decode(bytes);
  let replaced = 0;
  let foreign = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    foreign += 1;
    if (code === 0xfffd) replaced += 1;
  }
  return replaced <= Math.max(1, foreign * tolerated) && replaced < foreign
    ? { text, encoding, replaced }
    : null;
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: its tabs, line ends and digits have their NUL always on the same side. */
function wideEncoding(bytes: Uint8Array): string | null {
  const end = Math.min(bytes.length, probe);
  const nuls: [even: number, odd: number] = [0, 0];
  for (let index = 0; index < end; index += 1) {
    if (bytes[index] === 0) nuls[index % 2 === 0 ? 0 : 1] += 1;
  }
  const [even, odd] = nuls;
  if (Math.max(even, odd) * 100 < end) return null;
  if (odd > even * 20) return 'utf-16le';
  if (even > odd * 20) return 'utf-16be';
  return null;
}

/** Text holds tabs and line ends; other control characters in number mean that the bytes were never text. */
function looksBinary(text: string): boolean {
  const end = Math.min(text.length, probe);
  let controls = 0;
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) controls += 1;
  }
  return controls * 50 > end;
}

function undecodable(bytes: Uint8Array, encoding: string | undefined): InputError {
  if (encoding !== undefined) return new InputError('undecodable', { encoding });
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, probe));
  return looksBinary(head)
    ? new InputError('binary-content')
    : new InputError('undecodable', { encoding: 'utf-8, utf-16, gb18030' });
}

function tooLarge(): InputError {
  return new InputError('text-too-large', { limit: limits.textCharacters });
}
