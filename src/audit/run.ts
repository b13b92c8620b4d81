import type { Audit, AuditConfig, Finding, PerformanceForm } from '../schema/index.ts';
import { type Settings, settle } from './config.ts';
import { habitsOf, type PrintingHabits } from './document-rounding.ts';
import { mergedOnce } from './merged.ts';
import { rules } from './rules/index.ts';
import type {
  Mismatch,
  PrintedColumns,
  Rule,
  RuleContext,
  Unverifiable,
  Verdict,
  Words,
} from './types.ts';

type Ref = Finding['refs'][number];
type Language = keyof Words;

/** What is known of a form's source. */
export interface FormSource {
  /** From a JSON Pointer within the form to where its value stands; without it the form's own `refs` serve. */
  readonly refs?: Readonly<Record<string, Ref>>;
  /** False where the form was cut off or read only in part: sums over it then prove nothing. */
  readonly complete?: boolean;
  /** Pointers of values that are null because what is printed there is no number. */
  readonly unreadable?: readonly string[];
  /** Pointers of rates that are printed without %, under a heading without it: one may be a fraction of 1. */
  readonly bareRates?: readonly string[];
  /** The roles of the columns that its tables print, filled or not; without them the values that are printed tell. */
  readonly columns?: PrintedColumns;
}

export interface AuditOptions {
  readonly config?: AuditConfig;
  /** The language of messages; Chinese unless told otherwise. */
  readonly lang?: Language;
  /** One for each form, in the same order. */
  readonly sources?: readonly FormSource[];
}

/**
 * Recomputes every figure of a document's forms. They are taken together, because a document shows its rounding only in
 * all of its forms. Gives one audit for each form, in the same order; never throws for what a form says.
 */
export function auditForms(forms: readonly PerformanceForm[], options: AuditOptions = {}): Audit[] {
  const audit = auditor(habitsOf(forms), options);
  return forms.map((form, index) => audit(form, options.sources?.[index]));
}

/** `auditForms` where a form comes at a time, once the habits of all are known. */
export function auditor(
  { rounding, fractions, percentages, scoreDecimals }: PrintingHabits,
  { config, lang = 'zh' }: Pick<AuditOptions, 'config' | 'lang'>,
): (form: PerformanceForm, source?: FormSource) => Audit {
  const settings = settle(config);
  return (form, source = {}) => {
    const { complete = true, columns = null, unreadable = [], bareRates = [] } = source;
    const context = {
      settings,
      rounding,
      fractions,
      percentages,
      scoreDecimals,
      complete,
      columns,
      unreadable: new Set(unreadable),
      bareRates: new Set(bareRates),
    };
    return auditForm(form, context, lang, source.refs ?? form.refs ?? {});
  };
}

function auditForm(
  form: PerformanceForm,
  known: Omit<RuleContext, 'spanned'>,
  lang: Language,
  refs: Readonly<Record<string, Ref>>,
): Audit {
  const checks = { exact: 0, withinRounding: 0, mismatch: 0, unverifiable: 0 };
  const findings: Finding[] = [];
  const find = refFinder(refs);
  // A copy: its caller may change the form, and what rules ask of one is kept.
  const { form: read, spanned } =
    form.kind === 'self-evaluation'
      ? mergedOnce({ ...form }, refs)
      : { form, spanned: new Set<string>() };
  const context = { ...known, spanned };
  for (const rule of rules) {
    const severity = severityOf(rule, context.settings);
    if (severity === 'off') continue;
    const verdicts = [...rule.check(read, context)];
    for (const verdict of verdicts) checks[counter(verdict)] += 1;
    for (const verdict of verdicts) {
      if (verdict.kind === 'mismatch')
        findings.push(findingOf(rule, verdict, severity, lang, find(verdict.path)));
    }
    const open = verdicts.filter((verdict) => verdict.kind === 'unverifiable');
    const [first] = open;
    if (first !== undefined) findings.push(remarkOf(rule, first, open, lang, find(first.path)));
  }
  return { checks, findings };
}

function severityOf({ meta }: Rule, { rules: set }: Settings): Finding['severity'] | 'off' {
  return set[meta.id] ?? meta.severity;
}

function counter({ kind }: Verdict): keyof Audit['checks'] {
  return kind === 'within-rounding' ? 'withinRounding' : kind;
}

function findingOf(
  { meta }: Rule,
  verdict: Mismatch,
  severity: Finding['severity'],
  lang: Language,
  refs: Ref[],
): Finding {
  const { path, printed, expected, hint } = verdict;
  return {
    rule: meta.id,
    kind: 'mismatch',
    severity: milder(severity, verdict.severity),
    message: `${verdict.message[lang]}${hint === null ? '' : `${join[lang]}${hint.words[lang]}`}`,
    path,
    printed,
    expected,
    range: verdict.range === null ? null : [...verdict.range],
    hint: hint?.id ?? null,
    refs,
  };
}

const gravity: readonly Finding['severity'][] = ['info', 'warning', 'error'];

/** The milder of what the rule says and what the verdict does. */
function milder(
  rule: Finding['severity'],
  verdict: Finding['severity'] = rule,
): Finding['severity'] {
  return gravity.indexOf(verdict) < gravity.indexOf(rule) ? verdict : rule;
}

const join: Words = { zh: '；', en: '; ' };
/** So many missing things are named; of the others only the number is told. */
const mostNamed = 3;

function listed(missing: readonly string[], lang: Language): string {
  const more = missing.length - mostNamed;
  const named = missing.slice(0, mostNamed).join(join[lang]);
  if (more <= 0) return named;
  return lang === 'zh' ? `${named}；另有 ${more} 处` : `${named}; and ${more} more`;
}

/** One remark for all checks of a rule that could not run on a form. */
function remarkOf(
  { meta }: Rule,
  first: Unverifiable,
  all: readonly Unverifiable[],
  lang: Language,
  refs: Ref[],
): Finding {
  const missing = listed([...new Set(all.map((verdict) => verdict.missing[lang]))], lang);
  const { hint } = first;
  const cause = hint === null ? '' : `${join[lang]}${hint.words[lang]}`;
  const message = {
    zh: `无法核对：${missing}${cause}`,
    en: `Cannot be checked: ${missing}${cause}`,
  };
  return {
    rule: meta.id,
    kind: 'unverifiable',
    severity: 'info',
    message: message[lang],
    path: first.path,
    printed: null,
    expected: null,
    range: null,
    hint: hint?.id ?? null,
    refs,
  };
}

/** Looks up where a value stands: its own place (an indicator's name for its row), else that of a value within it, else of its neighbours. */
function refFinder(refs: Readonly<Record<string, Ref>>): (path: string) => Ref[] {
  const entries = Object.entries(refs);
  return (path) => {
    const own = refs[path] ?? refs[`${path}/level3`];
    if (own !== undefined) return [own];
    const parent = path.slice(0, path.lastIndexOf('/'));
    const within =
      entries.find(([pointer]) => pointer.startsWith(`${path}/`)) ??
      entries.find(([pointer]) => pointer.startsWith(`${parent}/`));
    return within === undefined ? [] : [within[1]];
  };
}
