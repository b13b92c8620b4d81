/** What may come of looking into a finding: it is true, a false alarm, mended since, or documents are outstanding. */
export const findingOutcomes = ['属实', '误报', '已整改', '待补材料'] as const;

export type FindingOutcome = (typeof findingOutcomes)[number];

/** What they are called in English. */
export const outcomeNames: Readonly<Record<string, FindingOutcome>> = {
  confirmed: '属实',
  'false-alarm': '误报',
  mended: '已整改',
  pending: '待补材料',
};
