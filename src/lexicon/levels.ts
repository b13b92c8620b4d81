import { numbering } from './numbering.ts';
import { labelKey, memoText } from '../model/index.ts';

/** The four level-1 groups, by the word that is their own. */
export const level1Labels = ['成本指标', '产出指标', '效益指标', '满意度指标'] as const;
export type Level1 = (typeof level1Labels)[number];

/** Level-2 labels and the level-1 groups under which they may stand; the first is where they stand unless another is printed. */
const level2: readonly (readonly [string, readonly Level1[]])[] = [
  ['经济成本指标', ['成本指标']],
  ['社会成本指标', ['成本指标']],
  ['生态环境成本指标', ['成本指标']],
  ['产出数量指标', ['产出指标']],
  ['产出质量指标', ['产出指标']],
  ['产出时效指标', ['产出指标']],
  ['产出成本指标', ['产出指标']],
  ['数量指标', ['产出指标']],
  ['质量指标', ['产出指标']],
  ['时效指标', ['产出指标']],
  ['成本指标', ['产出指标', '成本指标']],
  ['经济效益指标', ['效益指标']],
  ['社会效益指标', ['效益指标']],
  ['生态效益指标', ['效益指标']],
  ['可持续影响指标', ['效益指标']],
  ['可持续发展指标', ['效益指标']],
  ['可持续性影响指标', ['效益指标']],
  ['可持续效益指标', ['效益指标']],
  ['环境效益指标', ['效益指标']],
  ['服务对象满意度指标', ['满意度指标']],
  ['社会公众或服务对象满意度指标', ['满意度指标']],
  ['社会公众满意度指标', ['满意度指标']],
  ['服务对象或项目受益人满意度指标', ['满意度指标']],
  ['受益对象满意度指标', ['满意度指标']],
  ['受益群众满意度指标', ['满意度指标']],
  ['满意度指标', ['满意度指标']],
];

export const level2Labels: readonly string[] = level2.map(([label]) => label);

/** 数量指标 is also printed as 数量, 数量目标 or 数量值. */
function variants(label: string): string[] {
  const stem = label.replace(/指标$/, '');
  return [label, stem, `${stem}目标`, `${stem}值`];
}

const level1ByKey = new Map(
  level1Labels.flatMap((label) => variants(label).map((key) => [key, label] as const)),
);
const level2ByKey = new Map(
  level2.flatMap(([label, groups]) =>
    variants(label).map((key) => [key, { label, groups }] as const),
  ),
);

/** A label's words without those that change nothing: 一、产出类指标 is 产出指标, 满意程度 is 满意度. */
function foldLevel(key: string): string {
  return key
    .replace(numbering, '')
    .replace(/类(?=指标|$)/u, '')
    .replace('满意程度', '满意度');
}

/** A group's label without its number: 一、产出指标. */
export function bareLevel(text: string): string {
  return text.replace(numbering, '');
}

/** A level-1 label's standard form, or null: `产出目标` → 产出指标. */
export const findLevel1 = memoText(
  (text): Level1 | null => level1ByKey.get(foldLevel(levelKey(text).key)) ?? null,
);

interface Level2 {
  readonly label: string;
  readonly groups: readonly Level1[];
}

/** Labels of level 2 in words of a form's own, which say where they belong: 行业效益指标, 公众满意度指标, 时效性指标. */
const composed: readonly (readonly [RegExp, Level1])[] = [
  [/^(?!.*指标.)\p{Script=Han}{1,10}满意度指标$/u, '满意度指标'],
  [
    /^(?:经济|社会|生态|环境|行业|民生|文化|政治|国防|科技|产业|生产|区域|示范)(?:性|发展)?(?:影响|效益|效果)指标$/u,
    '效益指标',
  ],
  [/^可持续(?:性|发展|影响|效益|能力)?(?:影响|能力)?指标$/u, '效益指标'],
  [/^(?:产出)?(?:数量|质量|时效|成本|进度|效率)性?指标$/u, '产出指标'],
];

/** Whether a text is a label of level 2 as it is listed, not one that its words compose. */
export function isListedLevel2(text: string): boolean {
  return level2ByKey.has(foldLevel(levelKey(text).key));
}

/** A level-2 label's standard form and the level-1 groups it may stand under, or null. */
export const findLevel2 = memoText((text): Level2 | null => {
  const key = foldLevel(levelKey(text).key);
  const known = level2ByKey.get(key);
  if (known !== undefined || !key.endsWith('指标')) return known ?? null;
  const group = composed.find(([pattern]) => pattern.test(key))?.[1];
  return group === undefined ? null : { label: key, groups: [group] };
});

/**
 * A level label without the weight that it may print: `产出指标(50分)` → 产出指标 and 50.
 * `printed` keeps the label's own characters.
 */
export function levelKey(text: string): {
  readonly key: string;
  readonly printed: string;
  readonly weight: string | null;
} {
  const key = labelKey(text);
  if (!/\d/.test(key)) return { key, printed: text, weight: null };
  const match =
    /^(.*\p{Script=Han}.*?)\(?(\d+(?:\.\d+)?)(?:分|%)\)?$|^(.*\p{Script=Han}.*?)\((\d+(?:\.\d+)?)\)$/u.exec(
      key,
    );
  const name = match?.[1] ?? match?.[3];
  if (match === null || name === undefined || name === '')
    return { key, printed: text, weight: null };
  return {
    key: name,
    printed: [...text.replace(/\s/g, '')].slice(0, [...name].length).join(''),
    weight: match[2] ?? match[4] ?? null,
  };
}

const wholeLabels = [...new Set([...level1ByKey.keys(), ...level2ByKey.keys()])].filter((key) =>
  key.endsWith('指标'),
);

/** A label's weight, or a piece of it, cut off from the label: `(50分)`, `50分)`. */
const weightFragment = /^(?=.*[()分])\(?[\d.]*分?\)?$/;

/** Whether a text is a piece of some level label (`可持`, `度指`, `标`), so that it may be one half of a label cut in two. */
export const isLevelFragment = memoText((text): boolean => {
  const whole = levelKey(text).key;
  if (weightFragment.test(whole)) return true;
  const key = foldLevel(whole.replace(/\([\d.]*$/, ''));
  return key !== '' && wholeLabels.some((label) => label.includes(key));
});

/** 公众满意度指标 ends in a label, and is one of its own: its words in front are whole. */
function isOwnLabel(key: string): boolean {
  return wholeLabels.some((label) => key.endsWith(label) && key.length - label.length >= 2);
}

/** The one label that a text begins or ends, with at most three characters missing: `服务对象满意度指` → 服务对象满意度指标. */
export function completeLevel(text: string, level: 1 | 2): string | null {
  const { key } = levelKey(text);
  if (key.length < 3 || isOwnLabel(key)) return null;
  const labels = (level === 1 ? [...level1ByKey.keys()] : [...level2ByKey.keys()]).filter((label) =>
    label.endsWith('指标'),
  );
  const fits = labels.includes(key)
    ? []
    : labels.filter(
        (label) => label.length - key.length <= 3 && (label.startsWith(key) || label.endsWith(key)),
      );
  // 效指标 ends 时效指标 as well as 产出时效指标: what all of them end in lacks least.
  return fits.find((label) => fits.every((other) => other.endsWith(label))) ?? null;
}
