import { cleanText, foldWidth, memoText } from '../model/index.ts';
import { decimalDigits } from './printed.ts';

/** A target or an actual value: its whole text, and sign, number and unit where it is one number. */
export interface MeasureParts {
  readonly text: string;
  readonly comparator: '=' | '≥' | '≤' | '>' | '<' | '≈' | null;
  readonly number: string | null;
  readonly unit: string | null;
}

type Sign = NonNullable<MeasureParts['comparator']>;

/** Longest first, so that 大于等于 is not read as 大于. */
const openingSigns: readonly (readonly [string, Sign])[] = [
  ['大于或等于', '≥'],
  ['小于或等于', '≤'],
  ['大于等于', '≥'],
  ['小于等于', '≤'],
  ['不少于', '≥'],
  ['不低于', '≥'],
  ['不小于', '≥'],
  ['至少', '≥'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['不大于', '≤'],
  ['不多于', '≤'],
  ['大于', '>'],
  ['高于', '>'],
  ['超过', '>'],
  ['小于', '<'],
  ['低于', '<'],
  ['等于', '='],
  ['>=', '≥'],
  ['=>', '≥'],
  ['<=', '≤'],
  ['=<', '≤'],
  ['≥', '≥'],
  ['≧', '≥'],
  ['⩾', '≥'],
  ['≤', '≤'],
  ['≦', '≤'],
  ['⩽', '≤'],
  ['=', '='],
  ['>', '>'],
  ['<', '<'],
  ['≈', '≈'],
];
const closingSigns: readonly (readonly [RegExp, Sign])[] = [
  [/(?:及以上|\(含\)以上|以上)$/, '≥'],
  [/(?:及以下|\(含\)以下|以下|以内|之内)$/, '≤'],
  [/左右$/, '≈'],
];
/** Words before a number that count it without changing it. */
const counting = /^(?:共|全年|每年)/;
const number = /^[-−]?\d[\d,]*(?:\.\d+)?/;
/** A unit is a short word; digits, sentence marks and verbs show that the text says more than one number. */
const unitWord = /^[^\d\s,，。；;、:：~～<>=≥≤≧≦"“”!！?？-]{1,10}$/u;
const saysMore =
  /完成|达到|达标|按|提高|提升|增长|下降|减少|增加|之前|前$|底$|不|未|已|无|以[上下内]|左右|每.*均|(?:率|次数|数量|情况|性|效果)$/;
const afterPercent = /^(?:及以上|以上|以下|左右)?$/;

function takeSign(text: string): { sign: Sign | null; rest: string } {
  for (const [word, sign] of openingSigns) {
    if (text.startsWith(word)) return { sign, rest: text.slice(word.length) };
  }
  return { sign: null, rest: text };
}

/** 12月, 2024年, 10日前: a point in time, not a quantity. */
function isDate(digits: string, unit: string): boolean {
  if (/^月/.test(unit) || /^[日号](?:前|之前|起|内)?$/.test(unit)) return true;
  return /^年/.test(unit) && /^(?:19|20)\d\d$/.test(digits);
}

/** The unit behind a number, `''` for none, null where what stands there is more than a unit. */
function readUnit(rest: string, digits: string): { unit: string; sign: Sign | null } | null {
  const percent = /^(?:\(%\)|%)(.*)$/u.exec(rest);
  if (percent !== null && !afterPercent.test(percent[1] ?? '')) return null;
  for (const [pattern, sign] of closingSigns) {
    const shorter = rest.replace(pattern, '');
    if (shorter !== rest) return withUnit(shorter, digits, sign);
  }
  return withUnit(rest, digits, null);
}

function withUnit(
  text: string,
  digits: string,
  sign: Sign | null,
): { unit: string; sign: Sign | null } | null {
  const unit = text.replace(/^\((.*)\)$/, '$1');
  if (unit === '') return { unit, sign };
  if (!unitWord.test(unit) || saysMore.test(unit) || isDate(digits, unit)) return null;
  return { unit, sign };
}

/**
 * Reads a target or an actual value (CONTRACT.md, "A value reads as follows"): `≥95%` → ≥, 95, %; `共20名` → 20, 名;
 * `5-10年`, `100%达标` and dates stay text only.
 */
export const parseMeasure = memoText((raw): MeasureParts => {
  const text = cleanText(raw);
  const none = { text, comparator: null, number: null, unit: null };
  const folded = foldWidth(text);
  if (/\d\s+\d/.test(folded)) return none;
  const { sign, rest } = takeSign(folded.replace(counting, ''));
  const match = number.exec(rest);
  if (match === null) return none;
  const digits = decimalDigits(match[0]);
  if (digits === null) return none;
  const unit = readUnit(rest.slice(match[0].length), digits);
  if (unit === null) return none;
  return {
    text,
    comparator: sign ?? unit.sign,
    number: digits,
    unit: unit.unit === '' ? null : unit.unit,
  };
});

/** A target in which the exporter ran sign, number and words together, taken apart again. */
export interface DividedMeasure extends MeasureParts {
  readonly description: string | null;
}

/**
 * Divides `≥9595%及以上` into ≥, 95 and `95%及以上`: only where the words repeat the number or begin with other than a
 * digit; null where the text is not run together.
 */
export function divideMeasure(raw: string): DividedMeasure | null {
  const text = cleanText(raw);
  const folded = foldWidth(text);
  const { sign, rest } = takeSign(folded);
  const digits = /^\d+(?:\.\d+)*/.exec(rest)?.[0];
  if (digits === undefined) return null;
  const start = folded.length - rest.length;
  const twice = repeatedHalf(digits);
  const half =
    twice !== null && parseMeasure(text.slice(start + twice.length)).number === decimalDigits(twice)
      ? twice
      : null;
  if (half === null && (digits.length === rest.length || parseMeasure(text).number !== null))
    return null;
  const figure = decimalDigits(half ?? digits);
  if (figure === null) return null;
  const description = text.slice(start + (half ?? digits).length);
  const words = parseMeasure(description);
  return {
    text,
    comparator: sign,
    number: figure,
    unit: words.number === figure ? words.unit : null,
    description,
  };
}

/** The half that is printed twice: `9595` → `95`, `0.50.5` → `0.5`. */
function repeatedHalf(digits: string): string | null {
  const half = digits.slice(0, digits.length / 2);
  return digits.length % 2 === 0 && half + half === digits ? half : null;
}
