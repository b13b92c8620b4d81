import type { Unit } from '../model/index.ts';

/** Something that a right reading of a form would hardly show. */
export interface Doubt {
  readonly code: 'reading-uncertain' | 'part-empty';
  readonly text: string;
  readonly units: readonly Unit[];
}

export function uncertain(text: string, units: readonly Unit[]): Doubt {
  return { code: 'reading-uncertain', text: text.slice(0, 40), units };
}

export function empty(label: string, units: readonly Unit[]): Doubt {
  return { code: 'part-empty', text: label.slice(0, 40), units };
}

/** Words of sections that are no goals, however they are put together. */
export const saysElse =
  /原因|措施|问题|建议|改进|概况|概述|内容|依据|说明|分析|情况|用途|理由|意见|范围|简介|经验|做法/u;
