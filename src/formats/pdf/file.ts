import type { Opened, Opening } from './open.ts';
import { openPdf } from './open.ts';
import { orElse } from './patience.ts';
import type { Library, PdfDocument, PdfPage } from './pdfjs.ts';
import type { Traffic } from './port.ts';
import { checkStreams, contentsOf } from './streams.ts';

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

/** An open PDF that notices what pdfjs passes over in silence. */
export class PdfFile {
  readonly #bytes: Uint8Array;
  readonly #opening: Opening;
  readonly #spoilt: Set<number>;
  #lenient: Opened | null = null;

  private constructor(bytes: Uint8Array, opening: Opening, spoilt: readonly number[]) {
    this.#bytes = bytes;
    this.#opening = opening;
    this.#spoilt = new Set(spoilt);
  }

  /**
   * @throws InputError `pdf-encrypted`, `pdf-wrong-password`, `pdf-damaged` or `pdf-stream-too-large`
   */
  static async open(bytes: Uint8Array, password: string | undefined): Promise<PdfFile> {
    const spoilt = checkStreams(bytes);
    return new PdfFile(bytes, await openPdf(bytes, password), spoilt);
  }

  get library(): Library {
    return this.#opening.library;
  }

  get document(): PdfDocument {
    return this.#opening.strict.document;
  }

  /** The file's end was missing: pages may be missing too. */
  get mended(): boolean {
    return this.#opening.mended;
  }

  /** The spoilt streams that no page read so far is known to use. */
  get spoilt(): readonly number[] {
    return [...this.#spoilt];
  }

  /** Reads one page, counted from 1; null where not even its dictionary can be read. */
  async read(number: number): Promise<ReadPage | null> {
    const first = await readOperators(this.#opening.strict, number);
    if (first === null) return null;
    const spoilt = this.#claimSpoilt(first.page);
    const { failure, traffic } = first;
    if (failure === null || traffic.overflow)
      return { ...first, damaged: spoilt, overflow: traffic.overflow, hasPicture: false };
    const hasPicture = failure.includes(largeImage);
    const damaged = spoilt || !hasPicture || !(await isTextWhole(first.page));
    first.page.cleanup();
    this.#lenient ??= await this.#opening.open('lenient');
    const second = await readOperators(this.#lenient, number);
    return second === null
      ? null
      : { ...second, damaged, overflow: second.traffic.overflow, hasPicture };
  }

  /** Lets go of the fonts and images gathered so far. */
  async tidy(): Promise<void> {
    await this.document.cleanup();
    await this.#lenient?.document.cleanup();
  }

  async close(): Promise<void> {
    await this.#opening.strict.close();
    await this.#lenient?.close();
  }

  /** Whether one of the page's own streams is spoilt. */
  #claimSpoilt(page: PdfPage): boolean {
    if (this.#spoilt.size === 0) return false;
    const own = contentsOf(this.#bytes, page.ref?.num ?? 0).filter((object) =>
      this.#spoilt.has(object),
    );
    for (const object of own) this.#spoilt.delete(object);
    return own.length > 0;
  }
}

interface Reading {
  readonly page: PdfPage;
  readonly operators: Operators;
  readonly traffic: Traffic;
  readonly failure: string | null;
}

async function readOperators({ document, wire }: Opened, number: number): Promise<Reading | null> {
  wire.reset();
  const page = await orElse(document.getPage(number), null);
  if (page === null) return null;
  const operators = await orElse(page.getOperatorList(), null);
  const { traffic } = wire;
  const failure = traffic.failure ?? (operators === null ? 'no answer' : null);
  return { page, operators: operators ?? { fnArray: [], argsArray: [] }, traffic, failure };
}

/** Whether a strict reading of the page's text alone, which looks at no image, comes to its end. */
async function isTextWhole(page: PdfPage): Promise<boolean> {
  return (await orElse(page.getTextContent(), null)) !== null;
}
