/** What bench/costs changes: the settings of every room that reads, and what forgets what was worked out with them. */
export { forgetTexts } from '../../src/model/memo.ts';
export { lengths } from '../../src/lexicon/lengths.ts';
export { costs } from '../../src/stitch/cover/settings.ts';
export { rowSettings } from '../../src/stitch/rows/settings.ts';
