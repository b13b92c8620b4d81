import { describe, expect, it } from 'vitest';
import { textReport } from '../../src/report/text/index.ts';
import { unreadFile } from '../../src/report/index.ts';
import { displayWidth } from '../../src/report/width.ts';
import { fileWith, fullRun, hostile, rateFinding, runWith } from '../support/check-run.ts';

const plain = { colour: false, width: 80 };
const remarkAt = (line: number): typeof rateFinding => ({
  ...rateFinding,
  rule: 'actual-repeats-target',
  severity: 'info',
  refs: [{ line }],
});
const linesOf = (text: string): string[] => text.trimEnd().split('\n');

describe('text report', () => {
  it('shows file, form, finding, printed beside expected, its place, and what was and was not checked', () => {
    expect(textReport(fullRun({ each: true }), plain))
      .toBe(`in/report.txt                                                             1 张表
────────────────────────────────────────────────────────────────────────────────
第 1 张  示例项目
  错误  年度资金总额的执行率印为 69.00%，按 31.20 ÷ 32.50 应为 96.00%
        印出 69.00    应为 96.00    允许 95.96～96.04   第 10 行  execution-rate
  未核  无法核对：缺总分的分值                              第 10 行  weight-sum

in/partial.txt                                                            1 张表
────────────────────────────────────────────────────────────────────────────────
  警告  只读出一部分。第 20 行：“机制”没有归入任何字段。

in/空.pdf                                                                 未核对
────────────────────────────────────────────────────────────────────────────────
  错误  文件是空的。

文件 3 个，表 2 张；错误 1，警告 0，提示 0
核对 14 项：完全相符 10，舍入内相符 2，不符 2，提示 0，无法核对 0，按规则数表：
weight-sum 1
有 1 个文件没有核对，见上
有 1 个文件只读出一部分，其余部分没有核对
`);
  });

  it('shows the whole name of a file, on more lines where it is long', () => {
    const file = `${'报送'.repeat(20)}/附件${'表'.repeat(20)}2.pdf`;
    const [first, second] = linesOf(
      textReport(runWith([fileWith([rateFinding], { file })]), plain),
    );
    expect(`${first}${second}`).toMatch(new RegExp(`^${file} +1 张表$`, 'u'));
  });

  it('says that all is well only where it is', () => {
    expect(textReport(runWith([fileWith([])]), plain)).toMatch(/^没有问题。\n文件 1 个/u);
    const hidden = runWith([fileWith([])], { baseline: { hidden: 3, stale: 1 } });
    expect(textReport(hidden, plain)).toMatch(/^没有新问题。/u);
    expect(textReport(hidden, plain)).toContain('基线隐藏 3 个问题\n基线中有 1 条已不再出现');
  });

  it('is drawn within 60, 80 and 120 columns, in both languages, whatever the texts are', () => {
    const long = {
      ...rateFinding,
      message: '很长的说明，'.repeat(60),
      printed: '98.21000000000001',
      refs: [{ line: 1234, endLine: 1250 }],
    };
    const run = runWith([
      fileWith([long, { ...long, message: 'word '.repeat(90) }, { ...long, message: hostile }], {
        file: `${'深/'.repeat(60)}表.txt`,
      }),
    ]);
    for (const width of [60, 80, 120]) {
      for (const language of ['zh', 'en'] as const) {
        for (const line of linesOf(textReport({ ...run, language }, { colour: false, width })))
          expect(displayWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('is coloured only where that is asked for, and aligned all the same', () => {
    const coloured = textReport(fullRun(), { colour: true, width: 80 });
    expect(coloured).toContain('\u001b[31m错误\u001b[39m');
    expect(coloured.replace(/\u001b\[\d+m/gu, '')).toBe(textReport(fullRun(), plain));
  });

  it('begins with the errors, then tells the rest by rule', () => {
    const warning = { ...rateFinding, severity: 'warning' as const, rule: 'weight-sum' };
    const remarks = [1, 2].map((line) => remarkAt(line));
    const files = [
      fileWith([...remarks, warning, rateFinding], { file: 'in/a.txt' }),
      fileWith(
        [30, 40, 50].map((line) => ({ ...warning, refs: [{ line }] })),
        { file: 'in/b.txt' },
      ),
    ];
    expect(textReport(runWith(files), { colour: false, width: 100 })).toBe(
      `in/a.txt                                                                                      1 张表
  错误  第 1 张 示例项目：年度资金总额的执行率印为 69.00%，按 31.20 ÷ 32.50 应为 96.00%     第 10 行

  警告  weight-sum 的标题：2 张表 4 处（a.txt 10、b.txt 30、40、50）                      weight-sum
  提示  actual-repeats-target 2（--level info 列出）

文件 2 个，表 2 张；错误 1，警告 4，提示 2
核对 19 项：完全相符 10，舍入内相符 2，不符 5，提示 2，无法核对 0
`,
    );
  });

  it('puts many remarks of one rule into one, with their lines, where remarks are asked for', () => {
    const run = runWith([fileWith([12, 14, 19].map(remarkAt))]);
    const words = '  提示  actual-repeats-target 的标题：3 处（12、14、19）';
    expect(textReport({ ...run, level: 'info' }, plain)).toContain(words);
    expect(textReport({ ...run, each: true }, plain)).toContain(words);
    expect(textReport({ ...run, level: 'error' }, plain)).not.toContain(words);
  });

  it('counts each severity that is not shown in a line of its own', () => {
    const warning = { ...rateFinding, severity: 'warning' as const };
    const run = runWith([fileWith([remarkAt(1), warning, rateFinding])], { level: 'error' });
    const lines = linesOf(textReport(run, plain)).filter((line) => line.includes('--level'));
    expect(lines).toEqual([
      '  警告  execution-rate 1（--level info 列出）',
      '  提示  actual-repeats-target 1（--level info 列出）',
    ]);
  });

  it('keeps to errors and to what was not read where it is to be quiet', () => {
    const loud = runWith([fileWith([remarkAt(1), { ...rateFinding, severity: 'warning' }])]);
    expect(textReport({ ...loud, quiet: true }, plain)).toBe('');
    const lines = linesOf(textReport({ ...fullRun(), quiet: true }, plain));
    expect(lines.filter((line) => /^ {2}\S/u.test(line))).toEqual([
      '  错误  文件是空的。',
      expect.stringMatching(/^ {2}错误 {2}第 1 张 示例项目：年度资金总额的执行率/u),
      expect.stringMatching(/^ {2}警告 {2}只读出一部分。/u),
    ]);
  });

  it('names the files of one cause together, and those that were passed over', () => {
    const unread = ['a.pdf', 'b.pdf'].map((file) =>
      unreadFile(file, { code: 'empty-file', message: '文件是空的。' }),
    );
    const text = textReport(runWith(unread, { passedOver: 2, skipped: ['c.png', 'd.zip'] }), plain);
    expect(linesOf(text).map((line) => line.trim().split(/ {3,}/u)[0])).toEqual([
      'a.pdf',
      'b.pdf',
      '错误  文件是空的。',
      '',
      '文件 2 个，表 0 张；错误 0，警告 0，提示 0',
      '核对 0 项：完全相符 0，舍入内相符 0，不符 0，提示 0，无法核对 0',
      '有 2 个文件没有核对，见上',
      '文件夹中有 2 个其他类型的文件没有读：c.png、d.zip',
    ]);
  });

  it('lets no text steer the terminal', () => {
    const run = runWith([
      fileWith([{ ...rateFinding, message: hostile, printed: hostile }], {
        file: hostile,
        project: { name: hostile, code: null },
      }),
    ]);
    expect(textReport(run, plain)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/u);
  });
});
