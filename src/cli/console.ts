/** A reader that has seen enough (`| head`) closes its end; that is no error, and whoever writes next just stops. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const chunkLength = 64 * 1024;

/**
 * Writes data to stdout, waiting where the reader is slower; stops quietly once nobody reads.
 *
 * @throws the system's error where the data cannot be written (a full disk)
 */
export async function writeData(
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  try {
    for await (const chunk of chunks(pieces)) await writeChunk(chunk);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

/** One line for people. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function* chunks(
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  let chunk = '';
  for await (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function writeChunk(chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
