import { describe, expect, it } from 'vitest';
import { Feed } from '../../../src/stitch/read/feed.ts';
import { type Beside, spreadLists } from '../../../src/stitch/read/list.ts';
import type { Item } from '../../../src/stitch/types.ts';
import { documentOf, gridOf, itemsIn, textDocument } from '../../support/stitch.ts';

const heading = '单位名称|项目名称|预算数|一级指标|三级指标|指标值';

function shown(items: readonly Item[]): string[] {
  return items.map(({ slots }) => slots.map(({ piece }) => piece?.text ?? '').join('|'));
}

function sizes(...lists: readonly (readonly Item[])[]): number {
  const units = new Set(
    lists.flat().flatMap(({ slots }) => slots.flatMap(({ piece }) => piece?.units ?? [])),
  );
  return [...units].reduce((sum, { size }) => sum + size, 0);
}

/** The items of a document with lists, and what stands beside them. */
function spreadOf(items: readonly Item[]): Beside & { readonly items: readonly Item[] } {
  const beside: Beside = { outside: [], notes: [] };
  return { items: [...spreadLists(new Feed(items, items.length), beside)], ...beside };
}

describe('spreadLists', () => {
  const rows = [
    '甲馆|演出|30.00|产出指标|场次|≥40场',
    '|||满意度指标|满意度|≥90%',
    '|展览|5.00|产出指标|次数|6次',
  ];
  const apart = [
    '项目名称|演出',
    '单位名称|甲馆',
    '预算数|30.00',
    '一级指标|三级指标|指标值',
    '产出指标|场次|≥40场',
    '满意度指标|满意度|≥90%',
    '项目名称|展览',
    '单位名称|甲馆',
    '预算数|5.00',
    '一级指标|三级指标|指标值',
    '产出指标|次数|6次',
  ];

  it('gives each project a head, a heading and rows of its own, and counts no character twice', () => {
    const items = itemsIn(textDocument([heading, ...rows].join('\n')));
    const spread = spreadOf(items);
    expect(shown(spread.items)).toEqual(apart);
    expect(sizes(spread.items, spread.outside)).toBe(sizes(items));
  });

  it('reads cells that span, and labels repeated in every row, alike', () => {
    const spanned = gridOf(
      [heading, rows[0] ?? '', '^|^|^|满意度指标|满意度|≥90%', '^|展览|5.00|产出指标|次数|6次'],
      'spans',
    );
    expect(shown(spreadOf(itemsIn(documentOf([spanned]))).items)).toEqual(apart);
    const repeated = [
      heading,
      rows[0],
      '甲馆|演出|30.00|满意度指标|满意度|≥90%',
      '甲馆|展览|5.00|产出指标|次数|6次',
    ].join('\n');
    expect(shown(spreadOf(itemsIn(textDocument(repeated))).items)).toEqual(apart);
  });

  it('prints the title and what stands below it for each project', () => {
    const text = `项目支出绩效目标表\n单位：万元\n${[heading, ...rows].join('\n')}`;
    expect(
      shown(spreadOf(itemsIn(textDocument(text))).items).filter((line) =>
        /绩效目标表|万元/.test(line),
      ),
    ).toEqual(['项目支出绩效目标表', '单位：万元', '项目支出绩效目标表', '单位：万元']);
  });

  it('leaves sums and headings printed again outside, and ends at another title', () => {
    const text = [
      heading,
      '甲馆|合计|35.00|||',
      ...rows.slice(0, 2),
      heading,
      rows[2],
      '绩效自评表',
      '项目名称|修缮',
    ].join('\n');
    const { items, outside } = spreadOf(itemsIn(textDocument(text)));
    expect(shown(items)).toEqual([...apart, '绩效自评表', '项目名称|修缮']);
    expect(shown(outside).sort()).toEqual([heading, '甲馆|合计|35.00|||'].sort());
  });

  it('takes a row without indicators for a project where it says a goal, and tells of one that has but an amount', () => {
    const [project, ...others] = [
      '甲馆|演出|30.00|演出40场|产出指标|场次|≥40场',
      '|修缮|8.00|修缮屋面|||',
      '|购书|2.00||||',
    ];
    const { items, outside, notes } = spreadOf(
      itemsIn(
        textDocument(
          [
            heading.replace('一级', '年度目标|一级'),
            '甲馆|合计|40.00||||',
            project,
            ...others,
          ].join('\n'),
        ),
      ),
    );
    expect(shown(items).filter((line) => /^(?:项目名称|单位名称|年度目标)/.test(line))).toEqual([
      '项目名称|演出',
      '单位名称|甲馆',
      '年度目标|演出40场',
      '项目名称|修缮',
      '单位名称|甲馆',
      '年度目标|修缮屋面',
    ]);
    expect(shown(outside)).toEqual(['甲馆|合计|40.00||||', '|购书|2.00||||']);
    expect(notes.map(({ code, data }) => [code, data])).toEqual([
      ['list-row-bare', { name: '购书' }],
    ]);
  });

  it('leaves a form of one project as it is', () => {
    const items = itemsIn(
      textDocument(
        '项目名称|演出|\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|场次|≥40场',
      ),
    );
    expect(spreadOf(items)).toEqual({ items, outside: [], notes: [] });
  });
});
