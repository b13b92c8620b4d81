import type { Picker } from './texts.ts';

/** A kind of text that is no form. */
export interface ProseKind {
  readonly kind: string;
  readonly extension: string;
  readonly write: (pick: Picker) => string;
}

const counties = ['云溪县', '枫川县', '澜山区', '石桥镇', '青禾市', '沙洲区'];
const bureaus = ['财政局', '水利局', '文化和旅游局', '教育局', '农业农村局', '民政局'];
const projects = ['河道保洁', '社区书屋运转', '农村公路养护', '校园安全维护', '公共绿地养护'];
const verbs = ['完成', '推进', '组织实施', '督促落实', '协调解决'];

const place = (pick: Picker): string => pick.one(counties) + pick.one(bureaus);
const money = (pick: Picker): string =>
  `${String(pick.number(900) + 10)}.${String(pick.number(90) + 10)}`;

function sentence(pick: Picker): string {
  return `${place(pick)}${pick.one(verbs)}${pick.one(projects)}工作，预算${money(pick)}万元，执行率${String(pick.number(40) + 60)}%，${pick.one(
    [
      '群众满意度较高',
      '绩效目标基本实现',
      '仍有少量尾款未付',
      '质量指标达到预期',
      '产出指标均已完成',
    ],
  )}。`;
}

const paragraph = (pick: Picker): string =>
  Array.from({ length: pick.number(4) + 2 }, () => sentence(pick)).join('');

/** A table whose columns are named, and as many rows. */
function table(
  pick: Picker,
  border: string,
  heads: readonly string[],
  row: () => readonly string[],
): string {
  const rows = Array.from({ length: pick.number(8) + 3 }, row);
  return [heads, ...rows].map((cells) => cells.join(border)).join('\n');
}

const piped = (text: string): string => {
  const [head = '', ...rows] = text.split('\n');
  const rule = head
    .split('|')
    .map(() => '---')
    .join('|');
  return [head, rule, ...rows].map((line) => `|${line}|`).join('\n');
};

const staff = (pick: Picker): readonly string[] => [
  pick.one(['张一', '李二', '王三', '赵四']),
  pick.one(bureaus),
  `0${String(pick.number(900) + 100)}-${String(pick.number(9_000_000) + 1_000_000)}`,
];

const budget = (pick: Picker): readonly string[] => [
  pick.one(projects),
  money(pick),
  money(pick),
  `${String(pick.number(100))}%`,
];

const timetable = (pick: Picker): readonly string[] =>
  Array.from({ length: 6 }, () => pick.one(['语文', '数学', '英语', '体育', '美术', '班会']));

