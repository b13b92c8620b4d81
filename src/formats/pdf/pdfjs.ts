import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type * as pdfjsModule from 'pdfjs-dist/legacy/build/pdf.mjs';

type Pdfjs = typeof pdfjsModule;
export type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

interface WorkerModule {
  readonly WorkerMessageHandler: { initializeFromPort(port: unknown): void };
}

export interface Library {
  readonly pdfjs: Pdfjs;
  readonly worker: WorkerModule;
  /** The package's resources, each as a path that ends in a separator. */
  readonly cMaps: string;
  readonly standardFonts: string;
}

let loading: Promise<Library> | null = null;

/** Loads pdfjs on first use: it costs a tenth of a second that no other format should pay. */
export function loadPdfjs(): Promise<Library> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Library> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const restore = [silenceCanvasWarnings(), keepBuiltIns()];
  try {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // @ts-expect-error: pdfjs-dist types only its display half.
    const worker = (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as WorkerModule;
    return {
      pdfjs,
      worker,
      cMaps: join(folder, 'cmaps') + sep,
      standardFonts: join(folder, 'standard_fonts') + sep,
    };
  } finally {
    restore.forEach((back) => back());
  }
}

/**
 * The build of pdfjs that runs on Node 20 puts polyfills in the place of three functions that work: its `push` alone takes a sixth of the time of reading, in
 * the whole program and in that of whoever uses the library. What Node lacks, it may add.
 */
function keepBuiltIns(): () => void {
  const { push } = Array.prototype;
  const { parse } = JSON;
  const { toString } = Function.prototype;
  return () => {
    Object.assign(Array.prototype, { push });
    Object.assign(JSON, { parse });
    Object.assign(Function.prototype, { toString });
  };
}

/** pdfjs warns while it is loaded where the optional canvas package is absent; nothing here draws. */
function silenceCanvasWarnings(): () => void {
  const { console } = globalThis;
  const original = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('Warning: Cannot ')) original.apply(console, words);
  };
  return () => {
    console.warn = original;
  };
}
