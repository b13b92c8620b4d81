import { describe, expect, it } from 'vitest';
import { cellsOf, readFile } from '../../support/pdf/read.ts';
import type { Read } from '../../support/pdf/read.ts';
import { coded, grid, stream } from '../../support/pdf/write.ts';

const xs = [50, 150, 350];
const table = grid(
  xs,
  [700, 680, 660],
  [
    ['项目名称', ''],
    ['分值', ''],
  ],
);

/** A text as the value of an entry: UTF-16 with its mark. */
function value(text: string): string {
  return coded(`\ufeff${text}`);
}

async function read(
  fields: readonly string[],
  { form = '', more = {} }: { form?: string; more?: Record<number, Buffer> } = {},
): Promise<Read> {
  const refs = fields.map((_, index) => `${String(30 + index)} 0 R`).join(' ');
  const objects = Object.fromEntries(
    fields.map((entries, index) => [
      30 + index,
      `<</Type/Annot/Subtype/Widget/FT/Tx/T(f${String(index)})/F 4/DA(/Helv 9 Tf 0 g)${entries}>>`,
    ]),
  );
  return readFile({
    pages: [{ content: table, entries: `/Annots[${refs}]` }],
    objects: { ...objects, ...more },
    catalog: `/AcroForm<</Fields[${refs}]${form}>>`,
  });
}

const rects = ['/Rect[152 682 348 698]', '/Rect[152 662 348 678]'];

describe('form fields', () => {
  it('are read from their values where nothing draws them', async () => {
    const { document } = await read([
      `${rects[0] ?? ''}/V${value('河道清淤')}`,
      `${rects[1] ?? ''}/V(10.00)`,
    ]);
    expect(cellsOf(document.grids[0])).toEqual([
      '0,0 1×1 项目名称',
      '0,1 1×1 河道清淤',
      '1,0 1×1 分值',
      '1,1 1×1 10.00',
    ]);
  });

  it('are read from their values where viewers are to draw them', async () => {
    const { document } = await read(
      [`${rects[0] ?? ''}/V${value('河道清淤——一期')}`, `${rects[1] ?? ''}/V(10.00)`],
      { form: '/NeedAppearances true' },
    );
    expect(cellsOf(document.grids[0]).filter((_, index) => index % 2 === 1)).toEqual([
      '0,1 1×1 河道清淤——一期',
      '1,1 1×1 10.00',
    ]);
  });

  it('are read as they are drawn where they show a number', async () => {
    const drawn = stream(
      '/Type/XObject/Subtype/Form/BBox[0 0 196 16]/Resources<</Font<</F1 10 0 R>>>>',
      `BT /F1 9 Tf 2 4 Td ${coded('1,043.40')} Tj ET`,
    );
    const { document } = await read([`${rects[0] ?? ''}/V(1043.4)/AP<</N 40 0 R>>`], {
      more: { 40: drawn },
    });
    expect(cellsOf(document.grids[0])[1]).toBe('0,1 1×1 1,043.40');
  });

  it('set a long value in the room that they have, and leave out what is hidden', async () => {
    const { document } = await read([
      `${rects[0] ?? ''}/Ff 4096/V${value('一是完善河道管理机制，二是强化监督检查，三是按期完成清淤任务，四是群众满意')}`,
      `${rects[1] ?? ''}/V(7)/F 2`,
    ]);
    expect(cellsOf(document.grids[0])[1]?.replace(/\n/g, '')).toBe(
      '0,1 1×1 一是完善河道管理机制，二是强化监督检查，三是按期完成清淤任务，四是群众满意',
    );
    expect(cellsOf(document.grids[0])[3]).toBe('1,1 1×1 ');
  });
});
