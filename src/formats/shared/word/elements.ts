import { limits } from '../../../model/index.ts';
import type { XmlAttributes } from '../xml.ts';
import { openField } from './fields.ts';
import type { Field } from './fields.ts';
import type { Merge } from './layout.ts';
import { integerOf, isOn, valueOf } from './names.ts';
import { shownSymbol } from './symbols.ts';
import { countItem, currentCell, endField, endParagraph, show, showRunText } from './walk.ts';
import type { Walk } from './walk.ts';

/** Returning false skips the element with all that it holds. */
type Open = (walk: Walk, attributes: XmlAttributes, parent: string) => boolean | undefined;
type Close = (walk: Walk) => void;

const skip: Open = () => false;

/** Elements that show nothing, or what stood before a tracked change. */
const unseen = [
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:tblGridChange',
  'w:numberingChange',
  'w:delText',
  'w:delInstrText',
  'w:tblGrid',
  'w:tblPr',
  'w:rt',
];

/** From an element's name to what it means for the text that is seen. An element that is not listed is looked through. */
export const opening: Readonly<Record<string, Open>> = {
  ...Object.fromEntries(unseen.map((name) => [name, skip])),

  'w:tbl': (walk) => {
    countItem(walk);
    const { row, cell } = walk.openTables.at(-1) ?? {};
    const nested = row !== undefined && cell !== undefined;
    const table = {
      rows: [],
      before: nested ? [] : walk.lines,
      ...(nested ? { holder: { row, cell, at: cell.paragraphs.length } } : {}),
    };
    if (!nested) walk.lines = [];
    walk.tables.push(table);
    walk.openTables.push({ table });
    return true;
  },
  'w:tr': (walk) => {
    const open = walk.openTables.at(-1);
    // A row within a row, without a cell's table between: damage, which would lose what the outer row holds.
    if (open === undefined || open.row !== undefined) return false;
    countItem(walk);
    open.row = { before: 0, cells: [], dropped: false };
    return true;
  },
  'w:tc': (walk) => {
    const open = walk.openTables.at(-1);
    if (open?.row === undefined || open.row.dropped || open.cell !== undefined) return false;
    countItem(walk);
    open.cell = { paragraphs: [], columnSpan: 1, vertical: 'none', horizontal: 'none' };
    return true;
  },
  'w:gridBefore': (walk, attributes) => {
    const row = walk.openTables.at(-1)?.row;
    if (row !== undefined) row.before = integerOf(attributes, 0);
    return true;
  },
  'w:hidden': (walk, attributes, parent) => {
    const row = walk.openTables.at(-1)?.row;
    if (row === undefined || parent !== 'w:trPr' || !isOn(attributes)) return true;
    row.dropped = true;
    walk.hiddenRows += 1;
    return true;
  },
  'w:gridSpan': (walk, attributes) => {
    const cell = currentCell(walk);
    if (cell !== undefined) cell.columnSpan = integerOf(attributes, 1, 1);
    return true;
  },
  'w:vMerge': (walk, attributes) => {
    const cell = currentCell(walk);
    if (cell !== undefined) cell.vertical = mergeOf(attributes);
    return true;
  },
  'w:hMerge': (walk, attributes) => {
    const cell = currentCell(walk);
    if (cell !== undefined) cell.horizontal = mergeOf(attributes);
    return true;
  },

  'w:p': (walk) => {
    walk.paragraphs.push({ text: '', markGone: false });
    walk.runs.push(undefined);
    return true;
  },
  'w:pStyle': (walk, attributes) => set(walk.paragraphs.at(-1), 'style', valueOf(attributes)),
  'w:numId': (walk, attributes) => set(walk.paragraphs.at(-1), 'list', valueOf(attributes)),
  'w:ilvl': (walk, attributes) => set(walk.paragraphs.at(-1), 'level', integerOf(attributes, 0)),

  'w:r': (walk) => {
    walk.runs.push({});
    return true;
  },
  'm:r': (walk) => {
    walk.runs.push({});
    return true;
  },
  'w:rStyle': (walk, attributes) => set(walk.runs.at(-1), 'style', valueOf(attributes)),
  'w:rFonts': (walk, attributes) =>
    set(walk.runs.at(-1), 'font', attributes['w:ascii'] ?? attributes['w:hAnsi']),
  'w:vanish': (walk, attributes) => {
    const run = walk.runs.at(-1);
    const paragraph = walk.paragraphs.at(-1);
    if (run !== undefined) run.hidden = isOn(attributes);
    else if (paragraph !== undefined) paragraph.markGone = isOn(attributes);
    return true;
  },

  'w:t': capture,
  'm:t': capture,
  'w:tab': (walk, _, parent) => (parent === 'w:r' ? put(walk, '\t') : true),
  'w:ptab': (walk) => put(walk, '\t'),
  'w:br': (walk) => put(walk, '\n'),
  'w:cr': (walk) => put(walk, '\n'),
  'w:noBreakHyphen': (walk) => put(walk, '-'),
  'w:sym': (walk, attributes) =>
    put(walk, shownSymbol(attributes['w:font'] ?? '', attributes['w:char'] ?? '')),

  'w:fldChar': (walk, attributes) => {
    const type = attributes['w:fldCharType'];
    if (type === 'begin' && walk.fields.length < limits.depth) walk.fields.push(openField());
    if (type === 'separate') setField(walk, { part: 'result', from: walk.length });
    if (type === 'end') endField(walk);
    return true;
  },
  'w:instrText': (walk) => {
    walk.instructing = true;
    return true;
  },
  'w:listEntry': (walk, attributes) => {
    walk.fields.at(-1)?.choices.push(valueOf(attributes) ?? '');
    return true;
  },
  'w:result': (walk, attributes) => setField(walk, { chosen: integerOf(attributes, 0) }),
  'w:checkBox': (walk) => {
    walk.ticked = false;
    return true;
  },
  'w:sdt': (walk) => {
    walk.controls.push(false);
    return true;
  },
  // What a control's properties say is no run's.
  'w:sdtPr': (walk) => {
    walk.runs.push({});
    return true;
  },
  'w:showingPlcHdr': (walk, attributes) => {
    if (walk.controls.length > 0) walk.controls[walk.controls.length - 1] = isOn(attributes);
    return true;
  },
  'w:default': (walk, attributes, parent) => tick(walk, attributes, parent),
  'w:checked': (walk, attributes, parent) => tick(walk, attributes, parent),

  'w:del': (walk, _, parent) => removed(walk, parent),
  'w:moveFrom': (walk, _, parent) => removed(walk, parent),

  'mc:AlternateContent': (walk) => {
    walk.alternatives.push(false);
    return true;
  },
  'mc:Choice': takeOne,
  'mc:Fallback': takeOne,

  'w:footnoteReference': (walk, attributes) => {
    walk.footnotes.add(attributes['w:id'] ?? '');
    return true;
  },
  'w:endnoteReference': (walk, attributes) => {
    walk.endnotes.add(attributes['w:id'] ?? '');
    return true;
  },
  'w:headerReference': (walk, attributes) => {
    walk.sections.at(-1)?.headers.push(attributes['r:id'] ?? '');
    return true;
  },
  'w:altChunk': (walk, attributes) => {
    if (walk.openTables.length > 0) walk.embeddedObjects += 1;
    else {
      walk.tables.push({ rows: [], before: walk.lines, chunk: attributes['r:id'] ?? '' });
      walk.lines = [];
    }
    return true;
  },
  // Equations of older programs are objects too; what they show is a picture.
  'o:OLEObject': (walk, attributes) => {
    if (!/^Equation/i.test(attributes['ProgID'] ?? '')) walk.embeddedObjects += 1;
    return true;
  },
  // WordArt of older programs.
  'v:textpath': (walk, attributes) => put(walk, attributes['string'] ?? ''),
  'a:blip': picture,
  'v:imagedata': picture,
};

