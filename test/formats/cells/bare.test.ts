import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/formats/index.ts';
import { readBare } from '../../../src/formats/cells/bare/read.ts';
import { partedByTabs, readTabParted } from '../../../src/formats/cells/bare/tabs.ts';
import { readLines } from '../../../src/formats/shared/lines.ts';
import { measureLines } from '../../support/cells/measure.ts';
import { lineStyles } from '../../support/cells/texts.ts';

function rows(text: string): string[] {
  const lines = text.split('\n').map((line, index) => ({ text: line, number: index + 1 }));
  return readBare(lines).rows.map(({ cells, doubted }) => {
    const shown = cells.map((cell) => cell.map((line) => line.text).join('/')).join('|');
    return doubted ? `? ${shown}` : shown;
  });
}

const heading = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '备注',
];
const body = ['产出指标', '数量指标', '开放天数', '≥300天', '310天', '50', '50'];
const second = ['质量指标', '完好率', '≥95%', '90%', '50', '47', '设备老化'];

describe('a cell a line without tabs', () => {
  it.each([
    ['nothing for covered and blank cells', [...heading, ...body, ...second].join('\n')],
    ['lines for covered and blank cells', [...heading, ...body, '', '', ...second].join('\n')],
    ['a blank line between all cells', [...heading, ...body, ...second].join('\n\n')],
    ['blank lines between rows', [heading, body, second].map((row) => row.join('\n')).join('\n\n')],
    [
      'more blank lines between rows than between cells',
      [heading, body, second].map((row) => row.join('\n\n')).join('\n\n\n'),
    ],
  ])('is cut into rows: %s', (_, text) => {
    expect(rows(text)).toEqual([
      heading.join('|'),
      [...body, ''].join('|'),
      ['', ...second].join('|'),
    ]);
  });

  it('joins lines that only together are a label', () => {
    expect(rows('年度\n总体\n目标\n预期\n目标\n实际完成\n情况\n开放7天。\n开放6天。')).toEqual([
      '年度/总体/目标|预期/目标|实际完成/情况',
      '|开放7天。|开放6天。',
    ]);
  });

  it('keeps the end of a row and the level behind it apart', () => {
    const text = [...heading.slice(0, 5), '产出指标', '数量指标', '开放天数', '增长', '持续加强'];
    const shown = rows(
      [...text, '满意度指标', '满意度指标', '读者满意度', '满意', '满意'].join('\n'),
    );
    expect(shown).toContain('满意度指标|满意度指标|读者满意度|满意|满意');
  });

  it('reads headings of two rows', () => {
    const text =
      '一级指标\n二级指标\n三级指标\n年度指标值\n分值\n指标性质\n指标值\n度量单位\n' +
      '产出指标\n数量指标\n开放天数\n≥\n300\n天\n50';
    expect(rows(text)).toEqual([
      '一级指标|二级指标|三级指标|年度指标值|||分值',
      '|||指标性质|指标值|度量单位|',
      '产出指标|数量指标|开放天数|≥|300|天|50',
    ]);
  });

  it('takes lines of tabs between cells for what parts them', () => {
    const text = [heading, body, second].map((row) => row.join('\n\n\t\n\n')).join('\n\n\n\n');
    const read = readTabParted(readLines(`${text}\n`)).map(({ cells }) => cells.length);
    expect(partedByTabs(text)).toBe(true);
    expect(read).toEqual([heading.length, body.length, second.length]);
    expect(partedByTabs('\t项目名称\n\t\n\t\n\t\n\t\n')).toBe(false);
  });

  it('says so where a figure may stand in one column or in another', () => {
    const funds = '项目资金\n年初预算数\n全年预算数\n全年执行数\n年度资金总额\n3\n2';
    expect(rows(funds).at(-1)).toMatch(/^\? /);
  });

  it('says so where lines may be of one goal or of the other', () => {
    expect(rows('年度总体目标\n预期目标\n实际完成情况\n开放七天。\n全勤。\n开放六天。')[1]).toMatch(
      /^\? /,
    );
  });

  it('leaves the corner of a table of funds blank', () => {
    const text = '项目资金\n（万元）\n年初预算数\n全年预算数\n执行率\n年度资金总额\n3\n2\n50%';
    expect(rows(text)).toEqual([
      '项目资金/（万元）||年初预算数|全年预算数|执行率',
      '|年度资金总额|3|2|50%',
    ]);
  });

  it('is told from other texts', () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(detectFormat(bytes(heading.join('\n')))).toBe('cells');
    expect(
      detectFormat(bytes('绩效自评的通知\n各单位应填写项目名称、分值和得分。\n请按时报送。')),
    ).toBe('tabbed');
  });
});

describe('the forms of the fixtures as lines', () => {
  it.each(lineStyles)('$name: an ordinary form is whole', async (style) => {
    const { wrongFields, silent } = await measureLines(style, 'central-self-evaluation');
    // Two goals of several paragraphs, all parted alike: where the second begins cannot be told, and that is said.
    expect(wrongFields).toBeLessThanOrEqual(style.paragraphs && style.between > 0 ? 2 : 0);
    expect(silent).toBe(0);
  });

  it('are mostly right, hardly ever wrong in silence, and never invented', async () => {
    for (const style of lineStyles.slice(0, 1)) {
      const { fields, wrongFields, forms, silent, invented } = await measureLines(style);
      expect(wrongFields / fields).toBeLessThan(0.13);
      expect(silent / forms).toBeLessThan(0.04);
      expect(invented).toBe(0);
    }
  });
});
