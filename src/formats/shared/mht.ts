/** Bytes within which a web archive says what it is. */
const headBytes = 2048;
/** Parts that are looked at; an archive of a workbook has one for each sheet. */
const mostParts = 10_000;

/** Whether some bytes are a web archive (MHTML, RFC 2557): what Word and Excel save as a page in a single file, often named .doc or .xls. */
export function isWebArchive(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, headBytes));
  return (
    /^(?:\xef\xbb\xbf)?\s*(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?MIME-Version:/i.test(
      head,
    ) && /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(head)
  );
}

/** The web pages of an archive, decoded from how the archive carries them, in its order. */
export function pagesOf(bytes: Uint8Array): Uint8Array[] {
  return partsOf(bytes, 0).map((part) => decodePart(part));
}

interface Part {
  readonly headers: string;
  readonly body: Uint8Array;
}

/** The pages within a part, which may itself be made of parts. */
function partsOf(bytes: Uint8Array, depth: number): Part[] {
  const part = divide(bytes);
  const type = field(part.headers, 'Content-Type');
  const boundary = /boundary="?([^"\s;]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary !== undefined && depth < 4) {
    return split(part.body, `--${boundary}`).flatMap((inner) => partsOf(inner, depth + 1));
  }
  return /^text\/html\b/i.test(type) ? [part] : [];
}

/** Headers and body, which a blank line parts. */
function divide(bytes: Uint8Array): Part {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends = [file.indexOf('\r\n\r\n'), file.indexOf('\n\n')].filter((at) => at >= 0);
  if (ends.length === 0) return { headers: '', body: bytes };
  const end = Math.min(...ends);
  return {
    headers: latin1(bytes.subarray(0, end)),
    body: bytes.subarray(end + (file[end] === 0x0d ? 4 : 2)),
  };
}

/** A header's value, folded lines joined. */
function field(headers: string, name: string): string {
  const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(String.raw`(?:^|\n)${name}:[ \t]*([^\r\n]*)`, 'i').exec(unfolded)?.[1] ?? '';
}

/** What stands between the lines that hold the boundary; what comes before the first is no part. */
function split(body: Uint8Array, boundary: string): Uint8Array[] {
  const file = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Uint8Array[] = [];
  let at = file.indexOf(boundary, 0, 'latin1');
  while (at >= 0 && parts.length < mostParts) {
    const start = at + boundary.length;
    if (file.toString('latin1', start, start + 2) === '--') break;
    at = file.indexOf(boundary, start, 'latin1');
    const line = file.indexOf('\n', start);
    if (line >= 0) parts.push(body.subarray(line + 1, at < 0 ? body.length : at));
  }
  return parts;
}

function decodePart({ headers, body }: Part): Uint8Array {
  const encoding = field(headers, 'Content-Transfer-Encoding').trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(latin1(body), 'base64');
  return encoding === 'quoted-printable' ? quotedPrintable(body) : body;
}

/** RFC 2045, 6.7. */
function quotedPrintable(body: Uint8Array): Uint8Array {
  const text = latin1(body)
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '');
  return Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    ),
    'latin1',
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
