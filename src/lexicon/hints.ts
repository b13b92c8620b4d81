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
  ['executionRate', '… (率|进度|比例|比率|占比|百分比) …'],
  ['initialBudget', '… (年初 … 预算|预算编制|批复|批准|人大|人代会) …'],
  ['initialBudget', '({yearStart}) … (安排|下达|核定|计划|数|额|资金)'],
  ['executed', '… (执行|支出|决算|支付|列支|开支|使用) …'],
  ['annualBudget', '… 预算 …'],
  ['initialBudget', '({yearStart})'],
  ['annualBudget', '(预算|调整后|合计|调整)'],
  ['executed', '(实际|决算|支用)'],
  ['annualBudget', '({year}|{yearEnd}|调整|调整后|变动后)+ … (安排|下达|核定|数|额|资金)'],
  ['weight', '… (分值|权重|满分|标准分|总分) …'],
  ['score', '… (得分|评分|自评分|评价分) …'],
  ['target', '(计划|预期|年初|设定|应) … (值|数)'],
  ['actual', '… (完成|实际) … (值|数) …'],
  ['target', '… (指标值|目标值|计划 … 值|预期 … 值) …'],
  ['level1', '… 一级 …'],
  ['level2', '… 二级 …'],
  ['level3', '… (三级|指标名称|指标内容) …'],
  ['target', '({year}|{yearStart}|绩效|预期|计划|设定|预设)* 目标'],
  ['target', '(计划|预期|年初) (值|数)?'],
  ['actual', '({yearEnd}|实际|完成|达成|实绩|年终|全年)+ (实绩|值|数|情况|结果|目标|完成)?'],
  ['target', '({year}|{yearStart})+ 指标'],
];

/** As above, for labels that stand beside their value. */
const pairHints: readonly (readonly [Term, string])[] = [
  [
    'note',
    '… (原因|措施|问题|建议|改进|整改|依据|理由|财政部门|财政厅|财政局|受益|监督|施工|监理|第三方|评估|中介|合作|协作|供货|供应|审核|审计|监管|验收|设计|帮扶|采购) …',
  ],
  ['projectCode', '… (码|编号|序号|序列号|项目号|流水号)'],
  ['projectName', '… (项目|专项|课题|事项|任务|工程|资金|政策|支出) … (名称|全称|名目|题名)'],
  [
    'department',
    '… (主管|归口|上级|所属|牵头|主责|统管|分管) … (部门|单位|机构|局|厅|委|办|处|处室) (名称|全称)?',
  ],
  ['department', '… (主管|归口) …'],
  ['implementingUnit', '… (单位|部门|机构|主体|学校|医院|院校|企业|法人) (名称|全称)?'],
  ['rating', '… (等级|等次|等第|档次|级别|评级|评定|结论) …'],
  [
    'goalActual',
    '({year}|{yearEnd}|任务|工作|总体|实际|项目|绩效)* (完成|实现|达成|落实|实施) (情况|结果|成效|效果)?',
  ],
  ['goalActual', '({yearEnd}|实际|完成|实现|达成|落实|实施)+ (程度|目标|总结|综述)?'],
  ['goalActual', '({yearEnd}|实际|完成|实现|达成)* (实绩|绩效|成效)'],
  ['goalActual', '… 目标 … (完成|实现|达成|达到|落实|执行) …'],
  ['goalBlock', '… 目标 …'],
  ['goalBlock', '(预期|计划|设定|预定)+ (情况|内容)?'],
  ['projectName', '… (项目|专项|课题)'],
];

interface Hint {
  readonly term: Term;
  readonly pattern: RegExp;
}

function patternsOf(lines: readonly (readonly [Term, string])[]): readonly Hint[] {
  return lines.map(([term, line]) => ({
    term,
    pattern: new RegExp(`^${writtenOut(line, morphemes).replaceAll('…', '.*')}$`, 'u'),
  }));
}

const patterns = patternsOf(hints);
const pairPatterns = patternsOf(pairHints);

/** The parts that a heading's key hints at, the likeliest first. */
export const hintedTerms = memoText((key): readonly Term[] =>
  patterns.flatMap(({ term, pattern }) => (pattern.test(key) ? [term] : [])),
);

/** The part that a label's key hints at where it stands beside its value; null for none. */
export const hintedPair = memoText(
  (key): Term | null => pairPatterns.find(({ pattern }) => pattern.test(key))?.term ?? null,
);
