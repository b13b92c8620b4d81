import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A source with a word planted at one place of it. */
export interface PlantedSource {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Where a format's texts stand: the first group of a match is one, and may be blank. */
const texts = {
  tabbed: /(?<=^|[\t\n])([^\t\n]*)(?=[\t\n])/gu,
  cells: /(?<=^|\n)([^\n]*)(?=\n)/gu,
  csv: /(?<=^|[,\n])([^,"\n]*)(?=[,\n])/gu,
  markdown: /(?<=\|)([^|\n]*)(?=\|)/gu,
  html: /(?<=<(?:td|th|p|span)\b[^>]*>)([^<>]*)(?=<)/gu,
  docx: /(?<=<w:t(?: [^>]*)?>)([^<>]*)(?=<\/w:t>)/gu,
  xlsx: /(?<=<t(?: [^>]*)?>)([^<>]*)(?=<\/t>)/gu,
} as const;

/** Formats into whose files words can be planted. */
export type SourceFormat = keyof typeof texts;

/** The parts of an archive that hold its texts. */
const parts: Partial<Record<SourceFormat, RegExp>> = {
  docx: /^word\/document\.xml$/u,
  xlsx: /^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/u,
};

/** Plants a word into each text of a file in turn: in place of it, and behind it where there is one. */
export function* plantSource(
  format: SourceFormat,
  bytes: Uint8Array,
  word: string,
): Generator<PlantedSource> {
  const part = parts[format];
  if (part === undefined) {
    for (const { text, source } of plantText(format, strFromU8(bytes), word))
      yield { text, bytes: strToU8(source) };
    return;
  }
  const files = unzipSync(bytes);
  for (const [name, file] of Object.entries(files).filter(([path]) => part.test(path)))
    for (const { text, source } of plantText(format, strFromU8(file), word))
      yield { text, bytes: zipSync({ ...files, [name]: strToU8(source) }, { level: 0 }) };
}

function* plantText(
  format: SourceFormat,
  source: string,
  word: string,
): Generator<{ text: string; source: string }> {
  for (const match of source.matchAll(texts[format])) {
    const text = match[1] ?? '';
    // The line of a markdown table that only rules it off, what nobody sees.
    if (/^\s*:?-+:?\s*$/u.test(text) || isUnseen(source, match.index)) continue;
    for (const now of text.trim() === '' ? [word] : [word, text + word])
      yield {
        text,
        source: source.slice(0, match.index) + now + source.slice(match.index + text.length),
      };
  }
}

function isUnseen(source: string, at: number): boolean {
  return [...source.matchAll(/<!--.*?-->|<script\b.*?<\/script>/gsu)].some(
    ({ index, 0: text }) => index <= at && at < index + text.length,
  );
}
