import type { Finding, PerformanceForm } from '../../../src/schema/index.ts';
import {
  decimalsOf,
  least,
  less,
  minus,
  over,
  plus,
  type Ratio,
  ratio,
  times,
  unit,
} from '../audit/ratio.ts';
import { atMost, hundred, isEqual, isZero, none, shown, sumOf, valueOf } from './figures.ts';

/** What is wrong with a sentence; empty where its arithmetic holds. */
type Check = (numbers: readonly string[], finding: Finding, form: PerformanceForm) => string | null;

const n = String.raw`(-?\d+(?:\.\d+)?)`;
const distance = (one: Ratio, other: Ratio): Ratio => {
  const by = minus(one, other);
  return less(by, none) ? minus(none, by) : by;
};
const isNear = (value: Ratio, digits: string): boolean =>
  less(distance(value, valueOf(digits)), unit(decimalsOf(digits)));
const unless = (holds: boolean, what: string): string | null => (holds ? null : what);

const modes = [
  [/一律四舍五入|rounds half up/, 'half-up'],
  [/一律只舍不入|truncates/, 'truncation'],
  [/一律只入不舍|rounds up/, 'ceiling'],
] as const;

/** A value that is said to be right: shortened as the sentence says the document does, else in some way. */
function isShortened(value: Ratio, digits: string, { message }: Finding): boolean {
  const mode = modes.find(([words]) => words.test(message))?.[1] ?? 'half-up';
  return isEqual(valueOf(shown(value, decimalsOf(digits), mode)), valueOf(digits));
}

const quotient: Check = ([executed = '0', annual = '0', right = '0'], finding) => {
  const share = over(valueOf(executed), valueOf(annual));
  const isPercent = /应为 [-\d.]+%|gives [-\d.]+%/.test(finding.message);
  const rate = isPercent ? times(share, hundred) : share;
  return unless(isShortened(rate, right, finding), `${executed} ÷ ${annual} is not ${right}`);
};

const capped = (weight: Ratio, value: Ratio): Ratio => {
  const top = least(weight, value);
  return less(top, none) ? none : top;
};

const byAmounts: Check = ([weight = '0', executed = '0', annual = '0', right = '0'], finding) => {
  const value = times(valueOf(weight), over(valueOf(executed), valueOf(annual)));
  return unless(
    isShortened(capped(valueOf(weight), value), right, finding),
    `${weight} × ${executed} ÷ ${annual} is not ${right}`,
  );
};

const byRate =
  (points: number): Check =>
  ([weight = '0', rate = '0', right = '0'], finding) => {
    const value = times(valueOf(weight), times(valueOf(rate), ratio(1, points)));
    return unless(
      isShortened(capped(valueOf(weight), value), right, finding),
      `${weight} × ${rate} is not ${right}`,
    );
  };

const outside: Check = ([score = '0', weight = '0']) =>
  unless(
    less(valueOf(score), none) || less(valueOf(weight), valueOf(score)),
    `${score} is within ${weight}`,
  );

/** The shares of the budget that were spent: costs are often scored by them. */
function spendingOf(form: PerformanceForm): Ratio[] {
  if (form.kind === 'target') return [];
  return form.funds.rows.flatMap(({ annualBudget, executed, executionRate }) => [
    ...(executionRate === null
      ? []
      : [times(valueOf(executionRate), ratio(1, 100)), valueOf(executionRate)]),
    ...(annualBudget === null || executed === null || isZero(valueOf(annualBudget))
      ? []
      : [over(valueOf(executed), valueOf(annualBudget))]),
  ]);
}

/** Of target and actual: every score that some rule gives. */
const byTarget: Check = (_numbers, { message }, form) => {
  const found = new RegExp(
    String.raw`(?:指标值|target) [^\d-]*${n}.*?(?:完成值|actual) [^\d-]*${n}.*?(?:分值|weight) ${n} (?:应为|give) (.*)$`,
  ).exec(message);
  const [, target = '0', actual = '0', weight = '0', rest = ''] = found ?? [];
  const [goal, done, most] = [target, actual, weight].map(valueOf);
  if (goal === undefined || done === undefined || most === undefined || isZero(goal))
    return 'no figures';
  const excess = minus(ratio(2), over(done, goal));
  const shares = [over(done, goal), ratio(1), none, less(excess, none) ? none : excess];
  if (!isZero(done)) shares.push(over(goal, done));
  shares.push(...spendingOf(form));
  const right = rest.match(/\d+(?:\.\d+)?/g) ?? [];
  const wrong = right.find((digits) => !shares.some((share) => isNear(times(most, share), digits)));
  return unless(right.length > 0 && wrong === undefined, `${wrong ?? 'nothing'} is no score`);
};

