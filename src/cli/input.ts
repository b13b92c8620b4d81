import { InputError } from '../model/index.ts';

/**
 * The bytes of a file or, for `-`, of stdin, and the name that goes into the result.
 *
 * @throws InputError where it cannot be read, or where `output` is the same file
 */
export async function openInput(
  file: string,
  output: string | undefined,
): Promise<{ bytes: Uint8Array; name: { name?: string } }> {
  const { isSameFile, readInput, readStream } = await import('../files/index.ts');
  if (file === '-') return { bytes: await readStream(process.stdin), name: {} };
  if (output !== undefined && (await isSameFile(file, output)))
    throw new InputError('output-is-input', { file: output });
  return { bytes: await readInput(file), name: { name: file } };
}
