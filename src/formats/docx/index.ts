import type { FormatAdapter } from '../../model/index.ts';
import { expectKind, officeKind } from '../shared/office.ts';
import { readWord } from '../shared/word/read.ts';

/** Word documents of Office Open XML. */
export const docx: FormatAdapter = {
  id: 'docx',
  extensions: ['.docx', '.docm', '.dotx'],
  sniff(head, name) {
    const kind = officeKind(head);
    if (kind === 'encrypted') return /\.do[ct][xm]?$/i.test(name) ? 1 : 0.5;
    return kind === 'docx' ? 1 : 0;
  },
  read: async (bytes) => {
    expectKind(bytes, 'docx');
    return readWord(bytes, 'docx');
  },
};
