import type { WordSource } from '../types.ts';
import { alto } from './alto.ts';
import { bbox } from './bbox.ts';
import { hocr } from './hocr.ts';
import { pdf2json } from './pdf2json.ts';
import { pdftohtml } from './pdftohtml.ts';
import { stext } from './stext.ts';
import { tsv } from './tsv.ts';

/** Every output that is read. A new one is a file and a line here, and its mark in `sniff.ts`. */
export const sources: readonly WordSource[] = [tsv, pdf2json, alto, hocr, pdftohtml, stext, bbox];
