import {
  lengths,
  guessHeading,
  guessPair,
  guessSource,
  type Term,
  sourceTerms,
} from '../lexicon/index.ts';
import { foldWidth, isNil } from '../model/index.ts';
import { printedFigure } from '../number/index.ts';
import type { Pair, Role, WholeForm } from '../stitch/index.ts';

/** A field of the head that a label in unknown words may fill, and which values suit it. */
interface Field {
  readonly term: Term;
  /** Labels that fill the field: where one is printed, no other does. */
  readonly known: readonly Term[];
  readonly suits: (value: string) => boolean;
  readonly guess?: (label: string) => Term | null;
}

/** Where an organisation's name ends, what brackets add aside. */
const organisation =
  /(?:[局委办处科室厅部院所站馆队校园社会镇乡库场署县区市省]|中心|[大中小]学|公司|集团|街道|政府|法庭|机关|单位|本级|基地|银行)(?:[(（][^()（）]*[)）])*$/u;

function isName(value: string): boolean {
  return (
    /\p{Script=Han}{2}/u.test(value) &&
    value.length <= lengths.name &&
    !/[。；;]/u.test(value) &&
    printedFigure(value).kind === 'text'
  );
}

function isOrganisation(value: string): boolean {
  return isName(value) && organisation.test(value.trim());
}

function isCode(value: string): boolean {
  const text = foldWidth(value).trim();
  return /^[\dA-Za-z][\dA-Za-z\-_.]{4,39}$/.test(text) && text.replace(/\D/g, '').length >= 4;
}

