import type { Language } from '../messages/index.ts';
import type { CheckedFile } from '../report/index.ts';
import type { Audit, AuditConfig } from '../schema/index.ts';

/** A file with the words of its findings in the other language too, for a page that can be read in either. */
export async function withTranslations(file: CheckedFile, config: AuditConfig, language: Language): Promise<CheckedFile> {
  const forms = file.document?.forms ?? [];
  if (file.forms.every(({ findings }) => findings.length === 0)) return file;
  const { auditForms } = await import('../audit/index.ts');
  const audits = (complete: boolean): Audit[] => auditForms(forms, { config, lang: language === 'zh' ? 'en' : 'zh', sources: forms.map(() => ({ complete })) });
  // Which forms were read whole is not in the JSON; of the two audits, one has the same findings.
  const both = [audits(true), audits(false)];
  const translations = new Map<string, string>();
  for (const [index, { findings }] of file.forms.entries()) {
    const other = both.map((all) => all[index]?.findings ?? []).find((found) => found.length === findings.length && found.every(({ rule, path }, at) => findings[at]?.rule === rule && findings[at]?.path === path));
    for (const [at, { fingerprint }] of findings.entries()) {
      const words = other?.[at]?.message;
      if (words !== undefined) translations.set(fingerprint, words);
    }
  }
  return { ...file, translations };
}