const share: Check = ([actual = '0', target = '0', percent = '0']) =>
  unless(
    isNear(times(over(valueOf(actual), valueOf(target)), hundred), percent),
    `${actual} is not ${percent} % of ${target}`,
  );
const shareEn: Check = ([actual = '0', percent = '0', target = '0'], finding, form) =>
  share([actual, target, percent], finding, form);

const below: Check = ([actual = '0', target = '0', full = '0']) =>
  unless(
    less(valueOf(actual), valueOf(target)) || isZero(valueOf(target)) || full === '',
    `${actual} reaches ${target}`,
  );

const unequal: Check = ([one = '0', other = '0']) =>
  unless(!isEqual(valueOf(one), valueOf(other)), `${one} is ${other}`);

const deducted: Check = (numbers, { message }) => {
  const [first = '0', second = '0'] = numbers;
  const [weight, score] = message.startsWith('The') ? [second, first] : [first, second];
  return unless(less(valueOf(score), valueOf(weight)), `${score} is not below ${weight}`);
};

const artefact: Check = ([printed = '0', right = '0']) =>
  unless(less(distance(valueOf(printed), valueOf(right)), unit(9)), `${printed} is not ${right}`);

const grades: Check = (_numbers, { message, expected }, form) => {
  if (form.kind === 'target' || form.total.score === null) return 'no score';
  const grade = [90, 80, 60].filter((from) =>
    less(valueOf(form.total.score ?? '0'), ratio(from)),
  ).length;
  return unless(
    '优良中差'[grade] === expected && message.includes(expected),
    `${form.total.score} is not ${expected ?? ''}`,
  );
};

const group: Check = ([printed = '0', sum = '0'], { path }, form) => {
  if (form.kind === 'target') return 'no group';
  const own = form.groupWeights[Number(path.split('/')[2])];
  const weights = form.indicators
    .filter((one) => one.level1 === own?.level1 && one.level3 !== '无')
    .map((one) => valueOf(one.weight ?? '0'));
  return unless(
    isEqual(sumOf(weights), valueOf(sum)) && printed === own?.weight,
    `the weights are not ${sum}`,
  );
};

const ofFunds: Check = ([, rate = '0'], _finding, form) => {
  if (form.kind === 'target') return 'no rate';
  const rates = form.funds.rows.flatMap(({ annualBudget, executed }) =>
    annualBudget === null || executed === null || isZero(valueOf(annualBudget))
      ? []
      : [times(over(valueOf(executed), valueOf(annualBudget)), hundred)],
  );
  return unless(
    rates.some((one) => isNear(one, rate)),
    `no row gives ${rate}`,
  );
};

const same: Check = ([later = '0', earlier = '0'], _finding, { indicators }) => {
  const of = (row: string): string =>
    JSON.stringify({ ...indicators[Number(row) - 1], origin: null });
  return unless(
    later !== earlier && of(later) === of(earlier),
    `rows ${later} and ${earlier} differ`,
  );
};

const points: Check = ([fraction = '0', percent = '0']) =>
  unless(
    isEqual(times(valueOf(fraction), hundred), valueOf(percent)),
    `${fraction} is not ${percent} %`,
  );

const anything: Check = () => null;

