import { InputError } from '../../model/index.ts';
import { loadPdfjs } from './pdfjs.ts';
import type { Library, PdfDocument, PdfPage } from './pdfjs.ts';
import { Wire } from './port.ts';
import type { Traffic } from './port.ts';

/**
 * `strict` gives a page up at its first error, which tells that there is one; `lenient` reads on past errors and decodes
 * no image.
 */
type Temper = 'strict' | 'lenient';

/** Images with more pixels are not decoded; in a strict document they end the page. */
const imagePixels: Readonly<Record<Temper, number>> = { strict: 512 * 512, lenient: 0 };
/** How pdfjs words it that an image was too large. */
const largeImage = 'Image exceeded maximum allowed size';

export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A page's operators, with what went wrong on the way. */
export interface ReadPage {
  readonly page: PdfPage;
  readonly operators: Operators;
  /** A part of the page could not be read. */
  readonly damaged: boolean;
  /** The page was cut short at a cap. */
  readonly overflow: boolean;
  /** The page shows a picture too large to be a seal or a logo: it may be a scan. */
  readonly hasPicture: boolean;
}

interface Opened {
  readonly document: PdfDocument;
  readonly wire: Wire;
  close(): Promise<void>;
}

/** An open PDF that notices what pdfjs passes over in silence. */
export class PdfFile {
  readonly library: Library;
  readonly pages: number;
  readonly #open: (temper: Temper) => Promise<Opened>;
  readonly #strict: Opened;
  #lenient: Opened | null = null;

  private constructor(library: Library, open: (temper: Temper) => Promise<Opened>, strict: Opened) {
    this.library = library;
    this.#open = open;
    this.#strict = strict;
    this.pages = strict.document.numPages;
  }

  /**
   * @throws InputError `pdf-encrypted`, `pdf-wrong-password` or `pdf-damaged`
   */
  static async open(bytes: Uint8Array, password: string | undefined): Promise<PdfFile> {
    const library = await loadPdfjs();
    const open = (temper: Temper): Promise<Opened> => openDocument(library, bytes, password, temper);
    return new PdfFile(library, open, await open('strict'));
  }

  get document(): PdfDocument {
    return this.#strict.document;
  }

  /** Reads one page, counted from 1; null where not even its dictionary can be read. */
  async read(number: number): Promise<ReadPage | null> {
    const first = await readOperators(this.#strict, number);
    if (first === null) return null;
    if (first.failure === null || first.traffic.overflow) {
      return { ...first, damaged: false, overflow: first.traffic.overflow, hasPicture: false };
    }
    const hasPicture = first.failure.includes(largeImage);
    const damaged = !hasPicture || !(await isTextWhole(first.page));
    first.page.cleanup();
    this.#lenient ??= await this.#open('lenient');
    const second = await readOperators(this.#lenient, number);
    return second === null ? null : { ...second, damaged, overflow: second.traffic.overflow, hasPicture };
  }

  /** Lets go of the fonts and images gathered so far. */
  async tidy(): Promise<void> {
    await this.#strict.document.cleanup();
    await this.#lenient?.document.cleanup();
  }

  async close(): Promise<void> {
    await this.#strict.close();
    await this.#lenient?.close();
  }
}

async function openDocument(library: Library, bytes: Uint8Array, password: string | undefined, temper: Temper): Promise<Opened> {
  const { pdfjs, worker } = library;
  const wire = new Wire(pdfjs.OPS.showText);
  worker.WorkerMessageHandler.initializeFromPort(wire.worker);
  const pdfWorker = new pdfjs.PDFWorker({ port: wire.display as unknown as null, verbosity: pdfjs.VerbosityLevel.ERRORS });
  const task = pdfjs.getDocument({
    // pdfjs refuses a Node Buffer; this is a view on the same bytes, and the wire detaches nothing.
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
    enableXfa: false,
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
  if (error.name === 'PasswordException') return new InputError(password === undefined ? 'pdf-encrypted' : 'pdf-wrong-password');
  return new InputError('pdf-damaged', { cause: error.message.replace(/\.$/, '') });
}

interface Reading {
  readonly page: PdfPage;
  readonly operators: Operators;
  readonly traffic: Traffic;
  readonly failure: string | null;
}

async function readOperators({ document, wire }: Opened, number: number): Promise<Reading | null> {
  wire.reset();
  const page = await document.getPage(number).catch(() => null);
  if (page === null) return null;
  const operators = await page.getOperatorList().catch(() => ({ fnArray: [], argsArray: [] }));
  const { traffic } = wire;
  return { page, operators, traffic, failure: traffic.failure };
}

/** Whether a strict reading of the page's text alone, which looks at no image, comes to its end. */
async function isTextWhole(page: PdfPage): Promise<boolean> {
  return page.getTextContent().then(
    () => true,
    () => false,
  );
}
