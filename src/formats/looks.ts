import { decodeText } from './shared/decode.ts';
import { unifyLineEnds } from './shared/lines.ts';
import type { FormatId, Note } from '../model/index.ts';

/** Characters that are looked at. */
const probe = 256 * 1024;
/** So many of a form's words make it likely that a text was one. */
const enoughWords = 5;
const spacedLines = 5;

/** Words that head a form's parts and columns; prose seldom holds many of them. */
const words = [
  '项目名称',
  '主管部门',
  '实施单位',
  '全年预算数',
  '全年执行数',
  '预期目标',
  '实际完成情况',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '实际完成值',
  '偏差原因',
];

/** Markups whose tables are not read, by what only they write. */
const markups: readonly (readonly [name: string, signs: readonly RegExp[]])[] = [
  ['MediaWiki', [/^\s*\{\|/mu, /^\s*\|-/mu]],
  ['LaTeX', [/\\begin\{(?:tabular|tabularx|tabu|longtable|longtblr|tblr)\}/u]],
  ['DocBook', [/<(?:informaltable|table)\b/u, /<entry\b/u]],
  ['AsciiDoc', [/^[|,:!]={3,}\s*$/mu]],
  ['Texinfo', [/^@multitable\b/mu]],
  ['troff', [/^\.TS\s*$/mu, /^\.TE\s*$/mu]],
];

const texts: ReadonlySet<FormatId> = new Set([
  'tabbed',
  'cells',
  'csv',
  'markdown',
  'html',
  'spaced',
]);

/**
 * What a text that holds a form's words looks like, where no form of it could be read, and so what to hand in instead; nothing where it holds
 * too few of them.
 */
export function looksLike(format: FormatId, bytes: Uint8Array, encoding?: string): Note[] {
  if (!texts.has(format)) return [];
  const text = unifyLineEnds(
    decodeText(bytes.subarray(0, probe * 3), encoding).text.slice(0, probe),
  );
  const packed = text.replace(/[ \u3000]/gu, '');
  if (words.filter((word) => packed.includes(word)).length < enoughWords) return [];
  const markup = markups.find(([, signs]) => signs.every((sign) => sign.test(text)))?.[0];
  if (markup !== undefined) return [note('looks-like-markup', { markup })];
  return [note(isSpaced(text) ? 'looks-like-spaced' : 'looks-like-words', {})];
}

function note(code: string, data: Note['data']): Note {
  return { code, severity: 'warning', stage: 'format', data, refs: [] };
}

/** Lines whose words stand apart by runs of spaces. */
function isSpaced(text: string): boolean {
  const lines = text.split('\n').filter((line) => /\S {2,}\S/u.test(line));
  return lines.length >= spacedLines;
}
