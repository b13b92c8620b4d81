import type { RoundingMode } from '../number/index.ts';
import type { FundRow, Indicator, TargetIndicator } from '../schema/index.ts';
import type { Words } from './types.ts';

const longestName = 30;

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : text;
}

/** A fund row by its printed label. */
export function fundRowWords(row: FundRow): Words {
  const label =
    row.label === ''
      ? { zh: '（未署名的资金行）', en: '(unnamed fund row)' }
      : { zh: row.label, en: row.label };
  return { zh: label.zh, en: `"${label.en}"` };
}

/** An indicator by its name, or by its place where it has none. */
export function indicatorWords(indicator: Indicator | TargetIndicator, index: number): Words {
  const name = shorten(indicator.level3);
  if (name === '') return { zh: `第${index + 1}行指标`, en: `indicator ${index + 1}` };
  return { zh: `指标“${name}”`, en: `indicator "${name}"` };
}

export const columnWords = {
  initialBudget: { zh: '年初预算数', en: 'initial budget' },
  annualBudget: { zh: '全年预算数', en: 'annual budget' },
  executed: { zh: '全年执行数', en: 'amount executed' },
  executionRate: { zh: '执行率', en: 'execution rate' },
  weight: { zh: '分值', en: 'weight' },
  score: { zh: '得分', en: 'score' },
} as const satisfies Record<string, Words>;

/** `X的Y`, `Y of X`. */
export function of(owner: Words, part: Words): Words {
  return { zh: `${owner.zh}的${part.zh}`, en: `${part.en} of ${owner.en}` };
}

/** Several things in a row. */
function list(items: readonly Words[]): Words {
  return { zh: items.map(({ zh }) => zh).join('、'), en: items.map(({ en }) => en).join(', ') };
}

/** What cannot be done without, named. */
export function lacking(items: readonly Words[]): Words {
  const names = list(items);
  return { zh: `缺${names.zh}`, en: `${names.en} missing` };
}

/** As `lacking`, with what the sum lacks: told where no single blank explains it. */
export function lackingOf(
  items: readonly Words[],
  whole: Words,
  printed: string,
  known: string,
): Words {
  const { zh, en } = lacking(items);
  return {
    zh: `${zh}（${whole.zh}印为 ${printed}，已填各项之和 ${known}）`,
    en: `${en} (the ${whole.en} is printed as ${printed}, what is filled in adds up to ${known})`,
  };
}

export const noPlaceForReasons: Words = {
  zh: '表内没有填写原因的栏',
  en: 'the form has no place for a reason',
};
export const sharedWeight: Words = {
  zh: '分值由几行合用',
  en: 'one weight stands for several rows',
};
export const cutOff: Words = {
  zh: '本表只读出一部分，合计不能作准',
  en: 'only a part of the form was read, so a sum proves nothing',
};
export const uncalculated: Words = {
  zh: '合计印为 0 而各项不为 0，像是未计算的公式',
  en: 'the total is 0 over parts that are not, as an uncalculated formula prints it',
};

const modeWords: Readonly<Record<RoundingMode, Words>> = {
  'half-up': { zh: '四舍五入', en: 'rounds half up' },
  truncation: { zh: '只舍不入', en: 'truncates' },
  ceiling: { zh: '只入不舍', en: 'rounds up' },
};

/** What follows a rate in a message: nothing where the document prints fractions of 1. */
export function rateSign(fractions: boolean): string {
  return fractions ? '' : '%';
}

/** How the document shortens figures of a kind, as the end of a message; nothing where its forms do not show it. */
export function modeNote(mode: RoundingMode | null): Words {
  if (mode === null) return { zh: '', en: '' };
  return {
    zh: `（本文件一律${modeWords[mode].zh}）`,
    en: ` (this document ${modeWords[mode].en} throughout)`,
  };
}