/** Every kind; none is a form, also where its words are those of one. */
export const kinds: readonly ProseKind[] = [
  {
    kind: 'report',
    extension: 'txt',
    write: (pick) =>
      `${place(pick)}2031年度部门决算说明\n\n第一部分 部门概况\n\n${pick.lines(6, () => paragraph(pick))}\n\n第三部分 名词解释\n\n${pick.lines(3, () => `${pick.one(['财政拨款收入', '年初结转', '其他收入', '绩效目标'])}：指${sentence(pick)}`)}`,
  },
  {
    kind: 'notice',
    extension: 'txt',
    write: (pick) =>
      `关于开展2031年度项目支出绩效自评工作的通知\n\n各乡镇人民政府，县直各部门：\n\n${pick.lines(4, (index) => `${'一二三四'.charAt(index)}、${paragraph(pick)}请填写《项目支出绩效自评表》，一级指标、二级指标、三级指标和年度指标值应与批复的绩效目标一致。`)}\n\n联系人：张一\n联系电话：0123-4567890\n\n${place(pick)}\n2031年3月${String(pick.number(28) + 1)}日`,
  },
  {
    kind: 'method',
    extension: 'md',
    write: (pick) =>
      `# 绩效评价办法\n\n${pick.lines(8, (index) => `${index % 3 === 0 ? '## ' : ''}第${String(index + 1)}条 ${index % 3 === 0 ? pick.one(['总则', '评价内容', '评分标准']) : paragraph(pick)}\n`)}`,
  },
  {
    kind: 'chapter',
    extension: 'txt',
    write: (pick) =>
      `第${String(pick.number(40) + 1)}章\n\n${pick.lines(12, () => `　　${pick.one(['天刚亮', '雨停了', '河水涨了', '火车开动了'])}，${pick.one(['他', '她', '老人', '孩子们'])}${pick.one(['沿着堤岸慢慢走', '把信又读了一遍', '没有说话', '望着远处的山'])}。${pick.one(['“明年还来吗？”', '谁也没有回答。', '风里有稻子的气味。'])}`)}`,
  },
  {
    kind: 'code',
    extension: 'txt',
    write: (pick) =>
      `import { readFile } from 'node:fs';\n\n${pick.lines(10, (index) => `const 指标${String(index)} = { level1: '产出指标', weight: ${String(pick.number(50))} }; // ${pick.one(['年度指标值', '实际完成值', '三级指标'])} || ${pick.one(['分值', '得分'])}`)}\n\tif (a | b) {\n\t\treturn x || y;\n\t}\n`,
  },
  {
    kind: 'log',
    extension: 'txt',
    write: (pick) =>
      pick.lines(
        30,
        (index) =>
          `2031-03-${String((index % 28) + 1).padStart(2, '0')} 10:${String(pick.number(60)).padStart(2, '0')}\tINFO\t${pick.one(['导入', '导出', '校验'])}\t项目名称=${pick.one(projects)}\t${String(pick.number(999))}ms`,
      ),
  },
  {
    kind: 'phone-book',
    extension: 'csv',
    write: (pick) => table(pick, ',', ['姓名', '部门', '联系电话'], () => staff(pick)),
  },
  {
    kind: 'budget-list',
    extension: 'csv',
    write: (pick) =>
      table(pick, ',', ['项目名称', '年初预算数', '全年执行数', '执行率'], () => budget(pick)),
  },
  {
    kind: 'budget-table',
    extension: 'md',
    write: (pick) =>
      `## 预算执行情况\n\n${piped(table(pick, '|', ['项目名称', '全年预算数', '全年执行数', '执行率'], () => budget(pick)))}\n\n${paragraph(pick)}`,
  },
  {
    kind: 'timetable',
    extension: 'txt',
    write: (pick) =>
      table(pick, '\t', ['节次', '星期一', '星期二', '星期三', '星期四', '星期五'], () =>
        timetable(pick),
      ),
  },
  {
    kind: 'menu',
    extension: 'txt',
    write: (pick) =>
      `首页 | 机构职能 | 政策法规 | 绩效管理 | 联系我们 |\n${pick.lines(6, () => `${pick.one(['通知公告', '财政动态', '预算公开'])} | ${pick.one(projects)} | 2031-0${String(pick.number(9) + 1)}-1${String(pick.number(9))} |`)}\n版权所有 | ${place(pick)} |`,
  },
  {
    kind: 'list-of-names',
    extension: 'txt',
    write: (pick) =>
      pick.lines(20, () =>
        pick.one([
          '项目名称',
          '主管部门',
          '目标',
          '指标',
          '年度',
          '总体',
          '资金',
          pick.one(projects),
        ]),
      ),
  },
  {
    kind: 'frame',
    extension: 'txt',
    write: (pick) =>
      `+------------------+\n${pick.lines(5, () => `|${pick.one(projects)}|${money(pick)}|`)}\n|--------+---------|\n|合计|${money(pick)}|\n+------------------+`,
  },
  {
    kind: 'wiki',
    extension: 'txt',
    write: (pick) =>
      `== ${pick.one(projects)} ==\n\n${paragraph(pick)}\n\n{| class="wikitable"\n|-\n! 年份 !! 预算\n${pick.lines(4, (index) => `|-\n| ${String(2027 + index)} || ${money(pick)}`)}\n|}`,
  },
  {
    kind: 'page',
    extension: 'html',
    write: (pick) =>
      `<html><body><h1>${place(pick)}</h1>${pick.lines(4, () => `<p>${paragraph(pick)}</p>`)}<table><tr><td>栏目</td><td>点击量</td></tr>${pick.lines(4, () => `<tr><td>${pick.one(projects)}</td><td>${String(pick.number(9999))}</td></tr>`)}</table></body></html>`,
  },
  {
    kind: 'minutes',
    extension: 'txt',
    write: (pick) =>
      `会议纪要\n时间：2031年${String(pick.number(12) + 1)}月\n地点：三楼会议室\n主持人：李二\n\n${pick.lines(6, (index) => `（${'一二三四五六'.charAt(index)}）${sentence(pick)}`)}\n\n年度总体目标：${sentence(pick)}`,
  },
  {
    kind: 'contract',
    extension: 'md',
    write: (pick) =>
      `# ${pick.one(projects)}服务合同\n\n甲方：${place(pick)}\n乙方：某某公司\n\n${pick.lines(5, (index) => `**第${String(index + 1)}条** 合同金额${money(pick)}万元，${sentence(pick)}\n`)}`,
  },
];
