import { declaration, xml } from './xml.ts';

/** How a cell looks. */
export interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  /** RRGGBB. */
  readonly colour?: string;
  readonly fill?: string;
  readonly underline?: boolean;
  readonly border?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly middle?: boolean;
  readonly wrap?: boolean;
  /** A number's places after the point, and what follows it (`%`). */
  readonly decimals?: number;
  readonly suffix?: string;
  /** A text that a spreadsheet might take for a formula once it is edited. */
  readonly guarded?: boolean;
}

const fontName = '等线';
const builtIn: Readonly<Record<string, number>> = { '0': 1, '0.00': 2 };

/** The styles that a workbook's cells use, each once, in the order that they were asked for. */
export class Styles {
  readonly #looks = new Map<string, number>();
  readonly #fonts = new Map<string, number>();
  readonly #fills = new Map<string, number>();
  readonly #formats = new Map<string, number>();
  readonly #cells: string[] = [];

  constructor() {
    // The first font and the first two fills are fixed by the format.
    this.#font({});
    numbered(this.#fills, '<fill><patternFill patternType="none"/></fill>');
    numbered(this.#fills, '<fill><patternFill patternType="gray125"/></fill>');
    this.of({});
  }

  /** The number of a look. */
  of(look: Look): number {
    const key = JSON.stringify(look);
    const known = this.#looks.get(key);
    if (known !== undefined) return known;
    const { fill, border, align, middle, wrap, guarded } = look;
    const fillId =
      fill === undefined
        ? 0
        : numbered(
            this.#fills,
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
          );
    const position = `<alignment horizontal="${align ?? 'general'}" vertical="${middle === true ? 'center' : 'top'}"${wrap === true ? ' wrapText="1"' : ''}/>`;
    const at = this.#cells.length;
    this.#cells.push(
      `<xf numFmtId="${this.#format(look)}" fontId="${this.#font(look)}" fillId="${fillId}" borderId="${border === true ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${guarded === true ? ' quotePrefix="1"' : ''}>${position}</xf>`,
    );
    this.#looks.set(key, at);
    return at;
  }

  #font({ bold, size = 11, colour, underline }: Look): number {
    const parts = [
      bold === true ? '<b/>' : '',
      underline === true ? '<u/>' : '',
      `<sz val="${size}"/>`,
      colour === undefined ? '' : `<color rgb="FF${colour}"/>`,
      `<name val="${fontName}"/>`,
    ];
    return numbered(this.#fonts, `<font>${parts.join('')}</font>`);
  }

  #format({ decimals, suffix = '' }: Look): number {
    if (decimals === undefined) return 0;
    const code = `0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${suffix === '' ? '' : `"${suffix}"`}`;
    return builtIn[code] ?? 164 + numbered(this.#formats, code);
  }

  /** `xl/styles.xml` */
  text(): string {
    const all = (name: string, items: Iterable<string>): string => {
      const list = [...items];
      return `<${name} count="${list.length}">${list.join('')}</${name}>`;
    };
    const formats = [...this.#formats].map(
      ([code, at]) => `<numFmt numFmtId="${164 + at}" formatCode="${xml(code)}"/>`,
    );
    const line = (side: string): string =>
      `<${side} style="thin"><color rgb="FFB3BEC8"/></${side}>`;
    const borders = [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`,
    ];
    return `${declaration}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${[
      formats.length === 0 ? '' : all('numFmts', formats),
      all('fonts', this.#fonts.keys()),
      all('fills', this.#fills.keys()),
      all('borders', borders),
      all('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      all('cellXfs', this.#cells),
      all('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    ].join('')}</styleSheet>`;
  }
}

function numbered(map: Map<string, number>, key: string): number {
  const at = map.get(key) ?? map.size;
  map.set(key, at);
  return at;
}
