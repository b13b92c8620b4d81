import { describe, expect, it } from 'vitest';
import { expectKind, officeKind } from '../../../src/formats/shared/office.ts';
import { docxOf, paragraph } from '../../support/office/word.ts';
import { oneSheet, sheetData } from '../../support/office/excel.ts';
import { oleOf } from '../../support/office/ole.ts';
import { zipOf } from '../../support/office/zip.ts';

const docx = docxOf(paragraph('甲'));
const xlsx = oneSheet(sheetData());

describe('what an office file is', () => {
  it('is told by the parts of its zip', () => {
    expect(officeKind(docx)).toBe('docx');
    expect(officeKind(xlsx)).toBe('xlsx');
    expect(officeKind(zipOf({ 'a.txt': 'word/ xl/' }))).toBeNull();
  });

  it('is told by its own parts, not by those of a file inside it', () => {
    expect(
      officeKind(
        zipOf({
          '[Content_Types].xml': '',
          'word/document.xml': '',
          'word/embeddings/a.xlsx': xlsx,
        }),
      ),
    ).toBe('docx');
    expect(
      officeKind(
        zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '', 'xl/embeddings/a.docx': docx }),
      ),
    ).toBe('xlsx');
  });

  it('is told by its first parts where the rest is missing', () => {
    expect(officeKind(docx.subarray(0, docx.length - 200))).toBe('docx');
  });

  it('is told by the directory of an OLE file', () => {
    expect(officeKind(oleOf(['WordDocument', '1Table']))).toBe('doc');
    expect(officeKind(oleOf(['Workbook']))).toBe('xls');
    expect(officeKind(oleOf(['Book']))).toBe('xls');
    expect(officeKind(oleOf(['PowerPoint Document']))).toBeNull();
    expect(officeKind(oleOf(['EncryptionInfo', 'EncryptedPackage']))).toBe('encrypted');
  });

  it('is Word or Excel by the class of its root, where one is embedded in the other', () => {
    expect(officeKind(oleOf(['WordDocument', 'Workbook'], { rootClass: 0x00020906 }))).toBe('doc');
    expect(officeKind(oleOf(['WordDocument', 'Workbook'], { rootClass: 0x00020820 }))).toBe('xls');
  });

  it('is found in a directory of several sectors', () => {
    expect(
      officeKind(oleOf([...Array.from({ length: 9 }, (_, index) => `Object${index}`), 'Workbook'])),
    ).toBe('xls');
  });

  it('is encrypted by a bit of the Word document itself', () => {
    expect(officeKind(oleOf(['WordDocument'], { flags: 0x0100 }))).toBe('encrypted');
  });

  it('is told by the first words of a text that Word or Excel wrote', () => {
    expect(officeKind(Buffer.from('{\\rtf1\\ansi x}'))).toBe('doc');
    const wordXml =
      '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>';
    expect(officeKind(Buffer.from(wordXml))).toBe('doc');
    const xml =
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>';
    expect(officeKind(Buffer.from(xml))).toBe('xls');
    expect(
      officeKind(
        Buffer.from('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table/></html>'),
      ),
    ).toBeNull();
  });

  it('is nothing where there are only its first bytes', () => {
    const ole = oleOf(['WordDocument']);
    for (const length of [0, 1, 8, 100, 511, 513]) {
      expect(officeKind(ole.subarray(0, length))).toBeNull();
      expect(() => officeKind(docx.subarray(0, length))).not.toThrow();
    }
  });
});

describe('an adapter', () => {
  it('refuses another format than its own by name, and an encrypted file', () => {
    expect(() => {
      expectKind(docx, 'docx');
    }).not.toThrow();
    expect(() => {
      expectKind(xlsx, 'docx');
    }).toThrow(expect.objectContaining({ code: 'office-mismatch', data: { format: 'xlsx' } }));
    const encrypted = oleOf(['EncryptedPackage']);
    expect(() => {
      expectKind(encrypted, 'docx');
    }).toThrow(expect.objectContaining({ code: 'office-encrypted' }));
  });
});
