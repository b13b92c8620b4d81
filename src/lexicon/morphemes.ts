/**
 * The morphemes of which the forms' words are made, by what they say. A class may refer to others: {year}.
 * How such lines are read stands in compose.ts.
 */
export const morphemes = {
  /** Joins two words: 原因及措施, 省、市补助. */
  and: '及其|以及|及|和|与|或者|或|、|/|并|暨',
  year: '全年度|全年|本年度|本年|当年度|当年|年度|今年|年内',
  /** As {year}, in the words of plans. */
  planYear: '年度|当年度|当年|本年度|本年',
  yearEnd: '截至12月底|截止12月底|截至年末|截止年末|截至年底|年末|年终|年底|期末|累计|最终|本期',
  yearStart: '年初|期初',
  before: '上一年度|上一年|上年度|上年|以前年度|往年度|往年|历年|去年|上期',
  /** Whose money or goal it is, where that adds nothing. */
  whose: '项目支出|项目|部门预算|部门|单位|政策|专项资金|专项|预算|支出|工作|业务|本',
  kind: '项目支出|项目|政策|专项资金|专项|转移支付|预算|财政|部门|单位|支出|资金|经费|指标',
  unit: '部门|单位',
  place:
    '自治区|自治州|自治县|新疆兵团|兵团|中央|国家|省市|省直|省|市直|市县|市区|市|州市|州县|州|盟市|盟|旗县区|旗县|旗|县区|县直|县市|县|区县|区直|区|师市|师|团场|团|乡镇|乡|镇|街道|开发区|高新区|新区|园区|地区|地市|地',
  level: '本级|级|两级|三级|四级|级以上|以上|级及以上|级及以下|级以下',
  /** One or more levels of government: 中央, 省级, 市区两级, 省、市、县. */
  government: '(各级|上级|本级|同级|{place}) ({place}|{level}|{and})*',
  amount: '数额|数量|总额|总数|金额|额|数',
  nameTail: '(名称|全称)? ({and} (其|部门|单位|预算|机构)* (代码|编码|编号|名称))?',
  selfRated:
    '绩效自评|自我评价|自评价|自评|自我|单位|部门|本级|本|学校|医院|街道|乡镇|项目|绩效|实施',
  cause: '原因|理由|情况|因素',
  analysis: '分析|说明|解释|描述',
  /** What was not reached. */
  gap: '(偏差|偏离|未完成|未全部完成|未足额完成|未达标|未达成|未达到|未实现|未达到|未达|未落实|不达标|超额完成|超标完成|扣分|失分|减分|差异)+ (率|程度|较大|过大|大)? (的)? (预期|年度|绩效|指标|目标|任务|计划|情况)* (的)?',
  next: '拟采取的|拟采取|拟|采取的|采取|下一步|下步|后续|今后|相关|有关|具体|主要|建议',
  measure:
    '(改进|整改|完善|解决|应对|纠正|优化)? (的)? (措施|意见|建议|方案|办法|对策|计划|打算)|改进|整改',
  digit: '1|2|3|4|5|6|7|8|9|一|二|三|四|五|六|七|八|九',
} as const satisfies Record<string, string>;
