import { InputError } from '../model/index.ts';
import { writeData } from './console.ts';

/**
 * Writes a result to a file, or to stdout where none is named.
 *
 * @throws InputError `output-not-writable`
 */
export async function writeResult(
  output: string | undefined,
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (output !== undefined && output !== '-') {
    const { writeOutput } = await import('../files/index.ts');
    return writeOutput(output, pieces);
  }
  try {
    await writeData(pieces);
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError('output-not-writable', { file: 'stdout', cause });
  }
}
