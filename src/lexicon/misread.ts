import { lengths } from './lengths.ts';
import { labelKey } from '../model/index.ts';
import { composingCharacters, morphemeCharacters } from './compose.ts';
import { level1Labels, level2Labels } from './levels.ts';
import { labelForms, nameOf } from './lookup.ts';
import { type Term, words } from './terms.ts';

const listed = Object.values(words)
  .flat()
  .map((word) => labelKey(word));
const known = new Set([
  ...listed.join(''),
  ...[...level1Labels, ...level2Labels, ...morphemeCharacters].join(''),
]);

/** Characters of no label that would make it another one: 去年预算数 is not a misread 全年预算数. */
const meaningful = new Set('去前昨今次后往近历原旧新现首末双半季月旬周两券税乡镇村师团场街');

/** For a listed word without one of its characters (`全年?算数`), the characters that make it one. */
const missing = new Map<string, string[]>();
for (const word of listed)
  for (let at = 0; at < word.length; at += 1) {
    const pattern = `${word.slice(0, at)}?${word.slice(at + 1)}`;
    missing.set(pattern, [...(missing.get(pattern) ?? []), word[at] ?? '']);
  }

/** A label of which one character was misread: what it reads mended, and the parts that it may name. */
export interface Misread {
  readonly text: string;
  readonly terms: readonly Term[];
}

/**
 * The character that makes a word a label at a place, and the part that all such characters agree upon: 年?预算 may be 年初预算 or
 * 年度预算, and stays what it is.
 */
function mendedAt(
  form: string,
  at: number,
): { readonly character: string; readonly terms: readonly Term[] } | null {
  const [before, behind] = [form.slice(0, at), form.slice(at + 1)];
  const characters = [
    ...(missing.get(`${before}?${behind}`) ?? []),
    ...composingCharacters(form, at),
  ];
  const read = characters.flatMap((character) => {
    const name = nameOf(before + character + behind);
    return name === null ? [] : [{ character, terms: name.terms }];
  });
  const [first] = read;
  const terms = first?.terms.filter((term) => read.every((other) => other.terms.includes(term)));
  return first === undefined || terms === undefined || terms.length === 0
    ? null
    : { character: first.character, terms };
}

/**
 * The label that a text is but for one character, or null. The strange character must occur in no label at all, and the labels
 * that differ from the text in that place alone must name one part.
 */
export function findMisread(text: string): Misread | null {
  if (text.length < 3 || text.length > lengths.name) return null;
  for (const form of labelForms(labelKey(text))) {
    const strange = [...form].filter((character) => !known.has(character));
    const [character] = strange;
    if (
      form.length < 3 ||
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
