import { isTight } from '../shared/places/text.ts';

/** How wide a text is, in font sizes, as far as its characters tell. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isTight(character) ? 1 : 0.5;
  return width;
}
