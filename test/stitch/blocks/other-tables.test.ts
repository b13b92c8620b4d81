import { describe, expect, it } from 'vitest';
import {
  beginsOtherTable,
  goesOnBelow,
  namesOtherTable,
} from '../../../src/stitch/blocks/other-tables.ts';
import type { Item } from '../../../src/stitch/types.ts';
import { columnsOf, itemsOf } from '../../support/stitch.ts';

function first(source: string): Item {
  const [item] = itemsOf(source);
  if (item === undefined) throw new Error('the source holds nothing');
  return item;
}

describe('namesOtherTable', () => {
  it.each([
    ['收入支出决算总表', true],
    ['公开01表', true],
    ['第五部分 附件', true],
    ['“三公”经费支出表（本级）', true],
    ['注：本表反映收支情况。', false],
    ['填表人：王某', false],
    ['资金按时拨付，详见附表', false],
    ['河湖巡查', false],
    ['收入支出决算总表|', false],
  ])('%s: %s', (line, expected) => {
    expect(namesOtherTable(first(line))).toBe(expected);
  });
});

describe('beginsOtherTable', () => {
  const begins = (source: string): boolean => beginsOtherTable(first(source), itemsOf(source)[1]);

  it('knows a table none of whose words are a form’s', () => {
    expect(begins('收入||支出|\n项目|行次|决算数|金额')).toBe(true);
  });

  it.each([
    '收入||支出|\n一、财政拨款|1',
    '项目名称|河湖巡查|备注|无\n项目|行次|决算数|金额',
    '收入||支出|\n填表人|王某|联系电话|021',
    '收入||支出|\n\n项目|行次|决算数|金额',
    '收入||支出|',
  ])('takes %j for the form’s own', (source) => {
    expect(begins(source)).toBe(false);
  });
});

describe('goesOnBelow', () => {
  const columns = columnsOf('level1', 'level2', 'level3', 'target');

  it.each([
    ['||合格率|≥90%', true],
    ['（2031年度）\n|质量指标|合格率', true],
    ['收入|支出\n一、财政拨款|1', false],
    ['（2031年度）', false],
  ])('%j: %s', (source, expected) => {
    const items = itemsOf(source);
    expect(goesOnBelow(items, 0, items.length, columns)).toBe(expected);
  });
});
