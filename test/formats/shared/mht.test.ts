import { describe, expect, it } from 'vitest';
import { adapter } from '../../../src/formats/html/index.ts';
import { detectFormat, extensionNotes } from '../../../src/formats/index.ts';
import { gb18030 } from '../../support/forms/encode.ts';
import { account, linesOutside, textsOf } from '../../support/tables.ts';

const page = (text: string): string =>
  `<html><head><meta charset=gb2312></head><p>${text}</p><table><tr><td>项目名称<td>${text}</table></html>`;
const printable = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      byte > 0x7e || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/.{60}(?!=?.?$)/g, (line) => (/=.?$/.test(line) ? line : `${line}=\r\n`));

interface Part {
  readonly type: string;
  readonly encoding: string;
  readonly body: string;
}

function archive(parts: readonly Part[], end = '\r\n'): Buffer {
  const bodies = parts.map(({ type, encoding, body }) =>
    [
      `Content-Location: file:///C:/a.htm`,
      `Content-Transfer-Encoding: ${encoding}`,
      `Content-Type: ${type}`,
      '',
      body,
      '',
    ].join(end),
  );
  const head = [
    'MIME-Version: 1.0',
    'X-Document-Type: Worksheet',
    'Content-Type: multipart/related;',
    '\tboundary="----=_Part"',
    '',
    'Single file',
    '',
  ].join(end);
  return Buffer.from(
    `${head}------=_Part${end}${bodies.join(`------=_Part${end}`)}------=_Part--${end}`,
    'latin1',
  );
}

const html = 'text/html; charset="gb2312"';
const gbk = (text: string): string => Buffer.from(gb18030(page(text))).toString('latin1');

describe('a web archive', () => {
  it.each([
    ['quoted-printable', (text: string) => printable(gb18030(page(text)))],
    [
      'base64',
      (text: string) =>
        Buffer.from(gb18030(page(text)))
          .toString('base64')
          .replace(/.{70}/g, '$&\r\n'),
    ],
    ['8bit', gbk],
  ])('in %s reads as its pages, in order', async (encoding, encode) => {
    const bytes = archive([
      { type: html, encoding, body: encode('清淤') },
      { type: 'image/png', encoding: 'base64', body: 'iVBORw0KGgo=' },
      { type: html, encoding, body: encode('通水') },
    ]);
    expect(detectFormat(bytes, 'a.doc')).toBe('html');
    const read = await adapter.read(bytes, {});
    expect(textsOf(read)).toEqual([[['项目名称', '清淤']], [['项目名称', '通水']]]);
    expect(linesOutside(read)).toEqual(['清淤', '通水']);
    expect(account(read).found).toBe(account(read).total);
    expect(extensionNotes('html', 'a.doc')).toHaveLength(1);
  });

  it('may hold parts in parts, line ends of any system, and no end', async () => {
    const inner = archive([{ type: html, encoding: '8bit', body: gbk('清淤') }], '\n')
      .toString('latin1')
      .replaceAll('=_Part', '=_Inner');
    const outer = archive(
      [
        {
          type: 'multipart/alternative; boundary="----=_Inner"',
          encoding: '8bit',
          body: inner.slice(inner.indexOf('------=_Inner')),
        },
      ],
      '\n',
    );
    expect(
      textsOf(await adapter.read(outer.subarray(0, outer.lastIndexOf('------=_Part')), {})),
    ).toEqual([[['项目名称', '清淤']]]);
  });

  it('without a page is refused', async () => {
    await expect(
      adapter.read(archive([{ type: 'text/plain', encoding: '8bit', body: 'x' }]), {}),
    ).rejects.toThrow('empty-file');
  });

  it('is no text that only speaks of one', () => {
    expect(
      detectFormat(
        new TextEncoder().encode('说明\t一\nMIME-Version: 1.0\nContent-Type: text/html\n'),
      ),
    ).toBe('tabbed');
  });
});
