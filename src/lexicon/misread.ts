import { labelKey } from '../model/index.ts';
import { composeMended, morphemeCharacters } from './compose.ts';
import { level1Labels, level2Labels } from './levels.ts';
import { labelForms } from './lookup.ts';
import { type Term, words } from './terms.ts';

const entries = (Object.entries(words) as [Term, readonly string[]][]).flatMap(([term, list]) =>
  list.map((word) => [labelKey(word), term] as const),
);
const known = new Set([
  ...entries.flatMap(([word]) => [...word]),
  ...[...level1Labels, ...level2Labels, ...morphemeCharacters].join(''),
]);

/** Characters of no label that would make it another one: 去年预算数 is not a misread 全年预算数. */
const meaningful = new Set('去前昨今次后往近历原旧新现首末双半季月旬周两券税乡镇村师团场街');

/** `全年?算数` → 全年预算数; of several words that name the same part (年度?标值) the first; null where they name different ones. */
const byPattern = new Map<
  string,
  { readonly word: string; readonly at: number; readonly terms: Set<Term> } | null
>();
for (const [word, term] of entries) {
  if (word.length < 3) continue;
  for (let at = 0; at < word.length; at += 1) {
    const pattern = `${word.slice(0, at)}?${word.slice(at + 1)}`;
    const before = byPattern.get(pattern);
    if (before === undefined) byPattern.set(pattern, { word, at, terms: new Set([term]) });
    else if (before?.word === word) before.terms.add(term);
    else if (before?.terms.has(term) !== true) byPattern.set(pattern, null);
  }
}

interface Mended {
  readonly character: string;
  readonly terms: readonly Term[];
}

/** The parts that all the characters of which one would mend a word agree upon, with the first of them. */
function agreed(mended: readonly Mended[]): Mended | null {
  const [first] = mended;
  if (first === undefined) return null;
  const terms = first.terms.filter((term) => mended.every((other) => other.terms.includes(term)));
  return terms.length === 0 ? null : { character: first.character, terms };
}

/** As a listed word before a composed one: 全年?算数 is 全年预算数, though 全年决算数 composes. */
function mendedAt(form: string, at: number): Mended | null {
  if (form.length < 3) return null;
  const listed = byPattern.get(`${form.slice(0, at)}?${form.slice(at + 1)}`);
  if (listed === undefined) return agreed(composeMended(form, at));
  return listed === null
    ? null
    : { character: listed.word[listed.at] ?? '', terms: [...listed.terms] };
}

/** A label of which one character was misread: what it reads mended, and the parts that it may name. */
export interface Misread {
  readonly text: string;
  readonly terms: readonly Term[];
}

/**
 * The label that a text is but for one character, or null. The strange character must occur in no label at all, and the labels
 * that differ from the text in that place alone must name one part.
 */
export function findMisread(text: string): Misread | null {
  if (text.length < 3 || text.length > 40) return null;
  for (const form of labelForms(labelKey(text))) {
    const strange = [...form].filter((character) => !known.has(character));
    const [character] = strange;
    if (
      strange.length !== 1 ||
      character === undefined ||
      !/\p{Script=Han}/u.test(character) ||
      meaningful.has(character)
    )
      continue;
    const read = mendedAt(form, form.indexOf(character));
    if (read !== null) return { text: text.replace(character, read.character), terms: read.terms };
  }
  return null;
}