const grade = /^[(（]?(?:优秀?|良好?|中等?|差|较[好差]|合格|不合格|[A-DＡ-Ｄ]|[一二三四]级)/u;

const fields: readonly Field[] = [
  { term: 'projectName', known: ['projectName'], suits: isName },
  { term: 'projectCode', known: ['projectCode'], suits: isCode },
  { term: 'department', known: ['department'], suits: isOrganisation },
  {
    term: 'implementingUnit',
    known: ['implementingUnit'],
    suits: isOrganisation,
  },
  { term: 'rating', known: ['rating'], suits: (value) => grade.test(value) && value.length <= 8 },
];

function isAmount(value: string): boolean {
  return printedFigure(value).kind === 'number' && !/[%％]/u.test(value);
}

/** The amounts of a target form, which stand beside labels too. */
const funds: readonly Field[] = [
  {
    term: 'budget',
    known: ['budget', 'fundTotal', 'annualBudget', 'fundsBlock', 'budgetBlock'],
    suits: isAmount,
    guess: (label) =>
      guessSource(label) === 'fundTotal' ||
      /^(?!.*(?:财政|债券|总投资|实施期|中期|累计|配套)).*(?:预算|资金)/u.test(label)
        ? 'budget'
        : null,
  },
  { term: 'fundFiscal', known: ['fundFiscal'], suits: isAmount, guess: guessSource },
  { term: 'fundOther', known: ['fundOther'], suits: isAmount, guess: guessSource },
];

function isGoal(value: string): boolean {
  return /\p{Script=Han}{2}/u.test(value) && printedFigure(value).kind === 'text';
}

/** What a form is to reach, and what it reached, under labels beside their texts. */
const goals: readonly (Field & { readonly role: Role })[] = [
  {
    term: 'goalBlock',
    role: 'goalExpected',
    known: ['goalBlock', 'goalExpected'],
    suits: isGoal,
  },
  { term: 'goalActual', role: 'goalActual', known: ['goalActual'], suits: isGoal },
];

/** 项目主管单位 | 市城管局 | 用款单位 | 市园林处: beside a unit of its own, who is in charge is the department. */
function withDepartment(form: WholeForm): WholeForm {
  const named = (term: Term): Pair[] => form.pairs.filter(({ terms }) => terms.includes(term));
  const units = [...named('implementingUnit'), ...named('reportingUnit')];
  const charge = units.filter(({ label }) => /主管|归口/u.test(label.text));
  const [pair] = charge;
  if (named('department').length > 0 || charge.length !== 1 || units.length < 2) return form;
  return {
    ...form,
    pairs: form.pairs.map((own) => (own === pair ? { ...own, terms: ['department'] } : own)),
  };
}

function amountsOf({ funds, pairs }: WholeForm): readonly Field[] {
  const some = pairs.some(({ terms }) => terms.some((term) => fundTerms.has(term)));
  return funds.length === 0 && some ? amounts : [];
}

/** Whether a pair names one of these parts; the heading of a block says nothing without a value. */
function isNamed({ terms, value }: Pair, known: readonly Term[]): boolean {
  return terms.some((term) => known.includes(term) && (value !== null || !term.endsWith('Block')));
}

const fundTerms = new Set<Term>(['initialBudget', 'annualBudget', 'executed', 'executionRate']);

/** The one row of money that a self-evaluation may print as labels beside amounts: 支出 | 304. */
const amounts: readonly Field[] = [...fundTerms].map((term) => ({
  term,
  known: [term],
  suits: (value) => printedFigure(value).kind === 'number',
  guess: (label) => guessHeading(label, fundTerms),
}));

/**
 * Parts of the money in unknown words, printed beside what was budgeted and again beside what was spent:
 * 历年滚存款 | 311.76 | 历年滚存款 | 311.76, next to a part that is known.
 */
function withParts(form: WholeForm): WholeForm {
  const parts = new Set<Pair>();
  form.pairs.forEach((pair, at) => {
    const next = form.pairs[at + 1];
    const known = [form.pairs[at - 1], form.pairs[at + 2]].some(
      (beside) =>
        beside !== undefined &&
        (parts.has(beside) || beside.terms.some((term) => moneyTerms.has(term))),
    );
    if (known && next?.label.text === pair.label.text && isOpenAmount(pair) && isOpenAmount(next))
      for (const own of [pair, next]) parts.add(own);
  });
  if (parts.size === 0) return form;
  return {
    ...form,
    pairs: form.pairs.map((pair) =>
      parts.has(pair) ? { ...pair, terms: [guessSource(pair.label.text) ?? 'fundOther'] } : pair,
    ),
  };
}

const moneyTerms = new Set<Term>([...fundTerms, ...sourceTerms]);

function isOpenAmount({ label, terms, value }: Pair): boolean {
  return terms.length === 0 && label.units.length > 0 && value !== null && isAmount(value.text);
}

/**
 * Fields of the head that no known label names, read from the one pair whose label hints at them and whose value suits:
 * 项目落实单位 | 云溪县民政局. Of several such pairs none tells.
 *
 * @param money whether amounts stand beside labels too, as in target forms
 */
export function withLikelyPairs(printed: WholeForm, money: boolean): WholeForm {
  const form = withParts(withDepartment(printed));
  const likely = new Map<Pair, Term>();
  const asked = [
    ...fields,
    ...goals.filter(({ role }) => !form.goals.has(role)),
    ...(money ? funds : amountsOf(form)),
  ];
  for (const { term, known, suits, guess = guessPair } of asked) {
    if (form.pairs.some((pair) => isNamed(pair, known))) continue;
    const found = form.pairs.filter(
      ({ label, terms, value }) =>
        (terms.length === 0 || (term === 'budget' && terms.every((own) => own === 'attribute'))) &&
        label.units.length > 0 &&
        value !== null &&
        !isNil(value.text) &&
        guess(label.text) === term &&
        suits(value.text),
    );
    const [pair] = found;
    if (pair !== undefined && found.length === 1) likely.set(pair, term);
  }
  if (likely.size === 0) return form;
  return {
    ...form,
    pairs: form.pairs.map((pair) => {
      const term = likely.get(pair);
      return term === undefined ? pair : { ...pair, terms: [term] };
    }),
  };
}
