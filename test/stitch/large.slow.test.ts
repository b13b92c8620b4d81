import { describe, expect, it } from 'vitest';
import type { TableDocument } from '../../src/model/index.ts';
import { stitch } from '../../src/stitch/index.ts';
import { documentOf, gridOf } from '../support/stitch.ts';

const heading = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分';
const rows = '产出指标|数量指标|巡查次数|≥12次|11次|50|45';

/** Seconds that a document takes. */
function seconds(document: TableDocument): number {
  const started = performance.now();
  stitch(document);
  return (performance.now() - started) / 1000;
}

describe('stitch: large documents', () => {
  it('reads 200,000 lines without a form', () => {
    const after = Array.from({ length: 200_000 }, (_, index) => ({
      text: `第${String(index)}行`,
      origin: { line: index + 1 },
    }));
    const document = documentOf([], after);
    expect(stitch(document).value.outside).toHaveLength(after.length);
  }, 60_000);

  const many = 8000;
  const numbered = (row: (index: number) => string): string[] =>
    Array.from({ length: many }, (_, index) => row(index));
  const goal = '年度总体目标|预期目标|实际完成情况';
  it.each([
    [
      'indicators',
      [
        '项目名称|甲|',
        heading,
        ...numbered((index) => `产出指标|数量指标|名称${String(index)}|≥5|6|1|1`),
      ],
    ],
    [
      'names without figures',
      ['项目名称|甲|', heading, ...numbered((index) => `||名称${String(index)}||||`)],
    ],
    ['labels without names', ['项目名称|甲|', heading, ...numbered(() => '|数量指标|||||')]],
    [
      'strayed labels',
      [
        '项目名称|甲|',
        heading,
        ...numbered((index) => `数量指标|产出指标|名称${String(index)}|≥5|6|1|1`),
      ],
    ],
    [
      'goal rows',
      [
        '项目名称|甲|',
        goal,
        ...numbered((index) => `|第${String(index)}步。|已走第${String(index)}步。`),
      ],
    ],
    ['a value that goes on', ['项目名称|甲|', ...numbered((index) => `|值${String(index)}|`)]],
    ['headings', ['项目名称|甲|', ...numbered(() => heading)]],
    ['pages', numbered((index) => (index % 2 === 0 ? heading : rows))],
    ['titles', numbered(() => '绩效自评表')],
    [
      'heads printed again',
      numbered((index) => ['绩效自评表', '项目名称|甲|', heading, rows][index % 4] ?? ''),
    ],
    [
      'page numbers between rows',
      ['项目名称|甲|', heading, ...numbered((index) => (index % 2 === 0 ? rows : '- 3 -'))],
    ],
    ['labels cut by pages', numbered((index) => (index % 2 === 0 ? '主管|甲' : '部门|局'))],
  ])(
    `takes time in step with its rows: ${String(many)} rows of %s in one form`,
    (_, all) => {
      const quarter = documentOf([gridOf(all.slice(0, many / 4))]);
      const full = documentOf([gridOf(all)]);
      stitch(quarter);
      expect(seconds(full)).toBeLessThan(8 * seconds(quarter) + 1);
    },
    60_000,
  );

  it('reads a table of 1,000 columns', () => {
    const wide = `|${Array<string>(992).fill('列').join('|')}`;
    const document = documentOf([
      gridOf(['项目名称|甲', heading + wide, ...Array<string>(100).fill(rows + wide)]),
    ]);
    expect(seconds(document)).toBeLessThan(20);
  }, 60_000);
});
