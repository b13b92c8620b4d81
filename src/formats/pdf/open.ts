import { InputError } from '../../model/index.ts';
import { loadPdfjs } from './pdfjs.ts';
import type { Library, PdfDocument } from './pdfjs.ts';
import { Wire } from './port.ts';
import { mendTail } from './repair.ts';

/**
 * `strict` gives a page up at its first error, which tells that there is one; `lenient` reads on past errors and decodes
 * no image.
 */
export type Temper = 'strict' | 'lenient';

/** Images with more pixels are not decoded; in a strict document they end the page. */
const imagePixels: Readonly<Record<Temper, number>> = { strict: 512 * 512, lenient: 0 };

/** One of pdfjs's documents, with the wire that watches it. */
export interface Opened {
  readonly document: PdfDocument;
  readonly wire: Wire;
  close(): Promise<void>;
}

export type Opener = (temper: Temper) => Promise<Opened>;

export interface Opening {
  readonly library: Library;
  readonly strict: Opened;
  /** Opens the same bytes once more. */
  readonly open: Opener;
  /** The file's end was missing and has been mended: pages may be missing too. */
  readonly mended: boolean;
}

/**
 * Opens a PDF, whose end may be missing.
 *
 * @throws InputError `pdf-encrypted`, `pdf-wrong-password` or `pdf-damaged`
 */
export async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<Opening> {
  const library = await loadPdfjs();
  const opener =
    (data: Uint8Array): Opener =>
    (temper) =>
      openDocument(library, data, password, temper);
  const open = opener(bytes);
  try {
    return { library, open, strict: await open('strict'), mended: false };
  } catch (error) {
    const mended =
      error instanceof InputError && error.code === 'pdf-damaged' ? mendTail(bytes) : null;
    if (mended === null) throw error;
    const again = opener(mended);
    return { library, open: again, strict: await again('strict'), mended: true };
  }
}

async function openDocument(
  library: Library,
  bytes: Uint8Array,
  password: string | undefined,
  temper: Temper,
): Promise<Opened> {
  const { pdfjs, worker } = library;
  const wire = new Wire(pdfjs.OPS.showText);
  worker.WorkerMessageHandler.initializeFromPort(wire.worker);
  const pdfWorker = new pdfjs.PDFWorker({
    port: wire.display as unknown as null,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  const task = pdfjs.getDocument({
    // pdfjs refuses a Node Buffer; this is a view of the same bytes, which the wire leaves attached.
    data: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    worker: pdfWorker,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    stopAtErrors: temper === 'strict',
    maxImageSize: imagePixels[temper],
    cMapUrl: library.cMaps,
    cMapPacked: true,
    standardFontDataUrl: library.standardFonts,
    // Without these two, every glyph's outline is compiled for a canvas that never comes.
    disableFontFace: false,
    useSystemFonts: true,
    isEvalSupported: false,
    ...(password === undefined ? {} : { password }),
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    pdfWorker.destroy();
  };
  try {
    return { document: await task.promise, wire, close };
  } catch (error) {
    await close();
    throw refusal(error, password);
  }
}

/** Why pdfjs does not open a file, in our words. */
function refusal(error: unknown, password: string | undefined): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'PasswordException')
    return new InputError(password === undefined ? 'pdf-encrypted' : 'pdf-wrong-password');
  return new InputError('pdf-damaged', { cause: error.message.replace(/\.$/, '') });
}
