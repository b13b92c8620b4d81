import { labelKey } from '../model/index.ts';
import { saysValue } from './proof.ts';
import type { Term } from './terms.ts';
import { lengths } from './lengths.ts';

/** The kinds of money that add up to a form's total. */
export const partTerms: readonly Term[] = ['fundFiscal', 'fundCarryover', 'fundOther'];
/** The same with the total: what the rows of the funds are called. */
export const sourceTerms: readonly Term[] = ['fundTotal', ...partTerms];

/**
 * The kind of money that a label most likely names by a word that it holds, where it neither is listed nor composes. In order:
 * the first that fits decides; a sum of one kind (财政资金合计) is that kind.
 */
const hints: readonly (readonly [Term, RegExp])[] = [
  ['fundCarryover', /结转|结余/u],
  ['fundOther', /其[他它]|自筹|出资|慈善|公益|自行|自有|捐赠|捐款|贷款|社会|企业/u],
  [
    'fundFiscal',
    /财政|拨款|补助|奖补|公共预算|(?:中央|省|市|区|县|乡|镇)级?(?:本级)?(?:财政|专项|配套|预算)/u,
  ],
  [
    'fundTotal',
    /(?:合计|总计|总额|总数|总量|总规模|总金额|总资金|总投[入资]|总[共计])(?:数|额|金额)?$/u,
  ],
];
const money =
  /自筹|捐赠|奖补|出资|专项|补贴|资金|结余|拨款|补助|收入|经费|合计|总[计额数量规金投]|结转|捐|贷款|安排|投入|投资|预算/u;

/** The kind of money that a label hints at, or null. */
export function guessSource(text: string): Term | null {
  const key = labelKey(text);
  if (
    key.length > lengths.label ||
    saysValue(key) ||
    !money.test(key) ||
    /[率。；;，,\d]|指标|目标|情况/u.test(key)
  )
    return null;
  return hints.find(([, word]) => word.test(key))?.[0] ?? null;
}
