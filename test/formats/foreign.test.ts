import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../src/formats/index.ts';
import { InputError } from '../../src/model/index.ts';
import { docxOf, paragraph } from '../support/office/word.ts';
import { zipOf } from '../support/office/zip.ts';

function refusal(bytes: Uint8Array): string {
  try {
    return detectFormat(bytes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `${error.code} ${String(error.data['format'])}`;
  }
}

const stored = (name: string, content: Buffer): Buffer => {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name), content]);
};

describe('what is no document of ours', () => {
  it.each([
    ['is-image PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['is-image JPEG', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
    ['is-image TIFF', Buffer.from('II*\0\x08', 'latin1')],
    ['is-archive RAR', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
    ['is-archive 7z', Buffer.from("7z\xbc\xaf'\x1c", 'latin1')],
    ['is-archive gzip', Buffer.from('\x1f\x8b\x08', 'latin1')],
    ['is-archive ZIP', zipOf({ '说明/a.txt': 'x' })],
    ['is-archive ZIP', stored('自评表.docx', docxOf(paragraph('自评表')))],
    ['kind-unsupported OFD', zipOf({ 'OFD.xml': '<ofd/>' })],
    [
      'kind-unsupported PPTX',
      zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
    ],
    [
      'office-unsupported OpenDocument',
      stored('mimetype', Buffer.from('application/vnd.oasis.opendocument.presentation')),
    ],
    [
      'office-unsupported OpenDocument',
      Buffer.from('<?xml version="1.0"?>\n<office:document xmlns:office="urn:x">'),
    ],
    ['office-unsupported SYLK', Buffer.from('ID;PWXL;N;E\r\nP;PGeneral\r\n')],
    ['office-unsupported DIF', Buffer.from('TABLE\r\n0,1\r\n"EXCEL"\r\n')],
    ['kind-unsupported UOF', Buffer.from('<?xml version="1.0"?>\n<uof:UOF xmlns:uof="x">')],
  ])('%s', (said, bytes) => {
    expect(refusal(bytes)).toBe(said);
  });

  it('is not an office file that holds others, nor an OpenDocument text or sheet', () => {
    expect(
      refusal(
        zipOf({
          '[Content_Types].xml': '',
          'word/document.xml': '',
          'word/embeddings/a.xlsx': 'x',
        }),
      ),
    ).toBe('docx');
    expect(
      refusal(stored('mimetype', Buffer.from('application/vnd.oasis.opendocument.text'))),
    ).toBe('doc');
    expect(
      refusal(stored('mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet'))),
    ).toBe('xls');
  });
});
