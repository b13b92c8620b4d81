import { isBlank } from '../../model/index.ts';
import type { Matrix } from '../shared/places/geometry.ts';
import { isTight } from '../shared/places/text.ts';
import type { DrawnGlyph } from '../shared/places/types.ts';

/** A form field that is read from its value, since no appearance shows it. */
export interface Field {
  readonly id: string;
  readonly lines: readonly string[];
  /** In user space: left, bottom, right, top. */
  readonly rect: readonly [number, number, number, number];
  /** 0 where the field's own room gives it. */
  readonly fontSize: number;
}

/** Flags of an annotation that is not shown (ISO 32000-1, table 165). */
const unseen = 2 | 32;
/** What Helvetica may not have. */
const beyondAscii = /[^\s\u0020-\u007e]/u;
/** How a viewer sets a field's text: free at the sides, of its height, and from line to line. */
const set = { margin: 2, largest: 12, fill: 0.8, pitch: 1.2, shrink: 0.9, rounds: 30 };

/**
 * The text and choice fields that are read from their values: those without an appearance, and those with more than ASCII
 * in them, which pdfjs draws in Helvetica where the file asks viewers to draw its fields.
 *
 * @param annotations what pdfjs tells of a page's annotations
 */
export function findFields(annotations: readonly unknown[]): Field[] {
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const entries = annotation as Record<string, unknown>;
    const { id, rect, hasAppearance, defaultAppearanceData } = entries;
    const value = valueOf(entries);
    if (!isShownField(entries) || typeof id !== 'string' || !isRect(rect) || isBlank(value))
      return [];
    if (hasAppearance === true && !beyondAscii.test(value)) return [];
    const size = Number((defaultAppearanceData as { fontSize?: unknown } | undefined)?.fontSize);
    return [{ id, lines: value.split(/\r\n?|\n/), rect, fontSize: size > 0 ? size : 0 }];
  });
}

/** Whether an annotation is a text or choice field that viewers show. */
function isShownField({ fieldType, annotationFlags }: Readonly<Record<string, unknown>>): boolean {
  const isText = fieldType === 'Tx' || fieldType === 'Ch';
  return isText && (Number(annotationFlags) & unseen) === 0;
}

function valueOf({ fieldValue, options, password }: Readonly<Record<string, unknown>>): string {
  const value: unknown = Array.isArray(fieldValue) ? fieldValue[0] : fieldValue;
  if (typeof value !== 'string' || password === true) return '';
  const choices = (Array.isArray(options) ? options : []) as {
    exportValue?: unknown;
    displayValue?: unknown;
  }[];
  const shown = choices.find(({ exportValue }) => exportValue === value)?.displayValue;
  return typeof shown === 'string' ? shown : value;
}

function isRect(value: unknown): value is Field['rect'] {
  return Array.isArray(value) && value.length === 4 && value.every((item) => Number.isFinite(item));
}

/**
 * A field's text as a viewer would set it: as large as its room allows, broken where a line is full.
 *
 * @param matrix from user space to the page
 */
export function setField(
  { lines, rect: [left, bottom, right, top], fontSize }: Field,
  [a, b, c, d, e, f]: Matrix,
): DrawnGlyph[] {
  const [width, height] = [right - left - 2 * set.margin, top - bottom];
  let em = Math.min(fontSize > 0 ? fontSize : set.largest, set.fill * height);
  let broken = breakLines(lines, width / em);
  for (
    let round = 0;
    round < set.rounds && broken.length * set.pitch * em > height + em / 2;
    round += 1
  ) {
    em *= set.shrink;
    broken = breakLines(lines, width / em);
  }
  const first = (top + bottom) / 2 + ((broken.length - 1) / 2) * set.pitch * em - 0.35 * em;
  return broken.flatMap((line, index) => {
    const y = first - index * set.pitch * em;
    let x = left + set.margin;
    return Array.from(line, (text): DrawnGlyph => {
      const advance = em * widthOf(text);
      const glyph = {
        text,
        x: a * x + c * y + e,
        y: b * x + d * y + f,
        ax: a * advance,
        ay: b * advance,
        ux: c * em,
        uy: d * em,
        tracking: 0,
        vertical: false,
      };
      x += advance;
      return glyph;
    });
  });
}

/** In font sizes. */
function widthOf(text: string): number {
  return isTight(text) ? 1 : 0.5;
}

function breakLines(lines: readonly string[], room: number): string[] {
  return lines.flatMap((line) => {
    const broken = [''];
    let filled = 0;
    for (const text of line) {
      if (filled + widthOf(text) > room && filled > 0) {
        broken.push('');
        filled = 0;
      }
      broken[broken.length - 1] = (broken.at(-1) ?? '') + text;
      filled += widthOf(text);
    }
    return broken;
  });
}
