import { numbering } from './numbering.ts';
import { isNil, labelKey, memoText } from '../model/index.ts';
import { findLevel1, isListedLevel2, level1Labels, level2Labels } from './levels.ts';
import { morphemeWords } from './compose.ts';
import { nameOf, withoutYear } from './lookup.ts';
import { findMisread } from './misread.ts';
import { words } from './terms.ts';
import { findTitle, findYearLine, isAttachmentMark } from './titles.ts';

/** What brackets in and behind a label may add: anything else in brackets is no word of a form's own. */
const qualifiers: readonly RegExp[] = [
  // Units of money and measure.
  /^(?:(?:金额)?单位:?)?(?:人民币)?(?:亿元|万元|千元|元|%|分)(?:人民币)?$/,
  // Weights and shares.
  /^(?:满分|权重|分值|占|共)?\d{1,3}(?:\.\d+)?(?:分|%)?$/,
  // A column's letter, or how it follows from others: B/A, (B÷A)×100%, 20分*执行率.
  /^(?=.*[A-Za-z])(?!.*[A-Za-z]{2})[A-Za-z\d=:+\-×*÷/%.()]{1,20}$/,
  /^\d{1,3}分?[*×](?:预算)?执行率$/,
  // Years, and terms of several: 2024年—2026年, 截至2024年12月31日.
  /^(?:截[至止])?(?:(?:19|20)\d\d)(?:年度?)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[-—–~至](?:(?:19|20)\d\d)(?:年度?)?(?:\d{1,2}月)?(?:\d{1,2}日)?)?$/u,
  /^年度?$/,
  // What the person who fills it in is to do: 对照年初目标填写, 按年初批复填列.
  /^(?:请|须|应|由)?(?:按照?|依据|根据|对照|参照|据)\p{Script=Han}{2,12}(?:填写|填列|填报|计算)$/u,
  // Who seals and signs, and what is to be filled in.
  /^(?:加?盖?公?章|签章|签字|签名|签字盖章|手写签名)$/,
  /^(?:可?多选|可?单选|必填|选填|可选|如有|若有|可附页|打√|√)$/,
  /^含?(?:计量)?单位$/,
  /^(?:本级|含本级|本单位|汇总|公开|续|下同|包?含数字及文字描述)$/,
];

/** Words of forms that name no part of their own, beside the listed ones. Liaoning sorts the reasons of deviations by 保障. */
const more =
  '序号 类别 属性 构成 基本 信息 概况 到位 决策 过程 投入 效果 决算 完成率 总体 整体 管理 资金管理 预算绩效管理 ' +
  '调整后 调整前 含追加 近两年 近三年 前年 上年 当年 半年 半程 追加 整改 评扣分 经费保障 制度保障 人员保障 硬件条件保障';
/** Characters that stand between two words of a composed label, or close it. */
const joints = '总及和与或的、/·+-率数额值';

const partOf = /^(?:其中[:、,-]?|其[:、,-])/u;
const columnLetter = /(?<=\p{Script=Han})[=:]?[A-Z](?:[/÷][A-Z](?:[×*]100%)?)?$/u;
const brackets = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】/gu;

/** A morpheme of the forms' language has two to four characters, and so many different ones beside it, or a word's end. */
const leastVariety = 3;
const longestMorpheme = 4;

interface Vocabulary {
  readonly parts: ReadonlySet<string>;
  readonly longest: number;
}

let vocabulary: Vocabulary | null = null;

/**
 * All listed words, and the morphemes that they are made of: 全年, 实际, 完成, 原因 … Before and behind a morpheme stands now this,
 * now that; 效指 stands before 标 alone. Worked out when first asked for.
 */
function known(): Vocabulary {
  if (vocabulary !== null) return vocabulary;
  const listed = new Set(
    [
      ...Object.values(words).flat(),
      ...level1Labels,
      ...level2Labels,
      ...more.split(' '),
      ...morphemeWords,
    ].map(labelKey),
  );
  const before = new Map<string, Set<string>>();
  const behind = new Map<string, Set<string>>();
  for (const word of listed) {
    for (let from = 0; from < word.length; from += 1)
      for (let to = from + 2; to <= Math.min(word.length, from + longestMorpheme); to += 1) {
        const part = word.slice(from, to);
        // A word's end counts anew in each word.
        collect(before, part, word[from - 1] ?? word);
        collect(behind, part, word[to] ?? word);
      }
  }
  const varied = (beside: Set<string> | undefined): boolean => (beside?.size ?? 0) >= leastVariety;
  const morphemes = [...before.keys()].filter(
    (part) => varied(before.get(part)) && varied(behind.get(part)),
  );
  vocabulary = {
    parts: new Set([...listed, ...morphemes]),
    longest: Math.max(...[...listed].map((word) => word.length)),
  };
  return vocabulary;
}