/** What an element's end does. */
export const closing: Readonly<Record<string, Close>> = {
  'w:tbl': (walk) => walk.openTables.pop(),
  'w:tr': (walk) => {
    const open = walk.openTables.at(-1);
    if (open?.row !== undefined) open.table.rows.push(open.row);
    delete open?.row;
  },
  'w:tc': (walk) => {
    const open = walk.openTables.at(-1);
    if (open?.cell !== undefined) open.row?.cells.push(open.cell);
    delete open?.cell;
  },
  'w:p': (walk) => {
    walk.runs.pop();
    endParagraph(walk);
  },
  'w:r': (walk) => walk.runs.pop(),
  'm:r': (walk) => walk.runs.pop(),
  'w:t': endCapture,
  'm:t': endCapture,
  'w:instrText': (walk) => (walk.instructing = false),
  'w:sdt': (walk) => walk.controls.pop(),
  'w:sdtPr': (walk) => walk.runs.pop(),
  'w:sectPr': (walk) => walk.sections.push({ headers: [], from: walk.tables.length }),
  'w:checkBox': (walk) => show(walk, walk.ticked ? '☒' : '☐'),
  'mc:AlternateContent': (walk) => walk.alternatives.pop(),
};

function mergeOf(attributes: XmlAttributes): Merge {
  return valueOf(attributes) === 'restart' ? 'restart' : 'continue';
}

function set<T extends object, K extends keyof T>(
  target: T | undefined,
  key: K,
  value: T[K] | undefined,
): true {
  if (target !== undefined && value !== undefined) target[key] = value;
  return true;
}

function put(walk: Walk, text: string): true {
  if (walk.runs.at(-1) !== undefined) showRunText(walk, text);
  return true;
}

function capture(walk: Walk): true {
  walk.capturing = true;
  return true;
}

function endCapture(walk: Walk): void {
  walk.capturing = false;
}

function tick(walk: Walk, attributes: XmlAttributes, parent: string): true {
  if (parent === 'w:checkBox') walk.ticked = isOn(attributes);
  return true;
}

/** A tracked deletion: of a row, of a paragraph's mark, else of what the element holds. */
function removed(walk: Walk, parent: string): boolean {
  const row = walk.openTables.at(-1)?.row;
  const paragraph = walk.paragraphs.at(-1);
  if (parent === 'w:trPr' && row !== undefined) row.dropped = true;
  if (parent === 'w:rPr' && paragraph !== undefined) paragraph.markGone = true;
  return false;
}

function setField(walk: Walk, told: Partial<Field>): true {
  Object.assign(walk.fields.at(-1) ?? {}, told);
  return true;
}

function picture(walk: Walk): true {
  walk.pictures += 1;
  return true;
}

/** Of a drawing's variants for newer and older programs only one is seen. */
function takeOne(walk: Walk): boolean {
  const last = walk.alternatives.length - 1;
  const taken = walk.alternatives[last] ?? false;
  walk.alternatives[last] = true;
  return !taken;
}
