import { shownSymbol } from './symbols.ts';

/** A field that is open: its instruction comes first, then its result, which is what is seen. */
export interface Field {
  part: 'instruction' | 'result';
  instruction: string;
  /** What a list to choose from offers, and which entry is chosen. */
  readonly choices: string[];
  chosen: number;
  /** How much of the document was shown where the result began. */
  from: number;
}

/** An instruction that is longer says nothing that is shown. */
const longest = 1000;
/** What a character is put into: ○ and □ are drawn around it. */
const frames = /[○◯〇□◇△]/gu;

export function openField(): Field {
  return { part: 'instruction', instruction: '', choices: [], chosen: 0, from: -1 };
}

export function addInstruction(field: Field | undefined, text: string): void {
  if (field !== undefined && field.part === 'instruction' && field.instruction.length < longest)
    field.instruction += text;
}

/**
 * What a field shows that holds no result, since Word draws it from the instruction (17.16.5): what is chosen of a list, the words of a button, a symbol, characters laid
 * over each other (带圈字符 writes `eq \o\ac(○,1)`).
 */
export function drawnField({ instruction, choices, chosen }: Field): string {
  const [, kind = '', rest = ''] = /^\s*(\w+)\s*(.*)$/s.exec(instruction.slice(0, longest)) ?? [];
  switch (kind.toUpperCase()) {
    case 'FORMDROPDOWN':
      return choices[chosen] ?? '';
    case 'MACROBUTTON':
      return rest.replace(/^\S+\s*/, '');
    case 'SYMBOL':
      return symbol(rest);
    case 'EQ':
      return equation(rest);
    default:
      return '';
  }
}

function symbol(words: string): string {
  const code = Number(/^\S+/.exec(words)?.[0]);
  const font = /\\f\s+"?([^"\\]+)"?/i.exec(words)?.[1]?.trim() ?? '';
  return Number.isSafeInteger(code) ? shownSymbol(font, code.toString(16)) : '';
}

/** The arguments without their switches; a number in a circle is the character for it, and what is raised above another is its phonetic guide. */
function equation(words: string): string {
  const bare = (/\\o/i.test(words) ? words.replace(/\\s\s*\\up\s*\d*\s*\([^()]*\)/gi, '') : words)
    .replace(/\\\*\s*(?:"[^"]*"|\S+)/g, '')
    .replace(/\\[a-z]+\s*\d*/gi, '')
    .replace(/[(),;\s]/g, '');
  const framed = bare.replace(frames, '');
  const number = bare === framed ? 0 : Number(framed);
  return number >= 1 && number <= 20
    ? String.fromCodePoint(0x245f + number)
    : bare === framed
      ? bare
      : framed;
}
