/**
 * The words that name each part of a form where their morphemes don't tell it (grammar.ts): the words of the standard templates,
 * and those that compose to another part than the one they name.
 * Words are compared by `labelKey` after qualifiers in brackets such as (万元), (A), (10分), (盖章) are taken off.
 */
const listed = {
  projectName: `
    项目名称 项目支出名称 专项资金名称 转移支付项目名称 转移支付名称 专项名称 资金名称
    转移支付资金名称 单位名称、项目名称 项目(单位)名称 单位名称(项目名称)
  `,
  projectCode: '项目编码 项目代码 预算项目编码',
  department: `
    主管部门 部门 主管部门及代码 主管预算部门 市级主管部门 县级主管部门 省级主管部门 地方主管部门
    部门名称
  `,
  implementingUnit: `
    实施单位 项目实施单位 项目单位 预算单位 资金使用单位 项目主管单位 填报单位名称 基层单位
  `,
  /** Who fills the form in: the implementing unit where no other is printed. */
  reportingUnit: '部门(单位)名称',
  fundsBlock: `
    项目资金 资金情况 预算执行情况 年度预算数 年度资金 项目预算资金 资金投入 预算执行 年度预算资金
    项目预算 项目资金申请 项目资金预算 资金总额及构成 资金金额 项目资金金额 政策资金 项目预算执行
    年度预算执行 资金情况及执行率
  `,
  initialBudget: '年初预算数 年初预算 年初预算安排 预算编制数',
  annualBudget: `
    全年预算数 调整后预算数 调整预算数 预算数 年度预算数 预算调整数 年度预算安排 下达预算数
    本年预算 本年度预算 本年度预算数
  `,
  executed: '全年执行数 执行数 预算执行数 实际支出数 全年支出数 预算支出',
  executionRate: '执行率 预算执行率 预算完成率 资金使用率',
  weight: '分值 分数 权重 参考分值 设定权重 赋值 分数值',
  score: '得分 自评得分 自评分 指标得分',
  fundTotal: `
    年度资金总额 资金总额 总额 合计 项目资金总额 总计 金额合计 年度预算总额 本年资金总额
    当年资金总额 预算总金额 年度金额 项目总额
  `,
  fundFiscal: `
    当年财政拨款 本年财政拨款 财政资金 财政拨款 中央补助 一般公共预算 政府性基金 预算内资金
    省补资金 经费拨款 衔接资金 财政衔接资金 直达资金
  `,
  fundCarryover: '上年结转资金 上年结转 上年结余 以前年度资金 财政拨款结转',
  fundOther: `
    其他资金 单位资金 地方资金 财政专户管理资金 其他 上级补助收入 非财政拨款资金 专户资金 其它
    自筹 专户管理资金 教育收费 配套资金
  `,
  goalBlock: `
    年度总体目标 总体目标 年度目标 年度绩效目标 年度总体目标完成情况 目标描述 目标任务
  `,
  goalExpected: `
    预期目标 年初设定目标 年初目标 目标内容 年初设定 预期绩效 年度绩效目标(预期)
    绩效目标(年初设定)
  `,
  goalActual: `
    实际完成情况 目标实际完成情况 年度总体目标完成情况综述 完成情况 目标完成情况 年度总体完成情况
    全年目标完成情况 具体完成情况 完成情况综述 完成目标情况 全年绩效目标完成情况 项目完成情况
    全年实际完成 完成情况说明 完成情况描述 目标完成程度
  `,
  midTermGoal: '中期目标 项目总目标 总目标 总体目标(实施期) 绩效目标(实施期)',
  indicatorBlock: '绩效指标 分解目标 绩效目标分解 绩效目标细化',
  level1: '一级指标 一级',
  level2: '二级指标 二级',
  level3: '三级指标 三级 自评指标',
  target: '年度指标值 指标值 年初目标值 绩效指标值 目标值 值 数值 年度绩效值 目标要求',
  targetSign: '指标性质 计算符号 符号',
  targetUnit: '度量单位 计量单位 单位 文字描述 单位/文字描述 单位及文字描述',
  actual: '实际完成值 完成值 全年实际值 全年完成值 全年实际完成值 全年实际完成',
  deviation: `
    偏差原因分析及改进措施 偏差原因及改进措施 未完成原因分析 未完成原因分析及改进措施
    未完成原因和改进措施 未完成原因及拟采取的改进措施 未完成原因或偏离较大原因分析 原因
  `,
  description: '绩效指标描述 指标描述 内容说明',
  basis: '指标值确定依据 确定依据',
  scoringRule: '评分标准 得分计算',
  total: '总分 合计 总计 自评总分 绩效自评得分 项目自评得分 绩效评价得分',
  rating: '评分等级 自评等级 评价等级 自评结论 评价结论 等级 等次 评级 等级评定',
  budgetBlock: '预算规模及资金用途 资金规模及用途 预算规模 预算资金及用途',
  budget: `
    预算数 年度资金总额 资金总额 年度预算数 项目资金总额 当年预算金额 本年度预算金额 本年预算金额
    项目总额 年度金额 项目金额 预算总金额 年度预算资金 年度预算总额 预算安排金额 项目预算金额
    项目预算总额 年度预算额 预算批复金额 政策资金总额 项目年度预算金额 项目预算 年度资金总量
  `,
  fundPurpose: '资金用途',
  planBlock: '资金支出计划',
  formUnit: '单位 金额单位 计量单位 资金单位',
  note: '备注 说明 其他需要说明事项 注 说明事项',
  person: `
    填表人 填报人 联系人 联系电话 电话 填报日期 自评日期 单位负责人签字 联系方式 日期 评价单位
  `,
  attribute: `
    项目总预算 上报时间 资金来源 存续状态 年度 地址 邮编 保证项目实施的制度、措施
    同名项目上年预算额 同名项目上年预算执行数 保证项目实施的制度措施 资金使用范围 绩效类型
    执行率分值 项目负责部门 单位职能概述 项目总金额 项目等级
    申报年度 填报年度 自评年度 评价年度
  `,
} as const satisfies Record<string, string>;

/** A part of a form that a word can name. */
export type Term = keyof typeof listed;

/** Who and which: the labels of a form's head, the project's name apart. */
export const headTerms: readonly Term[] = [
  'projectCode',
  'department',
  'implementingUnit',
  'reportingUnit',
];

/** The words of each part. */
export const words = Object.fromEntries(
  Object.entries(listed).map(([term, text]) => [term, text.trim().split(/\s+/)]),
) as unknown as Readonly<Record<Term, readonly string[]>>;
