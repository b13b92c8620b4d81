import { detectFormat, loadAdapter } from '../formats/index.ts';
import { InputError } from '../model/index.ts';
import type { Staged, TableDocument } from '../model/index.ts';
import type { ParseOptions } from './options.ts';

/**
 * Bytes → tables, by the adapter that the content asks for.
 *
 * @throws InputError where the bytes are no document that can be read
 */
export async function readDocument(bytes: Uint8Array, options: ParseOptions): Promise<Staged<TableDocument>> {
  if (bytes.length === 0) throw new InputError('empty-file');
  const adapter = await loadAdapter(options.as ?? (await detectFormat(bytes, options.name ?? '')));
  return adapter.read(bytes, options);
}
