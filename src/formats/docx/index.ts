import type { FormatAdapter } from '../../model/index.ts';
import { expectKind, officeKind } from '../shared/office.ts';
import { readWord } from '../shared/word/read.ts';

/** Word documents of Office Open XML. */
export const adapter: FormatAdapter = {
  id: 'docx',
  extensions: ['docx', 'docm', 'dotx'],
  sniff: (head) => (officeKind(head) === 'docx' ? 1 : 0),
  read: async (bytes) => {
    expectKind(bytes, 'docx');
    return readWord(bytes, 'docx');
  },
};
