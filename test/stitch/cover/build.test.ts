import { describe, expect, it } from 'vitest';
import type { Piece, Unit } from '../../../src/model/index.ts';
import type { TotalRow } from '../../../src/stitch/blocks/total-row.ts';
import { FormBuilder } from '../../../src/stitch/cover/build.ts';
import type { Column } from '../../../src/stitch/types.ts';
import { columnsOf, piece, rowItem, texts } from '../../support/stitch.ts';

function textPiece(text: string): Piece {
  const made = piece(text);
  if (made === null) throw new Error('blank');
  return made;
}

const words = (text: string): readonly Unit[] => textPiece(text).units;
const raw = (units: readonly Unit[]): string[] => units.map((unit) => unit.raw);
const rowsIn = (form: FormBuilder): string[] =>
  form.tables.get('indicators')?.rows.map(({ pieces }) => texts(pieces)) ?? [];

const columns = columnsOf('level1', 'level3', 'target', 'score');

function opened(own: readonly Column[] = columns): FormBuilder {
  const form = new FormBuilder();
  form.open('indicators', own, words('一级指标'), []);
  return form;
}

describe('FormBuilder', () => {
  it('keeps the first year; a second one is a label', () => {
    const form = new FormBuilder();
    form.addYear(2031, words('（2031年度）'));
    form.addYear(2032, words('（2032年度）'));
    expect(form.year?.value).toBe(2031);
    expect(raw(form.labels)).toEqual(['（2032年度）']);
  });

  it('opens a table and lays rows into its columns; its words are labels', () => {
    const form = opened();
    form.addRow(rowItem('产出指标|巡查次数|≥12次|10'), 'indicators', false);
    expect(rowsIn(form)).toEqual(['产出指标|巡查次数|≥12次|10']);
    expect(raw(form.labels)).toEqual(['一级指标']);
    expect(form.notes).toEqual([]);
  });

  it('puts a whole row in the place of its first half', () => {
    const form = opened();
    form.addRow(rowItem('产出指标|巡查|≥12次|10'), 'indicators', false);
    form.addRow(rowItem('产出指标|巡查次数|≥12次|10'), 'indicators', true);
    expect(rowsIn(form)).toEqual(['产出指标|巡查次数|≥12次|10']);
  });

  it('takes no row for a table that is not open', () => {
    const form = opened();
    form.addRow(rowItem('甲|乙'), 'funds', false);
    expect(form.tables.has('funds')).toBe(false);
  });

  it('goes on with the same table where its heading is printed again, and says so', () => {
    const form = opened();
    form.addRow(rowItem('产出指标|巡查次数|≥12次|10'), 'indicators', false);
    form.open('indicators', columns, words('一级指标'), []);
    form.addRow(rowItem('效益指标|水质|达标|10'), 'indicators', false);
    expect(rowsIn(form)).toEqual(['产出指标|巡查次数|≥12次|10', '效益指标|水质|达标|10']);
    expect(form.notes.map(({ code }) => code)).toEqual(['heading-repeated']);
  });

  it('sets the table of another term aside', () => {
    const termed = (heading: string): Column[] => [
      { role: 'block', from: 0, to: 0, heading: piece(heading) },
      ...columns.map((column) => ({ ...column, from: column.from + 1, to: column.to + 1 })),
    ];
    const form = opened(termed('长期绩效指标'));
    form.addRow(rowItem('|产出指标|巡查次数|≥60次|10'), 'indicators', false);
    form.open('indicators', termed('年度绩效指标'), words('年度绩效指标'), []);
    form.addRow(rowItem('|产出指标|巡查次数|≥12次|10'), 'indicators', false);
    expect(form.otherTerm?.rows.map(({ pieces }) => texts(pieces))).toEqual([
      '|产出指标|巡查次数|≥60次|10',
    ]);
    expect(rowsIn(form)).toEqual(['|产出指标|巡查次数|≥12次|10']);
  });

  it('keeps a text that goes on below as a row of its own, for joining', () => {
    const form = opened();
    form.addRow(rowItem('产出指标|巡查次数|≥12次|10'), 'indicators', false);
    const last = form.tables.get('indicators')?.rows[0]?.pieces[1] ?? textPiece('无');
    form.continueRow('indicators', last, piece('（夜间）'));
    expect(rowsIn(form)).toEqual(['产出指标|巡查次数|≥12次|10', '|（夜间）||']);
  });

  it('replaces the last pairs by those that go on', () => {
    const form = new FormBuilder();
    const pair = (value: string) => ({ label: textPiece('内容'), terms: [], value: piece(value) });
    form.addPairs([pair('甲'), pair('乙')]);
    form.replacePairs([pair('乙')] as never, [pair('乙丙')] as never);
    expect(form.pairs.map(({ value }) => value?.text)).toEqual(['甲', '乙丙']);
  });

  it('keeps the total, its rating as a pair, and other figures under their heading', () => {
    const total: TotalRow = {
      label: textPiece('总分'),
      weight: piece('100'),
      score: piece('92.50'),
      rating: { label: textPiece('评分等级'), value: textPiece('优') },
      others: [{ heading: textPiece('复核分'), value: textPiece('91') }],
      words: [textPiece('总分')],
      unclear: [],
    };
    const form = new FormBuilder();
    form.endTotal(total);
    expect(form.total).toBe(total);
    expect(form.pairs.map(({ label, value }) => `${label.text}=${value?.text}`)).toEqual([
      '复核分（总分）=91',
      '评分等级=优',
    ]);
    expect(raw(form.labels)).toEqual(['总分']);
  });
});
