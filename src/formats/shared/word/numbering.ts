import { readXml } from '../xml.ts';
import type { XmlAttributes } from '../xml.ts';
import { integerOf, isOn, namespaces, valueOf } from './names.ts';
import { numeral } from './numerals.ts';
import type { ListPlace, Styles } from './styles.ts';
import { shownText } from './symbols.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  legal: boolean;
  /** A level above (from 1) whose use restarts this one; 0 for never, undefined for all above. */
  restart?: number;
  font?: string;
  style?: string;
}

type Levels = Map<number, Level>;

interface AbstractList {
  readonly levels: Levels;
  /** Names a style whose list this one stands for (`w:numStyleLink`). */
  link?: string;
}

interface List {
  abstract: string;
  readonly levels: Levels;
  readonly starts: Map<number, number>;
}

interface Definitions {
  readonly abstracts: Map<string, AbstractList>;
  readonly lists: Map<string, List>;
}

/** Gives each paragraph of a list its number, in the document's order. Counting is a matter of order, so this remembers. */
export interface Numbering {
  /** The number as it is printed with what separates it from the text, '' where there is none. */
  next(place: ListPlace): string;
  /** The level that a style stands for in a list. */
  levelOfStyle(list: string, style: string): number;
}

/** Reads `word/numbering.xml`; no bytes, no numbers. */
export function readNumbering(bytes: Uint8Array | undefined, styles: Styles): Numbering {
  const definitions: Definitions = { abstracts: new Map(), lists: new Map() };
  if (bytes !== undefined) readDefinitions(bytes, definitions);
  const counters = new Map<string, Map<number, number>>();
  const overridden = new Set<string>();
  return {
    next: ({ list, level }) => {
      const { key, levels, starts } = resolve(definitions, styles, list);
      const own = levels.get(level);
      if (own === undefined) return '';
      const counts = counters.get(key) ?? new Map<number, number>();
      counters.set(key, counts);
      restartOnce(starts, list, counts, overridden);
      advance(levels, counts, level, own);
      const label = printed(levels, counts, own);
      return label === '' ? '' : label + own.suffix;
    },
    levelOfStyle: (list, style) => {
      const levels = [...resolve(definitions, styles, list).levels];
      return levels.find(([, level]) => level.style === style)?.[0] ?? 0;
    },
  };
}

interface Resolved {
  /** Lists of one definition share their counters. */
  readonly key: string;
  readonly levels: Levels;
  readonly starts: ReadonlyMap<number, number>;
}

function resolve(
  { abstracts, lists }: Definitions,
  styles: Styles,
  id: string,
  linked = false,
): Resolved {
  const list = lists.get(id);
  const abstract = abstracts.get(list?.abstract ?? '');
  if (list === undefined || abstract === undefined)
    return { key: '', levels: new Map(), starts: new Map() };
  const target =
    abstract.link === undefined || linked ? undefined : styles.listOf(abstract.link)?.list;
  if (target !== undefined && target !== id)
    return resolve({ abstracts, lists }, styles, target, true);
  const levels = withStarts(new Map([...abstract.levels, ...list.levels]), list.starts);
  return { key: list.abstract, levels, starts: list.starts };
}

/** Levels that begin to count where a list says. */
function withStarts(levels: Levels, starts: ReadonlyMap<number, number>): Levels {
  return new Map(
    [...levels].map(([number, level]) => {
      const start = starts.get(number);
      return [number, start === undefined ? level : { ...level, start }];
    }),
  );
}

/** A list that overrides a start begins anew where it is first used. */
function restartOnce(
  starts: ReadonlyMap<number, number>,
  list: string,
  counts: Map<number, number>,
  done: Set<string>,
): void {
  if (done.has(list)) return;
  done.add(list);
  for (const level of starts.keys()) counts.delete(level);
}

function advance(levels: Levels, counts: Map<number, number>, level: number, own: Level): void {
  for (const [above, { start }] of levels)
    if (above < level && !counts.has(above)) counts.set(above, start);
  counts.set(level, (counts.get(level) ?? own.start - 1) + 1);
  for (const [below, { restart }] of levels) {
    if (below > level && restart !== 0 && (restart === undefined || level < restart))
      counts.delete(below);
  }
}

function printed(levels: Levels, counts: ReadonlyMap<number, number>, own: Level): string {
  if (own.format === 'bullet')
    return shownText(own.text, own.font).replace(/[\ue000-\uf8ff]/g, '•');
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const counter = counts.get(level) ?? levels.get(level)?.start ?? 1;
    return numeral(own.legal ? 'decimal' : (levels.get(level)?.format ?? 'decimal'), counter);
  });
}

const suffixes: Readonly<Record<string, string>> = { tab: '\t', space: ' ', nothing: '' };

/** 17.9: what each element below a level says of it. */
const levelProperties: Readonly<Record<string, (level: Level, attributes: XmlAttributes) => void>> =
  {
    'w:start': (level, attributes) => (level.start = integerOf(attributes, 0)),
    'w:numFmt': (level, attributes) => (level.format = valueOf(attributes) ?? 'decimal'),
    'w:lvlText': (level, attributes) => (level.text = valueOf(attributes) ?? ''),
    'w:suff': (level, attributes) => (level.suffix = suffixes[valueOf(attributes) ?? ''] ?? '\t'),
    'w:isLgl': (level, attributes) => (level.legal = isOn(attributes)),
    'w:lvlRestart': (level, attributes) => (level.restart = integerOf(attributes, 0)),
    'w:rFonts': (level, attributes) =>
      (level.font = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? ''),
    'w:pStyle': (level, attributes) => (level.style = valueOf(attributes) ?? ''),
  };

/** Lists have nine levels. */
function isLevel(number: string | undefined): boolean {
  return /^[0-8]$/.test(number ?? '');
}

function readDefinitions(bytes: Uint8Array, { abstracts, lists }: Definitions): void {
  let abstract: AbstractList = { levels: new Map() };
  let list: List | undefined;
  let override = 0;
  let level: Level | undefined;
  const elements: Readonly<Record<string, (attributes: XmlAttributes) => void>> = {
    'w:abstractNum': (attributes) =>
      abstracts.set(attributes['w:abstractNumId'] ?? '', (abstract = { levels: new Map() })),
    'w:numStyleLink': (attributes) => (abstract.link = valueOf(attributes) ?? ''),
    'w:num': (attributes) => {
      list = { abstract: '', levels: new Map(), starts: new Map() };
      lists.set(attributes['w:numId'] ?? '', list);
    },
    'w:abstractNumId': (attributes) =>
      list !== undefined && (list.abstract = valueOf(attributes) ?? ''),
    'w:lvlOverride': (attributes) => (override = Number(attributes['w:ilvl'])),
    'w:startOverride': (attributes) => list?.starts.set(override, integerOf(attributes, 1)),
    'w:lvl': (attributes) => {
      if (!isLevel(attributes['w:ilvl'])) return;
      level = { start: 0, format: 'decimal', text: '', suffix: '\t', legal: false };
      (list ?? abstract).levels.set(Number(attributes['w:ilvl']), level);
    },
  };
  readXml(bytes, namespaces, {
    open: (name, attributes) => {
      elements[name]?.(attributes);
      if (level !== undefined) levelProperties[name]?.(level, attributes);
      return true;
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'w:lvl') level = undefined;
    },
  });
}
