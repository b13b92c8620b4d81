import { lengths } from './lengths.ts';
import { foldWidth } from '../model/index.ts';

/** A form's title as its line prints it. */
export interface Title {
  /** Without year, numbering and 附件. */
  readonly text: string;
  readonly year: number | null;
  /**
   * `other`: a table of the same family that is neither (绩效运行监控表). `scores`: one that sets how points are given
   * (绩效评价指标评分表); a few self-evaluations are called so, too: what stands in them decides.
   */
  readonly kind: 'self-evaluation' | 'target' | 'scores' | 'other';
}

/** A year that follows an attachment's number without a space (附件32024年度…) is not part of the number. */
const attachment =
  /^[(]?(?:附件|附表|附|表(?=[\d一二三四五六七八九十]))(?:\d{1,2}(?=(?:19|20)\d\d年)|\d{1,2}(?!\d)|[一二三四五六七八九十]+)?(?:[-—–.]\d{1,2}(?!\d))*[)]?[:：、.]?/;
const numbering =
  /^(?:\d{1,3}[.、．)]|[(（](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）][、.．]?|[一二三四五六七八九十]{1,3}[、.．])/;
const yearInBrackets = /[(（]\s*((?:19|20)\d\d)\s*年?度?\s*[)）]/;
const yearPlain = /((?:19|20)\d\d)\s*年度?/;
const chineseYear = /[(（]?([一二][〇○零ОO九][〇○零一二三四五六七八九]{2})年度?[)）]?/;
const titleEnd = /(?:表|表格)(?:[(（][^()（）]{0,12}[)）])?$/;
const selfEvaluation = /自评|完成情况表|绩效评价表/;
const target = /目标|支出绩效表/;
const monitoring = /监控|监测|跟踪/;
const scores =
  /(?:评价|考评|考核|自评|评估).*(?:评分|打分|计分|得分|指标体系|指标框架|指标表)(?:[及和与]|评分|标准|细则|体系|办法|框架|情况)*(?:表|表格)?(?:\([^()]{0,12}\))?$/;
/** Lists of many projects, one a row, are no forms, though their titles name them. */
const list = /(?:汇总|统计|一览|明细|台账|清单|排名|分析)表?$/;
/** A bracket for the year that nobody filled in: （　年度）. */
const unfilledYear = /[(（]年度?[)）]/;

/** The year of a line such as `（2024年度）`, `2024年度`, `二〇二四年度`; null where the line says anything else. */
export function findYearLine(text: string): number | null {
  const folded = foldWidth(text).replace(/\s/g, '');
  const match =
    /^\(?((?:19|20)\d\d)年?度?[),、;]?$/.exec(folded) ??
    /^(?:自评|评价|预算|填报|申报|绩效|项目)?年度[:]?((?:19|20)\d\d)年?度?$/.exec(folded);
  if (match !== null && (folded.includes('年') || folded.startsWith('('))) return Number(match[1]);
  const chinese = chineseYear.exec(folded);
  return chinese !== null && chinese[0].length === folded.length
    ? chineseDigits(chinese[1] ?? '')
    : null;
}

function chineseDigits(text: string): number {
  return Number(
    [...text]
      .map((digit) => '〇一二三四五六七八九'.indexOf(digit.replace(/[○零ОO]/u, '〇')))
      .join(''),
  );
}

/** Whether a text is only the number of an attachment: `附件3`, `附表1-2：`. */
export function isAttachmentMark(text: string): boolean {
  return (
    /^[(（]?(?:附件|附表|附|表)[\d一二三四五六七八九十]{0,3}(?:[-—–.]\d{1,2})*[)）]?[:：]?$/u.test(
      text.replace(/\s/g, ''),
    ) && text.length > 1
  );
}

/** What a folded title names; null where it is no title. */
function kindOf(text: string): Title['kind'] | null {
  if (/[。;,!?]|如下|填报说明/.test(text)) return null;
  const named = titleEnd.test(text);
  if (monitoring.test(text)) return named ? 'other' : null;
  if (scores.test(text)) return 'scores';
  if (!named || isListTitle(text)) return null;
  if (selfEvaluation.test(text)) return 'self-evaluation';
  return target.test(text) ? 'target' : null;
}

/** Whether a text names a list of many projects: 项目支出绩效自评汇总表. */
export function isListTitle(text: string): boolean {
  const folded = foldWidth(text).replace(/\s/g, '');
  return (
    /绩效|自评/.test(folded) &&
    folded.length <= lengths.name &&
    !/[。;,!?]/.test(folded) &&
    /表(?:\([^()]*\))?$/.test(folded) &&
    list.test(folded.replace(/\([^()]*\)$/, ''))
  );
}

/** Reads a form's title, or null where the text is none. */
export function findTitle(raw: string): Title | null {
  const compact = raw.replace(/\s/g, '');
  if (compact.length > 80 || !/绩效|自评|项目支出目标/.test(compact)) return null;
  let text = compact;
  // Full-width digits and brackets are as good as plain ones: folded, the text keeps its length.
  const cut = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(foldWidth(text));
    if (found !== null)
      text = text.slice(0, found.index) + text.slice(found.index + found[0].length);
    return found;
  };
  cut(attachment);
  const found = cut(yearInBrackets) ?? cut(yearPlain) ?? cut(chineseYear);
  for (const pattern of [attachment, numbering, /^[#*]+/, unfilledYear]) cut(pattern);
  const folded = foldWidth(text);
  const kind = kindOf(folded);
  if (kind === null) return null;
  const digits = found?.[1];
  const year =
    digits === undefined ? null : /^\d/.test(digits) ? Number(digits) : chineseDigits(digits);
  return { text, year, kind };
}
