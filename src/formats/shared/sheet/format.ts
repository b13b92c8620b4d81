import * as SheetJs from '@e965/xlsx';
import { ownFormat, plainFormat } from './chinese.ts';

interface Formatter {
  format(format: string, value: number, options: { date1904: boolean }): string;
}

const formatter = SheetJs.SSF as Formatter;

/**
 * Number formats that a file names by number alone (ECMA-376 part 1, 18.8.30), as a Chinese Excel shows them: 27 to 58 are
 * written nowhere in the file, and 14 follows the user's region.
 */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The format that a number stands for; `General` where nothing says more. */
export function builtInFormat(id: number): string {
  return builtIn[id] ?? 'General';
}

/** As long as Excel lets a format be. */
const longestFormat = 255;

/** Excel rounds the fifteen digits that it shows of a number: 9.825 is 9.83, though the double is a little less. */
function halvesUp(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15)) * (1 + 2e-15);
}

/** A number as a cell shows it; a format that cannot be applied shows the number as it is. */
export function displayed(value: number, format: string, date1904: boolean): string {
  try {
    if (format.length > longestFormat) return displayed(value, 'General', date1904);
    const plain = plainFormat(format);
    const show = (code: string, number: number): string =>
      formatter.format(code, /[0#?]/.test(code) ? halvesUp(number) : number, { date1904 });
    return (ownFormat(plain, value, show) ?? show(plain, value)).trim();
  } catch {
    return formatter.format('General', value, { date1904 });
  }
}

/** A moment of ISO 8601 as a cell shows it; a cell that has no format of its own shows the day. */
export function displayedMoment(moment: string, format: string, date1904: boolean): string {
  const time = Date.parse(moment.includes('T') ? `${moment.slice(0, 19)}Z` : moment);
  if (Number.isNaN(time)) return moment;
  const days = (time - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30))) / 86_400_000;
  return displayed(days, format === 'General' ? builtInFormat(14) : format, date1904);
}
