import {
  findLabel,
  findLevel1,
  findLevel2,
  findTitle,
  findYearLine,
  guessHeading,
  guessPair,
  isAttachmentMark,
  splitInline,
} from '../../../lexicon/index.ts';
import type { Term } from '../../../lexicon/index.ts';
import { memoText } from '../../../model/index.ts';

/** What a line may be by its words alone. */
export interface Facts {
  readonly blank: boolean;
  readonly terms: readonly Term[];
  /** How far the words are from those that the templates print; Infinity where they name nothing. */
  readonly labelCost: number;
  /** What words that name nothing hint at over a column, and beside a value. */
  readonly overColumn: Term | null;
  readonly besideValue: Term | null;
  readonly level1: boolean;
  readonly level2: boolean;
  /** Nothing but a number, as weights and scores are. */
  readonly number: boolean;
  /** A number with a sign, a unit or a per cent. */
  readonly measure: boolean;
  /** `—`, `/`, `无`: nothing is to be said here. */
  readonly dash: boolean;
  /** ≥, 不低于, 定性: how a figure is to be compared. */
  readonly sign: boolean;
  readonly grade: boolean;
  /** A title, a year or an attachment's mark. */
  readonly aside: boolean;
  /** The number of a paragraph that begins with one; 0 without. */
  readonly numbering: number;
  /** It has figures or marks as no word of a heading has. */
  readonly prose: boolean;
  /** 3月底, 第一季度: a date until which funds are spent. */
  readonly month: boolean;
  /** 二、资金情况: the numbered title of a part of the form. */
  readonly section: boolean;
  /** 填表人：王某 联系电话：…: labels and their values in one line. */
  readonly inline: boolean;
  readonly length: number;
}

const number = /^[-+]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?分?$/u;
const measure =
  /^(?:[≥≤=<>＝≧≦＜＞≈]|不少于|不低于|不超过|大于|小于|共|约)*[-+]?[\d０-９][\d０-９,，.．]*\D{0,6}$/u;
const dash = /^(?:[-—－–/／\\]+|无|不适用)$/u;
const sign =
  /^(?:[≥≤=<>＝≧≦＜＞≈]{1,2}|定性|定量|正向|反向|不?[少低高多大小]于|不超过|大于等于|小于等于|等于|约)$/u;
const grade = /^(?:优秀?|良好?|中等?|差|合格|不合格|较好|一般)$/u;
const numbering = /^(?:目标)?[（(]?(\d{1,2})[.、．)）:：](?!\d)/u;

/** Marks that no label has, and figures in front of words. */
const sentence = /[，。；;、≥≤]|^\d/u;

const month = /^(?:\d{1,2}月底?|第?[一二三四1-4]季度)(?:[（(]%[)）])?$/u;

const section =
  /^[（(]?[一二三四五六七八九十]{1,2}[、.．)）]\p{Script=Han}{3,20}(?:[（(][^（()）]{1,8}[)）])?$/u;

type Hints = Pick<Facts, 'overColumn' | 'besideValue'>;

const noHints: Hints = { overColumn: null, besideValue: null };

type Named = Pick<Facts, 'terms' | 'labelCost' | 'aside' | 'inline'>;

function noLabel(words: string, text: string): Named {
  return { terms: [], labelCost: Infinity, aside: isAside(words), inline: isInline(text) };
}

function labelled({ terms, cost }: NonNullable<ReturnType<typeof findLabel>>): Named {
  return { terms, labelCost: cost, aside: false, inline: false };
}

function hintsOf(words: string): Hints {
  // 完成 and 执行 are values as well.
  const overColumn = words.length > 2 ? guessHeading(words) : null;
  return { overColumn, besideValue: guessPair(words) };
}

/** What a text may be by its words. */
export const factsOf = memoText((text): Facts => {
  const words = text.slice(0, 200).replaceAll(/\s+/gu, '');
  const level1 = findLevel1(words) !== null;
  const level2 = findLevel2(words) !== null;
  const label = level1 || level2 ? null : findLabel(words);
  const unknown = label === null && !level1 && !level2 && !sentence.test(words);
  return {
    blank: words === '',
    ...(unknown ? hintsOf(words) : noHints),
    ...(label === null ? noLabel(words, text) : labelled(label)),
    level1,
    level2,
    number: number.test(words),
    measure: words.length < 24 && !numbering.test(words) && measure.test(words),
    dash: dash.test(words),
    sign: sign.test(words),
    grade: grade.test(words),
    numbering: Number(numbering.exec(words)?.[1] ?? 0),
    prose: /[\d，。；;,]/u.test(words),
    month: month.test(words),
    section: section.test(words),
    length: words.length,
  };
});

const inlineTerms: ReadonlySet<Term> = new Set<Term>([
  'person',
  'formUnit',
  'reportingUnit',
  'note',
]);

function isInline(text: string): boolean {
  if (text.length > 120 || !/[:：]/u.test(text)) return false;
  const [first] = splitInline(text) ?? [];
  if (first === undefined || first.value.trim() === '') return false;
  return findLabel(first.label)?.terms.some((term) => inlineTerms.has(term)) ?? false;
}

function isAside(words: string): boolean {
  // A date is no year's line.
  if (/[月日]/u.test(words)) return findTitle(words) !== null;
  return findYearLine(words) !== null || findTitle(words) !== null || isAttachmentMark(words);
}

/** Whether a text names one of these parts. */
export function isOneOf({ terms }: Facts, wanted: ReadonlySet<Term>): boolean {
  return terms.some((term) => wanted.has(term));
}

/** Whether a text is the numbered title of a known part of the form. */
export function isPartTitle({ section, terms }: Facts): boolean {
  return section && terms.length > 0;
}
