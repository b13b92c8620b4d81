/** How a list's counter is written: `w:numFmt`, ECMA-376 part 1, 17.18.59. Counters are at least 1 but for decimals. */
const digits = '〇一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';

type Numeral = (counter: number) => string;

const numerals: Readonly<Record<string, Numeral>> = {
  none: () => '',
  decimalZero: (counter) => String(counter).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (counter) => roman(counter).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (counter) => letters(counter).toLowerCase(),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (counter) => run(counter, 0x2460, 20),
  decimalEnclosedCircleChinese: (counter) => run(counter, 0x2460, 20),
  decimalEnclosedParen: (counter) => run(counter, 0x2474, 20),
  decimalEnclosedFullstop: (counter) => run(counter, 0x2488, 20),
  ideographEnclosedCircle: (counter) => run(counter, 0x3280, 10),
  ideographTraditional: (counter) => of('甲乙丙丁戊己庚辛壬癸', counter),
  ideographZodiac: (counter) => of('子丑寅卯辰巳午未申酉戌亥', counter),
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  chineseCounting: (counter) =>
    counter < 100 ? counted(counter, digits, '十', '百', '千') : positional(counter),
  taiwaneseCounting: (counter) =>
    counter < 100 ? counted(counter, digits, '十', '百', '千') : positional(counter),
  chineseCountingThousand: (counter) => counted(counter, '零' + digits.slice(1), '十', '百', '千'),
  taiwaneseCountingThousand: (counter) =>
    counted(counter, '零' + digits.slice(1), '十', '百', '千'),
  japaneseCounting: (counter) => counted(counter, '零' + digits.slice(1), '十', '百', '千'),
  chineseLegalSimplified: (counter) => counted(counter, legalDigits, '拾', '佰', '仟', true),
  ideographLegalTraditional: (counter) =>
    counted(counter, '零壹貳參肆伍陸柒捌玖', '拾', '佰', '仟', true),
};

/** A counter as a list's level prints it; a format that is not known is printed as a decimal number. */
export function numeral(format: string, counter: number): string {
  const write = numerals[format];
  return write === undefined || (counter < 1 && format !== 'decimalZero')
    ? String(counter)
    : write(counter);
}

function of(characters: string, counter: number): string {
  return characters[counter - 1] ?? String(counter);
}

function run(counter: number, first: number, length: number): string {
  return counter <= length ? String.fromCodePoint(first + counter - 1) : String(counter);
}

function fullWidth(counter: number): string {
  return String(counter).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function positional(counter: number): string {
  return String(counter).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

/** 17.18.59: after Z come AA, BB …, the letter repeated. */
function letters(counter: number): string {
  const times = Math.ceil(counter / 26);
  return times > 26
    ? String(counter)
    : String.fromCharCode(65 + ((counter - 1) % 26)).repeat(times);
}

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(counter: number): string {
  if (counter > 3999) return String(counter);
  let rest = counter;
  let written = '';
  for (const [value, sign] of romanSteps) {
    for (; rest >= value; rest -= value) written += sign;
  }
  return written;
}

/** 二十一, 一百零五; the leading one of 十 to 十九 is written in legal numerals only. */
function counted(
  counter: number,
  signs: string,
  ten: string,
  hundred: string,
  thousand: string,
  legal = false,
): string {
  if (counter > 9999) return String(counter);
  const units = ['', ten, hundred, thousand];
  const sign = (digit: number): string => signs[digit] ?? '';
  let written = '';
  let gap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(counter / 10 ** power) % 10;
    if (digit === 0) {
      gap = written !== '';
      continue;
    }
    if (gap) written += sign(0);
    const bare = digit === 1 && power === 1 && written === '' && !legal;
    if (!bare) written += sign(digit);
    written += units[power] ?? '';
    gap = false;
  }
  return written;
}
