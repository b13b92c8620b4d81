import { foldWidth, isNil, memoText } from '../model/index.ts';

const plain = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const grouped = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** Units that a figure's own cell may repeat; the figure's meaning is fixed by its column. */
const closingUnit = /(?:%|‰|分|万元?|元)$/;

/** The digits of a number as printed: separators removed, zeros kept; null where the text is no plain number. */
export function decimalDigits(text: string): string | null {
  const folded = foldWidth(text)
    .trim()
    .replace(/[−﹣–]/g, '-');
  // 10 10 are two numbers; only as a thousands separator may a space stand between digits.
  if (/\d\s+\d/.test(folded) && !/^[-+]?\d{1,3}(?:\s\d{3})+(?:\.\d+)?$/.test(folded)) return null;
  const compact = folded.replace(/[\s\u200b-\u200d\ufeff]/g, '');
  if (!plain.test(compact) && !grouped.test(compact)) return null;
  const digits = compact.replace(/[,+]/g, '').replace(/\.$/, '');
  return digits.replace(/^(-?)\./, '$10.');
}

/** A currency sign before an amount, whose unit the form prints elsewhere. */
const currency = /^([-+]?)\s*[¥￥]\s*/;
/** An amount a second time, in characters that nobody alters: （大写：玖拾陆万元整）. */
const spelledOut =
  /[(（](?:人民币)?(?:大写)?[:：]?(?:人民币)?[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{2,}[)）]$/u;
/** What stands where there is no figure: a spreadsheet's division by 0, 不适用. */
const noFigure = /^(?:#(?:DIV\/0!|N\/A|VALUE!|REF!|NUM!)|N\/A|不适用)$/i;

/** Words of so many characters are text at once. */
const sentence = /[\u4e00-\u9fff]{5}/;

/** What a cell of a figures column holds. */
export type PrintedFigure =
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text' };

/**
 * Reads a cell of a figures column (amount, rate, weight, score). `1,043.40` → 1043.40, `34.26%` → 34.26, `10分` → 10,
 * `￥5.60` → 5.60; blank, dashes, 无 and #DIV/0! are nothing; anything else is text, which is no figure.
 */
export const printedFigure = memoText((printed): PrintedFigure => {
  const text = printed.replace(spelledOut, '');
  if (sentence.test(text)) return { kind: 'text' };
  if (isNil(text)) return { kind: 'nothing' };
  const folded = foldWidth(text).trim().replace(currency, '$1');
  if (noFigure.test(folded)) return { kind: 'nothing' };
  const digits =
    decimalDigits(folded.replace(/^\((.*)\)$/, '$1')) ??
    decimalDigits(folded.replace(closingUnit, ''));
  return digits === null ? { kind: 'text' } : { kind: 'number', digits };
});

/** The contract's decimal string of a printed cell, or null where it holds no number. */
export function printedDecimal(text: string): string | null {
  const figure = printedFigure(text);
  return figure.kind === 'number' ? figure.digits : null;
}

/** What brackets may say of a score: 99.44（含附加分1.5）, 9.5（扣0.5）. Other words may belong to another column: 24（个）. */
const remark = /^([^（()）]+)[（(][^（()）]*(?:[扣加减含折核]|分.*\d|\d.*分)[^（()）]*[）)]$/u;

/** The digits of a score that a remark in brackets follows; null where there is none. */
export function remarkedDecimal(text: string): string | null {
  const [, bare] = remark.exec(text.trim()) ?? [];
  return bare === undefined ? null : printedDecimal(bare);
}
