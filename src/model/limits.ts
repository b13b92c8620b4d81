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
  /** Pages of one PDF; the rest is left out. */
  pdfPages: 5_000,
  /** Drawing operators of one PDF page; a dense page has some ten thousand. */
  pdfPageOperators: 400_000,
  /** Characters of one PDF page. */
  pdfPageGlyphs: 100_000,
  /** Painted lines of one PDF page that may be borders. */
  pdfPageRulings: 60_000,
  /** Rows times columns, before merged cells are found, of one table of a PDF page. */
  pdfTableCells: 100_000,
  /** Bytes that one stream of a PDF, images aside, may inflate to. */
  pdfStreamBytes: 64 * 1024 * 1024,
  /** Cells and paragraphs of one office file: some 3,000 forms. */
  officeItems: 1_000_000,
  /** Worksheets of one workbook. */
  sheets: 10_000,
  /** Cells that are looked at to tell whether a sheet's formulas were calculated. */
  formulaLooks: 5_000_000,
  /** Entries of one zip. */
  zipEntries: 20_000,
  /** Bytes that one part of a zip may inflate to. */
  zipPartBytes: 256 * 1024 * 1024,
  /** Bytes that a part beside the text (styles, lists, relationships) may inflate to. */
  zipSidePartBytes: 32 * 1024 * 1024,
  /** Bytes that all parts that are read may inflate to. */
  zipBytes: 512 * 1024 * 1024,
  /** How many times larger a part of a zip may grow than it was packed; honest XML grows 30 to 60 times. */
  zipRatio: 150,
  /** Bytes up to which a part may grow at any ratio. */
  zipFreeBytes: 8 * 1024 * 1024,
} as const;
