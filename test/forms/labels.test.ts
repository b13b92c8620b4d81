import { describe, expect, it } from 'vitest';
import { type FormRead, readForms } from '../../src/forms/index.ts';
import { stitch } from '../../src/stitch/index.ts';
import { freeze, textDocument } from '../support/stitch.ts';

interface Words {
  readonly head?: string;
  readonly budget?: string;
  readonly rate?: string;
  readonly level2?: string;
  readonly actual?: string;
  readonly deviation?: string;
}

/** A form with these words in place of the known ones. */
function source(words: Words): string {
  const { head = '', budget = '全年预算数', rate = '95.00%' } = words;
  const { level2 = '二级指标', actual = '实际完成值', deviation = '偏差原因' } = words;
  return [
    '绩效自评表',
    '项目名称|河湖巡查|',
    head,
    `项目资金（万元）||年初预算数|${budget}|全年执行数|执行率|得分`,
    `|年度资金总额|50.00|40.00|38.00|${rate}|9.50`,
    `|其中：财政拨款|50.00|40.00|38.00|${rate}|`,
    `一级指标|${level2}|三级指标|年度指标值|${actual}|分值|得分|${deviation}`,
    '产出指标|数量指标|巡查次数|≥12次|12次|30|30|',
    '|质量指标|巡查到位率|≥95%|94%|30|29|汛期停巡',
    '效益指标|生态效益指标|水质情况|改善|改善|30|30|',
    '总分|||||100|98.50|',
  ]
    .filter((row) => row !== '')
    .join('\n');
}

function read(words: Words): FormRead['form'] & { readonly unplaced: readonly string[] } {
  const { forms, unplaced } = readForms(freeze(stitch(textDocument(source(words))).value)).value;
  const [found] = forms;
  if (found === undefined) throw new Error('no form');
  return { ...found.form, unplaced: unplaced.map(({ text }) => text) };
}

describe('labels in unknown words', () => {
  it('are not printed where all words are known', () => {
    expect(read({})).toMatchObject({ unplaced: [] });
    expect(read({})).not.toHaveProperty('labels');
  });

  it.each<[Words, string, string]>([
    [{ head: '项目落实单位|云溪县河道所|' }, '/implementingUnit', '项目落实单位'],
    [{ deviation: '偏差度及原因' }, '/indicators/*/deviation', '偏差度及原因'],
    [{ level2: '子项' }, '/indicators/*/level2', '子项'],
    [{ budget: '变动后盘子' }, '/funds/rows/*/annualBudget', '变动后盘子'],
  ])('are printed with their field where words or content show it: %j', (words, field, text) => {
    expect(read(words)).toMatchObject({ labels: [{ field, text }], unplaced: [] });
  });

  it('stay unplaced where only the place shows their field', () => {
    const form = read({ actual: '落地数' });
    expect(form.indicators).toMatchObject([{ actual: { text: '12次' } }, {}, {}]);
    expect(form.unplaced).toEqual(['落地数']);
    expect(form).not.toHaveProperty('labels');
  });

  it('say no field that the figures below them deny', () => {
    const form = read({ budget: '变动后盘子', rate: '61.00%' });
    expect(form).not.toHaveProperty('labels');
    expect(form.extras.map(({ label }) => label)).toContain('变动后盘子（年度资金总额）');
  });

  it('are no labels where they are extras, which print them already', () => {
    const form = read({ head: '巡查艇编号|甲三|' });
    expect(form.extras).toEqual([{ label: '巡查艇编号', value: '甲三' }]);
    expect(form).not.toHaveProperty('labels');
  });
});
