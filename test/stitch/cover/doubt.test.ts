import { describe, expect, it } from 'vitest';
import { doubtIn, doubts } from '../../../src/stitch/cover/doubt.ts';
import { explainPath } from '../../../src/stitch/cover/explain.ts';
import type { Step } from '../../../src/stitch/cover/path.ts';
import { costs } from '../../../src/stitch/cover/settings.ts';
import { start } from '../../../src/stitch/cover/state.ts';
import { stitch } from '../../../src/stitch/index.ts';
import { itemsOf, textDocument } from '../../support/stitch.ts';

interface Shape {
  readonly by?: string;
  readonly cost?: number;
  readonly length?: number;
  readonly margin?: number;
}

function step(at: number, { by = 'body', cost = 0, length = 1, margin = 5 }: Shape): Step {
  const claim = { length, cost, state: start, reading: by, apply: () => undefined };
  const rival = { by: 'pairs', reading: 'pairs: 甲' };
  return { at, by, claim, margin, rival, margins: new Map([['pairs', margin]]) };
}

const items = itemsOf('甲|1\n乙|2\n丙|3');
const [close, dear] = [costs.doubt.margin - 0.01, costs.doubt.row + 0.01];

/** Each note as text, reading and rival. */
function told(...steps: readonly Step[]): string[] {
  return doubts(steps, items).map(({ code, severity, data }) =>
    [code, severity, data.text, data.as, data.rival].join(' / '),
  );
}

describe('doubts', () => {
  it('tells a block whose rival is close, with the rival', () => {
    expect(told(step(0, { margin: close }))).toEqual([
      'reading-uncertain / warning / 甲 1 / body / pairs',
    ]);
  });

  it('tells a row that is dear, for itself or in its block', () => {
    expect(told(step(0, { cost: dear }))).toEqual(['reading-uncertain / warning / 甲 1 / body / ']);
    expect(told(step(0, { cost: 2 * dear, length: 2 }))).toHaveLength(1);
    expect(told(step(0, { cost: dear, length: 2 }))).toEqual([]);
  });

  it('tells nothing of a clear block', () => {
    expect(told(step(0, { margin: costs.doubt.margin, cost: costs.doubt.row }))).toEqual([]);
  });

  it('tells a run of doubted blocks once, and a second run again', () => {
    const doubted = [0, 1, 2].map((at) => step(at, { margin: close }));
    expect(told(...doubted)).toHaveLength(1);
    expect(told(...doubted.slice(0, 1), step(1, {}), ...doubted.slice(2))).toEqual([
      'reading-uncertain / warning / 甲 1 / body / pairs',
      'reading-uncertain / warning / 丙 3 / body / pairs',
    ]);
  });

  it('does not doubt a title or a year, nor a row for being left out', () => {
    expect(told(step(0, { by: 'title', margin: 0 }), step(1, { by: 'year', margin: 0 }))).toEqual(
      [],
    );
    expect(doubtIn(step(0, { by: 'left-out', cost: dear }))).toBeNull();
    expect(doubtIn(step(0, { by: 'left-out', margin: close }))).toBe('close');
  });

  it('points to the rows', () => {
    const [note] = doubts([step(1, { margin: close })], items);
    expect(note?.refs.map(({ line }) => line)).toEqual([2, 2]);
  });
});

const clear = [
  '项目支出绩效自评表',
  '（2031年度）',
  '项目名称|河湖巡查|主管部门|云溪区水务局',
  '项目资金(万元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
  '|年度资金总额|10.00|12.00|9.00|10|75.00%|7.50',
  '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
  '|产出指标|数量指标|巡查次数|≥12次|11次|50|45|雨多。',
  '||质量指标|合格率|≥90%|95%|40|40|',
  '总分||||||100|92.50|',
].join('\n');

it('a form that is clear has no doubt', () => {
  const { notes } = stitch(textDocument(clear));
  expect(notes.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

describe('explainPath', () => {
  it('gives each block its rows, its cost, its rival and its doubt', () => {
    const [first, second] = explainPath(
      [step(0, { length: 2, cost: 0.12345 }), step(2, { margin: close })],
      items,
    );
    expect(first).toMatchObject({
      rows: [
        ['甲', '1'],
        ['乙', '2'],
      ],
      claim: 'body',
      cost: 0.123,
      rival: { claim: 'pairs', reading: 'pairs: 甲', margin: 5 },
      margins: { pairs: 5 },
      doubt: null,
    });
    expect(first?.refs.map(({ line }) => line)).toEqual([1, 1, 2, 2]);
    expect(second).toMatchObject({ rows: [['丙', '3']], doubt: 'close' });
  });

  it('has no rival where there is none', () => {
    const lone: Step = { ...step(0, {}), margin: Infinity, rival: null, margins: new Map() };
    expect(explainPath([lone], items)[0]?.rival).toBeNull();
  });
});
