import { memoText } from '../model/index.ts';
import { writtenOut } from './automaton.ts';
import { morphemes } from './morphemes.ts';
import type { Term } from './terms.ts';

/**
 * What a column's heading most likely names by a word or two that it holds, for headings that neither are listed nor compose.
 * Lines as those of the grammar, where … stands for anything. In order: the first that fits decides.
 */
const hints: readonly (readonly [Term, string])[] = [
  ['deviation', '… (偏差|原因|改进|整改) …'],
  ['scoringRule', '… (标准|细则|办法|方法|规则) …'],
  ['basis', '… (依据|来源) …'],
  ['description', '… (描述|解释|说明) …'],
  ['targetSign', '… (性质|符号|比较符|计算符|方向) …'],
  ['targetUnit', '… (度量|计量|指标|数值) 单位 …'],
  ['executionRate', '… (率|进度) …'],
  ['initialBudget', '… (年初 … 预算|预算编制|批复) …'],
  ['executed', '… (执行|支出|决算) …'],
  ['annualBudget', '… 预算 …'],
  ['weight', '… (分值|权重|满分|标准分|总分) …'],
  ['score', '… (得分|评分|自评分|评价分) …'],
  ['target', '(计划|预期|年初|设定|应) … (值|数)'],
  ['actual', '… (完成|实际) … (值|数) …'],
  ['target', '… (指标值|目标值|计划 … 值|预期 … 值) …'],
  ['level1', '… 一级 …'],
  ['level2', '… 二级 …'],
  ['level3', '… (三级|指标名称|指标内容) …'],
  ['target', '({year}|{yearStart}|绩效|预期|计划|设定|预设)* 目标'],
  ['target', '({year}|{yearStart})+ 指标'],
];

const patterns = hints.map(([term, line]) => ({
  term,
  pattern: new RegExp(`^${writtenOut(line, morphemes).replaceAll('…', '.*')}$`, 'u'),
}));

/** The parts that a heading's key hints at, the likeliest first. */
export const hintedTerms = memoText((key): readonly Term[] =>
  patterns.flatMap(({ term, pattern }) => (pattern.test(key) ? [term] : [])),
);
