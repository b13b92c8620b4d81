/** The form's words, as data and look-ups: what names what. */
export {
  bareLevel,
  completeLevel,
  findLevel1,
  findLevel2,
  isLevelFragment,
  isListedLevel2,
  level1Labels,
  levelKey,
} from './levels.ts';
export type { Level1 } from './levels.ts';
export {
  findLabel,
  findUnit,
  guessHeading,
  guessPair,
  hintsGoal,
  isProjectName,
  names,
  splitInline,
} from './lookup.ts';
export { lengths } from './lengths.ts';
export { projectLevel } from './project-level.ts';
export { readsAsSentence, provesLabel, saysValue } from './proof.ts';
export { findMisread } from './misread.ts';
export { findTitle, findYearLine, isAttachmentMark, isListTitle } from './titles.ts';
export type { Title } from './titles.ts';
export { headTerms } from './terms.ts';
export type { Term } from './terms.ts';
export { guessSource, partTerms, sourceTerms } from './sources.ts';
