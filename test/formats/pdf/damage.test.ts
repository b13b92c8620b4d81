import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { adapter } from '../../../src/formats/pdf/index.ts';
import { limits } from '../../../src/model/index.ts';
import { linesOf, readFile, readPage, textOf } from '../../support/pdf/read.ts';
import { grid, line, show, stream, writePdf } from '../../support/pdf/write.ts';

const content = show(60, 700, '项目名称') + show(60, 680, '河道清淤');
const text = ['项目名称', '河道清淤'];
const packed = (data: Buffer): { data: Buffer; filter: string } => ({
  data: deflateSync(data),
  filter: '/Filter/FlateDecode',
});
const picture = 'q 400 0 0 500 50 100 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q\n';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('damaged files', () => {
  it('says which page holds a spoilt stream, and keeps what was read', async () => {
    const spoil = (data: Buffer): { data: Buffer; filter: string } => {
      const whole = packed(data);
      if (data.includes('Q')) whole.data.writeUInt32BE(0, whole.data.length - 4);
      return whole;
    };
    const { document, notes } = await readFile({
      pages: [{ content }, { content: `${content}q Q` }],
      packed: spoil,
    });
    expect(notes).toMatchObject([
      {
        code: 'page-damaged',
        severity: 'warning',
        data: { pages: '2', count: 1 },
        refs: [{ page: 2 }],
      },
    ]);
    expect(document.incomplete).toBe(true);
    expect(linesOf(document)).toEqual([...text, ...text]);
  });

  it('says that a page stops in the middle', async () => {
    const { document, notes } = await readPage(
      `${content} [1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34] ${'1 '.repeat(40)} re f ${show(60, 600, '丢失')}`,
    );
    expect(notes.map(({ code }) => code)).toEqual(['page-damaged']);
    expect(linesOf(document)).toEqual(text);
  });

  it('finds nothing wrong with packed data that is written in ASCII', async () => {
    const ascii = (data: Buffer): { data: Buffer; filter: string } => ({
      data: Buffer.from(`${deflateSync(data).toString('hex')}>`),
      filter: '/Filter[/ASCIIHexDecode /FlateDecode]',
    });
    const { document, notes } = await readFile({ pages: [{ content }], packed: ascii });
    expect(notes).toEqual([]);
    expect(linesOf(document)).toEqual(text);
  });

  it('names a spoilt stream that no page is known to use', async () => {
    const bad = deflateSync(Buffer.from('/CIDInit /ProcSet findresource begin'));
    bad.writeUInt32BE(0, bad.length - 4);
    const { notes } = await readFile({
      pages: [{ content }],
      objects: { 20: stream('/Filter/FlateDecode', bad) },
    });
    expect(notes).toMatchObject([{ code: 'stream-damaged', data: { objects: '20' } }]);
  });

  it('mends a file whose end was cut off, and says so', async () => {
    const bytes = writePdf({ pages: [{ content }] });
    const { value, notes } = await adapter.read(
      bytes.subarray(0, Buffer.from(bytes).indexOf('xref')),
      {},
    );
    expect(notes.map(({ code }) => code)).toEqual(['file-truncated']);
    expect(linesOf(value)).toEqual(text);
  });

  it('mends a file that lost its catalog too', async () => {
    const bytes = Buffer.from(writePdf({ pages: [{ content }] }));
    const { value } = await adapter.read(
      bytes
        .subarray(0, bytes.indexOf('xref'))
        .fill(' ', bytes.indexOf('1 0 obj'), bytes.indexOf('2 0 obj')),
      {},
    );
    expect(linesOf(value)).toEqual(text);
  });

  it.each([
    ['nothing but a header', Buffer.from('%PDF-1.7\n')],
    ['rubbish', Buffer.from('河道清淤'.repeat(100))],
  ])('refuses %s', async (_, bytes) => {
    await expect(adapter.read(bytes, {})).rejects.toMatchObject({
      name: 'InputError',
      code: 'pdf-damaged',
    });
  });

  it('lets the caller’s bytes be', async () => {
    const bytes = writePdf({ pages: [{ content }] });
    const before = Buffer.from(bytes);
    await adapter.read(bytes, {});
    expect(Buffer.compare(before, bytes)).toBe(0);
  });

  it('prints nothing', async () => {
    const spies = (['log', 'warn', 'info', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockReturnValue(undefined),
    );
    await readPage(`${content} 1 0 (x) unknown Tj /Nowhere Do /Missing 12 Tf (a) Tj`);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

describe('pages without text', () => {
  it('names the pages that only show a picture', async () => {
    const { notes, document } = await readFile({
      pages: [
        { content },
        { content: picture },
        { content: picture },
        { content: ' ' },
        { content: picture + show(290, 30, '5') },
      ],
    });
    expect(notes).toMatchObject([
      {
        code: 'page-without-text',
        data: { pages: '2-3, 5', count: 3 },
        refs: [{ page: 2 }, { page: 3 }, { page: 5 }],
      },
    ]);
    expect(document).toMatchObject({ incomplete: true, pages: 5 });
  });

  it('says that fonts do not tell their characters', async () => {
    const { notes } = await readFile({
      pages: [
        { content },
        { content: show(60, 700, '\ue001\ue002걸泘㓁燢\ue003\ue004\ue005\ue006\ue007㐀㐁') },
      ],
    });
    expect(notes).toMatchObject([{ code: 'page-garbled', data: { pages: '2' } }]);
    const lost = await readFile({
      pages: [
        {
          content:
            show(60, 720, '项目绩效自评'.repeat(8)) +
            show(60, 700, '\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e'),
        },
      ],
    });
    expect(lost.notes).toMatchObject([{ code: 'page-garbled' }]);
  });

  it('refuses a file without any text', async () => {
    await expect(readPage(picture)).rejects.toMatchObject({
      code: 'pdf-no-text',
      data: { pages: 1 },
    });
  });

  it('reads the text over a large picture without decoding it, and finds no damage', async () => {
    const large = stream(
      '/Type/XObject/Subtype/Image/Width 3000/Height 3000/ColorSpace/DeviceGray/BitsPerComponent 8',
      Buffer.alloc(1),
    );
    const { notes, document } = await readFile({
      pages: [
        {
          content: `q 500 0 0 700 0 0 cm /X1 Do Q ${'\n'.repeat(3)}${content.repeat(1)}${show(60, 600, '另有二十多个字的说明写在这张图片的上面以便看出')}`,
          resources: '/XObject<</X1 20 0 R>>',
        },
      ],
      objects: { 20: large },
    });
    expect(notes).toEqual([]);
    expect(linesOf(document)).toHaveLength(3);
  });
});

describe('bounds', () => {
  it('refuses a stream that inflates beyond all measure before it does', async () => {
    const bomb = (): { data: Buffer; filter: string } =>
      packed(Buffer.alloc(limits.pdfStreamBytes + 1, ' '));
    await expect(readFile({ pages: [{ content }], packed: bomb })).rejects.toMatchObject({
      code: 'pdf-stream-too-large',
      data: { limit: 64 },
    });
  });

  it('cuts a page with too many operators short, and reads the next', async () => {
    const many = 'q Q\n'.repeat(limits.pdfPageOperators / 2 + 1000);
    const { document, notes } = await readFile({
      pages: [
        { content: content + many + show(60, 600, '太后面') },
        { content: show(60, 700, '下一页') },
      ],
    });
    expect(notes).toMatchObject([{ code: 'page-too-large', data: { pages: '1' } }]);
    expect(textOf(document)).toBe('项目名称河道清淤下一页');
  });

  it('says so where a page holds more lines than tables can', async () => {
    const bars = Array.from(
      { length: limits.pdfPageRulings + 10 },
      (_, index) => `50 ${String(10 + index / 100)} 400 0.1 re`,
    ).join(' ');
    const { document, notes } = await readPage(`${bars} f\n${line(50, 700, 50, 10)}${content}`);
    expect(notes).toMatchObject([{ code: 'page-too-large', data: { pages: '1' } }]);
    expect(textOf(document)).toBe('项目名称河道清淤');
  });

  it('reads tables of thousands of cells in time', async () => {
    const xs = Array.from({ length: 41 }, (_, index) => 20 + 13 * index);
    const ys = Array.from({ length: 81 }, (_, index) => 830 - 10 * index);
    const { document } = await readPage(grid(xs, ys, []) + content);
    expect(document.grids[0]?.cells).toHaveLength(3200);
  });
});
