import type { Measure } from '../../../src/schema/index.ts';
import type { Random } from '../forms/random.ts';
import type { Pair } from './values.ts';

/** What an indicator counts: its name, the signs that go before, from which number to which, and the unit. */
type Counted = readonly [
  name: string,
  signs: readonly Sign[],
  from: number,
  to: number,
  unit: string,
];
/** What an indicator says in words, and how that was met. */
type Said = readonly [name: string, target: string, actual: string];
type Sign = keyof typeof comparators;

const comparators = {
  '': null,
  '≥': '≥',
  '>=': '≥',
  '≧': '≥',
  '≤': '≤',
  '<=': '≤',
  '=': '=',
  '＝': '=',
  不少于: '≥',
  不低于: '≥',
  不超过: '≤',
} as const satisfies Record<string, Measure['comparator']>;

const least: readonly Sign[] = ['≥', '≥', '>=', '≧', '不少于', ''];
const most: readonly Sign[] = ['≤', '≤', '<=', '不超过'];
const rate: readonly Sign[] = ['≥', '≥', '=', '＝', '不低于', ''];

/** Indicators as departments write them, by their label of level 2. */
const catalogue: Readonly<Record<string, readonly (Counted | Said)[]>> = {
  数量指标: [
    ['维修村道里程', least, 3, 60, '公里'],
    ['开展业务培训场次', least, 2, 24, '场'],
    ['补助困难群众人数', least, 20, 900, '人'],
    ['采购设备数量', ['', '=', '≥'], 2, 80, '台'],
    ['新建蓄水池', ['', '='], 1, 30, '座'],
    ['发放宣传资料', least, 500, 9000, '份'],
    ['开展巡查次数', least, 4, 300, '次'],
    ['服务居民人次', least, 1000, 30000, '人次'],
    ['完成年度巡河任务', '按计划完成', '已完成'],
  ],
  质量指标: [
    ['工程验收合格率', rate, 90, 100, '%'],
    ['培训考核通过率', rate, 80, 98, '%'],
    ['补助发放准确率', rate, 95, 100, '%'],
    ['设备完好率', rate, 90, 99, '%'],
    ['河道断面水质', 'III类及以上水质', 'III类水质'],
    ['工程质量', '达标', '达标'],
  ],
  时效指标: [
    ['补助资金发放及时率', rate, 95, 100, '%'],
    ['项目按期完成率', rate, 90, 100, '%'],
    ['应急响应时间', most, 10, 60, '分钟'],
    ['项目完成时间', '2024年12月底前', '2024年11月完成'],
    ['任务完成及时性', '及时', '及时'],
  ],
  成本指标: [
    ['项目总成本', most, 10, 900, '万元'],
    ['人均补助标准', ['', '='], 50, 800, '元/人'],
    ['每公里养护成本', most, 1, 12, '万元'],
    ['成本节约率', least, 1, 9, '%'],
  ],
  经济成本指标: [
    ['年度经费支出', most, 10, 900, '万元'],
    ['单价控制标准', most, 100, 5000, '元/台套'],
  ],
  社会成本指标: [['对社会造成的负面影响', '较小', '较小']],
  生态环境成本指标: [['施工扬尘影响', '无明显影响', '无明显影响']],
  经济效益指标: [
    ['带动农户增收', least, 5, 400, '万元'],
    ['节约运行经费', least, 2, 60, '万元'],
    ['受益村集体收入增长', least, 2, 15, '%'],
  ],
  社会效益指标: [
    ['受益群众人数', least, 100, 20000, '人'],
    ['政策知晓率', rate, 80, 98, '%'],
    ['公共服务水平', '有效提升', '有效提升'],
    ['群众安全饮水保障', '得到保障', '得到保障'],
  ],
  生态效益指标: [
    ['垃圾无害化处理率', rate, 85, 100, '%'],
    ['绿化覆盖率', rate, 35, 60, '%'],
    ['生态环境改善情况', '明显改善', '明显改善'],
  ],
  可持续影响指标: [
    ['长效管护机制', '健全', '基本健全'],
    ['设施持续使用年限', least, 3, 20, '年'],
    ['人才队伍建设', '持续加强', '持续加强'],
  ],
};

const satisfaction: readonly (Counted | Said)[] = [
  ['受益群众满意度', rate, 80, 98, '%'],
  ['服务对象满意度', rate, 85, 98, '%'],
  ['参训人员满意度', rate, 85, 99, '%'],
  ['居民满意率', rate, 80, 95, '%'],
];

const isSaid = (entry: Counted | Said): entry is Said => entry.length === 3;

const words = (text: string): Measure => ({ text, comparator: null, number: null, unit: null });

/** How the value stands: in one column, in three, or with its unit beside it. */
export type Columns = 'one' | 'split' | 'value-unit';

function counted(random: Random, entry: Counted, columns: Columns): Pair {
  const [, signs, from, to, unit] = entry;
  const sign = random.pick(signs);
  const number = String(from + random.int(to - from + 1));
  const bracketed = columns === 'one' && unit === '%' && random.chance(0.1);
  const printed =
    random.chance(0.1) && Number(number) > 999 ? Number(number).toLocaleString('en-US') : number;
  const target: Measure = {
    text: `${sign}${printed}${bracketed ? `(${unit})` : unit}`,
    comparator: comparators[sign],
    number,
    unit,
  };
  const bare = columns !== 'one' && random.chance(0.6);
  const reached = random.chance(0.5) ? number : reachedOf(random, Number(number), unit, sign);
  return {
    target,
    sign: columns === 'split' ? sign : '',
    number: columns === 'split' ? printed : `${sign}${printed}`,
    unit,
    actual: {
      text: bare ? reached : `${reached}${unit}`,
      comparator: null,
      number: reached,
      unit: bare ? null : unit,
    },
  };
}

/** A little more than was planned, a little less where less is better; a rate never above 100. */
function reachedOf(random: Random, number: number, unit: string, sign: Sign): string {
  const step = Math.max(1, Math.round(number * 0.04)) * (comparators[sign] === '≤' ? -1 : 1);
  const reached = Math.max(0, number + step);
  if (unit !== '%') return String(reached);
  const capped = Math.min(100, reached);
  return capped < 100 && random.chance(0.4)
    ? `${String(capped)}.${String(1 + random.int(9))}`
    : String(capped);
}

/** A name with its values, fitting the label of level 2. */
export function indicatorOf(
  random: Random,
  level2: string,
  columns: Columns,
): { readonly name: string; readonly pair: Pair } {
  const entry = random.pick(catalogue[level2] ?? satisfaction);
  if (!isSaid(entry)) return { name: entry[0], pair: counted(random, entry, columns) };
  const [name, target, actual] = entry;
  return {
    name,
    pair: { target: words(target), sign: '', number: target, unit: '', actual: words(actual) },
  };
}
