/** Writes small PDF files by hand, so that each test shows the very operators that it is about. */

export interface PageSpec {
  /** The content stream's operators; page height is 842, y grows upwards. */
  readonly content: string;
  readonly mediaBox?: string;
  /** Further entries of the page's dictionary, such as `/Rotate 90`. */
  readonly entries?: string;
  /** Further entries of its resources, such as `/XObject <</X1 20 0 R>>`. */
  readonly resources?: string;
}

export interface FileSpec {
  readonly pages: readonly PageSpec[];
  /** Further objects by number, from 20 on, without `obj` and `endobj`. */
  readonly objects?: Readonly<Record<number, string | Buffer>>;
  /** Further entries of the catalog. */
  readonly catalog?: string;
  /** Changes an object's stream as it is written: to pack it, to spoil it. */
  readonly packed?: (content: Buffer) => { readonly data: Buffer; readonly filter: string };
}

/** F1: a Chinese font that is not embedded, coded in UTF-16; Latin characters are half an em wide. */
const fonts: Readonly<Record<number, string>> = {
  10: '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[11 0 R]>>',
  11: '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1[500] 2 95 500]/FontDescriptor 12 0 R>>',
  12: '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  13: '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-V/DescendantFonts[11 0 R]>>',
};

export function stream(entries: string, content: string | Buffer): Buffer {
  const data = Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1');
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${String(data.length)}>>\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/** A whole file: header, objects, cross-reference table, trailer. */
export function writePdf({ pages, objects = {}, catalog = '', packed }: FileSpec): Uint8Array {
  const first = 100;
  const kids = pages.map((_, index) => `${String(first + 2 * index)} 0 R`).join(' ');
  const all: Record<number, string | Buffer> = {
    1: `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    2: `<</Type/Pages/Kids[${kids}]/Count ${String(pages.length)}>>`,
    ...fonts,
    ...objects,
  };
  pages.forEach(({ content, mediaBox = '[0 0 595 842]', entries = '', resources = '' }, index) => {
    const number = first + 2 * index;
    const { data, filter } = packed?.(Buffer.from(content, 'latin1')) ?? {
      data: Buffer.from(content, 'latin1'),
      filter: '',
    };
    all[number] =
      `<</Type/Page/Parent 2 0 R/MediaBox${mediaBox}${entries}/Contents ${String(number + 1)} 0 R/Resources<</Font<</F1 10 0 R/F2 13 0 R>>${resources}>>>>`;
    all[number + 1] = stream(filter, data);
  });
  return assemble(all);
}

function assemble(objects: Readonly<Record<number, string | Buffer>>): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  for (const [number, body] of Object.entries(objects)) {
    offsets.set(Number(number), length);
    const part = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`, 'latin1'),
      Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'),
      Buffer.from('\nendobj\n', 'latin1'),
    ]);
    parts.push(part);
    length += part.length;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const entry = (number: number): string => {
    const offset = offsets.get(number);
    return offset === undefined
      ? '0000000000 65535 f \n'
      : `${String(offset).padStart(10, '0')} 00000 n \n`;
  };
  const table = Array.from({ length: size }, (_, number) => entry(number)).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${String(size)}\n${table}trailer\n<</Size ${String(size)}/Root 1 0 R>>\nstartxref\n${String(length)}\n%%EOF\n`,
      'latin1',
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A text in UTF-16, as F1 reads it. */
export function coded(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** Shows a text with its baseline's left end at a point. */
export function show(x: number, y: number, text: string, size = 10): string {
  return `BT /F1 ${String(size)} Tf ${String(x)} ${String(y)} Td ${coded(text)} Tj ET\n`;
}

/** Strokes a line. */
export function line(x0: number, y0: number, x1: number, y1: number): string {
  return `${String(x0)} ${String(y0)} m ${String(x1)} ${String(y1)} l S\n`;
}

/** Strokes the borders of a grid with the given places of lines, each cell's text 4 points right of and 14 below its corner. */
export function grid(
  xs: readonly number[],
  ys: readonly number[],
  rows: readonly (readonly string[])[],
): string {
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  const rules = [
    ...xs.map((x) => line(x, top, x, bottom)),
    ...ys.map((y) => line(left, y, right, y)),
  ];
  const texts = rows.flatMap((row, r) =>
    row.map((text, c) => (text === '' ? '' : show((xs[c] ?? 0) + 4, (ys[r] ?? 0) - 14, text))),
  );
  return ['0.5 w\n', ...rules, ...texts].join('');
}
