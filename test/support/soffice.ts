import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A program in the place of LibreOffice, which a batch starts where it comes to a .doc: so `commands` of the shell run at a known moment, in the folder
 * where the batch was started, while it waits. Returns the option that names it; what it leaves is no .docx, so that file fails.
 */
export async function atConversion(folder: string, commands: string): Promise<string[]> {
  const path = join(folder, 'soffice');
  await writeFile(path, `#!/bin/sh\n${commands}\n`);
  await chmod(path, 0o755);
  return ['--soffice', path];
}
