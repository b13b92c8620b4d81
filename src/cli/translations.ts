import type { AuditOptions } from '../audit/index.ts';
import type { Language } from '../messages/index.ts';
import type { CheckedFile } from '../report/index.ts';
import type { Audit, AuditConfig, Finding } from '../schema/index.ts';

type FormSource = NonNullable<AuditOptions['sources']>[number];

const fundColumns = [
  'initialBudget',
  'annualBudget',
  'executed',
  'weight',
  'executionRate',
  'score',
];
const indicatorColumns = ['target', 'actual', 'weight', 'score', 'deviation'];
const none = { funds: [], indicators: [] };
const all = { funds: fundColumns, indicators: indicatorColumns };

/**
 * A file with the words of its findings in the other language too, for a page that can be read in either. What the audit knew
 * besides the forms (which were read whole, which columns they have) is not in the JSON: a finding that comes of none
 * of these audits stays as it is.
 */
export async function withTranslations(
  file: CheckedFile,
  config: AuditConfig,
  language: Language,
): Promise<CheckedFile> {
  const forms = file.document?.forms ?? [];
  if (file.forms.every(({ findings }) => findings.length === 0)) return file;
  const { auditForms } = await import('../audit/index.ts');
  const lang = language === 'zh' ? 'en' : 'zh';
  const audits = (source: FormSource): Audit[] =>
    auditForms(forms, { config, lang, sources: forms.map(() => source) });
  const guesses = [
    audits({ columns: none }),
    audits({ columns: all }),
    audits({ complete: false }),
    audits({ complete: true }),
  ];
  const translations = new Map<string, string>();
  for (const [index, { findings }] of file.forms.entries()) {
    const words = new Map(
      guesses
        .flatMap((audited) => audited[index]?.findings ?? [])
        .map((finding) => [keyOf(finding), finding.message]),
    );
    for (const finding of findings) {
      const message = words.get(keyOf(finding));
      if (message !== undefined) translations.set(finding.fingerprint, message);
    }
  }
  return { ...file, translations };
}

/** What makes a finding the same in another language. */
function keyOf({ rule, kind, path, printed, expected }: Finding): string {
  return JSON.stringify([rule, kind, path, printed, expected]);
}