/** The sentences of each rule in both languages. */
const sentences: Readonly<Record<string, readonly (readonly [sentence: string, check: Check])[]>> =
  {
    'execution-rate': [
      [`(?:按|but) ${n} ÷ ${n} (?:应为|gives) ${n}`, quotient],
      [
        `(?:印为|printed as) ${n}(?:，没有百分号，是小数写法，即| without a percent sign: .* that is) ${n}%`,
        points,
      ],
      [`(?:而全年预算数为|its annual budget is) 0`, anything],
    ],
    'execution-score': [
      [`(?:按|but) ${n} × ${n} ÷ ${n} (?:应为|gives) ${n}`, byAmounts],
      [`(?:按|but) ${n} × ${n}% (?:应为|gives) ${n}`, byRate(100)],
      [`(?:按|but) ${n} × ${n} (?:应为|gives) ${n}`, byRate(1)],
      [`(?:印为|printed as) ${n}(?:，不在 0 与分值|, outside 0 to its weight) ${n}`, outside],
    ],
    'fund-parts': [
      [`(?:印为|printed as) ${n}(?:，各项之和|, but its parts add up to) (?:.*= )?${n}`, unequal],
    ],
    'budget-parts': [
      [
        `(?:印为|printed as) ${n}(?:，各来源资金之和|, but its sources add up to) (?:.*= )?${n}`,
        unequal,
      ],
    ],
    'weight-sum': [
      [`(?:印为|printed as) ${n}(?:，|, but ).*(?:之和|add up to) (?:.*= )?${n}`, unequal],
    ],
    'score-sum': [
      [`(?:印为|printed as) ${n}(?:，|, but ).*(?:之和|add up to) (?:.*= )?${n}`, unequal],
    ],
    'total-weight': [
      [`(?:印为|printed as) ${n}(?:，应为|, it should be) ${n}`, unequal],
      [`(?:之和为|add up to) ${n}(?:，应为|, it should be) ${n}`, unequal],
    ],
    'score-within-weight': [
      [`(?:印为|printed as) ${n}(?:，不在 0 与分值|, outside 0 to its weight) ${n}`, outside],
      [
        `(?:合用分值|share the weight) ${n}.*= ${n}`,
        ([weight = '0', sum = '0'], ...rest): string | null => outside([sum, weight], ...rest),
      ],
    ],
    'indicator-score': [['应为|give ', byTarget]],
    'over-achievement': [
      [`完成值 [^\\d-]*${n}\\S* 是指标值 [^\\d-]*${n}\\S* 的 ${n}%`, share],
      [`actual [^\\d-]*${n}.* is ${n}% of its target [^\\d-]*${n}`, shareEn],
    ],
    'full-score-below-target': [
      [`(?:完成值|actual) [^\\d-]*${n}.*(?:未达到指标值|misses the target) [^\\d-]*${n}`, below],
    ],
    'deduction-without-reason': [
      [`分值 ${n}、得分 ${n}，`, deducted],
      [`The score ${n} of .* below its weight ${n}`, deducted],
    ],
    'float-artefact': [[`(?:印为|Printed as) ${n}(?:，应为|, which stands for) ${n}`, artefact]],
    'rating-band': [['应为|earns', grades]],
    'group-weight': [[`(?:标注|a weight of) ${n}.*(?:之和为|add up to) ${n}`, group]],
    'execution-indicator': [
      [`(?:印为|printed as) [^\\d-]*${n}.*(?:执行率为|execution rate of) ${n}%`, ofFunds],
    ],
    'duplicate-indicator': [[`(?:第|Row )(\\d+).*(?:与第|same as row )(\\d+)`, same]],
    'missing-value': [['留空$|is blank$', anything]],
    'plan-cumulative': [
      [`(?:印为|printed as) ${n}%.*(?:应为|should be) ${n}%`, unequal],
      [`(?:印为|printed as) ${n}%.*(?:低于|below).* ${n}%`, unequal],
    ],
  };

/** Every `a + b = c` of a sentence adds up. */
function additions(message: string): string[] {
  const all = message.matchAll(
    new RegExp(String.raw`((?:-?\d+(?:\.\d+)? \+ )+-?\d+(?:\.\d+)?) = ${n}`, 'g'),
  );
  return [...all].flatMap(([text, addends = '', right = '0']) => {
    const sum = sumOf(addends.split(' + ').map(valueOf));
    return less(distance(sum, valueOf(right)), ratio(1, 10 ** 7))
      ? []
      : [`${text} does not add up`];
  });
}

/** A blank that is said to close a sum closes it. */
function closing({ message, printed }: Finding): string[] {
  const needed = new RegExp(`若为 ${n}，|with ${n} as `).exec(message);
  const sums = new RegExp(`(?:之和|add up to) (?:.*= )?${n}`).exec(message);
  const value = needed?.[1] ?? needed?.[2];
  if (value === undefined || sums === null || printed === null) return [];
  const closes = isEqual(plus(valueOf(value), valueOf(sums[1] ?? '0')), valueOf(printed));
  return closes ? [] : [`${value} does not close ${printed}`];
}

/** The range says what is right, so it holds the value that is right and never the printed one. */
function range({ printed, expected, range: allowed }: Finding): string[] {
  if (allowed === null) return [];
  const [low, high] = allowed.map(valueOf);
  if (low === undefined || high === undefined) return [];
  const holds = (digits: string | null): boolean =>
    digits !== null && atMost(low, valueOf(digits)) && atMost(valueOf(digits), high);
  return [
    ...(holds(printed) ? [`${printed ?? ''} is within ${allowed.join('…')}`] : []),
    ...(expected !== null && !holds(expected)
      ? [`${expected} is not within ${allowed.join('…')}`]
      : []),
  ];
}

/** What is wrong with a finding's own words and figures. */
export function wrongIn(finding: Finding, form: PerformanceForm): string[] {
  const { rule, message, kind } = finding;
  const known = sentences[rule];
  if (known === undefined || kind === 'unverifiable') return additions(message);
  const matching = known.flatMap(([sentence, check]) => {
    const match = new RegExp(sentence).exec(message);
    return match === null ? [] : [{ numbers: match.slice(1), check }];
  });
  const [first] = matching;
  const own = first === undefined ? 'no such sentence' : first.check(first.numbers, finding, form);
  return [
    ...(own === null ? [] : [own]),
    ...additions(message),
    ...closing(finding),
    ...range(finding),
  ];
}
