import { findTitle } from '../../../lexicon/index.ts';
import { InputError, isBlank } from '../../../model/index.ts';
import type { FormatId, Grid, Note, Staged, TableDocument, TextLine } from '../../../model/index.ts';
import { officeKind } from '../office.ts';
import { readRelated, readRelationships } from '../opc.ts';
import type { Relationship } from '../opc.ts';
import { readXml } from '../xml.ts';
import { openZip } from '../zip.ts';
import type { ZipArchive } from '../zip.ts';
import { closing, opening } from './elements.ts';
import { layOut } from './layout.ts';
import { namespaces } from './names.ts';
import { absorbNested } from './nested.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';
import { showRunText, startWalk } from './walk.ts';
import type { Walk } from './walk.ts';

const customaryPart = 'word/document.xml';
const mostChunks = 1000;

/**
 * A WordprocessingML package as tables and lines: what a reader of the printed document sees in its body and footnotes.
 * Running heads and feet, comments, deleted and hidden text are left out, and out of the account; but a running head is taken
 * for what stands above the first table where it alone says the form's title.
 *
 * @throws InputError where the package cannot be read at all
 */
export async function readWord(bytes: Uint8Array, format: FormatId): Promise<Staged<TableDocument>> {
  const zip = await openZip(bytes);
  const main = (await readRelationships(zip, '')).find(({ type }) => type === 'officeDocument')?.target ?? customaryPart;
  const related = await readRelationships(zip, main);
  const styles = readStyles(await readRelated(zip, related, 'styles'));
  const numbering = readNumbering(await readRelated(zip, related, 'numbering'), styles);
  const walk = startWalk(main, styles, numbering);
  const part = await zip.read(main);
  if (part === null) throw new InputError('office-part-missing', { part: main });
  const stopped = walkPart(walk, part.bytes) ?? (part.intact ? null : 'checksum');
  const notes: Note[] = [];
  if (stopped !== null) {
    if (walk.total === 0) throw new InputError('office-damaged', { part: main, cause: stopped });
    notes.push(note('part-damaged', 'error', { part: main, cause: stopped }));
  }
  const page = await readChunks(zip, related, walk, format);
  if (page !== null) return { ...page, notes: [...notes, ...page.notes] };
  await addTitleOfHeader(zip, related, walk);
  const after = [...walk.lines, ...(await readNotes(zip, related, walk, 'footnotes')), ...(await readNotes(zip, related, walk, 'endnotes'))];
  notes.push(...leftOut(walk));
  return finish(walk, format, after, notes, stopped !== null);
}

function walkPart(walk: Walk, bytes: Uint8Array, wanted?: ReadonlySet<string>): string | null {
  return readXml(bytes, namespaces, {
    open: (name, attributes, parent) => {
      if (wanted !== undefined && (name === 'w:footnote' || name === 'w:endnote')) return wanted.has(attributes['w:id'] ?? '');
      return opening[name]?.(walk, attributes, parent) ?? true;
    },
    text: (text) => {
      if (walk.capturing) showRunText(walk, text);
    },
    close: (name) => closing[name]?.(walk),
  });
}

/** Notes stand below the page or at the end, so they come after the tables; only those that the body refers to are seen. */
async function readNotes(zip: ZipArchive, related: readonly Relationship[], body: Walk, kind: 'footnotes' | 'endnotes'): Promise<TextLine[]> {
  if (body[kind].size === 0) return [];
  const target = related.find(({ type }) => type === kind)?.target ?? '';
  return readBeside(zip, target, body, body[kind]);
}

/** The text of a part beside the body, line by line, which the account takes in. */
async function readBeside(zip: ZipArchive, target: string, body: Walk, wanted?: ReadonlySet<string>): Promise<TextLine[]> {
  const part = await zip.read(target);
  if (part === null) return [];
  const walk = startWalk(target, body.styles, body.numbering);
  walkPart(walk, part.bytes, wanted);
  body.total += walk.total;
  return linesOf(walk);
}

function linesOf({ tables, lines, part }: Walk): TextLine[] {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const inTables = cells.flatMap(({ paragraphs }) => paragraphs.filter((text) => !isBlank(text)).map((text) => ({ text, origin: { part } })));
  return [...tables.flatMap(({ before }) => before), ...inTables, ...lines];
}

/** Puts the first section's running head above the first table, where it says a form's title and the body says none. */
async function addTitleOfHeader(zip: ZipArchive, related: readonly Relationship[], body: Walk): Promise<void> {
  const saysTitle = (lines: readonly TextLine[]): boolean => lines.some(({ text }) => findTitle(text) !== null);
  const [table] = body.tables;
  if (table === undefined || body.headers.length === 0 || saysTitle(linesOf(body))) return;
  for (const header of body.headers) {
    const total = body.total;
    const lines = await readBeside(zip, related.find(({ id }) => id === header)?.target ?? '', body);
    if (saysTitle(lines)) {
      table.before = [...lines, ...table.before];
      return;
    }
    body.total = total;
  }
}

/**
 * Web programs write pages into a document that has nothing else (17.17.2.1): Word then shows the page. Null where the body
 * says something of its own, or what is put in is no page.
 */
async function readChunks(zip: ZipArchive, related: readonly Relationship[], { chunks, total }: Walk, format: FormatId): Promise<Staged<TableDocument> | null> {
  if (chunks.length === 0 || total > 0) return null;
  const pages: Uint8Array[] = [];
  for (const chunk of chunks.slice(0, mostChunks)) {
    const part = await zip.read(related.find(({ id }) => id === chunk)?.target ?? '');
    if (part === null || officeKind(part.bytes) !== null) return null;
    pages.push(part.bytes);
  }
  const { readPages } = await import('../pages.ts');
  return readPages(pages, format);
}

function leftOut(walk: Walk): Note[] {
  const notes: Note[] = [];
  if (walk.hiddenCharacters > 0 || walk.hiddenRows > 0) {
    notes.push(note('hidden-text-left-out', 'info', { characters: walk.hiddenCharacters, rows: walk.hiddenRows }));
  }
  const embedded = walk.chunks.length + walk.embeddedObjects;
  if (embedded > 0) notes.push(note('embedded-left-out', 'warning', { parts: embedded }));
  // Scans are handed in as documents; beside a table pictures are seals and signatures.
  if (walk.pictures > 0 && walk.tables.length === 0) notes.push(note('pictures-left-out', 'warning', { pictures: walk.pictures }));
  return notes;
}

function finish(walk: Walk, format: FormatId, after: TextLine[], notes: Note[], incomplete: boolean): Staged<TableDocument> {
  const grids: Grid[] = [];
  let markup = 0;
  let carried: readonly TextLine[] = [];
  for (const table of absorbNested(walk.tables)) {
    table.before = [...carried, ...table.before];
    const laidOut = layOut(table, grids.length, walk.part);
    carried = laidOut.grid.cells.length === 0 ? table.before : [];
    if (laidOut.grid.cells.length === 0) continue;
    grids.push(laidOut.grid);
    notes.push(...laidOut.notes);
    markup += laidOut.repeated;
  }
  const value: TableDocument = {
    format, pages: null, grids, after: [...carried, ...after], characters: { total: walk.total, markup },
    ...(incomplete ? { incomplete } : {}),
  };
  return { value, notes };
}

function note(code: string, severity: Note['severity'], data: Note['data']): Note {
  return { code, severity, stage: 'format', data, refs: [] };
}
