import { InputError } from '../../../model/index.ts';
import type { FormatId, Note, Staged, TableDocument, TextLine } from '../../../model/index.ts';
import { openPackage } from '../flat.ts';
import { readRelated, readRelationships } from '../opc.ts';
import type { Relationship } from '../opc.ts';
import { readXml } from '../xml.ts';
import type { ZipArchive } from '../zip.ts';
import { assemble } from './assemble.ts';
import { readChunks } from './chunks.ts';
import { closing, opening } from './elements.ts';
import { addInstruction } from './fields.ts';
import { addTitlesOfHeads } from './heads.ts';
import type { Head } from './heads.ts';
import { namespaces } from './names.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';
import { linesOf, showRunText, startWalk } from './walk.ts';
import type { Walk } from './walk.ts';

const customaryPart = 'word/document.xml';

/**
 * A WordprocessingML package as tables and lines: what a reader of the printed document sees in its body and footnotes.
 * Running heads and feet, comments, deleted and hidden text are left out, and out of the account; but a running head is taken
 * for what stands above the first table of its section where it alone says the form's title.
 *
 * @throws InputError where the package cannot be read at all
 */
export async function readWord(
  bytes: Uint8Array,
  format: FormatId,
): Promise<Staged<TableDocument>> {
  return readPackage(bytes, format, (inner) => readPackage(inner, format, null));
}

/** @param readInner reads a document that is put in whole; null where this is one itself */
async function readPackage(
  bytes: Uint8Array,
  format: FormatId,
  readInner: ((bytes: Uint8Array) => Promise<Staged<TableDocument>>) | null,
): Promise<Staged<TableDocument>> {
  const zip = await openPackage(bytes);
  const main =
    (await readRelationships(zip, '')).find(({ type }) => type === 'officeDocument')?.target ??
    customaryPart;
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
  const chunks = await readChunks(zip, related, walk, format, readInner);
  await addTitlesOfHeads(walk, headReader(zip, related, walk));
  const after = [
    ...walk.lines,
    ...(await readNotes(zip, related, walk, 'footnotes')),
    ...(await readNotes(zip, related, walk, 'endnotes')),
  ];
  const read = assemble(walk, chunks, format, after, stopped !== null);
  return { value: read.value, notes: [...notes, ...leftOut(walk, read.value), ...read.notes] };
}

function walkPart(walk: Walk, bytes: Uint8Array, wanted?: ReadonlySet<string>): string | null {
  return readXml(bytes, namespaces, {
    open: (name, attributes, parent) => {
      if (wanted !== undefined && (name === 'w:footnote' || name === 'w:endnote'))
        return wanted.has(attributes['w:id'] ?? '');
      return opening[name]?.(walk, attributes, parent) ?? true;
    },
    text: (text) => {
      if (walk.capturing) showRunText(walk, text);
      else if (walk.instructing) addInstruction(walk.fields.at(-1), text);
    },
    close: (name) => closing[name]?.(walk),
  });
}

/** Notes stand below the page or at the end, so they come after the tables; only those that the body refers to are seen. */
async function readNotes(
  zip: ZipArchive,
  related: readonly Relationship[],
  body: Walk,
  kind: 'footnotes' | 'endnotes',
): Promise<TextLine[]> {
  if (body[kind].size === 0) return [];
  const target = related.find(({ type }) => type === kind)?.target ?? '';
  const { lines, total } = await readBeside(zip, target, body, body[kind]);
  body.total += total;
  return lines;
}

/** The text of a part beside the body, line by line, prompts left out. */
async function readBeside(
  zip: ZipArchive,
  target: string,
  body: Walk,
  wanted?: ReadonlySet<string>,
): Promise<{ lines: TextLine[]; total: number }> {
  const part = await zip.read(target);
  if (part === null) return { lines: [], total: 0 };
  const walk = startWalk(target, body.styles, body.numbering);
  walkPart(walk, part.bytes, wanted);
  return { lines: linesOf(walk), total: walk.total - walk.prompts };
}

/** Sections share their running heads: each is read once. */
function headReader(
  zip: ZipArchive,
  related: readonly Relationship[],
  body: Walk,
): (relationship: string) => Promise<Head> {
  const read = new Map<string, Promise<Head>>();
  return (relationship) => {
    const target = related.find(({ id }) => id === relationship)?.target ?? '';
    const head = read.get(target) ?? readBeside(zip, target, body);
    read.set(target, head);
    return head;
  };
}

function leftOut(walk: Walk, { grids }: TableDocument): Note[] {
  const notes: Note[] = [];
  if (walk.hiddenCharacters > 0 || walk.hiddenRows > 0) {
    notes.push(
      note('hidden-text-left-out', 'info', {
        characters: walk.hiddenCharacters,
        rows: walk.hiddenRows,
      }),
    );
  }
  if (walk.embeddedObjects > 0)
    notes.push(note('embedded-left-out', 'warning', { parts: walk.embeddedObjects }));
  // Scans are handed in as documents; beside a table pictures are seals and signatures.
  if (walk.pictures > 0 && grids.length === 0)
    notes.push(note('pictures-left-out', 'warning', { pictures: walk.pictures }));
  return notes;
}

function note(code: string, severity: Note['severity'], data: Note['data']): Note {
  return { code, severity, stage: 'format', data, refs: [] };
}
