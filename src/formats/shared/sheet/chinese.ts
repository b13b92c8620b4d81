/** Number formats that Chinese workbooks are full of, and that SheetJS does not show as Excel does. */

/** Formats that follow the user's region (`[$-F800]`, `[$-F400]`), as a Chinese Excel shows them. */
const regional: readonly (readonly [RegExp, string])[] = [
  [/^\[\$-F800\]/i, 'yyyy"年"m"月"d"日"'],
  [/^\[\$-F400\]/i, 'h:mm:ss'],
];

/** What stands for itself: quoted or escaped text, and `_x` and `*x`, which only make room. */
const literal = String.raw`"[^"]*"|\\.|[_*].`;

/**
 * A format in the words that SheetJS knows: `!` escapes a character as a backslash does, what is not ASCII stands for itself
 * without quotes too (`0.00元`), locales are left out, and so are the wishes for Chinese numerals (`[DBNum2]`): the digits say the
 * same.
 */
export function plainFormat(format: string): string {
  const known = regional.find(([pattern]) => pattern.test(format))?.[1];
  if (known !== undefined) return known;
  const pieces = new RegExp(
    String.raw`${literal}|!(.)|(\[(?:DBNum\d|\$-[0-9A-Fa-f]+)\])|\[[^\]]*\]|([^\x00-\x7f])`,
    'g',
  );
  return format
    .replace('G/通用格式', 'General')
    .replace(pieces, (piece, escaped?: string, wish?: string, sign?: string) => {
      const itself = escaped ?? sign;
      if (itself !== undefined) return `\\${itself}`;
      return wish === undefined ? piece : '';
    });
}

const words = String.raw`((?:${literal}|[^0#?.,;\[\]"\\_*A-Za-z@/])*)`;
/** `General"次"`, which the dialog of a Chinese Excel calls `G/通用格式"次"`. */
const general = new RegExp(`^${words}General${words}$`, 'i');
/** `0\.0,"万"`: the point is a mere character between two digits, so that thousands show as tens of thousands. */
const insertedPoint = new RegExp(String.raw`^${words}(?:#,##)?0\\\.(0+)(,*)${words}$`);

/** A number as the part of the format that applies to it shows it, where that part is one of ours; null where it is not. */
export function ownFormat(
  format: string,
  value: number,
  show: (code: string, value: number) => string,
): string | null {
  const conditional = /\[[<>=]/.test(format);
  if (!conditional && !/General.|.General|0\\\./i.test(format)) return null;
  const section = sectionFor(format, value);
  const sign = section.signed && value < 0 ? '-' : '';
  const whole = general.exec(section.pattern);
  if (whole !== null)
    return sign + text(whole[1]) + show('General', Math.abs(value)) + text(whole[2]);
  const pointed = insertedPoint.exec(section.pattern);
  // SheetJS shows no value of two conditions with colours, and loses the sign of one that meets none.
  if (pointed === null)
    return conditional && section.pattern !== ''
      ? sign + show(section.pattern, Math.abs(value))
      : null;
  const [, before, decimals = '', commas = '', behind] = pointed;
  const scaled = Math.abs(value) / 10 ** (decimals.length + 3 * commas.length);
  return sign + text(before) + show(`0.${decimals}`, scaled) + text(behind);
}

interface Section {
  readonly pattern: string;
  /** Whether a value below 0 keeps its sign. */
  readonly signed: boolean;
}

/** ECMA-376 part 1, 18.8.31: parts for values above, below and of 0, or for those that meet a condition. */
function sectionFor(format: string, value: number): Section {
  const codes = format.match(new RegExp(`(?:${literal}|[^;])+`, 'g')) ?? [];
  const parts = codes.map((code) => ({
    pattern: code.replace(/^(?:\[[^\]]*\])+/, ''),
    condition: /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(code),
  }));
  if (parts.some(({ condition }) => condition !== null)) {
    const fitting = parts.find(
      ({ condition }) =>
        condition === null || holds(value, condition[1] ?? '', Number(condition[2])),
    );
    return { pattern: fitting?.pattern ?? '', signed: true };
  }
  const index = value > 0 || parts.length === 1 ? 0 : value < 0 ? 1 : 2;
  return { pattern: parts[index]?.pattern ?? parts[0]?.pattern ?? '', signed: index !== 1 };
}

function holds(value: number, operator: string, limit: number): boolean {
  const order = Math.sign(value - limit);
  const orders: Readonly<Record<string, readonly number[]>> = {
    '<': [-1],
    '<=': [-1, 0],
    '=': [0],
    '>=': [0, 1],
    '>': [1],
    '<>': [-1, 1],
  };
  return orders[operator]?.includes(order) ?? false;
}

/** Literal text as it is shown. */
function text(code = ''): string {
  return code.replace(
    /"([^"]*)"|\\(.)|[_*]./g,
    (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
  );
}
