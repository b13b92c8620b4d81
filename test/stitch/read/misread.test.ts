import { describe, expect, it } from 'vitest';
import { makeUnit, pieceOf } from '../../../src/model/index.ts';
import type { Note } from '../../../src/model/index.ts';
import { mendMisread } from '../../../src/stitch/read/misread.ts';
import type { Item } from '../../../src/stitch/types.ts';

function row(text: string): Item {
  const slots = text.split('|').map((cell, column) => ({
    piece: pieceOf(makeUnit(cell, [])),
    column,
    span: 1,
    covered: false,
  }));
  return { kind: 'row', slots, geometry: 'ordinal', page: null, gap: false };
}

function mended(text: string): string {
  return [...mendMisread([row(text)], [])]
    .map(({ slots }) => slots.map(({ piece }) => piece?.text ?? '').join('|'))
    .join();
}

describe('mendMisread', () => {
  it('mends a heading and says so', () => {
    const notes: Note[] = [];
    const read = [...mendMisread([row('项目资金|年初预算数|全年鑫算数|全年执行数')], notes)];
    expect(read[0]?.slots[2]?.piece?.text).toBe('全年预算数');
    expect(notes).toMatchObject([
      {
        code: 'label-misread',
        severity: 'info',
        stage: 'stitch',
        data: { from: '全年鑫算数', as: '全年预算数' },
      },
    ]);
  });

  it.each([
    ['项日名枒|文化经费', '项日名枒|文化经费'],
    ['项目名枒|文化经费', '项目名称|文化经费'],
    ['项目名称|文化经费|主菅部门|云溪市文化局', '项目名称|文化经费|主管部门|云溪市文化局'],
    ['项目名称|主菅部门', '项目名称|主菅部门'],
    ['|主菅部门|云溪市文化局', '|主菅部门|云溪市文化局'],
    ['执勤率|≥90%|95%|10|10', '执勤率|≥90%|95%|10|10'],
    ['债务资釜|3.00|3.00', '债务资釜|3.00|3.00'],
  ])('%s → %s', (text, expected) => {
    expect(mended(text)).toBe(expected);
  });
});
