/** How long texts are in characters: what is longer is none of these. */
export const lengths = {
  /** A label of a value, a column, a row or a level; the title of a part. */
  label: 24,
  /** A value in a word or two: 及时, 不发生. */
  word: 6,
  /** The name of a thing, or a title in one line; what is longer is a sentence. */
  name: 40,
};
