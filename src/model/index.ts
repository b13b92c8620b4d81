/** The plain types that every room of the house shares. */
export type { FormatAdapter, GridStream, ReadOptions } from './adapter.ts';
export { countCharacters, isBlank, isWide } from './characters.ts';
export { append, largest } from './collect.ts';
export type { ExplainedBlock, ExplainedForm } from './explained.ts';
export { cleanText, countUp, foldWidth, isNil, labelKey } from './text.ts';
export { limits } from './limits.ts';
export { escapeMarkup } from './markup.ts';
export { memoText } from './memo.ts';
export { joinPieces, leaves, makeUnit, pieceOf, splitUnit } from './pieces.ts';
export type { Piece, Unit } from './pieces.ts';
export type { Box, SourceRef } from './source.ts';
export { InputError } from './staged.ts';
export type { MessageData, Note, Severity, Staged } from './staged.ts';
export { appendGrid, formatIds } from './table.ts';
export type { Cell, FormatId, Grid, TableDocument, TextLine } from './table.ts';
export { findingOutcomes, outcomeNames } from './outcomes.ts';
export type { FindingOutcome } from './outcomes.ts';
