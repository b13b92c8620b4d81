export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16, least significant byte first. */
export const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

let codes: Map<string, readonly number[]> | undefined;

/** The two-byte part of GB18030, turned round from the decoder that Node has. */
function twoByteCodes(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const map = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !map.has(character))
        map.set(character, [lead, trail]);
    }
  }
  return map;
}

/** GB18030 for text of ASCII and characters that it holds in two bytes. */
export function gb18030(text: string): Uint8Array {
  codes ??= twoByteCodes();
  const table = codes;
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const bytes = code < 0x80 ? [code] : table.get(character);
      if (bytes === undefined)
        throw new Error(`${character} is not in the two-byte part of GB18030`);
      return bytes;
    }),
  );
}
