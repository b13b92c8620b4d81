import type { Language } from '../messages/index.ts';
import type { CheckedFile } from '../report/index.ts';
import type { AuditConfig } from '../schema/index.ts';
import type { splitFlags } from './options.ts';
import { asInputError } from './problems.ts';

type Flags = ReturnType<typeof splitFlags>;

/** Reads and audits one file; a file that cannot be read is a result like any other. */
export async function checkFile(
  file: string,
  options: Flags['how'] & { language: Language; audit: AuditConfig; refs?: boolean },
  guard: Flags['guard'],
): Promise<CheckedFile> {
  const { parseGuarded, readInput, readStream } = await import('../files/index.ts');
  const { checkedFile, failureOf, formless, unreadFile } = await import('../report/index.ts');
  try {
    const bytes = file === '-' ? await readStream(process.stdin) : await readInput(file);
    const document = await parseGuarded(
      bytes,
      { ...options, name: file === '-' ? '' : file },
      guard,
    );
    return checkedFile(file, document, formless(document, options.language));
  } catch (error) {
    return unreadFile(file, failureOf(asInputError(error), options.language));
  }
}