function collect(beside: Map<string, Set<string>>, part: string, text: string): void {
  const found = beside.get(part);
  if (found === undefined) beside.set(part, new Set([text]));
  else found.add(text);
}

/** Whether a text is made of the grammar's and the listed words and of what they share, without a character left over. */
function isComposed(text: string): boolean {
  if (nameOf(text) !== null) return true;
  const { parts, longest } = known();
  const reached = new Set([0]);
  for (let from = 0; from < text.length; from += 1) {
    if (!reached.has(from)) continue;
    if (from > 0 && joints.includes(text[from] ?? '')) reached.add(from + 1);
    for (let to = from + 1; to <= Math.min(text.length, from + longest); to += 1)
      if (parts.has(text.slice(from, to))) reached.add(to);
  }
  return text !== '' && reached.has(text.length);
}

function isQualifier(text: string): boolean {
  return qualifiers.some((pattern) => pattern.test(text)) || isComposed(text);
}

const said = /(?<!^|其中|其|单位|总)[:：](?=\p{Script=Han}{2})/u;

/** Whether a text gives a value to a label: 资金性质：一般公共预算 does, however well both words are known; 其中：财政拨款 does not. */
export function saysValue(text: string): boolean {
  return said.test(text);
}

/** A label without what stands before and behind its words. */
function trimmed(key: string): string {
  return withoutYear(key.replace(numbering, ''))
    .replace(partOf, '')
    .replace(columnLetter, '')
    .replace(/[:;,。、]+$/, '')
    .replace(/(?<=\p{Script=Han})\d{1,2}$/u, '')
    .replace(/(?<=\p{Script=Han}{2})(?:万元|元|%)$/u, '');
}

/** Whether a label's words are known, with what its brackets hold left out, read or known too. */
function isKnown(key: string): boolean {
  const dissolved = key.replace(/[()[\]【】]/gu, '');
  if ([key, trimmed(key), trimmed(dissolved)].some(isComposed)) return true;
  const inside = [...key.replace(numbering, '').matchAll(brackets)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  if (!inside.every((text) => text === '' || isQualifier(text))) return false;
  const bare = trimmed(key.replace(brackets, ''));
  return bare === '' ? inside.length > 0 : isComposed(bare) || alone.test(bare);
}

/** What stands below a heading by itself, without brackets: a letter, a unit of money, the grades of a standard. */
const alone = /^(?:[A-Z](?:[/÷][A-Z](?:[×*]100%)?)?|(?:人民币)?(?:亿元|万元|千元|元)|[优良中差])$/;

/** A title whose words are known, year and numbering apart. */
function isKnownTitle(key: string): boolean {
  const title = findTitle(key);
  return title !== null && isComposed(trimmed(labelKey(title.text)).replace(/表$/, ''));
}

/** Longer texts are no labels. */
const longestLabel = 60;

/**
 * Whether every character of a text belongs to the forms' own words: a listed word, or one composed of what listed words share,
 * a character misread or not, with numbering before it and units, weights, letters, years … in brackets; a level, a title, a
 * year, a mark of nothing. `项目名称（甲乙）` is no such text: nobody knows what 甲乙 means.
 */
export const provesLabel = memoText(
  (text): boolean =>
    text.length <= longestLabel &&
    !saysValue(text) &&
    // 项⽬ in radicals reads as 项目.
    proves(labelKey(text.normalize('NFKC'))),
);

function proves(key: string): boolean {
  if (isNil(key) || findYearLine(key) !== null || isAttachmentMark(key)) return true;
  // A composed label proves nothing: whatever stands in front of 满意度指标 composes with it.
  if (findLevel1(key) !== null || isListedLevel2(key)) return true;
  if (isKnown(key) || isKnownTitle(key)) return true;
  const misread = findMisread(key);
  return misread !== null && isKnown(labelKey(misread.text));
}

/** Whether a text is worded as goals and reports are: words in a row, and a mark that ends or parts them. */
export function readsAsSentence(text: string): boolean {
  return /\p{Script=Han}{8}/u.test(text.replace(/[，、]/gu, '')) && /[，；。]/u.test(text);
}
