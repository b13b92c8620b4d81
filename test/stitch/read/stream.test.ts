import { describe, expect, it } from 'vitest';
import { countCharacters } from '../../../src/model/index.ts';
import {
  documentOf,
  gridOf,
  itemsIn,
  itemsOf,
  itemText,
  spanItems,
  textDocument,
} from '../../support/stitch.ts';

describe('readingOrder', () => {
  it('gives lines and rows as they stand, blank rows left out', () => {
    const items = itemsOf('绩效自评表\n项目名称|河湖巡查\n||\n主管部门|水务局\n填表人：王某');
    expect(items.map((item) => [item.kind, itemText(item)])).toEqual([
      ['line', '绩效自评表'],
      ['row', '项目名称|河湖巡查'],
      ['row', '主管部门|水务局'],
      ['line', '填表人：王某'],
    ]);
  });

  it('folds white space in what is shown and keeps what was printed', () => {
    const [item] = itemsOf('可持 续影|');
    expect(item?.slots[0]?.piece).toMatchObject({
      text: '可持续影',
      units: [{ raw: '可持 续影', size: 4, origins: [{ line: 1, row: 0, column: 0 }] }],
    });
  });

  it('sees a gap before what does not follow line upon line', () => {
    const items = itemsOf('一|\n二|\n\n三|\n四\n\n五');
    expect(items.map(({ gap }) => gap)).toEqual([true, false, true, false, true]);
  });

  it('sees no gap where only blank cells stand between two rows', () => {
    const items = itemsOf('一|\n|\n二|');
    expect(items.map(({ gap }) => gap)).toEqual([true, false]);
  });

  it('goes by tables, not by lines, where lines show nothing', () => {
    const items = itemsIn(
      documentOf([gridOf(['一|', '二|']), gridOf(['三|'], 'ordinal', { firstLine: 3 })]),
    );
    expect(items.map(({ gap }) => gap)).toEqual([true, false, true]);
  });

  it('takes a text that stands alone in the first place of a CSV line for a line', () => {
    const grid = gridOf(['时效指标|完成时间|年底', '名词解释||', '产出指标||']);
    const kinds = (format: 'csv' | 'tabbed'): string[] =>
      itemsIn({ ...documentOf([grid]), format }).map(({ kind, gap }) => `${kind} ${gap}`);
    expect(kinds('csv')).toEqual(['row true', 'line true', 'row true']);
    expect(kinds('tabbed')).toEqual(['row true', 'row false', 'row false']);
  });

  it('shows a cell over several rows in each, as covered below its first', () => {
    const items = spanItems('产出指标|数量指标|巡查次数', '^|^|巡查里程', '^|质量指标|合格率');
    expect(items.map(itemText)).toEqual([
      '产出指标|数量指标|巡查次数',
      '(产出指标)|(数量指标)|巡查里程',
      '(产出指标)|质量指标|合格率',
    ]);
    expect(items[1]?.slots[0]?.piece?.units[0]).toBe(items[0]?.slots[0]?.piece?.units[0]);
  });

  it('leaves out a row in which only cells from above stand', () => {
    expect(spanItems('一|二', '^|^', '三|四').map(itemText)).toEqual(['一|二', '三|四']);
  });

  it('does not follow a cell that claims more rows than its table has', () => {
    const cell = { text: '一', row: 0, column: 0, rowSpan: 1000, columnSpan: 1, origins: [] };
    expect(itemsIn(documentOf([{ ...gridOf(['一'], 'spans'), cells: [cell] }]))).toHaveLength(1);
  });

  it('tells the page', () => {
    const line = { text: '第二页的字', origin: { page: 2 } };
    const items = itemsIn(documentOf([gridOf(['一|'], 'spans', { page: 1 })], [line]));
    expect(items.map(({ page }) => page)).toEqual([1, 2]);
  });

  it('counts every character of the document once', () => {
    const document = textDocument('标题 一\n甲|乙 |\n|丙\n\n末行');
    const units = new Set(
      itemsIn(document).flatMap(({ slots }) => slots.flatMap(({ piece }) => piece?.units ?? [])),
    );
    expect([...units].reduce((sum, { size }) => sum + size, 0)).toBe(
      countCharacters('标题一甲乙丙末行'),
    );
  });

  it('has nothing to say of an empty document', () => {
    expect(itemsIn(documentOf([]))).toEqual([]);
    expect(itemsIn(documentOf([gridOf(['|', '|'])]))).toEqual([]);
  });
});
