import { describe, expect, it } from 'vitest';
import { isLongTerm, partTerms, setTermAside } from '../../../src/stitch/columns/two-terms.ts';
import type { AlignedRow, Column, Role } from '../../../src/stitch/types.ts';
import { wholeForm } from '../../support/stitch.ts';

function piece(text: string): Column['heading'] {
  return text === '' ? null : { text, units: [] };
}

function column(role: Role, text = ''): Column {
  return { role, from: 0, to: 0, heading: piece(text) };
}

function row(...texts: readonly string[]): AlignedRow {
  return { pieces: texts.map(piece), covered: new Set(), gap: false, geometry: 'ordinal' };
}

describe('isLongTerm', () => {
  it.each([
    ['实施期绩效指标', true],
    ['长期绩效指标', true],
    ['实施周期绩效指标', true],
    ['年度绩效指标', false],
    ['绩效指标', false],
  ])('%s: %s', (text, long) => {
    expect(isLongTerm([column('block', text), column('level1', '一级指标')])).toBe(long);
  });
});

describe('partTerms', () => {
  const columns = [column('block', '绩效指标'), column('level3', '三级指标')];

  it('parts the rows of two terms under one heading', () => {
    const [annual, long] = partTerms({
      columns,
      rows: [row('实施期绩效指标', '甲'), row('', '乙'), row('年度绩效指标', '丙')],
      stranded: [],
    });
    expect(annual.rows.map(({ pieces }) => pieces[1]?.text)).toEqual(['丙']);
    expect(long?.rows.map(({ pieces }) => pieces[1]?.text)).toEqual(['甲', '乙']);
    expect(long?.columns[0]?.heading?.text).toBe('实施期绩效指标');
  });

  it.each([[['', '甲']], [['年度绩效指标', '甲']], [['实施期绩效指标', '甲']]])(
    'leaves a table of one term as it is: %j',
    (texts) => {
      const table = { columns, rows: [row(...texts)], stranded: [] };
      expect(partTerms(table)).toEqual([table, null]);
    },
  );
});

describe('setTermAside', () => {
  const long = [column('other', '实施期目标'), column('goalActual', '完成情况')];
  const annual = [column('goalExpected', '年度目标'), column('goalActual', '完成情况')];

  it('takes what became of a long-term goal for none of the year’s', () => {
    expect(setTermAside(long, annual).map(({ role }) => role)).toEqual(['other', 'other']);
    expect(setTermAside(annual, long)).toBe(annual);
    expect(setTermAside(long, long)).toBe(long);
  });

  it('whichever stands above', () => {
    for (const rows of [
      ['实施期目标|完成情况', '甲|丙', '年度目标|年度目标完成情况', '乙|丁'],
      ['年度目标|年度目标完成情况', '乙|丁', '实施期目标|完成情况', '甲|丙'],
    ]) {
      const { goals, pairs } = wholeForm(['绩效自评表', '项目名称|河湖', ...rows].join('\n'));
      expect([goals.get('goalExpected')?.text, goals.get('goalActual')?.text]).toEqual([
        '乙',
        '丁',
      ]);
      expect(
        pairs.slice(1).map(({ label, value }) => `${label.text}=${value?.text ?? ''}`),
      ).toEqual(['实施期目标=甲', '完成情况=丙']);
    }
  });
});
