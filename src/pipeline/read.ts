import { withoutFrames } from '../formats/frames.ts';
import { detectFormat, extensionNotes, loadAdapter } from '../formats/index.ts';
import { InputError } from '../model/index.ts';
import type { Staged, TableDocument } from '../model/index.ts';
import type { ParseOptions } from './options.ts';

/**
 * Bytes → tables, by the adapter that the content asks for.
 *
 * @throws InputError where the bytes are no document that can be read
 */
export async function readDocument(
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<Staged<TableDocument>> {
  if (bytes.length === 0) throw new InputError('empty-file');
  const { as, name = '', ...how } = options;
  const format = as ?? detectFormat(bytes, name);
  const adapter = await loadAdapter(format);
  const { value, notes } = withoutFrames(await adapter.read(bytes, { name, ...how }));
  return { value, notes: [...(as === undefined ? extensionNotes(format, name) : []), ...notes] };
}
