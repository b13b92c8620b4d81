/** Results → text: pure functions that return strings and never print. */
export { updatedBaseline, withoutKnown } from './baseline.ts';
export { explainedRenderers } from './explained.ts';
export { jsonPieces } from './json.ts';
export { checkedFile, failureOf, formless, unreadFile } from './run.ts';
export type { CheckedFile, CheckRun, FailOn, RuleInfo } from './run.ts';
export { tableRenderers } from './tables.ts';
export type { Drawing } from './text/index.ts';
