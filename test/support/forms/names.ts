import fc from 'fast-check';

/** Invented names: places, bodies and subjects are put together from pieces that belong to no real form. */
const places = [
  '云湖市',
  '云湖市青禾区',
  '澄川县',
  '白石岭镇',
  '南屏县',
  '云湖市青禾区柳溪街道',
  '远山省',
];
const bodies = [
  '教育局',
  '水务局',
  '文化和旅游局',
  '民政局',
  '卫生健康委员会',
  '交通运输局',
  '档案馆',
  '第三中学',
  '疾病预防控制中心',
  '农业农村局',
];
const subjects = [
  '义务教育经费',
  '河道清淤工程',
  '图书馆运行维护',
  '老年食堂补助',
  '村卫生室建设',
  '公路养护',
  '档案数字化',
  '校园安全',
  '防汛物资储备',
  '文物保护',
  '信息化平台',
  '防疫物资采购',
  '垃圾分类',
  '人才引进',
  '乡村医生补贴',
];
const qualities = [
  '完成率',
  '覆盖率',
  '数量',
  '及时性',
  '合格率',
  '知晓率',
  '次数',
  '人数',
  '成本控制率',
  '满意度',
  '提升情况',
  '机制健全性',
  '达标率',
  '使用率',
  '影响力',
];
const odd = [
  '满意度指标完成率',
  '数量指标完成情况',
  '社会效益',
  '“一河一策”编制数量',
  '2024年新增床位数',
  'CT设备完好率',
  '110kV线路检修次数',
  '培训(含线上)人次',
  '发放率（≥95%）',
  '1、档案数字化（扫描）页数',
  '2.预算执行率',
  '“健康+”平台App注册人数',
  '质量达标率',
  'PM2.5年均浓度下降',
  '得分率',
  '成本节约率',
  '受益对象满意度',
  '年度指标值调整次数',
  'WiFi 6覆盖率',
  '总分排名',
  '3年内新建5所村小',
  '服务对象满意度',
  '项目名称规范率',
  '4G/5G基站维护数',
  '“A|B”角轮岗次数',
];
/** One word, as many forms have it. */
const short = [
  '满意度',
  '覆盖率',
  '及时性',
  '成本控制',
  '使用率',
  '知晓率',
  '总成本',
  '合格率',
  '完成时间',
];
const long = [
  '（1）受理、办结群众来信来访；（2）开展矛盾纠纷排查',
  '项目实施是否符合《云湖市政府采购管理办法》规定',
  '验收通过率=通过验收数/应验收数*100%',
  '“三品一标”认证：绿色食品',
  '组织开展全县乡村医生业务培训并通过考核，培训内容包括常见病诊疗、公共卫生服务规范和急救技能等方面',
  '对辖区内12座小型水库、36公里河道进行清淤疏浚、岸坡整治，确保汛期行洪安全、群众生产生活用水有保障',
  '完成“智慧校园”平台(一期)建设，覆盖全区28所中小学，实现课堂录播、远程教研、数据归集等功能',
];

export const department = fc
  .tuple(
    fc.constantFrom(...places),
    fc.constantFrom(...bodies),
    fc.constantFrom('', '', '(汇总)', '（本级）'),
  )
  .map(([place, body, suffix]) => place + body + suffix);

export const projectName = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '2024年', '“十四五”', '市级'),
        fc.constantFrom(...subjects),
        fc.constantFrom('', '', '专项', '项目', '（二期）', '经费', '(含以前年度)'),
      )
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '会议费',
      '差旅费',
      'OA系统',
      '“书香云湖”全民阅读系列活动（2023—2024年）及流动图书车、智能书柜购置经费',
      '5G+智慧水务',
    ),
  },
);

export const projectCode = fc.stringMatching(/^[0-9]{8}[A-HJ-NP-Z0-9]{8,13}$/);

const plainName = fc
  .tuple(
    fc.constantFrom(...subjects),
    fc.constantFrom('', '工作', '项目', '服务'),
    fc.constantFrom(...qualities),
  )
  .map((parts) => parts.join(''));

/** Names of level 3; `odd` ones hold digits, Latin words, signs, or words of the form itself. */
export const indicatorName = fc.oneof(
  { weight: 12, arbitrary: plainName },
  { weight: 4, arbitrary: fc.constantFrom(...odd) },
  { weight: 2, arbitrary: fc.constantFrom(...long) },
  { weight: 1, arbitrary: fc.constantFrom(...short) },
);

/** A name that is word for word a level-2 label, as one real form has it. */
export const labelName = fc.constantFrom('可持续影响指标', '社会效益指标', '满意度指标');

const sentences = [
  '完成28所学校的校舍维修',
  '保障辖区居民用水安全',
  '持续提升公共文化服务水平',
  '组织培训不少于12期，培训人员700余人次',
  '确保资金及时足额拨付',
  '推进“一河一策”落地',
  '新增床位120张（含康复床位30张）',
  '切实维护好、发展好群众利益',
  '深化《云湖市档案管理办法》宣传',
  '做到应检尽检、应补尽补',
  'CT、MRI等大型设备开机率保持在95%以上',
  '2024年底前建成投用',
  '产出指标：完成培训12期；满意度指标：群众满意度达到95%',
  '一是完善机制，二是强化监督，总体目标完成率100%',
  '资金使用合规率100%，预算执行率98.5%',
];

/** Goals of one or several paragraphs; the paragraphs come back joined, since a break stands beside CJK text. */
export const goal: fc.Arbitrary<readonly string[]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 })
      .map((list) => [`${list.join('；')}。`]),
  },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...sentences), { minLength: 2, maxLength: 5 })
      .map((list) => list.map((text, i) => `${i + 1}.${text}。`)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...sentences.slice(1, 5)).map((text) => [text]) },
);

export const reason = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('无', '-', '—', '——', '/', '　') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '财政资金拨付较晚，部分费用跨年结算；措施：加快支付进度',
      '去世一名',
      '受天气影响，工期延后1个月',
      '原因：疫情；措施：加强沟通。',
      '已按合同完成，尾款20%待审计后支付',
    ),
  },
);
export const people = fc.constantFrom('陈一', '林小溪', '欧阳明', '赵某');
