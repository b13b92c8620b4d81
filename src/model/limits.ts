/**
 * Every cap in one place. They bound time and memory for hostile input; no honest form comes near them.
 */
export const limits = {
  /** Bytes of one input file. */
  fileBytes: 512 * 1024 * 1024,
  /** Characters of one text file after decoding; beyond it the file is refused. */
  textCharacters: 64 * 1024 * 1024,
  /** Cells of one row; the rest of the row is joined into the last cell. */
  columns: 1_000,
  /** Rows or columns that a span may claim. */
  span: 1_000,
  /** Cells of one document. */
  cells: 4_000_000,
  /** Nesting depth of HTML elements that is followed. */
  depth: 200,
} as const;
