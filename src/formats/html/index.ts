import type { FormatAdapter } from '../../model/index.ts';
import { readPages } from '../shared/pages.ts';
import { extensions, sniff } from './sniff.ts';

/** Web pages, fragments and archives: every table is a grid, text between them are lines. What is counted is the text that is shown. */
export const adapter: FormatAdapter = {
  id: 'html',
  extensions,
  sniff,
  read: async (bytes, { encoding }) => readPages([bytes], 'html', encoding),
};
