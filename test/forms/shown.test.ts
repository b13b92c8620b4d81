import { describe, expect, it } from 'vitest';
import { Shown } from '../../src/forms/shown.ts';
import { makeUnit, type Unit } from '../../src/model/index.ts';

const unit = (raw: string): Unit => makeUnit(raw, []);

/** What the units lost in a value: null where nothing of them stands in it. */
function lost(value: string | null, path: string, ...raws: readonly string[]): (string | null)[] {
  const units = raws.map(unit);
  const shown = new Shown();
  shown.add(units, value, path);
  return units.map((one) => shown.lost(one)?.text ?? null);
}

describe('Shown: nothing is lost', () => {
  it.each([
    ['河湖巡查', '/project/name', ['河湖 巡\n查']],
    ['服务对象满意度指标', '/indicators/0/level2', ['服务对', '象满意 度指']],
    ['1043.40', '/total/score', ['1,043.40']],
    ['34.26', '/funds/rows/0/executionRate', ['34.26%']],
    ['10', '/indicators/0/weight', ['１0 分']],
    ['104340', '/total/score', ['1,043', '40']],
    ['2024', '/year', ['（2024年度）']],
    ['2024', '/year', ['二〇二四年度']],
    ['优', '/rating', ['优☑ 良□ 中□ 差□']],
    ['局机关', '/department', ['局机关']],
    ['≥95%以上', '/indicators/0/target', ['≥', '95', '%以上']],
  ] as const)('in %s at %s', (value, path, raws) => {
    expect(lost(value, path, ...raws)).toEqual(raws.map(() => ''));
  });

  it('where forms’ own words, numbering, marks or a weight were cut off', () => {
    const [title, year] = ['项目支出绩效自评表', '（2024年度）'];
    expect(lost(title, '/title', `附件3 ${title}`)).toEqual(['']);
    expect(lost(title, '/title', `1.${title}${year}`)).toEqual(['']);
    expect(lost(title, '/title', `附表1-2：${year}${title}`)).toEqual(['附表1-2：（2024年度）']);
    expect(lost('产出指标', '/indicators/0/level1', '产出指标（50分）')).toEqual(['']);
    expect(lost('年度资金总额', '/funds/rows/0/label', '年度资金总额（10分）：')).toEqual(['']);
  });

  it('where several values share a cell', () => {
    const title = unit('附件32024年度项目支出绩效自评表');
    const read = new Shown();
    read.add([title], '项目支出绩效自评表', '/title');
    read.add([title], '2024', '/year');
    expect(read.lost(title)).toEqual({ text: '', size: 0 });
    const cell = unit('219001-云溪市民政局');
    const shown = new Shown();
    shown.add([cell], '云溪市民政局', '/department');
    expect(shown.lost(cell)).toEqual({ text: '219001-', size: 7 });
    shown.add([cell], '219001', '/departmentCode');
    expect(shown.lost(cell)).toEqual({ text: '', size: 0 });
  });
});

describe('Shown: what no value holds is lost', () => {
  it('of a cell', () => {
    expect(lost('云溪市民政局', '/department', '云溪市民政局（鹿鸣）')).toEqual(['（鹿鸣）']);
    expect(lost('项目支出绩效自评表', '/title', '鹿鸣 项目支出绩效自评表 甲')).toEqual(['鹿鸣 甲']);
  });

  it('of a figure: digits are not trimmings', () => {
    expect(lost('98', '/total/score', '98 12')).toEqual(['12']);
  });

  it('of several cells', () => {
    expect(lost('河湖巡查', '/project/name', '河湖巡查', '鹿鸣')).toEqual(['', null]);
  });

  it('all where the value is null', () => {
    expect(lost(null, '/department', '无')).toEqual([null]);
  });
});
