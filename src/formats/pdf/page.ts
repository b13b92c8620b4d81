import { findFields, setField } from './fields.ts';
import type { PdfFile, ReadPage } from './file.ts';
import { layOut } from './layout.ts';
import type { Layout } from './layout.ts';
import { orElse } from './patience.ts';
import type { OperatorCodes } from './machine.ts';
import { operatorTable, runOperators } from './operators.ts';
import type { Matrix, Size } from '../shared/places/geometry.ts';
import type { Font } from './state.ts';
import type { Glyph } from '../shared/places/types.ts';
import type { PdfPage } from './pdfjs.ts';

/** What one page holds, and what could not be read of it. */
export interface PageContent {
  readonly layout: Layout;
  readonly size: Size;
  /** Non-blank characters of the page, counted as its glyphs came in. */
  readonly characters: number;
  readonly damaged: boolean;
  readonly overflow: boolean;
  /** The page shows a picture that may hold text. */
  readonly hasPicture: boolean;
  /** The page's fonts do not say which characters they draw. */
  readonly garbled: boolean;
}

/** What no Chinese form is written in: private, unassigned and control characters, rare ideographs, Hangul and Yi. */
const odd = /[\p{Co}\p{Cn}\p{Cc}\u3400-\u4dbf\ua000-\ua4cf\uac00-\ud7af\ufffd]/u;
/** Letters of other scripts' alphabets, which fonts coded anew print for ideographs; pinyin has few of them. */
const foreignLetter = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;
/** What no font draws; tabs and line ends aside, which some producers leave among their glyphs. */
const control = /[^\P{Cc}\t\n\r]/u;
/** So many odd characters, and such a share of all that are not ASCII, are no accident. */
const garble = { characters: 10, share: 0.2, foreignShare: 0.04, controlShare: 0.03 };

function isGarbled(glyphs: readonly Glyph[]): boolean {
  const count = (isMeant: (text: string) => boolean): number =>
    glyphs.filter(({ text }) => isMeant(text)).length;
  const others = count((text) => text > '\u007f');
  const isTooMany = (strange: number, share: number): boolean =>
    strange >= garble.characters && strange >= share * Math.max(others, strange);
  return [
    isTooMany(
      count((text) => odd.test(text)),
      garble.share,
    ),
    isTooMany(
      count((text) => foreignLetter.test(text)),
      garble.foreignShare,
    ),
    isTooMany(
      count((text) => control.test(text)),
      garble.controlShare,
    ),
  ].includes(true);
}

/** Reads pages of one file with what they share: the operator table and the layers that are shown. */
export async function pageReader(
  file: PdfFile,
): Promise<(number: number) => Promise<PageContent | null>> {
  const table = operatorTable(file.library.pdfjs.OPS as OperatorCodes);
  const layers = await orElse(file.document.getOptionalContentConfig(), null);
  const hasFields = (await orElse(file.document.getFieldObjects(), null)) !== null;
  let gaps: Layout['gaps'] = [];
  return async (number) => {
    const read = await file.read(number);
    if (read === null) return null;
    const fonts = await loadFonts(read, file.library.pdfjs.OPS.setFont);
    const viewport = read.page.getViewport({ scale: 1 });
    const size = { width: viewport.width, height: viewport.height };
    const fields = hasFields ? findFields(await orElse(read.page.getAnnotations(), [])) : [];
    const matrix = viewport.transform as unknown as Matrix;
    const machine = runOperators(read.operators, table, {
      matrix,
      size,
      font: (name) => fonts.get(name) ?? null,
      isLayerVisible: (group) => layers?.isVisible(group) !== false,
      isOwnField: (id) => fields.some((field) => field.id === id),
    });
    for (const field of fields) machine.write(setField(field, matrix));
    read.page.cleanup();
    const { glyphs, characters } = machine.glyphs.finish();
    const layout = layOut(glyphs, machine.borders, size, gaps);
    ({ gaps } = layout);
    return {
      layout,
      size,
      characters,
      damaged: read.damaged,
      garbled: isGarbled(glyphs),
      overflow: read.overflow || machine.glyphs.overflow > 0 || machine.isCrowded || layout.crowded,
      hasPicture: read.hasPicture || machine.images > 0,
    };
  };
}

async function loadFonts(
  { page, operators }: ReadPage,
  setFont: number,
): Promise<ReadonlyMap<string, Font>> {
  const names = new Set<string>();
  operators.fnArray.forEach((code, index) => {
    const args = operators.argsArray[index];
    if (code === setFont && Array.isArray(args) && typeof args[0] === 'string') names.add(args[0]);
  });
  const fonts = new Map<string, Font>();
  for (const name of names) {
    const font = await loadFont(page, name);
    if (font !== null) fonts.set(name, font);
  }
  return fonts;
}

/** pdfjs hands a font over a moment after the operators that use it. */
async function loadFont({ commonObjs }: PdfPage, name: string): Promise<Font | null> {
  const objects = commonObjs as { get(id: string, callback: (value: unknown) => void): unknown };
  const arrival = new Promise<unknown>((resolve) => {
    objects.get(name, resolve);
  });
  const font = await orElse(arrival, null);
  return typeof font === 'object' && font !== null ? font : null;
}
