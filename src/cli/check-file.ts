import { message } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import { InputError } from '../model/index.ts';
import type { CheckedFile, Failure } from '../report/index.ts';
import type { AuditConfig, ParsedDocument } from '../schema/index.ts';
import type { splitFlags } from './options.ts';
import { asInputError } from './problems.ts';

type Flags = ReturnType<typeof splitFlags>;

/** Reads and audits one file; a file that cannot be read is a result like any other. */
export async function checkFile(file: string, options: Flags['how'] & { language: Language; audit: AuditConfig; refs?: boolean }, guard: Flags['guard']): Promise<CheckedFile> {
  const { parseGuarded, readInput, readStream } = await import('../files/index.ts');
  const { checkedFile } = await import('../report/index.ts');
  try {
    const bytes = file === '-' ? await readStream(process.stdin) : await readInput(file);
    const document = await parseGuarded(bytes, { ...options, name: file === '-' ? '' : file }, guard);
    return checkedFile(file, document, formless(document, options.language));
  } catch (error) {
    return unreadable(file, error, options.language);
  }
}

/** A file that gives nothing to check, and why. */
export function unreadable(file: string, error: unknown, language: Language): CheckedFile {
  const { code, data } = asInputError(error);
  return { file, document: null, failure: { code, message: message(code, data, language) }, forms: [] };
}

function formless({ status }: ParsedDocument, language: Language): Failure | null {
  if (status !== 'failed') return null;
  const { code } = new InputError('no-form');
  return { code, message: message(code, {}, language) };
}
