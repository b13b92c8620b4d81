import { describe, expect, it } from 'vitest';
import { clearPages } from '../../../src/stitch/pages/furniture.ts';
import { itemsOf, itemText, segmentsIn } from '../../support/stitch.ts';

/** The items that stay, `…` before one where a gap stands, and the characters that are set aside. */
function clear(
  source: string,
  repeated: readonly string[] = [],
): { kept: string[]; aside: string[]; notes: string[] } {
  const items = itemsOf(source);
  const [segment] = segmentsIn(items);
  if (segment === undefined) throw new Error('the source holds nothing');
  const cleared = clearPages(items, { ...segment, to: items.length }, new Set(repeated));
  expect(
    cleared.segment.title === null ? null : itemText(cleared.items[cleared.segment.title.from]),
  ).toBe(segment.title === null ? null : itemText(items[segment.title.from]));
  return {
    kept: cleared.items.map((item) => `${item.gap ? '…' : ''}${itemText(item)}`),
    aside: cleared.outside.map(({ raw }) => raw),
    notes: cleared.notes.map(({ code }) => code),
  };
}

const head = '绩效自评表\n项目名称|河湖巡查|||\n主管部门|水务局|||';

describe('clearPages', () => {
  it('sets a head aside that is printed again, and leaves a gap in its place', () => {
    expect(
      clear(`${head}\n甲|乙|丙|丁|戊\n绩效自评表（续）\n项目名称|河湖巡查|||\n己|庚|辛|壬|癸`),
    ).toEqual({
      kept: [
        '…绩效自评表',
        '项目名称|河湖巡查|||',
        '主管部门|水务局|||',
        '甲|乙|丙|丁|戊',
        '…己|庚|辛|壬|癸',
      ],
      aside: ['绩效自评表（续）', '项目名称', '河湖巡查'],
      notes: ['heading-repeated', 'heading-repeated'],
    });
  });

  it.each([
    ['a page’s number', '- 3 -', [], []],
    ['when a page was printed', '打印日期：2025-03-05', [], []],
    ['a running head', '青溪市财政局', ['青溪市财政局'], []],
    ['a stamp between rows', '仅供公开使用', [], ['line-between-pages']],
    ['its own title', '绩效自评表', [], ['heading-repeated']],
  ])('sets aside %s', (_, line, repeated, notes) => {
    expect(clear(`${head}\n甲|乙|丙|丁|戊\n\n${line}\n\n己|庚|辛|壬|癸`, repeated)).toMatchObject({
      aside: [line],
      notes,
    });
  });

  it('sets aside several lines that stand together at a page’s end', () => {
    expect(
      clear(`${head}\n甲|乙|丙|丁|戊\n\n青溪市财政局\n3\n\n己|庚|辛|壬|癸`, ['青溪市财政局']).aside,
    ).toEqual(['青溪市财政局', '3']);
  });

  it.each([
    '（2031年度）',
    '填表人：王某',
    '度指标',
    '巡查到位，水质达标。',
    '203001水务局',
    '总分',
    '项目名称',
  ])('leaves %s between rows to the form', (line) => {
    expect(clear(`${head}\n甲|乙|丙|丁|戊\n\n${line}\n\n己|庚|辛|壬|癸`).aside).toEqual([]);
  });

  it('sets aside what a page prints as a row of the table', () => {
    expect(
      clear(
        `${head}\n甲|乙|丙|丁|戊\n||- 3 -||\n己|庚|辛|壬|癸\n第3页 共9页||||\n青溪市财政局||||\n子|丑|寅|卯|辰`,
        ['青溪市财政局'],
      ).aside,
    ).toEqual(['- 3 -', '第3页 共9页', '青溪市财政局']);
  });

  it.each(['3||||', '||青溪市财政局||', '社会效益指标||||', '财政局||||', '青溪市财政局|5|||'])(
    'leaves the row %s to the form',
    (row) => {
      expect(
        clear(`${head}\n甲|乙|丙|丁|戊\n${row}\n己|庚|辛|壬|癸`, [
          '3',
          '青溪市财政局',
          '社会效益指标',
          '财政局',
        ]).aside,
      ).toEqual([]);
    },
  );

  it.each(['己|庚', '总分||||9', '一级指标|二级指标|三级指标|年度指标值|分值'])(
    'leaves the title of a part above %s',
    (row) => {
      expect(
        clear(`${head}\n甲|乙|丙|丁|戊\n经费使用与管理||||\n${row}`, ['经费使用与管理']).aside,
      ).toEqual([]);
    },
  );

  it('leaves the figures below a 总分 that stands alone, and no more', () => {
    expect(clear(`${head}\n甲|乙|丙|丁|戊\n\n总分\n\n100\n\n98\n\n3`).aside).toEqual(['3']);
  });
});
