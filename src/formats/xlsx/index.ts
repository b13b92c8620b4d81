import { InputError, limits } from '../../model/index.ts';
import type { FormatAdapter, Note, Staged, TableDocument } from '../../model/index.ts';
import { expectKind, officeKind } from '../shared/office.ts';
import { readRelated, readRelationships } from '../shared/opc.ts';
import type { Relationship } from '../shared/opc.ts';
import { readSheets } from '../shared/sheet/read.ts';
import type { Sheet, SheetText } from '../shared/sheet/source.ts';
import { openZip } from '../shared/zip.ts';
import type { ZipArchive } from '../shared/zip.ts';
import { readDrawing } from './drawing.ts';
import { readFormats, readStrings, readWorkbook } from './workbook.ts';
import type { Workbook } from './workbook.ts';
import { readWorksheet } from './worksheet.ts';
import type { CellContext, Worksheet } from './worksheet.ts';

/** Excel workbooks of Office Open XML. */
export const adapter: FormatAdapter = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xltx'],
  sniff: (head) => (officeKind(head) === 'xlsx' ? 1 : 0),
  read: async (bytes) => {
    expectKind(bytes, 'xlsx');
    return readPackage(await openZip(bytes));
  },
};

async function readPackage(zip: ZipArchive): Promise<Staged<TableDocument>> {
  const main =
    (await readRelationships(zip, '')).find(({ type }) => type === 'officeDocument')?.target ??
    'xl/workbook.xml';
  if (main.endsWith('.bin')) throw new InputError('office-unsupported', { format: 'xlsb' });
  const part = await zip.read(main, limits.zipSidePartBytes);
  if (part === null) throw new InputError('office-part-missing', { part: main });
  const workbook = readWorkbook(part.bytes);
  const related = await readRelationships(zip, main);
  const context: CellContext = {
    strings: readStrings(await readRelated(zip, related, 'sharedStrings', limits.zipPartBytes)),
    formats: readFormats(await readRelated(zip, related, 'styles', limits.zipPartBytes)),
    date1904: workbook.date1904,
  };
  const damaged: Note[] = [];
  const sheets: Sheet[] = [];
  let cells = 0;
  for (const sheet of workbook.sheets) {
    const read = await readOne(zip, related, sheet, context, damaged);
    if (read !== null) sheets.push(read);
    // Many tabs may name one part.
    cells += read?.cells.length ?? 0;
    if (cells > limits.officeItems)
      throw new InputError('too-many-items', { limit: limits.officeItems });
  }
  return readSheets(sheets, 'xlsx', damaged);
}

/** What a sheet leads to that the workbook's relationships don't know. */
const nowhere = { type: 'worksheet', target: '' };

type NamedSheet = Workbook['sheets'][number];

async function readOne(
  zip: ZipArchive,
  related: readonly Relationship[],
  { name, hidden, relationship }: NamedSheet,
  context: CellContext,
  damaged: Note[],
): Promise<Sheet | null> {
  const { type, target } = related.find(({ id }) => id === relationship) ?? nowhere;
  // A tab may hold a chart or a macro sheet of Excel 4: no cells of a form.
  if (type !== 'worksheet') return null;
  const part = await zip.read(target);
  if (part === null) {
    damaged.push(damage(target || name, 'missing'));
    return null;
  }
  const worksheet = readWorksheet(part.bytes, context);
  const cause = worksheet.stopped ?? (part.intact ? null : 'checksum');
  if (cause !== null) damaged.push(damage(target || name, cause));
  return { name, hidden, ...worksheet, texts: await readTexts(zip, target, worksheet, damaged) };
}

/** The boxes and shapes that float above a worksheet. */
async function readTexts(
  zip: ZipArchive,
  sheet: string,
  { drawing }: Worksheet,
  damaged: Note[],
): Promise<readonly SheetText[]> {
  if (drawing === null) return [];
  const target =
    (await readRelationships(zip, sheet)).find(({ id }) => id === drawing)?.target ?? '';
  const part = await zip.read(target);
  if (part === null) return [];
  const { texts, stopped } = readDrawing(part.bytes);
  if (stopped !== null) damaged.push(damage(target, stopped));
  return texts;
}

function damage(part: string, cause: string): Note {
  return {
    code: 'part-damaged',
    severity: 'error',
    stage: 'format',
    data: { part, cause },
    refs: [],
  };
}
