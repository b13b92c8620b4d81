/** Results → text: pure functions that return strings and never print. */
export { jsonPieces } from './json.ts';
export { tableRenderers } from './tables.ts';
