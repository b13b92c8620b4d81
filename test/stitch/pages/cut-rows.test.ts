import { describe, expect, it } from 'vitest';
import { joinCutRows } from '../../../src/stitch/pages/cut-rows.ts';
import { itemsOf, itemText } from '../../support/stitch.ts';

const join = (source: string): string[] => joinCutRows(itemsOf(source)).value.map(itemText);

describe('joinCutRows', () => {
  it('joins a row of labels and values of which a label was cut', () => {
    expect(join('主管预算|南屏县文|实施单位|河\n\n部门|化和旅游局||道所')).toEqual([
      '主管预算部门|南屏县文化和旅游局|实施单位|河道所',
    ]);
    expect(join('年度|巡查到\n\n绩效目标|位。')).toEqual(['年度绩效目标|巡查到位。']);
    expect(join('实施单位|河\n\n（盖章）|道所')).toEqual(['实施单位（盖章）|河道所']);
  });

  it('joins a row whose values alone were cut', () => {
    expect(join('主管部门|南屏县文|实施单位|河\n\n|化和旅游局||道所')).toEqual([
      '主管部门|南屏县文化和旅游局|实施单位|河道所',
    ]);
    expect(join('主管部门|南屏县文|实施单位|\n\n|化和旅游局||道所')).toHaveLength(2);
  });

  it('joins a row that goes on over three pages, and says so', () => {
    const { value, notes } = joinCutRows(itemsOf('年度指|偏差原因\n\n标值|分析及改进\n\n|措施'));
    expect(value.map(itemText)).toEqual(['年度指标值|偏差原因分析及改进措施']);
    expect(notes.map(({ code }) => code)).toEqual(['row-joined', 'row-joined']);
  });

  it.each([
    ['rows without a gap between', '主管预算|南屏县文\n部门|化和旅游局'],
    ['a value below its heading', '分值|得分\n\n50|45'],
    ['two rows with a figure each', '其中：当年|10\n\n财政拨款|10'],
    ['a piece that stands under none', '主管预算|\n\n部门|化和旅游局'],
    ['a line', '主管预算|南屏县文\n\n部门'],
  ])('leaves %s', (_, source) => {
    expect(join(source)).toHaveLength(2);
  });
});
