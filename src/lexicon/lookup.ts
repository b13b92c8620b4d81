import { foldWidth, labelKey, memoText } from '../model/index.ts';
import { composeTerms } from './compose.ts';
import { hintedPair, hintedTerms } from './hints.ts';
import { type Term, words } from './terms.ts';
import { lengths } from './lengths.ts';
import { numbering } from './numbering.ts';

/** What a label says: the parts that it may name, and what its brackets add. */
export interface Label {
  readonly terms: readonly Term[];
  /** 万元 or 元, where the label prints it: 项目资金(万元). */
  readonly unit: '万元' | '元' | null;
  /**
   * How far the text is from the words that the templates print: 0 is one of them, 1 is composed of their morphemes, 2 is
   * composed in a way that values and indicator names are worded in as well (市级财政补助资金, 项目资金支付率).
   */
  readonly cost: 0 | 1 | 2;
}

const termsByKey = new Map<string, Term[]>();
for (const [term, list] of Object.entries(words) as [Term, readonly string[]][]) {
  for (const word of list) {
    const key = labelKey(word);
    termsByKey.set(key, [...(termsByKey.get(key) ?? []), term]);
  }
}

/** Brackets at a label's end: (万元), (A), (B/A), (%), (10分), (盖章), (本级) … */
const qualifier = /\((?:[^()]*)\)$|\[(?:[^[\]]*)\]$/;
const partOf = /^(?:其中|其)[:、,-]?/;
/** 全年预算数A, 执行率B/A, 执行率=B÷A×100%: a column's letter, or how it follows from others, without brackets. */
const columnLetter = /(?<=\p{Script=Han})[=:]?[A-Z](?:[/÷][A-Z](?:[×*]100%)?)?$/u;

const ownYear = /^20\d\d年度?(?=\p{Script=Han}{2})/u;

/** 2024年度目标 is the year's goal, whichever year it is. */
export function withoutYear(key: string): string {
  return key.replace(ownYear, '年度');
}

/** A label's key as it stands, and without what its brackets, numbering and unit add. */
export function labelForms(key: string): string[] {
  const bare = key
    .replace(numbering, '')
    .replace(/[:;,]+$/, '')
    .replace(columnLetter, '');
  const chain = bare === key ? [key] : [key, bare];
  let current = bare;
  while (qualifier.test(current)) {
    current = current.replace(qualifier, '').replace(/[:]+$/, '');
    chain.push(current);
  }
  for (const form of [...chain]) if (partOf.test(form)) chain.push(form.replace(partOf, ''));
  if (/\d$/.test(current)) chain.push(current.replace(/\d+$/, ''));
  if (ownYear.test(current)) chain.push(withoutYear(current));
  // 转移支付(项目)名称: what stands in brackets in the middle may be read or left out.
  for (const form of [bare, current])
    if (/\([^()]*\)./.test(form))
      chain.push(form.replace(/[()]/g, ''), form.replace(/\([^()]*\)/g, ''));
  // 指标(一级): the level that brackets name is part of the word.
  if (/\([一二三]级\)$/.test(bare)) chain.push(bare.replace(/[()]/g, ''));
  const withUnit = /(?:万元|元|%)$/.exec(current);
  if (withUnit !== null) chain.push(current.slice(0, -withUnit[0].length));
  return chain;
}

/** What a word without brackets and numbers around it names: as it is listed, else by its morphemes. */
export function nameOf(word: string): Pick<Label, 'terms' | 'cost'> | null {
  const terms = termsByKey.get(word);
  return terms === undefined ? composeTerms(word) : { terms, cost: 0 };
}

function firstOf<T, R>(list: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of list) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** 是否跨年度实施, 有无结转: a question is a label, whatever it asks. */
const question = /^(?:是否|有无)\p{Script=Han}{2,12}[:?]?$/u;
const asks: Pick<Label, 'terms' | 'cost'> = { terms: ['attribute'], cost: 1 };

/** What a text names as a label, or null where it is no label that we know. */
export const findLabel = memoText((text): Label | null => {
  if (text.length > lengths.name) return null;
  const key = labelKey(text);
  // No figure is a label: most texts of a form are told by that alone.
  const named = !/\p{Script=Han}/u.test(key)
    ? null
    : question.test(key)
      ? asks
      : firstOf(labelForms(key), nameOf);
  return named === null ? null : { ...named, unit: findUnit(key) };
});

/** Whether a text names one of these parts. */
export function names(text: string, ...terms: readonly Term[]): boolean {
  return findLabel(text)?.terms.some((term) => terms.includes(term)) ?? false;
}

