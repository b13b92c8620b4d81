import { labelKey } from '../model/index.ts';

const levels: readonly (readonly [RegExp, number])[] = [
  [/一级/, 1],
  [/二级/, 3],
  [/三级/, 4],
  [/四级/, 5],
  [/子项目|明细|具体/, 6],
  [/项目/, 2],
];

/**
 * How far down a label of a project's name or code stands, where a form prints several: 专项资金名称 above 一级项目名称 above
 * 项目名称 above 二级项目名称. The lowest is the project that the form is about.
 */
export function projectLevel(label: string): number {
  const key = labelKey(label);
  return levels.find(([word]) => word.test(key))?.[1] ?? 0;
}
