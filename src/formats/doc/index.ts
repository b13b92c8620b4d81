import { InputError } from '../../model/index.ts';
import type { FormatAdapter } from '../../model/index.ts';
import { expectKind, officeKind } from '../shared/office.ts';
import { readWord } from '../shared/word/read.ts';

/** Word documents of the years before Office Open XML, and RTF: LibreOffice makes a .docx of them, which is then read. */
export const adapter: FormatAdapter = {
  id: 'doc',
  extensions: ['doc', 'dot', 'wps', 'rtf', 'odt'],
  sniff: (head) => (officeKind(head) === 'doc' ? 1 : 0),
  read: async (bytes, { convertDoc }) => {
    expectKind(bytes, 'doc');
    if (convertDoc === undefined) throw new InputError('soffice-missing');
    return readWord(await convertDoc(bytes), 'doc');
  },
};