/** Longer texts are no labels to guess at. */

/** The part that a column's heading most likely names, where its words are not known: 年末实际完成数值 → actual. */
export function guessHeading(text: string, asked?: ReadonlySet<Term>): Term | null {
  const key = labelKey(text);
  if (key === '' || key.length > lengths.label) return null;
  return hintedTerms(key).find((term) => asked?.has(term) ?? true) ?? null;
}

/** The part that a label beside its value most likely names, where its words are not known: 具体落实单位 → implementingUnit. */
export function guessPair(text: string): Term | null {
  if (text.length > lengths.label) return null;
  return firstOf(labelForms(labelKey(text)), hintedPair);
}

/** Whether a text in unknown words is such as stands over a goal, or over what became of it: 目标年末达成情况. */
export function hintsGoal(text: string): boolean {
  return guessPair(text)?.startsWith('goal') === true;
}

/** Whether a label names a project's name, in known words or in such that hint at it by how they close: 绩效项目全称. */
export function isProjectName(text: string): boolean {
  if (names(text, 'projectName')) return true;
  return (
    /(?:项目|专项|课题|资金|政策).*(?:名称|全称|名目|题名)(?:[(（][^()（）]*[)）])?[:：]?$/u.test(
      text,
    ) &&
    findLabel(text) === null &&
    guessPair(text) === 'projectName'
  );
}

/** 万元 or 元 as a label or a line such as `单位：万元` prints it. */
export function findUnit(text: string): '万元' | '元' | null {
  const key = foldWidth(text);
  if (key.includes('万元')) return '万元';
  return /\(元\)|[:：]元|元\)|^元$|人民币元/.test(key) ? '元' : null;
}

/** Labels of people, dates and notes that one line may print after each other: 填表人：… 联系电话：… */
const inlineTerms: ReadonlySet<Term> = new Set<Term>([
  'note',
  'person',
  'rating',
  'department',
  'implementingUnit',
  'reportingUnit',
  'projectName',
  'projectCode',
  'attribute',
  'formUnit',
  'total',
]);
const bracketBehind = /[(（][^()（）]{1,8}[)）]\s*$/u;

/** White space may stand between a label's characters: 单 位：. */
const longestInline = 40;

/** A label and its value inside one text. */
export interface InlinePair {
  readonly label: string;
  readonly value: string;
}

/**
 * A label in the middle of a text is one only behind a boundary: a Han character is none (…项目负责人：), except before a
 * longer label of people and dates, which exporters print without a space (张三填报日期：…).
 */
function namesInline(word: string, before: string, wide: boolean): boolean {
  const key = labelKey(word);
  // Behind a wide gap a short word and its colon are a label, whatever they say.
  if (wide && /^\p{Script=Han}{2,8}$/u.test(key)) return true;
  const terms = nameOf(key.replace(numbering, ''))?.terms ?? [];
  if (!terms.some((term) => inlineTerms.has(term))) return false;
  return !/\p{Script=Han}/u.test(before) || (key.length >= 3 && terms.includes('person'));
}

const wideGap = /(?:\s{2,}|\u3000)$/u;

/** Where the longest label begins that ends at a colon, with what its brackets add; null where none ends there. */
function labelBefore(text: string, from: number, colon: number): number | null {
  const end = colon - (bracketBehind.exec(text.slice(from, colon))?.[0].length ?? 0);
  for (let at = Math.max(from, end - longestInline); at < end; at += 1)
    if (
      /\S/.test(text[at] ?? '') &&
      namesInline(
        text.slice(at, end),
        text[at - 1] ?? '',
        from > 0 && wideGap.test(text.slice(from, at)),
      )
    )
      return at;
  return null;
}

/**
 * Splits `填表人：王某 联系电话：021-555` into its pairs; null where the text does not begin with a label and a colon.
 * Every non-blank character of the text stands in a label (its colon included) or a value.
 */
export const splitInline = memoText((raw): readonly InlinePair[] | null => {
  const text = raw.trimStart();
  const labels: { readonly at: number; readonly end: number }[] = [];
  for (const { index } of text.matchAll(/[:：]/g)) {
    const at = labelBefore(text, labels.at(-1)?.end ?? 0, index);
    if (at !== null) labels.push({ at, end: index + 1 });
    else if (labels.length === 0) return null;
  }
  if (labels[0]?.at !== 0) return null;
  return labels.map(({ at, end }, index) => ({
    label: text.slice(at, end),
    value: text.slice(end, labels[index + 1]?.at ?? text.length),
  }));
});
